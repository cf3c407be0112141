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
    (("in", "downtown", "Geneva"), "Geneva", "CHE"),
    (("in", "New", "York"), "New York City", "USA"),
    (("in", "Syria"), "Syria", "SYR"),
]


@pytest.mark.parametrize(("words", "name", "country"), CASES)
def test_place_resolves(words: tuple[str, ...], name: str, country: str) -> None:
    found = FIND(met(*words), ())
    assert (found[0].name, found[0].country) == (name, country)


@pytest.mark.parametrize("words", [("with", "Moscow"), ("in", "March"), ("in", "anger"), ("in", "Xyzzy")])
def test_no_place(words: tuple[str, ...]) -> None:
    assert FIND(met(*words), ()) == ()


def test_receiver_is_a_party_not_a_place() -> None:
    text = met("to", "Kenya")
    start = text.document.text.index("Kenya")
    party = Mention("doc", "m", start, start + 5, "actor", entity="KEN", country="KEN")
    assert FIND(text, (party,)) == ()
    assert len(FIND(text, ())) == 1
