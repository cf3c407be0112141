import pytest

from detente.events import load_lexicons
from detente.events.habits import is_judgement, is_standing
from detente.events.patterns import Match
from events.parses import parse

FRAMES = load_lexicons().frames


def first(sentence: str) -> Match:
    return FRAMES.matches(parse(sentence))[0]


@pytest.mark.parametrize(
    ("sentence", "standing"),
    [
        ("If Peru attacks Chile , Ecuador will send aid .", True),
        ("Peru bombed and shelled Chile .", False),
        ("Has Peru bombed Chile ?", False),
    ],
)
def test_the_simple_present_of_running_text_tells_habits(sentence: str, standing: bool) -> None:
    assert is_standing(parse(sentence), first(sentence), sentence) == standing


@pytest.mark.parametrize(
    ("sentence", "judgement"),
    [("Chile withdrew without attacking Peru .", False), ("If Peru attacks Chile , Ecuador will send aid .", True)],
)
def test_deeds_in_the_present_are_judgements_of_an_opinion_piece(sentence: str, judgement: bool) -> None:
    assert is_judgement(parse(sentence), first(sentence)) == judgement
