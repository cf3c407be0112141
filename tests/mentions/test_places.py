"""Places by position and context; the trees are built by hand."""

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
