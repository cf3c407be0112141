"""Words of an act, by how rare they are and where they stand."""

import pytest

from detente.learned.word_ranks import word_ranks
from detente.stories.wording import Passage, Weigher, likeness

WEIGHER = Weigher()


def weights(text: str, start: int = 0, end: int | None = None, title: str = "", left_out: str = "") -> dict[str, float]:
    return WEIGHER.wording(Passage(text, start, len(text) if end is None else end, title), left_out).weights


def test_common_words_come_first() -> None:
    ranks = word_ranks()
    assert ranks["the"] == ranks["a"] == 0
    assert ranks["the"] < ranks["war"] < ranks["harbour"]


def test_rare_words_weigh_more_and_the_commonest_nothing() -> None:
    found = weights("the war of the harbour")
    assert found["harbour"] > found["war"]
    assert "the" not in found


@pytest.mark.parametrize("word", ["Monday", "October"])
def test_names_of_days_say_nothing(word: str) -> None:
    assert weights(word) == {}


def test_the_sentence_weighs_more_than_what_stands_around_it() -> None:
    found = weights("canal froze. harbour closed. bridge burned", 13, 28, title="viaduct")
    assert found["harbour"] > found["canal"]
    assert found["harbour"] > found["viaduct"]


def test_names_of_the_parties_are_left_out() -> None:
    assert set(weights("Norway bombed the harbour", left_out="Norway")) == set(weights("bombed the harbour"))


def test_figures() -> None:
    assert WEIGHER.wording(Passage("34 ferries and 1.6 tons", 0, 23)).figures == {"34", "1.6"}


def test_likeness() -> None:
    one, other = (WEIGHER.wording(Passage(text, 0, len(text))) for text in ("ferry harbour", "bridge viaduct"))
    assert likeness(one, one) == pytest.approx(1)
    assert likeness(one, other) == 0
