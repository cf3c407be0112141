"""The rules of time expressions: a pattern over en/time_words.tsv and what it means, one rule a construction.

Declared in RULES; where two match at one place the longer wins, then the earlier.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from detente.mentions import intervals
from detente.mentions.intervals import Interval
from detente.mentions.time_words import TimeWords

ISO_UNITS = {"H": "PT{}H", "MIN": "PT{}M", "WE": "P{}WE", "Q": "P{}Q", "DE": "P{}DE", "CE": "P{}CE"}


@dataclass(frozen=True, slots=True)
class Clock:
    """What a rule may look at: words, the document's date (None if unknown), where the verb looks (-1, 0, 1)."""

    words: TimeWords
    today: date | None
    direction: int

    def year_for(self, month: int, day: int = 1) -> int | None:
        """The year of a month named without one: looking back, the latest that has begun; ahead, the next to end."""
        if self.today is None:
            return None
        gap = month * 31 + day - (self.today.month * 31 + self.today.day)
        if self.direction < 0 or (self.direction == 0 and gap > 6 * 31):
            begun = month * 31 + day <= self.today.month * 31 + self.today.day
            return self.today.year if begun else self.today.year - 1
        ahead = month >= self.today.month if day == 1 else gap >= 0
        return self.today.year if ahead or (self.direction == 0 and gap > -6 * 31) else self.today.year + 1


Resolver = Callable[[re.Match[str], Clock], Interval | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction; `capital` asks that its group `capital` is written with a capital letter (May, March)."""

    name: str
    pattern: str
    resolve: Resolver
    capital: bool = False
    confidence: float = 0.9


def _month(match: re.Match[str], clock: Clock) -> int:
    return int(clock.words.value("month", match.group("capital")))


def _year(match: re.Match[str], clock: Clock, month: int, day: int = 1) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else clock.year_for(month, day)


def _partial(month: int, day: int | None = None) -> Interval:
    """A month or day whose year is not known keeps its TIMEX3 value, XXXX-09-18, and no days."""
    return Interval(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))


def month_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18, 2017; 18 September; Sept. 18."""
    month, day = _month(match, clock), int(match.group("day"))
    if not 1 <= day <= 31:
        return None
    year = _year(match, clock, month, day)
    return intervals.of_day(date(year, month, day)) if year else _partial(month, day)


def day_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18 - 20; July 7 and 8; 18-20 September 2017; June 28 to July 3."""
    month, first, last = _month(match, clock), int(match.group("day")), int(match.group("last"))
    to = match.groupdict().get("to")
    last_month = int(clock.words.value("month", to)) if to else month
    year = _year(match, clock, month, first)
    if year is None:
        return Interval("")
    days = date(year, month, first), date(year + (last_month < month), last_month, last)
    return intervals.of_days(*days) if days[0] < days[1] else None


def iso_day(match: re.Match[str], _: Clock) -> Interval | None:
    """2017-09-18; 2017/09/18."""
    return intervals.of_day(date(int(match.group("year")), int(match.group("m")), int(match.group("day"))))


def month_year(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 2017; mid-April; in March; late October 1973; last May."""
    month = _month(match, clock)
    modifier, shifted = match.groupdict().get("mod"), match.groupdict().get("shift")
    year = _year(match, clock, month)
    if shifted and clock.today is not None:
        step = int(clock.words.value("shift", shifted))
        passed = month < clock.today.month or (step > 0 and month == clock.today.month)
        year = clock.today.year + (passed if step > 0 else -(month >= clock.today.month) if step < 0 else 0)
    if year is None:
        return _partial(month)
    whole = intervals.of_month(year, month)
    return intervals.part_of(whole, clock.words.value("mod", modifier)) if modifier else whole


def year_alone(match: re.Match[str], clock: Clock) -> Interval | None:
    """In 2014; early 1992; 1991 as a word on its own."""
    whole = intervals.of_year(int(match.group("year")))
    modifier = match.groupdict().get("mod")
    return intervals.part_of(whole, clock.words.value("mod", modifier)) if modifier else whole


def year_range(match: re.Match[str], _: Clock) -> Interval | None:
    """1941-45; 2014 to 2016; between 1990 and 1994."""
    first, last = match.group("year"), match.group("last")
    end = int(first[: 4 - len(last)] + last)
    if end <= int(first):
        return None
    return intervals.of_days(date(int(first), 1, 1), date(end, 12, 31))


def decade(match: re.Match[str], _: Clock) -> Interval | None:
    """The 1990s."""
    return intervals.of_decade(int(match.group("year")))


def weekday(match: re.Match[str], clock: Clock) -> Interval | None:
    """Thursday; last Thursday; next Monday: on the document's own weekday the bare word is the document's day."""
    number = int(clock.words.value("weekday", match.group("capital")))
    if clock.today is None:
        return Interval(f"XXXX-WXX-{number}")
    shifted = match.groupdict().get("shift")
    step = int(clock.words.value("shift", shifted)) if shifted else 0
    start = clock.today + timedelta(days=step) if step else clock.today
    ahead = step > 0 or (step == 0 and clock.direction > 0)
    return intervals.of_day(intervals.nearest_weekday(start, number, 1 if ahead else -1))


def named_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """Today, yesterday, tomorrow, tonight, this evening, last night."""
    group = match.groupdict()
    if group.get("shift"):
        count = -1 if clock.words.value("shift", group["shift"]) == "-1" else 0
    else:
        count = int(clock.words.value("day", group["named"]))
    if clock.today is None:
        return Interval("PRESENT_REF" if count == 0 else "")
    return intervals.shift(clock.today, "D", count)


def shifted_unit(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last week; next month; this year; the past century."""
    unit = clock.words.value("unit", match.group("unit"))
    if unit in ("H", "MIN"):
        return Interval("")
    if clock.today is None:
        return Interval("")
    step = int(clock.words.value("shift", match.group("shift")))
    return intervals.shift(clock.today, unit, step)


def shifted_season(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last summer; this autumn; spring 2014."""
    season = clock.words.value("season", match.group("season"))
    year = match.groupdict().get("year")
    if year:
        return intervals.of_season(int(year), season)
    if clock.today is None:
        return Interval(f"XXXX-{season}")
    step = int(clock.words.value("shift", match.group("shift")))
    this = intervals.of_season(clock.today.year, season)
    started = this.start is not None and this.start <= clock.today
    over = this.end is not None and this.end < clock.today
    move = (0 if not started else 1) if step > 0 else (0 if over else -1) if step < 0 else 0
    return intervals.of_season(clock.today.year + move, season)


def quarter(match: re.Match[str], clock: Clock) -> Interval | None:
    """The third quarter of 2015; Q3 2015."""
    number = match.groupdict().get("q") or clock.words.value("ordinal", match.group("ordinal"))
    year = match.groupdict().get("year") or (str(clock.today.year) if clock.today else "")
    return intervals.of_quarter(int(year), int(number)) if year else Interval(f"XXXX-Q{number}")


def distance(match: re.Match[str], clock: Clock) -> Interval | None:
    """Two days ago; three weeks from now; in six months."""
    count = clock.words.number(match.group("count"))
    unit = clock.words.value("unit", match.group("unit"))
    back = match.group(0).endswith(("ago", "earlier"))
    if count is None or clock.today is None or unit in ("H", "MIN", "WE"):
        return Interval("PAST_REF" if back else "FUTURE_REF")
    return intervals.shift(clock.today, unit, -count if back else count)


def duration(match: re.Match[str], clock: Clock) -> Interval | None:
    """Two days; six months: a length of time, which covers no known days."""
    count = clock.words.number(match.group("count"))
    unit = clock.words.value("unit", match.group("unit"))
    return Interval(ISO_UNITS.get(unit, "P{}" + unit).format("X" if count is None else count))


def reference(match: re.Match[str], clock: Clock) -> Interval | None:
    """Now; recently; in the future."""
    return Interval(clock.words.value("ref", match.group("ref")))


DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
OF_YEAR = rf"(?:,? (?:of )?{YEAR})"
JOIN = r"(?: ?[-–—] ?| and | to | through | until )"
MONTH = "<month:capital>"
MOD = r"(?:<mod>(?:-| |, ))"
AFTER = r"(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bsince )|(?<=\buntil )|(?<=\bduring )|(?<=\bfrom ))"
COUNT = r"(?P<count>\d{1,3}|<number:words>)"

RULES = (
    Rule("iso_day", rf"{YEAR}[-/](?P<m>\d\d)[-/](?P<day>\d\d)", iso_day),
    Rule("month_day_range", rf"{MONTH} {DAY}{JOIN}(?:<month:to> )?{LAST}{OF_YEAR}?", day_range, capital=True),
    Rule("day_range_month", rf"{DAY}{JOIN}{LAST} {MONTH}{OF_YEAR}?", day_range, capital=True),
    Rule("month_day", rf"{MONTH} {DAY}(?!\d|:|,\d|%){OF_YEAR}?", month_day, capital=True),
    Rule("day_month", rf"(?:the )?{DAY} (?:of )?{MONTH}{OF_YEAR}?", month_day, capital=True),
    Rule("month_year", rf"{MOD}?{MONTH}{OF_YEAR}", month_year, capital=True),
    Rule("modified_month", rf"(?:<mod>(?:-| )|<shift> ){MONTH}", month_year, capital=True),
    Rule("month", rf"{AFTER}{MONTH}", month_year, capital=True),
    Rule("year_range", rf"{YEAR}(?:[-–—]|\s(?:to|and)\s)(?P<last>\d{{4}}|\d\d)", year_range),
    Rule("decade", rf"(?:the )?(?:<mod>(?:-| ))?{YEAR}s", decade),
    Rule("modified_year", rf"{MOD}{YEAR}", year_alone),
    Rule("year", rf"{AFTER}{YEAR}", year_alone),
    Rule("weekday", r"(?:<shift> )?<weekday:capital>", weekday, capital=True),
    Rule("named_day", r"<day:named>|(?:<shift> (?:<part>))", named_day),
    Rule("shifted_unit", r"(?:the )?<shift> <unit>", shifted_unit),
    Rule("season", rf"<season>(?: of)? {YEAR}", shifted_season),
    Rule("shifted_season", r"<shift> <season>", shifted_season),
    Rule("quarter", rf"(?:the )?(?:<ordinal> quarter|q(?P<q>[1-4]))(?:(?: of)? {YEAR})?", quarter),
    Rule("ago", rf"{COUNT} <unit> (?:ago|earlier)", distance, confidence=0.8),
    Rule("ahead", rf"(?:(?:with)?in {COUNT} <unit>(?: from now)?)", distance, confidence=0.6),
    Rule("duration", rf"{COUNT}[ -]<unit>", duration, confidence=0.7),
    Rule("reference", r"<ref>", reference, confidence=0.6),
)
