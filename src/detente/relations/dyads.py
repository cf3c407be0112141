"""A pair period by period: six series, the headline index, its severity variant, and the level.

DESIGN: the index looks at the balance of a period alone, its prior centred on the pair's trailing share; the level is
an exponentially weighted balance whose interval widens in silence, for quiet is not peace. A period without a
cooperative or conflictual story has no index: missing is missing, never zero.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, SERIES, Act
from detente.relations.balance import Estimate, decay, faded, log_odds, share
from detente.relations.periods import check_period, following, periods, start_of

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
    days = [act.day for act in ordered] + list(coverage)
    if not days:
        return Relation(a, b, by, (), ())
    found = tuple(_period(start, by, ordered, coverage, half_life_days) for start in periods(min(days), max(days), by))
    return Relation(a, b, by, found, ordered)


def _period(start: date, by: str, acts: Sequence[Act], coverage: Mapping[date, int], half_life_days: float) -> Period:
    end = following(start, by) - timedelta(days=1)
    here = [act for act in acts if start <= act.day <= end]
    before = [act for act in acts if start - timedelta(days=TRAILING_DAYS) <= act.day < start]
    return Period(
        start=start,
        end=end,
        both=_side(here),
        forward=_side([act for act in here if act.forward or act.mutual]),
        backward=_side([act for act in here if not act.forward or act.mutual]),
        index=_index(here, before),
        severity=_severity(here, before),
        level=level_at(end, acts, half_life_days),
        reports=sum(count for day, count in coverage.items() if start_of(day, by) == start),
    )


def _side(acts: Sequence[Act]) -> Side:
    return Side(**{series: sum(act.series == series for act in acts) for series in SERIES})


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
    past = [act for act in acts if act.day <= end and act.series in COOPERATIVE + CONFLICTUAL]
    if not past:
        return None
    last = past[-1].day
    weights = [(act.series in COOPERATIVE, decay((last - act.day).days, half_life_days)) for act in past]
    cooperative = sum(weight for good, weight in weights if good)
    conflictual = sum(weight for good, weight in weights if not good)
    return faded(
        log_odds(cooperative, conflictual, 0.5), cooperative, conflictual, decay((end - last).days, half_life_days)
    )
