"""How much was written of a pair: without it a lull in the news looks like a lull between the two."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from detente.relations.periods import start_of

NAMED, TOLD, UNKNOWN = "named", "told", "unknown"


class Written(NamedTuple):
    """What one publisher wrote of a pair on one day.

    `reports` is None where a data set does not say which reports its events come from.
    """

    day: date
    publisher: str
    reports: int | None


class Coverage(NamedTuple):
    """Reports and publishers of one period, and reports of the fixed panel; None where they are not known."""

    reports: int | None
    publishers: int
    of_panel: int | None = None


def kind_of(written: Iterable[Written], *, imported: bool) -> str:
    """Say what `reports` counts: those that name the pair, those that tell an act of it (imported), or nothing."""
    rows = list(written)
    if rows and all(row.reports is None for row in rows):
        return UNKNOWN
    return TOLD if imported else NAMED


def panel_of(written: Iterable[Written]) -> frozenset[str]:
    """Return the publishers that wrote of the pair in every year; none where that is one year only.

    Rates over them do not move because a source came or went.
    """
    years: dict[str, set[int]] = {}
    for row in written:
        years.setdefault(row.publisher, set()).add(row.day.year)
    every = range(min(map(min, years.values()), default=0), max(map(max, years.values()), default=0) + 1)
    return frozenset(name for name, there in years.items() if name and len(every) > 1 and there.issuperset(every))


def by_period(written: Iterable[Written], by: str, panel: frozenset[str] = frozenset()) -> Mapping[date, Coverage]:
    """Add up days to periods, by the first day of each."""
    reports: Counter[date] = Counter()
    of_panel: Counter[date] = Counter()
    publishers: dict[date, set[str]] = {}
    known: set[date] = set()
    for row in written:
        start = start_of(row.day, by)
        publishers.setdefault(start, set()).add(row.publisher)
        if row.reports is not None:
            known.add(start)
            reports[start] += row.reports
            of_panel[start] += row.reports * (row.publisher in panel)
    return {
        start: Coverage(
            reports[start] if start in known else None, len(names - {""}), of_panel[start] if panel else None
        )
        for start, names in publishers.items()
    }
