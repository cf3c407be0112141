"""Calendar periods: the weeks, months, quarters and years that a series runs through."""

from collections.abc import Iterator
from datetime import date, timedelta

from detente.errors import UsageError

PERIODS = ("week", "month", "quarter", "year")


def check_period(by: str) -> None:
    """Raise UsageError unless `by` is a period."""
    if by not in PERIODS:
        raise UsageError(f"no period {by!r}; allowed are {', '.join(PERIODS)}")


def start_of(day: date, by: str) -> date:
    """First day of the period that holds `day`; weeks begin on Monday."""
    if by == "week":
        return day - timedelta(days=day.weekday())
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[by]
    return date(day.year, month, 1)


def following(start: date, by: str) -> date:
    """First day of the next period."""
    if by == "week":
        return start + timedelta(days=7)
    months = start.year * 12 + start.month - 1 + {"month": 1, "quarter": 3, "year": 12}[by]
    return date(months // 12, months % 12 + 1, 1)


def periods(first: date, last: date, by: str) -> Iterator[date]:
    """First days of all periods from the one that holds `first` to the one that holds `last`, gaps included."""
    start = start_of(first, by)
    while start <= last:
        yield start
        start = following(start, by)
