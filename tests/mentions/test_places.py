"""Places by position and context; the trees are built by hand."""

from dataclasses import replace
from datetime import date

import pytest

from detente.mentions import places
from detente.record.model import Mention
from detente.record.reading import Reading
from detente.settings import Settings
from trees import reading

FIND = places.prepare(Settings())


def met(*words: str) -> Reading:
    """They met <words>: prepositions are ADP, capitalised words PROPN, all hung on the verb."""
    rows = ["They they PRON PRP nsubj 1", "met meet VERB VBD ROOT 1"]
    for word in words:
        pos, tag = ("PROPN", "NNP") if word[0].isupper() else ("ADP", "IN") if word in ("in", "to") else ("NOUN", "NN")
        pos, tag = ("PUNCT", ",") if word == "," else (pos, tag)
        rows.append(f"{word} {word.lower()} {pos} {tag} dep 1")
    return reading("\n".join(rows))


CASES = [
    (("in", "Moscow"), "Moscow", "RUS"),
    (("in", "Kiev"), "Kyiv", "UKR"),
    (("in", "London"), "London", "GBR"),
    (("in", "London", ",", "Canada"), "London", "CAN"),
    (("in", "London", ",", "Ontario"), "London", "CAN"),
    (("in", "Paris", ",", "Texas"), "Paris", "USA"),
    (("in", "Springfield", ",", "Ill."), "Springfield", "USA"),
    (("in", "downtown", "Geneva"), "Geneva", "CHE"),
    (("in", "New", "York"), "New York City", "USA"),
    (("in", "Syria"), "Syria", "SYR"),
    (("in", "Georgia"), "Georgia", "GEO"),
    (("in", "Donetsk", "region"), "Donetsk Oblast", "UKR"),
    (("in", "Crimea"), "Crimea", "UKR"),
    (("in", "Texas"), "Texas", "USA"),
    (("in", "Camp", "David"), "Camp David", "USA"),
]


@pytest.mark.parametrize(("words", "name", "country"), CASES)
def test_place_resolves(words: tuple[str, ...], name: str, country: str) -> None:
    found = FIND(met(*words), ())
    assert [(mention.name, mention.country) for mention in found] == [(name, country)]


@pytest.mark.parametrize(
    "words", [("with", "Moscow"), ("in", "March"), ("in", "anger"), ("in", "Xyzzy"), ("in", "Kent", "county")]
)
def test_no_place(words: tuple[str, ...]) -> None:
    assert FIND(met(*words), ()) == ()


def test_region_word_belongs_to_the_mention() -> None:
    text = met("in", "Idlib", "province")
    found = FIND(text, ())[0]
    assert text.document.text[found.start : found.end] == "Idlib province"
    assert found.entity == "place:region.SY-ID"


def actor(text: Reading, word: str, entity: str, country: str) -> Mention:
    start = text.document.text.index(word)
    return Mention("doc", f"m{start}", start, start + len(word), "actor", entity=entity, country=country, code=country)


def test_receiver_is_a_party_not_a_place() -> None:
    text = met("to", "Kenya")
    assert FIND(text, (actor(text, "Kenya", "KEN", "KEN"),)) == ()
    assert len(FIND(text, ())) == 1


def test_person_is_no_town() -> None:
    text = met("in", "Clinton")
    assert FIND(text, (actor(text, "Clinton", "Q6294", "USA"),)) == ()


@pytest.mark.parametrize(("party", "country"), [("Lebanon", "LBN"), ("Libya", "LBY")])
def test_country_named_decides_between_towns(party: str, country: str) -> None:
    text = met(party, "in", "Tripoli")
    found = FIND(text, (actor(text, party, country, country),))
    assert [(mention.name, mention.country) for mention in found] == [("Tripoli", country)]


VISITED = """
They they PRON PRP nsubj 1
{verb} {lemma} VERB VBD ROOT 1
{first} {first} PROPN NNP dobj 1
and and CCONJ CC cc 2
{second} {second} PROPN NNP conj 2
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "first", "second", "names"),
    [
        ("visited", "visit", "Havana", "Managua", ["Havana", "Managua"]),
        ("shelled", "shell", "Kharkiv", "Kherson", ["Kharkiv", "Kherson"]),
        ("attacked", "attack", "Mosul", "Tikrit", ["Mosul", "Tikrīt"]),
        ("accused", "accuse", "Moscow", "Minsk", []),
    ],
)
def test_object_of_a_verb(verb: str, lemma: str, first: str, second: str, names: list[str]) -> None:
    text = reading(VISITED.format(verb=verb, lemma=lemma, first=first, second=second))
    assert [mention.name for mention in FIND(text, ())] == names


def test_dateline_is_noted() -> None:
    text = reading(
        "MOSCOW moscow PROPN NNP dep 3\n— — PUNCT : punct 3\nTalks talk NOUN NNS nsubj 3\nfailed fail VERB VBD ROOT 3"
    )
    assert [(mention.name, mention.note) for mention in FIND(text, ())] == [("Moscow", "dateline")]


SHELLED = """
{doer} {lemma} {pos} NNS nsubj 1
{verb} {verb_lemma} VERB VBD ROOT 1
{name} {name} PROPN NNP dobj 1
"""


@pytest.mark.parametrize(
    ("doer", "lemma", "verb", "verb_lemma", "found"),
    [
        ("Rockets", "rocket", "hit", "hit", True),
        ("Rebels", "rebel", "attacked", "attack", True),
        ("Sanctions", "sanction", "hit", "hit", False),
        ("Ministers", "minister", "attacked", "attack", False),
        ("They", "they", "bombed", "bomb", True),
        ("They", "they", "praised", "praise", False),
    ],
)
def test_a_capital_is_a_place_where_arms_strike_it(
    doer: str, lemma: str, verb: str, verb_lemma: str, found: bool
) -> None:
    table = SHELLED.format(doer=doer, lemma=lemma, pos="NOUN", verb=verb, verb_lemma=verb_lemma, name="Kyiv")
    text = reading(table)
    assert bool(FIND(text, (actor(text, "Kyiv", "UKR:GOV", "UKR"),))) is found


STRIKE = """
They they PRON PRP nsubj 1
launched launch VERB VBD ROOT 1
{quality} {quality} ADJ JJ amod 3
{noun} {noun} NOUN NN dobj 1
on on ADP IN prep {head}
Beirut beirut PROPN NNP pobj 4
"""


@pytest.mark.parametrize(
    ("quality", "noun", "head", "found"),
    [
        ("deadly", "strike", 3, True),
        ("deadly", "strike", 1, True),
        ("verbal", "attack", 3, False),
        ("new", "tax", 3, False),
    ],
)
def test_what_arms_are_aimed_at_is_a_place(quality: str, noun: str, head: int, found: bool) -> None:
    text = reading(STRIKE.format(quality=quality, noun=noun, head=head))
    assert bool(FIND(text, (actor(text, "Beirut", "LBN:GOV", "LBN"),))) is found


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        (("in", "Gaza"), "place:region.PS.GZ"),
        (("in", "Gaza", "City"), "place:281133"),
        (("in", "Scotland"), "place:region.GB-SCT"),
        (("in", "Okinawa"), "place:region.JP-47"),
        (("in", "North", "Kivu"), "place:region.CD.11"),
        (("in", "Lampedusa"), "venue:lampedusa"),
        (("in", "Qandil"), "venue:qandil"),
        (("in", "northwest", "Syria"), "place:country.SYR"),
        (("in", "RAF", "Akrotiri"), "venue:akrotiri"),
    ],
)
def test_regions_islands_bases_and_mountains(words: tuple[str, ...], entity: str) -> None:
    assert [mention.entity for mention in FIND(met(*words), ())] == [entity]


COURT = """
They they PRON PRP nsubj 1
spoke speak VERB VBD ROOT 1
in in ADP IN prep 1
{name} {name} PROPN NNP compound 5
District district PROPN NNP compound 5
{head} {lemma} {pos} {tag} pobj 2
"""


@pytest.mark.parametrize(
    ("head", "lemma", "pos", "tag", "names"),
    [("Court", "Court", "PROPN", "NNP", []), ("Hospital", "hospital", "PROPN", "NNP", ["Geneva"])],
)
def test_a_name_within_a_name_is_a_place_where_the_whole_is(
    head: str, lemma: str, pos: str, tag: str, names: list[str]
) -> None:
    text = reading(COURT.format(name="Geneva", head=head, lemma=lemma, pos=pos, tag=tag))
    assert [mention.name for mention in FIND(text, ())] == names


def test_according_to_a_namesake_is_no_place() -> None:
    rows = [
        "It it PRON PRP nsubj 1", "closed close VERB VBD ROOT 1", "according accord VERB VBG prep 1",
        "to to ADP IN prep 2", "Sana sana PROPN NNP pobj 3",
    ]  # fmt: skip
    assert FIND(reading("\n".join(rows)), ()) == ()


def test_disputed_ground_is_noted_on_the_document_s_day() -> None:
    text = met("in", "Crimea")
    document = replace(text.document, published=date(2020, 5, 5), published_from="given")
    assert [mention.note for mention in FIND(replace(text, document=document), ())] == ["held by RUS; claimed by UKR"]
    assert [mention.note for mention in FIND(text, ())] == [""]
