"""A pair period by period: six series, the headline index, its severity variant, and the level.

DESIGN: the index looks at the balance of a period alone, its prior centred on the pair's trailing share; the level is
an exponentially weighted balance whose interval widens in silence, for quiet is not peace. A period without a
cooperative or conflictual story has no index: missing is missing, never zero.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, SERIES, Act
from detente.relations.balance import Estimate, decay, faded, log_odds, share
from detente.relations.periods import check_period, following, periods, start_of

# A day with its cooperative and conflictual stories.
Tally = tuple[date, int, int]
# The trailing share looks back over a year, as long as the outcome definitions of forecasts do.
TRAILING_DAYS = 365


@dataclass(frozen=True, slots=True)
class Side:
    """Stories of one direction in a period, by series; mutual acts count in both directions."""

    contact: int
    commitments: int
    asks: int
    hostile_words: int
    deeds_for: int
    deeds_against: int


@dataclass(frozen=True, slots=True)
class Period:
    """One period of a pair.

    Attributes:
        start, end: first and last day.
        both: stories of the pair whatever the direction; forward: a on b; backward: b on a.
        index: headline index, or None where no story says anything of the balance.
        severity: the same with stories weighted by the PLOVER score of the act.
        level: exponentially weighted balance at the end of the period, None before the first story.
        reports: reports of the period that name both actors.
    """

    start: date
    end: date
    both: Side
    forward: Side
    backward: Side
    index: Estimate | None
    severity: Estimate | None
    level: Estimate | None
    reports: int


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors treat each other, period by period, with the acts it rests on."""

    a: str
    b: str
    by: str
    periods: tuple[Period, ...]
    acts: tuple[Act, ...]


def measure(
    a: str, b: str, acts: Sequence[Act], coverage: Mapping[date, int], *, by: str, half_life_days: float
) -> Relation:
    """Measure a pair from its acts (in any order) and the reports a day that name both.

    Raises:
        UsageError: `by` is no period.
    """
    check_period(by)
    ordered = tuple(sorted(acts, key=lambda act: (act.day, act.story_id)))
    told = _Told(ordered, tuple(act.day for act in ordered), _tallies(ordered), half_life_days)
    days = [*told.days[:1], *told.days[-1:], *coverage]
    if not days:
        return Relation(a, b, by, (), ())
    reports = Counter[date]()
    for day, count in coverage.items():
        reports[start_of(day, by)] += count
    found = tuple(_period(start, by, told, reports) for start in periods(min(days), max(days), by))
    return Relation(a, b, by, found, ordered)


class _Told(NamedTuple):
    """Acts in the order of their days, those days, and the balance of each day that has one."""

    acts: tuple[Act, ...]
    days: tuple[date, ...]
    tallies: tuple[Tally, ...]
    half_life_days: float

    def between(self, first: date, last: date) -> tuple[Act, ...]:
        """Acts of these days, both included."""
        return self.acts[bisect_left(self.days, first) : bisect_right(self.days, last)]


def _period(start: date, by: str, told: _Told, reports: Mapping[date, int]) -> Period:
    end = following(start, by) - timedelta(days=1)
    here = told.between(start, end)
    before = told.between(start - timedelta(days=TRAILING_DAYS), start - timedelta(days=1))
    return Period(
        start=start,
        end=end,
        both=_side(here),
        forward=_side([act for act in here if act.forward or act.mutual]),
        backward=_side([act for act in here if not act.forward or act.mutual]),
        index=_index(here, before),
        severity=_severity(here, before),
        level=_level(end, told.tallies, told.half_life_days),
        reports=reports[start],
    )


def _side(acts: Sequence[Act]) -> Side:
    counts = Counter(act.series for act in acts)
    return Side(**{series: counts[series] for series in SERIES})


def balance_of(acts: Sequence[Act]) -> tuple[float, float]:
    """Count cooperative and conflictual stories."""
    return (
        float(sum(act.series in COOPERATIVE for act in acts)),
        float(sum(act.series in CONFLICTUAL for act in acts)),
    )


def _index(here: Sequence[Act], before: Sequence[Act]) -> Estimate | None:
    cooperative, conflictual = balance_of(here)
    if cooperative + conflictual == 0:
        return None
    return log_odds(cooperative, conflictual, share(*balance_of(before)))


def grave(acts: Sequence[Act]) -> tuple[float, float]:
    """Weigh acts by their scores, scaled so that the weights add up to the number of stories."""
    cooperative = sum(abs(act.score) for act in acts if act.series in COOPERATIVE)
    conflictual = sum(abs(act.score) for act in acts if act.series in CONFLICTUAL)
    scale = sum(balance_of(acts)) / (cooperative + conflictual) if cooperative + conflictual else 0.0
    return cooperative * scale, conflictual * scale


def _severity(here: Sequence[Act], before: Sequence[Act]) -> Estimate | None:
    cooperative, conflictual = grave(here)
    if cooperative + conflictual == 0:
        return None
    return log_odds(cooperative, conflictual, share(*grave(before)))


def level_at(end: date, acts: Sequence[Act], half_life_days: float) -> Estimate | None:
    """Balance of all stories up to `end`, each fading with its age.

    Silence moves no balance: the value stays that of the last story's day, while the stories behind it fade, and with
    them what the interval rests on.
    """
    return _level(end, _tallies(acts), half_life_days)


def _tallies(acts: Sequence[Act]) -> tuple[Tally, ...]:
    """Count cooperative and conflictual stories of each day that has any."""
    good = Counter(act.day for act in acts if act.series in COOPERATIVE)
    bad = Counter(act.day for act in acts if act.series in CONFLICTUAL)
    return tuple((day, good[day], bad[day]) for day in sorted({*good, *bad}))


def _level(end: date, tallies: Sequence[Tally], half_life_days: float) -> Estimate | None:
    past = tallies[: bisect_right(tallies, end, key=lambda tally: tally[0])]
    if not past:
        return None
    last = past[-1][0]
    weights = [decay((last - day).days, half_life_days) for day, _, _ in past]
    cooperative = sum(weight * good for weight, (_, good, _) in zip(weights, past, strict=True))
    conflictual = sum(weight * bad for weight, (_, _, bad) in zip(weights, past, strict=True))
    return faded(
        log_odds(cooperative, conflictual, 0.5), cooperative, conflictual, decay((end - last).days, half_life_days)
    )
