"""Rules of days and months of the calendar, and of ranges of them."""

import re
from datetime import date

from detente.mentions import intervals
from detente.mentions.intervals import Interval, year_text
from detente.mentions.time_rules import OF_YEAR, WHICH, Clock, Rule


def _month(match: re.Match[str], clock: Clock, group: str = "month") -> int:
    return int(clock.words.value("month", match.group(group)))


def day_at(year: int | None, month: int, day: int) -> Interval | None:
    """A day; without a year it keeps its TIMEX3 value, XXXX-09-18, and before Christ too it has no days."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is not None and year > 0:
        return intervals.of_day(date(year, month, day))
    return Interval(f"{'XXXX' if year is None else year_text(year)}-{month:02d}-{day:02d}")


def month_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18, 2017; 18 September; Sept. 18; 24 January of the same year."""
    month, day = _month(match, clock), int(match.group("day"))
    return day_at(clock.year_of(match, month, day), month, day)


def day_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18 - 20; July 7 and 8; 18-20 September 2017; June 28 to July 3; 28 June and 2 July."""
    month, day, last = _month(match, clock), int(match.group("day")), int(match.group("last"))
    last_month = _month(match, clock, "to") if match.groupdict().get("to") else month
    year = clock.year_of(match, month, day)
    # A year written after the range belongs to its end: "28 December to 3 January 1915".
    named = year is not None and match.groupdict().get("year") and last_month < month
    first = day_at(year - 1 if named and year else year, month, day)
    final = day_at(year + 1 if year and last_month < month and not named else year, last_month, last)
    if first is None or final is None or first.value >= final.value:
        return None
    return intervals.of_range(first, final)


def ordinal_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """On the 20th, in a text that told of a month."""
    here = clock.then
    if here is None or here.month is None:
        return None
    return day_at(here.year, here.month, int(match.group("day")))


def iso_day(match: re.Match[str], _: Clock) -> Interval | None:
    """2017-09-18; 2017/09/18."""
    return day_at(int(match.group("y")), int(match.group("m")), int(match.group("day")))


def holiday(match: re.Match[str], clock: Clock) -> Interval | None:
    """Christmas Eve; New Year's Day 2017."""
    month, day = (int(part) for part in clock.words.value("holiday", match.group("holiday")).split("-"))
    return day_at(clock.year_of(match, month, day), month, day)


def known_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """A day that is called by its month and day alone, whatever the year of the text."""
    year, month, day = (int(part) for part in clock.words.value("known", match.group("known")).split("-"))
    return day_at(year, month, day)


def month(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 2017; in March; October of that year."""
    number = _month(match, clock)
    year = clock.year_of(match, number)
    return Interval(f"XXXX-{number:02d}") if year is None else intervals.of_month(year, number)


def month_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """September-October 1914; from June to August."""
    first, last = _month(match, clock), _month(match, clock, "to")
    year = clock.year_of(match, first)
    if year is None:
        return Interval(f"XXXX-{first:02d}/XXXX-{last:02d}")
    if last > first:
        return intervals.of_range(intervals.of_month(year, first), intervals.of_month(year, last))
    begun = year - 1 if match.groupdict().get("year") else year
    return intervals.of_range(intervals.of_month(begun, first), intervals.of_month(begun + 1, last))


def shifted_month(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last May; next March; the previous April."""
    number = _month(match, clock)
    base, step = clock.step(match)
    if base is None or base.month is None:
        return Interval(f"XXXX-{number:02d}")
    passed = number < base.month or (step > 0 and number == base.month)
    year = base.year + (passed if step > 0 else -(number >= base.month) if step < 0 else 0)
    return intervals.of_month(year, number)


DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
JOIN = r"(?: ?[-–—] ?| and | to | through | until )"
MONTH = "(?P<at><month>)"
DIGITS = ("digits",)
# A bare ordinal is a day only where the words before it ask for one.
BEFORE_DAY = r"(?:(?<=\bon the )|(?<=\bby the )|(?<=\buntil the )|(?<=\bthan the ))"

CALENDAR = (
    Rule("iso_day", DIGITS, r"(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<day>\d\d)", iso_day, role="day"),
    Rule("month_day_range", ("month",), rf"{MONTH} {DAY}{JOIN}(?:<month:to> )?{LAST}{OF_YEAR}?", day_range, "capital"),
    Rule("day_range_month", ("month",), rf"{DAY}{JOIN}{LAST} {MONTH}{OF_YEAR}?", day_range, "capital"),
    Rule("day_month_range", ("month",), rf"{DAY} {MONTH}{JOIN}{LAST} <month:to>{OF_YEAR}?", day_range, "capital"),
    Rule("month_day", ("month",), rf"{MONTH} (?:the )?{DAY}(?!\d|:|,\d|%){OF_YEAR}?", month_day, "capital", "day"),
    Rule(
        "day_pair",
        ("month",),
        rf"(?:the )?{DAY} {MONTH}(?= and {LAST} <month:other>{OF_YEAR})",
        month_day,
        "capital",
        "day",
    ),
    Rule("day_month", ("month",), rf"(?:the )?{DAY} (?:day )?(?:of )?{MONTH}{OF_YEAR}?", month_day, "capital", "day"),
    Rule(
        "ordinal_day",
        DIGITS,
        rf"{BEFORE_DAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?=[,.;)])",
        ordinal_day,
        role="day",
        confidence=0.6,
    ),
    Rule("known_day", ("known",), r"(?:the )?<known>", known_day, role="day"),
    Rule("holiday", ("holiday",), rf"<holiday>{OF_YEAR}?", holiday, "free", role="day"),
    Rule(
        "month_range",
        ("month",),
        rf"{MONTH}(?: ?[-–—] ?| to | through | until )<month:to>{OF_YEAR}?",
        month_range,
        "capital",
    ),
    Rule(
        "month_pair",
        ("month",),
        rf"{MONTH}(?=(?: and | or |[-–—/]|, )(?:<mod> )?<month:other>{OF_YEAR})",
        month,
        "capital",
        "span",
    ),
    Rule("month_year", ("month",), rf"{MONTH}{OF_YEAR}", month, "capital", "span"),
    Rule("shifted_month", ("month",), rf"{WHICH} {MONTH}", shifted_month, "capital", "span"),
    Rule("month", ("month",), MONTH, month, "month", "span"),
)
