"""Calendar arithmetic: from a TIMEX3 value's parts to the days it covers.

Conventions: weeks run Monday to Sunday (ISO 8601); early, mid and late month are days 1-10, 11-20 and 21-end;
seasons are meteorological (northern), winter beginning in December of the year it is named after.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = timedelta(days=1)


class Interval(NamedTuple):
    """A TIMEX3 value with the first and last day it covers (None where it covers no known days)."""

    value: str
    start: date | None = None
    end: date | None = None


def of_day(day: date) -> Interval:
    """One day."""
    return Interval(day.isoformat(), day, day)


def of_days(first: date, last: date) -> Interval:
    """A range of days, which TIMEX3 cannot say in one value."""
    return Interval("", first, last)


def of_week(day: date) -> Interval:
    """The ISO week that holds `day`."""
    year, week, _ = day.isocalendar()
    monday = day - (day.weekday() * DAY)
    return Interval(f"{year}-W{week:02d}", monday, monday + 6 * DAY)


def of_weekend(day: date) -> Interval:
    """Saturday and Sunday of the ISO week that holds `day`."""
    year, week, _ = day.isocalendar()
    saturday = day + ((5 - day.weekday()) * DAY)
    return Interval(f"{year}-W{week:02d}-WE", saturday, saturday + DAY)


def of_month(year: int, month: int) -> Interval:
    """A calendar month."""
    return Interval(f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def of_quarter(year: int, quarter: int) -> Interval:
    """A quarter of a calendar year, 1 to 4."""
    last = of_month(year, quarter * 3).end
    return Interval(f"{year:04d}-Q{quarter}", date(year, quarter * 3 - 2, 1), last)


def of_season(year: int, season: str) -> Interval:
    """A season, SP, SU, FA or WI, by the year in which it begins."""
    month = SEASON_STARTS[season]
    ending_year, ending_month = (year + 1, 2) if season == "WI" else (year, month + 2)
    return Interval(f"{year:04d}-{season}", date(year, month, 1), of_month(ending_year, ending_month).end)


def of_year(year: int) -> Interval:
    """A calendar year."""
    return Interval(f"{year:04d}", date(year, 1, 1), date(year, 12, 31))


def of_decade(year: int) -> Interval:
    """The decade that holds `year`: 1994 gives the 1990s."""
    first = year // 10 * 10
    return Interval(f"{first // 10:03d}", date(first, 1, 1), date(first + 9, 12, 31))


def of_century(year: int) -> Interval:
    """The hundred years that share the first two digits of `year`."""
    first = max(year // 100 * 100, 1)
    return Interval(f"{year // 100:02d}", date(first, 1, 1), date(first // 100 * 100 + 99, 12, 31))


def part_of(whole: Interval, part: str) -> Interval:
    """The START, MID or END of a month, season or year."""
    if whole.start is None or whole.end is None:
        return whole
    if whole.start.day == 1 and (whole.end - whole.start).days < 31:
        bounds = {"START": (1, 10), "MID": (11, 20), "END": (21, whole.end.day)}[part]
        return Interval(whole.value, whole.start.replace(day=bounds[0]), whole.start.replace(day=bounds[1]))
    third = ((whole.end - whole.start).days + 1) // 3
    starts = {"START": 0, "MID": third, "END": 2 * third}
    first = whole.start + starts[part] * DAY
    return Interval(whole.value, first, whole.end if part == "END" else first + (third - 1) * DAY)


def add_months(day: date, months: int) -> date:
    """Move by calendar months, to the month's last day where the day does not exist there."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: int) -> Interval:
    """The unit (D, W, M, Q, Y, DE, CE, WE) that lies `count` units from the one that holds `day`."""
    if unit == "D":
        return of_day(day + count * DAY)
    if unit == "W":
        return of_week(day + 7 * count * DAY)
    if unit == "WE":
        return of_weekend(day + 7 * count * DAY)
    if unit in ("M", "Q"):
        moved = add_months(day, count * (3 if unit == "Q" else 1))
        return of_month(moved.year, moved.month) if unit == "M" else of_quarter(moved.year, (moved.month + 2) // 3)
    years = {"Y": 1, "DE": 10, "CE": 100}[unit]
    year = day.year + count * years
    return {"Y": of_year, "DE": of_decade, "CE": of_century}[unit](year)


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """The day with ISO weekday 1-7 on or before `day` (direction -1) or on or after it (1); the same day counts."""
    distance = (weekday - day.isoweekday()) % 7
    return day + distance * DAY if direction > 0 else day - ((7 - distance) % 7) * DAY
