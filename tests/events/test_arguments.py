import pytest

from detente.events import arguments
from events.parses import parse, word

SUBJECTS = [
    ("Chile was condemned by Peru .", "condemned", "Peru", "Chile"),
    ("Peru agreed to lift its ban on Chile .", "lift", "Peru", "ban"),
    ("Peru accused Chile of shelling a town .", "shelling", "Chile", "town"),
    ("Peru , which bombed Chile , met Ecuador .", "bombed", "Peru", "Chile"),
    ("Peru urged Chile to release the prisoners .", "release", "Chile", "prisoners"),
    ("Peru began to withdraw its troops from Chile .", "withdraw", "Peru", "troops"),
    ("Peru bombed and shelled Chile .", "bombed", "Peru", "Chile"),
    ("Peru bombed and shelled Chile .", "shelled", "Peru", "Chile"),
    ("A Peruvian activist was arrested in Chile .", "arrested", None, "activist"),
    ("The sanctions imposed on Chile by Peru hurt trade .", "imposed", "Peru", "sanctions"),
]


@pytest.mark.parametrize(("sentence", "verb", "subject", "direct"), SUBJECTS)
def test_logical_subject_and_object(sentence: str, verb: str, subject: str | None, direct: str) -> None:
    parsed, i = parse(sentence), word(sentence, verb)
    found = arguments.logical_subject(parsed, i)
    assert (None if found is None else parsed.tokens[found].text) == subject
    found = arguments.logical_object(parsed, i)
    assert found is not None
    assert parsed.tokens[found].text == direct


def test_governing_verb_of_object_and_of_participle() -> None:
    for sentence in ("Peru imposed sanctions on Chile .", "The sanctions imposed on Chile by Peru hurt trade ."):
        found = arguments.governing_verb(parse(sentence), word(sentence, "sanctions"))
        assert found == word(sentence, "imposed")


def test_complements_reach_through_prepositions() -> None:
    sentence = "Peru accused Chile of shelling a town ."
    assert word(sentence, "shelling") in arguments.complements(parse(sentence), 1)
