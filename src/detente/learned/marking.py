"""A sentence with its two parties marked, as the encoder reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from detente.errors import FactError
from detente.record.model import Span, check_span

CLS, SEP, SOURCE_MARK, TARGET_MARK = 101, 102, 1030, 1001  # [CLS], [SEP], "@" and "#" in the vocabulary of the encoder
LIMIT = 96  # ids a sentence; 45 words and four marks are about 70, and time grows with length


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence and its parties; spans are characters into `text`, end exclusive, None where no party is stated."""

    text: str
    source: Span | None
    target: Span | None

    def __post_init__(self) -> None:
        for what, span in (("source", self.source), ("target", self.target)):
            if span is not None:
                check_span(what, *span)
                if span[1] > len(self.text):
                    raise FactError(f"{what} ends at {span[1]}, behind the text of {len(self.text)} characters")


class Marked(NamedTuple):
    """Vocabulary ids with the marks among them; `source` and `target` are the places of the opening marks, or -1."""

    ids: list[int]
    source: int
    target: int


def mark(ids: Sequence[int], offsets: Sequence[Span], sentence: MarkedSentence) -> Marked:
    """Put marks around the parties: `[CLS] ... @ source @ ... # target # ... [SEP]`, cut to LIMIT ids.

    Marks are ids put between ids, so a sign in the text is never taken for one, and parties may nest or overlap.

    Args:
        ids: vocabulary ids of the text, without special tokens.
        offsets: characters of the text that each id stands for.
        sentence: the text and its parties.
    """
    source, target = covered(offsets, sentence.source), covered(offsets, sentence.target)
    kept = nearest(len(ids), [span for span in (source, target) if span])
    marks = [(span, sign) for span, sign in ((source, SOURCE_MARK), (target, TARGET_MARK)) if span]
    marks.sort(key=lambda item: item[0][0] - item[0][1])  # the longer party opens first and closes last
    found, opened = [CLS], {SOURCE_MARK: -1, TARGET_MARK: -1}
    for i in kept:
        for span, sign in marks:
            if i == span[0]:
                opened[sign] = len(found)
                found.append(sign)
        found.append(ids[i])
        found.extend(sign for span, sign in reversed(marks) if i == span[1] - 1)
    return Marked([*found, SEP], opened[SOURCE_MARK], opened[TARGET_MARK])


def covered(offsets: Sequence[Span], span: Span | None) -> Span | None:
    """First and last-plus-one of the ids that overlap the characters of `span`; None without such an id."""
    if span is None:
        return None
    inside = [i for i, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
    return (inside[0], inside[-1] + 1) if inside else None


def nearest(n: int, parties: list[Span]) -> list[int]:
    """Places of the ids to keep, in order: all where they fit, else those nearest to a party.

    What stands between the parties counts as half as far away, since the verb is mostly there. Without a party
    the beginning is kept.
    """
    room = LIMIT - 6
    if n <= room:
        return list(range(n))
    if not parties:
        return list(range(room))
    first, last = min(start for start, _ in parties), max(end for _, end in parties)

    def distance(i: int) -> tuple[float, int]:
        away = min(max(start - i, i - end + 1, 0) for start, end in parties)
        return (away / 2 if first <= i < last else away, i)

    edges = {i for start, end in parties for i in (start, end - 1)}
    chosen = sorted((i for i in range(n) if i not in edges), key=distance)[: room - len(edges)]
    return sorted(edges.union(chosen))
