"""Task timex: extents of time expressions, their TIMEX3 values and the days they cover.

`value.f1` is TempEval-3's ranking measure (UzZaman et al. 2013): overlap and the right value. `interval` figures are
shares of the gold expressions that name days.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from detente.evaluation.figures import Counts, Figure, precision_recall_f1, ratio
from detente.evaluation.rows import Row

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
Days = tuple[date, date]


class Totals(NamedTuple):
    """Counts over all documents."""

    strict: int = 0
    relaxed: int = 0
    value: int = 0
    gold: int = 0
    predicted: int = 0
    valued: int = 0
    days: int = 0
    exact: int = 0
    overlap: int = 0


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score the expressions of all documents."""
    totals = Totals()
    for id_, row in gold.items():
        found = _document(row["timexes"], predicted.get(id_, {}).get("timexes") or ())
        totals = Totals(*(a + b for a, b in zip(totals, found, strict=True)))
    valued = totals.predicted - (totals.gold - totals.valued)
    return (
        *_figures("strict", totals.strict, totals.predicted, totals.gold),
        *_figures("relaxed", totals.relaxed, totals.predicted, totals.gold),
        *_figures("value", totals.value, valued, totals.valued),
        Figure("interval.exact", ratio(totals.exact, totals.days)),
        Figure("interval.overlap", ratio(totals.overlap, totals.days)),
    )


def _figures(name: str, right: int, predicted: int, gold: int) -> tuple[Figure, Figure, Figure]:
    return precision_recall_f1(name, Counts(right, predicted - right, gold - right))


def _document(gold: Sequence[Row], answers: Sequence[Row]) -> Totals:
    paired = _pairs(gold, answers)
    strict = value = days = exact = overlap = 0
    for i, wanted in enumerate(gold):
        given = answers[paired[i]] if i in paired else None
        if given is not None:
            strict += (wanted["start"], wanted["end"]) == (given["start"], given["end"])
            value += bool(wanted.get("value")) and normal(wanted["value"]) == normal(given.get("value"))
        span = days_of(wanted) if wanted.get("type") in (None, "DATE", "TIME") else None
        if span is not None:
            answered = days_of(given) if given is not None else None
            days += 1
            exact += answered == span
            overlap += answered is not None and answered[0] <= span[1] and span[0] <= answered[1]
    valued = sum(bool(row.get("value")) for row in gold)
    return Totals(strict, len(paired), value, len(gold), len(answers), valued, days, exact, overlap)


def _pairs(gold: Sequence[Row], answers: Sequence[Row]) -> dict[int, int]:
    """Pair one to one, same extents first, then the greatest overlap."""
    close: list[tuple[bool, int, int, int]] = []
    for i, a in enumerate(gold):
        for j, b in enumerate(answers):
            shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
            if shared > 0:
                close.append((not (a["start"] == b["start"] and a["end"] == b["end"]), -shared, i, j))
    paired: dict[int, int] = {}
    for _, _, i, j in sorted(close):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def normal(value: str | None) -> str:
    """One spelling of a value: 2000-W7 is 2000-W07, T22:00:00 is T22:00, AU is FA."""
    text = (value or "").strip().upper().replace("-AU", "-FA")
    text = re.sub(r"-W(\d)(?!\d)", r"-W0\1", text)
    return re.sub(r"T00:00$", "", re.sub(r"(T\d\d:\d\d):00$", r"\1", text))


def days_of(row: Row) -> Days | None:
    """First and last day of an expression, from `from` and `to` or its value; None where it names no days."""
    try:
        if row.get("from"):
            first = date.fromisoformat(row["from"][:10])
            return first, date.fromisoformat((row.get("to") or row["from"])[:10])
        value = normal(row.get("value"))
        for pattern, read in READERS:
            found = pattern.fullmatch(value)
            if found:
                return read(found)
    except ValueError:  # a value such as 2013-02-30 names no day
        return None
    return None


def _day(found: re.Match[str]) -> Days:
    day = date(int(found[1]), int(found[2]), int(found[3]))
    return day, day


def _months(year: int, first: int, last: int) -> Days:
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def _week(found: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    part = found[3] or ""
    first, last = (5, 6) if part == "-WE" else (int(part[1]) - 1,) * 2 if part else (0, 6)
    return monday + timedelta(first), monday + timedelta(last)


def _season(found: re.Match[str]) -> Days:
    start = SEASONS[found[2]]
    return _months(int(found[1]), start, start + 2)


def _years(found: re.Match[str]) -> Days:
    digits = found[1]
    width = 10 ** (4 - len(digits))
    return date(int(digits) * width, 1, 1), date(int(digits) * width + width - 1, 12, 31)


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), lambda found: _months(int(found[1]), int(found[2]), int(found[2]))),
    (re.compile(r"(\d{4})-W(\d\d)(-WE|-[1-7])?"), _week),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda found: _months(int(found[1]), int(found[2]) * 3 - 2, int(found[2]) * 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda found: _months(int(found[1]), int(found[2]) * 6 - 5, int(found[2]) * 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{2,4})X{0,2}"), _years),
)
