"""From matches of rules to expressions: the longest at each place, a time of day joined to its day, early and late."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from detente.mentions.time_rules import Rule
from detente.mentions.time_words import Compiled

# 08:30 UTC on Monday; the night of 8 February; 3 a.m., 5 May
HOUR_TO_DAY = re.compile(r",? (?:on |of )?(?:the )?|, ")
# Monday at 10 a.m.; Friday morning; 5 May, in the evening
DAY_TO_HOUR = re.compile(r",? (?:at |around |about |in |by )*(?:the )?")
MODIFIER = r"(?:(?:the|very) )*<mod>(?: of)?(?: the)?[ -]\Z"


class Found(NamedTuple):
    """A rule and where it matched."""

    rule: Rule
    compiled: Compiled
    match: re.Match[str]


class Piece(NamedTuple):
    """A time expression: its core, a time of day that joins it, a modifier before it, and all their words."""

    start: int
    end: int
    core: Found
    hour: Found | None = None
    modifier: re.Match[str] | None = None


def longest(found: Iterable[tuple[int, int, int, Found]]) -> list[Found]:
    """Keep the leftmost, of those the longest, of those the first rule; items are (start, -end, rule number, found)."""
    kept: list[Found] = []
    end = 0
    for start, _, _, item in sorted(found, key=lambda entry: entry[:3]):
        if start >= end:
            kept.append(item)
            end = item.match.end()
    return kept


def join(found: Sequence[Found], lowered: str, modifier: re.Pattern[str]) -> Iterator[Piece]:
    """Yield the expressions of a text; a part of day that joins no day is none."""
    i, end = 0, 0
    while i < len(found):
        item, after = found[i], found[i + 1] if i + 1 < len(found) else None
        start, stop = item.match.span()
        gap = lowered[stop : after.match.start()] if after else ""
        if item.rule.role in ("hour", "part"):
            if after and after.rule.role == "day" and HOUR_TO_DAY.fullmatch(gap):
                # TIMEX3 tags "08:30 UTC" and "5 May" apart where more than a space or "of" joins them
                together = gap in (" ", " of ", " of the ")
                yield Piece(start, after.match.end() if together else stop, after, hour=item)
                i += together
            elif item.rule.role == "hour":
                yield Piece(start, stop, item)
        elif after and item.rule.role == "day" and after.rule.role in ("hour", "part") and DAY_TO_HOUR.fullmatch(gap):
            yield Piece(start, after.match.end(), item, hour=after)
            i += 1
        else:
            before = modifier.search(lowered, max(end, start - 30), start) if item.rule.role == "span" else None
            yield Piece(before.start() if before else start, stop, item, modifier=before)
        end = found[i].match.end()
        i += 1
