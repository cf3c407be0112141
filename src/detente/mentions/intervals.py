"""Calendar arithmetic: from a TIMEX3 value's parts to the days it covers.

Conventions: weeks run Monday to Sunday (ISO 8601); early, mid and late month are days 1-10, 11-20 and 21-end, of a year
or season its thirds, of a decade years 0-3, 4-6 and 7-9; seasons are meteorological (northern), winter beginning in
December of the year it is named after. Years before Christ are negative and written BC0480; they have a value but no
days, which the calendar in use does not reach.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DAY = timedelta(days=1)


class Interval(NamedTuple):
    """A TIMEX3 value with the first and last day it covers (None where it covers no known days).

    A range, for which TIMEX3 has no value, carries the ISO 8601 one: 2017-09-18/2017-09-20.
    """

    value: str
    start: date | None = None
    end: date | None = None


def year_text(year: int) -> str:
    """Write a year as TIMEX3 does: 1914, BC0480."""
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def of_day(day: date) -> Interval:
    """One day."""
    return Interval(day.isoformat(), day, day)


def of_range(first: Interval, last: Interval) -> Interval:
    """From the first day of one to the last day of the other."""
    return Interval(f"{first.value}/{last.value}", first.start, last.end)


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
    value = f"{year_text(year)}-{month:02d}"
    if year < 1:
        return Interval(value)
    return Interval(value, date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def of_quarter(year: int, quarter: int) -> Interval:
    """A quarter of a calendar year, 1 to 4."""
    value = f"{year_text(year)}-Q{quarter}"
    return Interval(value, of_month(year, quarter * 3 - 2).start, of_month(year, quarter * 3).end)


def of_half(year: int, half: int) -> Interval:
    """A half of a calendar year, 1 or 2."""
    return Interval(f"{year_text(year)}-H{half}", of_month(year, half * 6 - 5).start, of_month(year, half * 6).end)


def of_season(year: int, season: str) -> Interval:
    """A season, SP, SU, FA or WI, by the year in which it begins."""
    month = SEASON_STARTS[season]
    ending_year, ending_month = (year + 1, 2) if season == "WI" else (year, month + 2)
    value = f"{year_text(year)}-{season}"
    return Interval(value, of_month(year, month).start, of_month(ending_year, ending_month).end)


def of_year(year: int) -> Interval:
    """A calendar year."""
    return Interval(year_text(year), of_month(year, 1).start, of_month(year, 12).end)


def of_decade(year: int) -> Interval:
    """The decade that holds `year`: 1994 gives the 1990s."""
    first = abs(year) // 10 * 10
    if year < 1:
        return Interval(f"BC{first // 10:03d}")
    return Interval(f"{first // 10:03d}", date(max(first, 1), 1, 1), date(first + 9, 12, 31))


def of_century(year: int) -> Interval:
    """The hundred years that share the first two digits of `year`."""
    first = abs(year) // 100 * 100
    if year < 1:
        return Interval(f"BC{first // 100:02d}")
    return Interval(f"{first // 100:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31))


def part_of(whole: Interval, part: str) -> Interval:
    """The START, MID or END of a month, season, year or decade; the value stays that of the whole."""
    if whole.start is None or whole.end is None or whole.start.day != 1:  # a week or a day is not divided
        return whole
    first, last = whole.start, whole.end
    if 27 <= (last - first).days < 31:
        days = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[part]
        return Interval(whole.value, first.replace(day=days[0]), first.replace(day=days[1]))
    if last - first < 31 * DAY:
        return whole
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    # Years 0 to 3, 4 to 6 and 7 to 9 of a decade; thirds of a year or a season.
    bounds = (48, 84) if months == 120 else (months // 3, 2 * months // 3)
    begun, ended = {"START": (0, bounds[0]), "MID": bounds, "END": (bounds[1], months)}[part]
    return Interval(whole.value, add_months(first, begun), add_months(first, ended) - DAY)


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
    return shift_years(day.year, unit, count)


def shift_years(year: int, unit: str, count: int) -> Interval:
    """The year, decade or century (Y, DE, CE) that lies `count` of them from the one that holds `year`."""
    year += count * {"Y": 1, "DE": 10, "CE": 100}[unit]
    return {"Y": of_year, "DE": of_decade, "CE": of_century}[unit](year)


def nearest_weekday(day: date, weekday: int, direction: int) -> date:
    """The day with ISO weekday 1-7 on or before `day` (direction -1) or on or after it (1); the same day counts."""
    distance = (weekday - day.isoweekday()) % 7
    return day + distance * DAY if direction > 0 else day - ((7 - distance) % 7) * DAY
