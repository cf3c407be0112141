"""Which of many spans overlap a place in the text, without looking at all of them."""

from bisect import bisect_left
from collections.abc import Iterable

from detente.record.model import Span


class SpanIndex:
    """Spans by place; `over` answers with positions in the given order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted((start, end, i) for i, (start, end) in enumerate(spans))
        self._starts = [span[0] for span in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def over(self, start: int, end: int) -> list[int]:
        """Positions of the spans that overlap start..end, in the order of the text."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [i for _, span_end, i in self._spans[first:last] if span_end > start]
