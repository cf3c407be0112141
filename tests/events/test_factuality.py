from datetime import date

import pytest

from detente.events import load_lexicons
from detente.events.factuality import StatusReader
from events.parses import reading

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("Chile called off the raid on Peru .", "raid", "not_happened"),
        ("Peru denied having shelled a town in Chile .", "shelled", "denied"),
        ("Peru could have bombed Chile .", "bombed", "not_happened"),
        ("Chile almost attacked Peru .", "attacked", "not_happened"),
        ("Chile was too weak to attack Peru .", "attack", "not_happened"),
        ("No country attacked Chile .", "attacked", "not_happened"),
        ("Chile withdrew without attacking Peru .", "attacking", "not_happened"),
        ("Chile withdrew without attacking Peru .", "withdrew", "happened"),
        ("Analysts believe that Peru attacked Chile .", "attacked", "alleged"),
        ("Nobody doubts that Peru attacked Chile .", "attacked", "happened"),
        ("Peru reportedly bombed Chile .", "bombed", "alleged"),
        ("There is no evidence that Peru bombed Chile .", "bombed", "hypothetical"),
        ("Peru demanded that Chile withdraw its troops .", "withdraw", "demanded"),
        ("Peru agreed to lift its ban on Chile .", "lift", "planned"),
        ("Peru threatened to bomb Chile .", "bomb", "threatened"),
        ("Peru threatened to bomb Chile .", "threatened", "happened"),
        ("The raid on Chile did not change the mind of Peru .", "raid", "happened"),
        ("Hopes of talks between Peru and Chile rose .", "talks", "hypothetical"),
    ],
)
def test_status_of_any_word(sentence: str, trigger: str, status: str) -> None:
    start = sentence.index(trigger)
    verdict = StatusReader(reading(sentence), LEXICONS).status(start, start + len(trigger))
    assert verdict is not None
    assert verdict.status == status


def test_words_outside_the_sentences_have_no_status() -> None:
    sentence = "Peru declared a truce ."
    assert StatusReader(reading(sentence, published=date(2020, 1, 1)), LEXICONS).status(99, 104) is None
