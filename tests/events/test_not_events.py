import pytest

from detente.events.not_events import NotEvents, is_title
from detente.lexicons.entries import PhraseLine
from events.parses import parse, word

PHRASES = (("idiom", "heart attack"), ("nature", "fire destroyed"), ("sport", "innings"))
FOUND = NotEvents(PhraseLine(f"not_event:{kind}.{phrase}", phrase, kind) for kind, phrase in PHRASES)


@pytest.mark.parametrize(
    ("sentence", "inside", "outside"),
    [
        ("Peru had a heart attack .", "attack", "had"),
        ("A fire destroyed a town in Chile .", "town", ""),
    ],
)
def test_triggers_to_pass_over(sentence: str, inside: str, outside: str) -> None:
    found = FOUND.find(parse(sentence), sentence)
    assert word(sentence, inside) in found.tokens
    assert not outside or word(sentence, outside) not in found.tokens


def test_a_phrase_of_sport_rules_out_the_sentence() -> None:
    finder = NotEvents([PhraseLine("not_event:sport.truce", "declared a truce", "sport")])
    sentence = "Peru declared a truce ."
    assert finder.find(parse(sentence), sentence).whole


@pytest.mark.parametrize(("phrases", "whole"), [(("world cup",), False), (("world cup", "met chile"), True)])
def test_two_phrases_that_may_be_of_sport_rule_it_out(phrases: tuple[str, ...], whole: bool) -> None:
    finder = NotEvents(PhraseLine(f"not_event:maybe.{phrase}", phrase, "sport_maybe") for phrase in phrases)
    sentence = "Peru met Chile in the World Cup ."
    found = finder.find(parse(sentence), sentence)
    assert found.whole == whole
    assert found.holds(word(sentence, "met"), "CONSULT") == (not whole)
    assert not found.holds(word(sentence, "met"), "SANCTION")


@pytest.mark.parametrize(
    ("quoted", "title"),
    [
        ("Peru Attacks Chile", True),
        ("The Siege of Lima", True),
        ("Peru attacked us", False),
        ("Never", False),
        ("Chile Must Withdraw,", False),
    ],
)
def test_titles_of_works(quoted: str, title: bool) -> None:
    assert is_title(quoted) is title
