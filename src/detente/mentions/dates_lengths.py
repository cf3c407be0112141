"""Rules of lengths of time and of what recurs: two years, decades, the past six months, weekly.

A length covers no known days, save one that ends or begins on the document's day ("over the past year").
"""

import re
from datetime import date
from math import ceil

from detente.mentions import intervals
from detente.mentions.intervals import DAY, Interval
from detente.mentions.time_rules import COUNT, OF_YEAR, YEAR, Clock, Rule

ISO_UNITS = {"H": "PT{}H", "MIN": "PT{}M"}


def length_value(unit: str, count: float | None) -> str:
    """Write a length as TIMEX3 does: P2Y, PT5H, P2.5Y, PXM where the number is not known."""
    number = "X" if count is None else f"{count:g}"
    return ISO_UNITS.get(unit, "P{}" + unit).format(number)


def duration(match: re.Match[str], clock: Clock) -> Interval | None:
    """Two days; six months; two and a half years; the first ten months of 1915; a twenty-year."""
    count = clock.words.number(match.group("count"))
    return Interval(length_value(clock.words.value("unit", match.group("unit")), count))


def half_unit(match: re.Match[str], clock: Clock) -> Interval | None:
    """Half a century; a half-hour."""
    return Interval(length_value(clock.words.value("unit", match.group("unit")), 0.5))


def span(match: re.Match[str], clock: Clock) -> Interval | None:
    """The past year; the last two weeks; the next four years: a length that touches the document's day."""
    group = match.groupdict()
    count = clock.words.number(group["count"]) if group.get("count") else 1
    unit = clock.words.value("unit", match.group("unit"))
    value = length_value(unit, count)
    day = clock.here.as_date() if clock.here and not clock.narrative else None
    if count is None or day is None or unit in ("H", "MIN", "WE") or count % 1:
        return Interval(value)
    back = clock.words.value("span", match.group("span")) == "-1"
    edge = _moved(day, unit, -int(count) if back else int(count))
    return Interval(value, edge + DAY, day) if back else Interval(value, day, edge)


def _moved(day: date, unit: str, count: int) -> date:
    """The day that lies `count` units from another, by the calendar."""
    if unit in ("D", "W"):
        return day + count * (7 if unit == "W" else 1) * DAY
    return intervals.add_months(day, count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])


def vague(match: re.Match[str], clock: Clock) -> Interval | None:
    """Recent years; the coming months; years; decades-long; a month-long."""
    unit = match.group("unit")
    known = clock.words.value("unit", unit)
    return Interval(length_value(known, None if clock.words.is_plural(unit) else 1))


def rate(match: re.Match[str], clock: Clock) -> Interval | None:
    """Every day; each year; per month."""
    return Interval(length_value(clock.words.value("unit", match.group("unit")), 1))


def recurring(match: re.Match[str], clock: Clock) -> Interval | None:
    """Daily; weekly; annual."""
    return Interval(clock.words.value("freq", match.group("freq")))


def every_weekday(match: re.Match[str], clock: Clock) -> Interval | None:
    """Every Monday."""
    return Interval(f"XXXX-WXX-{clock.words.value('weekday', match.group('weekday'))}")


def within(match: re.Match[str], clock: Clock) -> Interval | None:
    """Within 72 hours: a length that begins on the document's day, unless the verb looks back."""
    count, unit = clock.words.number(match.group("count")), clock.words.value("unit", match.group("unit"))
    value = length_value(unit, count)
    day = clock.today
    if count is None or count % 1 or day is None or clock.narrative or clock.direction < 0 or unit in ("MIN", "WE"):
        return Interval(value)
    return Interval(value, day, day + ceil(count / 24) * DAY if unit == "H" else _moved(day, unit, int(count)))


def part_month(match: re.Match[str], clock: Clock) -> Interval | None:
    """The last week of August 1918; the second week of May: by sevens from the month's first day."""
    number = int(clock.words.value("month", match.group("at")))
    year = clock.year_of(match, number)
    whole = intervals.of_month(year, number) if year else Interval("")
    if whole.start is None or whole.end is None:
        return Interval("P1W")
    ordinal = match.group("ordinal")
    first = whole.start + 7 * (int(clock.words.value("ordinal", ordinal)) - 1) * DAY if ordinal else whole.end - 6 * DAY
    return Interval("P1W", first, min(first + 6 * DAY, whole.end)) if first <= whole.end else None


def part_year(match: re.Match[str], clock: Clock) -> Interval | None:
    """The first ten months of 1915; the last two weeks of 1999."""
    count, unit = clock.words.number(match.group("count")), clock.words.value("unit", match.group("unit"))
    whole = intervals.of_year(clock.year(match.group("year")))
    value = length_value(unit, count)
    if count is None or count % 1 or whole.start is None or whole.end is None or unit not in ("D", "W", "M"):
        return Interval(value)
    if match.group("side") == "first":
        return Interval(value, whole.start, _moved(whole.start, unit, int(count)) - DAY)
    return Interval(value, _moved(whole.end + DAY, unit, -int(count)), whole.end)


def part_week(match: re.Match[str], clock: Clock) -> Interval | None:
    """The last week of August; the first days of the war: a length, whose days the month alone would tell."""
    unit = match.group("unit")
    return Interval(length_value(clock.words.value("unit", unit), None if clock.words.is_plural(unit) else 1))


LENGTHS = (
    Rule("span", ("unit",), rf"(?:the )?<span> {COUNT} <unit>", span, confidence=0.7),
    Rule("span_one", ("unit",), r"the (?P<span>past) (?P<at><unit>)", span, "singular", confidence=0.7),
    Rule(
        "duration",
        ("unit",),
        rf"(?:the (?:first|last|final) )?{COUNT}[ -]<unit>(?:-long)?",
        duration,
        "length",
        confidence=0.7,
    ),
    Rule("within", ("unit",), rf"within {COUNT} <unit>", within, confidence=0.7),
    Rule(
        "described_duration",
        ("unit",),
        rf"(?!a |an |one ){COUNT}(?: (?!of |the |and |or |to |in |per )[a-z]+ )<unit>",
        duration,
        "plural",
        confidence=0.6,
    ),
    Rule("half_unit", ("unit",), r"(?:half an?|(?:an? )?half)[ -]<unit>", half_unit, confidence=0.7),
    Rule("vague", ("unit",), r"(?:the )?<vague> (?P<at><unit>)", vague, "plural", confidence=0.6),
    Rule("bare", ("unit",), r"(?P<at><unit>)", vague, "bare", confidence=0.5),
    Rule("long", ("unit",), r"<unit>-long", vague, confidence=0.6),
    Rule(
        "part_month",
        ("unit",),
        rf"(?:the )?(?:<ordinal>|<last:final>) week (?:of|in) (?P<at><month>){OF_YEAR}?",
        part_month,
        "capital",
    ),
    Rule("part_year", ("unit",), rf"(?:the )?(?P<side>first|last) {COUNT} <unit> of {YEAR}", part_year),
    Rule(
        "part_week",
        ("unit",),
        r"(?:the )?(?:<ordinal>|<last:final>|<vague>) <unit>(?= of\b)",
        part_week,
        confidence=0.6,
    ),
    Rule("ordinal", ("unit",), r"(?:the )?<ordinal> <unit>", rate, "singular", confidence=0.5),
    Rule("each", ("unit",), r"<each> (?:single )?<unit>", rate, confidence=0.6),
    Rule("rate", ("unit",), r"<per> <unit>", rate, confidence=0.6),
    Rule("every_weekday", ("weekday",), r"(?:every|each) (?P<at><weekday>)", every_weekday, "capital"),
    Rule("recurring", ("freq",), r"<freq>", recurring, "common", confidence=0.6),
)
SETS = ("each", "every_weekday", "recurring")
