"""A point in the calendar that later expressions count from, known to the day, the month or only the year."""

import re
from datetime import date
from typing import NamedTuple

from detente.mentions import intervals
from detente.mentions.intervals import DAY, Interval, year_text

VALUE = re.compile(r"(BC)?(\d{4})(?:-(\d\d)(?:-(\d\d))?|-(SP|SU|FA|WI))?(?!\d)(?!-[WQH])")


class Point(NamedTuple):
    """Year (negative before Christ), month and day, as far as they are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of_date(cls, day: date) -> "Point":
        """Return the point of a day."""
        return cls(day.year, day.month, day.day)

    def as_date(self) -> date | None:
        """Return the day, or None where it is not known or lies before Christ."""
        if self.month is None or self.day is None or self.year < 1:
            return None
        return date(self.year, self.month, self.day)


def point_of(interval: Interval) -> Point | None:
    """Return what an expression leaves for later ones to count from: of a range its last day, of a week its first."""
    found = VALUE.match(interval.value.rpartition("/")[2])
    if found is not None:
        bc, year, month, day, season = found.groups()
        first = int(month) if month else intervals.SEASON_STARTS.get(season)
        return Point(-int(year) if bc else int(year), first, int(day) if day else None)
    if interval.start is not None and "-" in interval.value:
        return Point(interval.start.year, interval.start.month)
    return None


def unit_at(point: Point, unit: str, count: int) -> Interval:
    """The unit that lies `count` units from the one that holds the point; XX stands for what is not known."""
    if unit in ("D", "W", "WE"):
        return _days_at(point, unit, count)
    if unit in ("M", "Q"):
        if point.month is None:
            return Interval(f"{year_text(point.year)}-{'XX' if unit == 'M' else 'QX'}")
        moved, month = divmod(point.year * 12 + point.month - 1 + count * (3 if unit == "Q" else 1), 12)
        return intervals.of_month(moved, month + 1) if unit == "M" else intervals.of_quarter(moved, month // 3 + 1)
    return intervals.shift_years(point.year, unit, count)


def _days_at(point: Point, unit: str, count: int) -> Interval:
    day = point.as_date()
    if day is not None:
        return intervals.shift(day, unit, count)
    year = year_text(point.year)
    if unit != "D":
        return Interval(f"{year}-WXX")
    month = f"{point.month:02d}" if point.month and not count else "XX"
    return Interval(f"{year}-{month}-XX")


def days_from(point: Point, unit: str, count: int) -> Interval:
    """As unit_at, but weeks are counted as seven days each and lead to a day."""
    day = point.as_date()
    return intervals.of_day(day + 7 * count * DAY) if unit == "W" and day else unit_at(point, unit, count)
