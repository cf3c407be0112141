"""A claim before it is one: source, cue and content as spans, with the tree positions they were read from."""

from collections.abc import Iterable
from typing import NamedTuple

from detente.record.model import Span
from detente.record.reading import ParsedSentence

QUOTE_MARKS = frozenset(("“", "”", "„", "‟", "«", "»", "``", "''", '"', "‘", "’", "'"))
# Marks that belong to what was said, so they stay at the edge of a content span.
KEPT_MARKS = QUOTE_MARKS | {"?", "!", "…", "...", "%", "$"}


class Draft(NamedTuple):
    """An attribution as found in one sentence.

    Attributes:
        sentence: index of the sentence that holds the cue.
        cue_head: token index of the cue word in that sentence; -1 where layout alone attributes ("Poll: ...").
        source_head: token index of the source's head word, or -1.
        source, cue, content: document offsets.
        stance, form: as in the cue line.
        takes: how the content hangs on the cue: clause, infinitive, object, quote, layout or a preposition.
        evidence: lexicon line ids and `rule:<name>`.
        confidence: between 0 and 1, a rule's standing.
    """

    sentence: int
    cue_head: int
    source_head: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    stance: str
    form: str
    takes: str
    evidence: tuple[str, ...]
    confidence: float

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """End of the content's last span."""
        return self.content[-1][1]


def trimmed(parsed: ParsedSentence, indexes: Iterable[int]) -> list[int]:
    """Order token indexes and drop punctuation at both edges, except marks that belong to the words."""
    kept = sorted(indexes)
    while kept and _drops(parsed, kept[0]):
        kept.pop(0)
    while kept and _drops(parsed, kept[-1]) and not _closes_bracket(parsed, kept):
        kept.pop()
    return kept


def spans_of(parsed: ParsedSentence, indexes: Iterable[int]) -> tuple[Span, ...]:
    """Turn token indexes into document spans, one for each unbroken run, edges trimmed."""
    runs: list[list[int]] = []
    for i in sorted(indexes):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = []
    for run in runs:
        kept = trimmed(parsed, run)
        # A quotation mark that stands alone is no words.
        if any(parsed.tokens[i].text not in QUOTE_MARKS for i in kept):
            spans.append((parsed.tokens[kept[0]].start, parsed.tokens[kept[-1]].end))
    return tuple(spans)


def hull(indexes: Iterable[int]) -> list[int]:
    """Every index from the least to the greatest."""
    known = list(indexes)
    return list(range(min(known), max(known) + 1)) if known else []


def _closes_bracket(parsed: ParsedSentence, kept: list[int]) -> bool:
    return parsed.tokens[kept[-1]].text == ")" and any(parsed.tokens[i].text == "(" for i in kept)


def _drops(parsed: ParsedSentence, i: int) -> bool:
    token = parsed.tokens[i]
    return token.pos in ("PUNCT", "SPACE") and token.text not in KEPT_MARKS
