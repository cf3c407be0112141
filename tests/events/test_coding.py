from datetime import date

import pytest

from detente.events import load_lexicons
from detente.events.coding import EventStep
from detente.record.model import Claim, Event
from events.parses import actors, claim, reading, time

STEP = EventStep(load_lexicons())


def rows(sentence: str, claims: tuple[Claim, ...] = (), **more: object) -> list[Event]:
    return list(STEP(reading(sentence, claims=claims, **more)).events)  # type: ignore[arg-type]


def brief(events: list[Event]) -> list[str]:
    """Type, status and parties of the acts, and of their content rows behind a colon."""
    acts = [e for e in events if not e.content_of]
    told = []
    for act in acts:
        own = [f"{e.type} {e.status}" for e in events if e.content_of == act.event_id]
        told.append(f"{act.source_code} {act.type} {act.target_code} {act.status}" + "".join(f": {c}" for c in own))
    return told


WILL_MEET = "Peru said it will meet Chile in May ."
MUST = "Chile must withdraw its troops , Peru said ."
ANSWER = "Chile should answer , Peru said ."
SHELLED = "Chile shelled a Peruvian town , Peru said ."

# The table of DESIGN 7, line by line.
ACT_AND_CONTENT = [
    ("Peru agreed to lift its ban on Chile .", ["PER AGREE CHL happened: RETREAT planned"]),
    ("Peru refused to lift its ban on Chile .", ["PER REJECT CHL happened"]),
    ("Peru declared a truce .", ["PER CONCEDE  happened: RETREAT planned"]),
    ("Peru is to meet Chile in May .", ["PER CONSULT CHL planned"]),
    ("Peru threatened to bomb Chile .", ["PER THREATEN CHL happened: ASSAULT threatened"]),
    ("Peru demanded that Chile withdraw its troops .", ["PER REQUEST CHL happened: RETREAT demanded"]),
    ("Peru accused Chile of shelling a town .", ["PER ACCUSE CHL happened: ASSAULT alleged"]),
    ("Chile denied it .", ["CHL REJECT  happened"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ACT_AND_CONTENT)
def test_act_and_content(sentence: str, expected: list[str]) -> None:
    assert brief(rows(sentence)) == expected


def test_history_is_not_counted() -> None:
    sentence = "In 1941 Peru invaded Ecuador ."
    year = time(sentence, "1941", date(1941, 1, 1), date(1941, 12, 31))
    mentions = (*reading(sentence).mentions, year)
    [event] = rows(sentence, mentions=mentions)
    assert (event.type, event.status, event.date_start) == ("ASSAULT", "historical", date(1941, 1, 1))


@pytest.mark.parametrize(
    ("sentence", "said", "expected"),
    [
        (WILL_MEET, ("Peru", "said", "it will meet Chile in May"), ["PER AGREE CHL happened: CONSULT planned"]),
        (MUST, ("Peru", "said", "Chile must withdraw its troops"), ["PER REQUEST CHL happened: RETREAT demanded"]),
        (ANSWER, ("Peru said", "said", "Chile should answer"), ["PER REQUEST CHL happened"]),
        (SHELLED, ("Peru said", "said", "Chile shelled a Peruvian town"), ["PER ACCUSE CHL happened: ASSAULT alleged"]),
    ],
)
def test_whose_word_it_is_decides(sentence: str, said: tuple[str, str, str], expected: list[str]) -> None:
    source, cue, content = said
    events = rows(sentence, (claim(sentence, source, cue, content),))
    assert brief(events) == expected
    assert {event.voice for event in events} == {"source"}


ACTS = [
    ("Chile was condemned by Peru .", ["PER ACCUSE CHL happened"]),
    ("Peru and Chile held talks in Lima .", ["PER CONSULT CHL happened"]),
    ("Peru met with Chile on Monday .", ["PER CONSULT CHL happened"]),
    ("Peru condemned Chile 's attack on Ecuador .", ["PER ACCUSE CHL happened", "CHL ASSAULT ECU happened"]),
    ("Peru will not lift its ban on Chile .", ["PER REJECT CHL happened"]),
    ("Peru did not attack Chile .", ["PER ASSAULT CHL not_happened"]),
    ("Peru ruled out talks with Chile .", ["PER REJECT CHL happened"]),
    ("Peru imposed sanctions on Chile .", ["PER SANCTION CHL happened"]),
    ("The sanctions imposed on Chile by Peru hurt trade .", ["PER SANCTION CHL happened"]),
    (
        "If Peru attacks Chile , Ecuador will send aid .",
        ["PER ASSAULT CHL hypothetical", "ECU AGREE  happened: AID planned"],
    ),
    ("Has Peru bombed Chile ?", ["PER ASSAULT CHL hypothetical"]),
    ("Peru began to withdraw its troops from Chile .", ["PER RETREAT CHL happened"]),
    ("Peru sent aid to Chile and Ecuador .", ["PER AID CHL happened", "PER AID ECU happened"]),
    ("Peru , which bombed Chile , met Ecuador .", ["PER ASSAULT CHL happened", "PER CONSULT ECU happened"]),
    ("Talks between Peru and Chile began in Lima .", ["PER CONSULT CHL happened"]),
    ("Peru plans to send aid to Chile .", ["PER AGREE CHL happened: AID planned"]),
    ("Peru called for talks with Chile .", ["PER REQUEST CHL happened: CONSULT demanded"]),
    ("Peru urged Chile to release the prisoners .", ["PER REQUEST CHL happened: RETREAT demanded"]),
    ("Peru attacked Chile , killing 12 soldiers .", ["PER ASSAULT CHL happened"]),
    ("Storms attacked Chile .", []),
    ("The Peruvian chef attacked Chile .", ["PERCVL ASSAULT CHL happened"]),
    ("Peru resumed shipments to Chile .", ["PER COOPERATE CHL happened"]),
    ("Peru recalled its envoys to Chile .", ["PER SANCTION CHL happened"]),
    ("Peru 's release of Chile prisoners cost votes .", ["PER RETREAT CHL happened"]),
    ("The arrest of Ecuador fishermen by Peru angered Chile .", ["PER COERCE ECU happened"]),
    ("Peru deployed troops opposite Chile .", ["PER MOBILIZE CHL happened"]),
    ("Peru withdrew its troops .", ["PER RETREAT  happened"]),
    ("Peru asked Chile whether Ecuador would leave .", []),
    ("Talks kick off between Peru and Chile .", ["PER CONSULT CHL happened"]),
    ("Peru met Chile in the World Cup .", []),
    ("Peru reportedly bombed Chile .", ["PER ASSAULT CHL alleged"]),
    ("Chile withdrew without attacking Peru .", ["CHL RETREAT  happened"]),
    ("Peru bombed and shelled Chile .", ["PER ASSAULT CHL happened", "PER ASSAULT CHL happened"]),
    ("A Peruvian activist was arrested in Chile .", ["CHL COERCE PER happened"]),
    ("The Chile peace talks coordinator smiled .", []),
    ("Peru has a right to attack Chile .", ["PER ASSAULT CHL hypothetical"]),
    ("Peru was the first country to condemn Chile .", ["PER ACCUSE CHL happened"]),
    ("Peru and Chile upgraded their ties .", ["PER SUPPORT CHL happened"]),
    ("Peru issued a statement demanding that Chile withdraw .", ["PER REQUEST CHL happened: RETREAT demanded"]),
    ("Peru banned fishing boats from Chile .", ["PER SANCTION CHL happened"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ACTS)
def test_acts(sentence: str, expected: list[str]) -> None:
    assert sorted(brief(rows(sentence))) == sorted(expected)


def test_a_row_says_why() -> None:
    [event] = rows("A Peruvian activist was arrested in Chile .")
    assert event.evidence[0].startswith("frame:arrest.v")
    assert {"rule:status.happened", "rule:locative"} <= set(event.evidence)
    assert (event.trigger, event.quad, event.place) == ("arrested", 4, "Chile")


def test_reciprocal_acts_are_marked() -> None:
    [event] = rows("Peru and Chile held talks in Lima .")
    assert event.reciprocal


def test_ids_repeat_and_differ() -> None:
    first, second = rows("Peru sent aid to Chile and Ecuador ."), rows("Peru sent aid to Chile and Ecuador .")
    assert [event.event_id for event in first] == [event.event_id for event in second]
    assert first[0].event_id != first[1].event_id


def test_the_only_time_of_a_sentence_dates_the_act_and_not_what_it_speaks_of() -> None:
    sentence = "Peru accused Chile of blocking trade on Monday ."
    monday = date(2020, 4, 27)
    found = rows(sentence, mentions=(*actors(sentence), time(sentence, "Monday", monday)))
    assert found[0].date_start == monday
