"""What a rule of time expressions is: a pattern over en/time_words.tsv, when it holds, and what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from detente.mentions import intervals
from detente.mentions.dates_points import Point
from detente.mentions.intervals import Interval
from detente.mentions.time_words import TimeWords

# Every year that a text about politics may name by itself; with BC or AD any.
YEAR = r"(?P<year>(?:1\d|20)\d\d|\d{1,4} <era>)"
# "the same year", "the next year" count from the text's own time; "last year", "this year" from the document's day.
WHICH = r"(?:(?:the )?<turn>|(?:the )?<shift>)"
WHICH_YEAR = r"(?:(?:the )?<turn:yturn>|(?:the )?<shift:yshift>) year"
OF_YEAR = rf"(?:,? (?:of |in )?(?:the year )?{YEAR}|,? (?:of |in )?{WHICH_YEAR})"
COUNT = r"(?P<count>\d{1,3}(?:\.\d)?|<number:n1>(?:-<number:n2>)?(?P<half> and (?:a )?half)?)"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a rule may look at besides its own words.

    Attributes:
        words: the lexicon.
        today: the document's date, None if unknown.
        direction: where the verb looks, -1 back, 1 ahead, 0 unknown.
        present: the verb over the expression is in the present tense, and the expression hangs on it directly.
        narrative: the text tells of a time far from its own date, so bare dates count from what was told before.
        reference: the last date that the text gave, None at its beginning.
    """

    words: TimeWords
    today: date | None
    direction: int = 0
    present: bool = False
    narrative: bool = False
    reference: Point | None = None

    @property
    def here(self) -> Point | None:
        """What "last year" and a bare "5 June" count from: in a narrative the time told of, else the document's day."""
        if self.narrative:
            return self.reference
        return Point.of_date(self.today) if self.today else None

    @property
    def then(self) -> Point | None:
        """What "the next day" and "two years later" count from: the last date given, else the document's day."""
        return self.reference or self.here

    @property
    def then_day(self) -> Point | None:
        """The last day that the text gave, else the document's day."""
        return self.reference if self.reference and self.reference.day else self.here

    def step(self, match: re.Match[str], prefix: str = "") -> tuple[Point | None, int]:
        """Where a match of WHICH counts from, and how many units ahead (negative: back)."""
        turn, shifted = match.group(f"{prefix}turn"), match.group(f"{prefix}shift")
        if turn:
            return self.then, int(self.words.value("turn", turn))
        return self.here, int(self.words.value("shift", shifted))

    def part_of(self, whole: Interval, part: str) -> Interval:
        """The START, MID or END of an interval, what lies BEFORE or AFTER the document's day, or all of it (IN)."""
        if part not in ("BEFORE", "AFTER"):
            return whole if part == "IN" else intervals.part_of(whole, part)
        start, end, today = whole.start, whole.end, self.today
        if start is None or end is None or today is None or not start <= today <= end:
            return whole
        return Interval(whole.value, start, today) if part == "BEFORE" else Interval(whole.value, today, end)

    def year_of(self, match: re.Match[str], month: int, day: int | None = None) -> int | None:
        """The year of a day or month: as the match names it, else the nearest that the verb looks at."""
        group = match.groupdict()
        if group.get("year"):
            return self.year(group["year"])
        if group.get("yturn") or group.get("yshift"):
            base, count = self.step(match, "y")
            return base.year + count if base else None
        if self.narrative:
            return self.told_year(month)
        return self._nearest_year(month, day)

    def year(self, text: str) -> int:
        """Read a year: 1914 is 1914, "480 bc" is -480."""
        digits, _, era = text.partition(" ")
        return -int(digits) if era and self.words.value("era", era) == "BC" else int(digits)

    def told_year(self, month: int) -> int | None:
        """The year of a month in a narrative, which goes on in the year it told of last."""
        return self.reference.year if self.reference else None

    def _nearest_year(self, month: int, day: int | None) -> int | None:
        """Looking back, the latest that has begun; ahead, the next to end."""
        if self.today is None:
            return None
        gap = month * 31 + (day or 1) - (self.today.month * 31 + self.today.day)
        if self.direction < 0 or (self.direction == 0 and gap > 6 * 31):
            return self.today.year if gap <= 0 else self.today.year - 1
        ahead = month >= self.today.month if day is None else gap >= 0
        return self.today.year if ahead or (self.direction == 0 and gap > -6 * 31) else self.today.year + 1


Resolver = Callable[[re.Match[str], Clock], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction.

    Attributes:
        name: `rule:time.<name>` in the evidence of a mention.
        anchors: kinds of words of which a sentence must hold one for the rule to be tried (TimeWords.gate).
        pattern: in the language of TimeWords.compile.
        resolve: what a match means; None where it means no time.
        check: a condition that a pattern cannot say, one of CHECKS in dates_checks.py, on group `at` or the match.
        role: day (a time of day may join it), span (early, late, the end of may join it), hour (a time of day),
            part (a time of day only if it joins a day), or "".
        deictic: it counts from the day of writing, which a narrative of long ago rarely does.
        confidence: how often it is right.
    """

    name: str
    anchors: tuple[str, ...]
    pattern: str
    resolve: Resolver
    check: str = ""
    role: str = ""
    deictic: bool = False
    confidence: float = 0.9
