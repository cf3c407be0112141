import re

import pytest

from detente.errors import FactError
from detente.learned.marking import CLS, LIMIT, SEP, SOURCE_MARK, TARGET_MARK, Marked, MarkedSentence, mark
from detente.record.model import Span

SIGNS = {CLS: "[", SEP: "]", SOURCE_MARK: "@", TARGET_MARK: "#"}


def span(text: str, party: str | None) -> Span | None:
    return None if party is None else (text.index(party), text.index(party) + len(party))


def marked(text: str, source: Span | None, target: Span | None) -> tuple[Marked, list[str]]:
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    ids = [5000 + i for i in range(len(words))]
    row = mark(ids, [word.span() for word in words], MarkedSentence(text, source, target))
    return row, [SIGNS.get(i) or words[i - 5000].group() for i in row.ids]


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("Togo praised Chile today", "Togo", "Chile", "[ @ Togo @ praised # Chile # today ]"),
        ("Chile was praised by Togo", "Togo", "Chile", "[ # Chile # was praised by @ Togo @ ]"),
        ("Togo's new envoy spoke", "Togo's new envoy", "Togo", "[ @ # Togo # ' s new envoy @ spoke ]"),
        ("Togo's new envoy spoke", "Togo", "Togo's new envoy", "[ # @ Togo @ ' s new envoy # spoke ]"),
        ("rebel Togo army men fled", "rebel Togo army", "army men", "[ @ rebel Togo # army @ men # fled ]"),
        ("Togo Chile talks", "Togo", "Chile", "[ @ Togo @ # Chile # talks ]"),
        ("Two were held in Togo", None, "Two", "[ # Two # were held in Togo ]"),
        ("Togo closed the road", "Togo", None, "[ @ Togo @ closed the road ]"),
        ("It rained", None, None, "[ It rained ]"),
        ("a @ b # c", "a", "c", "[ @ a @ @ b # # c # ]"),
        ("Togolese men fled", "Togo", "men", "[ @ Togolese @ # men # fled ]"),
    ],
)
def test_marks_stand_around_the_parties(text: str, source: str | None, target: str | None, expected: str) -> None:
    row, shown = marked(text, span(text, source), span(text, target))
    assert " ".join(shown) == expected
    assert (row.source == -1) == (source is None)
    assert (row.target == -1) == (target is None)
    assert [row.ids[i] for i in (row.source, row.target) if i >= 0] == [
        sign for sign, party in ((SOURCE_MARK, source), (TARGET_MARK, target)) if party
    ]


@pytest.mark.parametrize(("first", "second"), [(0, 5), (0, 199), (100, 140), (30, 180), (198, 199)])
def test_long_sentences_are_cut_around_the_parties(first: int, second: int) -> None:
    words = [f"w{i:03}" for i in range(200)]
    text = " ".join(words)
    row, shown = marked(text, span(text, words[first]), span(text, words[second]))
    kept = [word for word in shown if word.startswith("w")]
    assert len(row.ids) == LIMIT
    assert kept == sorted(kept)
    assert {words[first], words[second]} <= set(kept)
    assert shown[row.source + 1] == words[first]
    assert shown[row.target + 1] == words[second]


def test_words_between_the_parties_are_kept_before_others() -> None:
    words = [f"w{i:03}" for i in range(200)]
    text = " ".join(words)
    _, shown = marked(text, span(text, "w060"), span(text, "w140"))
    kept = [int(word[1:]) for word in shown if word.startswith("w")]
    assert sum(60 <= i <= 140 for i in kept) > 2 * sum(not 60 <= i <= 140 for i in kept)


def test_a_long_party_does_not_break_the_limit() -> None:
    text = " ".join(f"w{i:03}" for i in range(200))
    row, shown = marked(text, (0, len(text) - 5), (len(text) - 4, len(text)))
    assert len(row.ids) == LIMIT
    assert shown.count("@") == shown.count("#") == 2


@pytest.mark.parametrize("bad", [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(bad: Span) -> None:
    with pytest.raises(FactError):
        MarkedSentence("Togo praised Chile", bad, None)
