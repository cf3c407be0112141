from datetime import date

import pytest

from actor_world import lexicon, reading
from detente.mentions.actors import Actors, lookup
from detente.record.model import Mention

ACTORS = Actors(lexicon())
IN_OFFICE = date(2015, 5, 1)


def found(*keys: str, on: date | None = None) -> list[tuple[str, str]]:
    """Words and codes of the mentions in a document of these sentences."""
    document = reading(*keys, on=on)
    return [(document.document.text[m.start : m.end], m.code) for m in ACTORS(document)]


def only(*keys: str, on: date | None = None) -> Mention:
    mentions = ACTORS(reading(*keys, on=on))
    assert len(mentions) == 1
    return mentions[0]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("possessive", [("Arvia's army", "AAAMIL")]),
        ("attack", [("Arvia", "AAA")]),
        ("ally", [("Cestria", "CCC"), ("Belmora", "BBB")]),
        ("both", [("Arvian", "AAAMIL"), ("Belmoran warships", "BBBMIL")]),
        ("list", [("Arvia", "AAA"), ("Belmora", "BBB"), ("Cestria", "CCC")]),
        ("backed", [("rebels", "REB")]),
        ("led", [("Arvian-led force", "AAAMIL")]),
        ("of", [("president of Belmora", "BBBGOV")]),
        ("crowd", [("Arvians", "AAACVL")]),
        ("police", [("Police", "AAACOP")]),
        ("unnamed", [("unnamed senior Arvian official", "AAAGOV")]),
    ],
)
def test_a_phrase_is_one_actor(key: str, expected: list[tuple[str, str]]) -> None:
    assert found(key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("party", [("Lenz", "AAAGOV"), ("Belmora", "BBB")]),
        ("place", []),
        ("embassy", [("Belmoran embassy", "BBBGOV")]),
        ("language", []),
        ("georgian", []),
    ],
)
def test_a_name_is_a_party_only_where_it_acts(key: str, expected: list[tuple[str, str]]) -> None:
    assert found(key) == expected


def test_a_title_with_a_name_is_one_mention_with_the_name_kept() -> None:
    first = ACTORS(reading("title"))[0]
    assert (first.code, first.name) == ("AAAGOV", "Anna Ruiz")
    assert "agent:spokeswoman" in first.evidence
    assert "name:arvian" in first.evidence


@pytest.mark.parametrize(
    ("key", "on", "code", "office"),
    [
        ("surname", IN_OFFICE, "AAAGOV", "FM"),
        ("surname", None, "AAAGOV", ""),
        ("former", date(2025, 1, 1), "AAAELI", ""),
        ("appos2", IN_OFFICE, "AAAGOV", "FM"),
    ],
)
def test_a_person_holds_the_office_of_the_day(key: str, on: date | None, code: str, office: str) -> None:
    mention = only(key, on=on)
    assert (mention.entity, mention.code, mention.office) == ("viktor-orlan", code, office)


@pytest.mark.parametrize(
    ("on", "entity"), [(IN_OFFICE, "viktor-orlan"), (date(2025, 1, 1), "AAA:GOV"), (None, "AAA:GOV")]
)
def test_an_office_without_a_name_is_its_holder_on_the_day(on: date | None, entity: str) -> None:
    mention = only("holder", on=on)
    assert (mention.entity, mention.code) == (entity, "AAAGOV")
    assert ("office:viktor-orlan.fm" in mention.evidence) == (entity == "viktor-orlan")


@pytest.mark.parametrize(("on", "codes"), [(date(2030, 1, 1), ["AAAELI"]), (date(2050, 1, 1), [])])
def test_a_surname_alone_is_a_leader_not_long_out_of_office(on: date, codes: list[str]) -> None:
    assert [code for _, code in found("surname", on=on)] == codes


def test_an_apposition_introduces_a_stranger() -> None:
    mention = only("appos")
    assert (mention.name, mention.code) == ("Ivan Petrov", "AAAGOV")


def test_a_title_that_contradicts_what_we_know_is_noted() -> None:
    mention = only("wrong", on=IN_OFFICE)
    assert (mention.code, mention.note) == ("AAAGOV", "the text says Belmora")


def test_an_outlet_is_media_and_its_short_form_goes_back_to_it() -> None:
    outlet, short = (m for m in ACTORS(reading("media", "journal")) if m.sector == "JRN")
    assert (outlet.code, outlet.note) == ("AAAJRN", "media")
    assert (short.code, short.antecedent) == ("AAAJRN", outlet.mention_id)


def test_an_army_without_a_state_is_that_of_the_only_state_named() -> None:
    assert found("attack", "army") == [("Arvia", "AAA"), ("army", "AAAMIL")]
    assert found("list", "army")[-1] == ("army", "MIL")


def test_mentions_are_the_same_in_every_run() -> None:
    assert ACTORS(reading("title", "list")) == Actors(lexicon())(reading("title", "list"))


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("Orlan", IN_OFFICE, ("viktor-orlan", "AAAGOV", True)),
        ("Orlan", date(2030, 1, 1), ("viktor-orlan", "AAAELI", False)),
        ("the Lenz", None, ("AAA:GOV", "AAAGOV", True)),
        ("foreign minister", None, ("", "GOV", True)),
    ],
)
def test_lookup_says_what_a_name_stands_for(name: str, on: date | None, expected: tuple[str, str, bool]) -> None:
    match = lookup(name, on, lexicon())[0]
    assert (match.entity, match.code, match.valid) == expected
    assert match.evidence


def test_lookup_of_an_unknown_name_is_empty() -> None:
    assert lookup("Nobody Known", None, lexicon()) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("union",), [("Union", "BBBPTY")]),
        (("attack", "union"), [("Arvia", "AAA")]),
        (("list", "union"), [("Arvia", "AAA"), ("Belmora", "BBB"), ("Cestria", "CCC"), ("Union", "BBBPTY")]),
        (("hilmars",), [("Hilmar forces", "REB")]),
        (("attack", "hilmars"), [("Arvia", "AAA"), ("Hilmar forces", "AAAREB")]),
        (("sea",), []),
        (("taught",), []),
        (("rockets",), [("Red Front rockets", "CCCREB")]),
        (("shared",), [("presidents of Belmora", "BBBGOV"), ("Cestria", "CCCGOV")]),
        (("abroad",), [("Arvians", "CCCCVL"), ("Cestria", "CCC")]),
        (("jets",), [("F-16 fighters", "MIL")]),
        (("assembly",), [("Assembly", "AAALEG")]),
        (("ally", "assembly"), [("Cestria", "CCC"), ("Belmora", "BBB"), ("Assembly", "LEG")]),
    ],
)
def test_a_name_means_what_the_text_is_about(keys: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert found(*keys, on=IN_OFFICE) == expected


@pytest.mark.parametrize(("keys", "codes"), [(("opening",), ["AAAGOV"]), (("stranger", "opening"), [])])
def test_a_surname_at_the_beginning_is_a_leader_unless_the_text_has_another(
    keys: tuple[str, ...], codes: list[str]
) -> None:
    assert [code for _, code in found(*keys, on=IN_OFFICE)] == codes
