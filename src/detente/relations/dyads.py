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

import numpy as np
from numpy.typing import NDArray

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, SERIES, Act
from detente.relations.balance import Estimate, log_odds, share
from detente.relations.coverage import NAMED, UNKNOWN, Coverage, Written, by_period, panel_of
from detente.relations.levels import Levels
from detente.relations.periods import check_period, following, periods

# The trailing share looks back over a year, as long as the outcome definitions of forecasts do.
TRAILING_DAYS = 365
CRUMBS = 1e-6


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
        reports: reports of the period on the pair, as `Relation.coverage` says; None where they are not known.
        publishers: how many publishers these come from.
        panel_reports, panel_stories: reports of the fixed panel (`Relation.panel`), and stories of all series that one
            of it tells; None where there is no panel.
    """

    start: date
    end: date
    both: Side
    forward: Side
    backward: Side
    index: Estimate | None
    severity: Estimate | None
    level: Estimate | None
    reports: int | None
    publishers: int
    panel_reports: int | None = None
    panel_stories: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors treat each other, period by period, with the acts it rests on.

    Attributes:
        coverage: what `reports` counts: those that name both actors (named), those of another data set that tell an act
            of theirs (told), or nothing, since that data set does not tell its reports (unknown).
        design_effect: how many stories say as much of the level as one independent one.
        coded_with: whose coding is counted, None for all that the record holds.
        panel: publishers that wrote of the pair in every year.
    """

    a: str
    b: str
    by: str
    periods: tuple[Period, ...]
    acts: tuple[Act, ...]
    coverage: str = NAMED
    design_effect: float = 1.0
    coded_with: str | None = None
    panel: tuple[str, ...] = ()


class Material(NamedTuple):
    """What is known of a pair.

    Attributes:
        acts: the counted acts, one a story, in any order.
        written: what was written of the pair, by day and publisher; coverage: what that counts (`Relation.coverage`).
        until: the last day of the record, whoever it is about: silence up to it counts.
        tellers: the publishers of each story.
    """

    acts: Sequence[Act]
    written: Sequence[Written] = ()
    coverage: str = NAMED
    until: date | None = None
    tellers: Mapping[str, Sequence[str]] = {}


def measure(a: str, b: str, known: Material, *, by: str, half_life_days: float) -> Relation:
    """Measure a pair period by period, from its first act or report to its last, or to the end of the record.

    Raises:
        UsageError: `by` is no period.
    """
    check_period(by)
    ordered = tuple(sorted(known.acts, key=lambda act: (act.day, act.story_id)))
    told = _Told(ordered, tuple(act.day for act in ordered), Levels(ordered, half_life_days), _sums(ordered))
    days = [*told.days[:1], *told.days[-1:], *(row.day for row in known.written)]
    if not days:
        return Relation(a, b, by, (), (), known.coverage)
    panel = panel_of(known.written) if known.tellers else frozenset[str]()
    none = Coverage(None if known.coverage == UNKNOWN else 0, 0, 0 if panel else None)
    of_panel = frozenset(story for story, names in known.tellers.items() if not panel.isdisjoint(names))
    covered = _Covered(by_period(known.written, by, panel), none, of_panel)
    last = max([*days, *filter(None, [known.until])])
    found = tuple(_period(start, by, told, covered) for start in periods(min(days), last, by))
    return Relation(a, b, by, found, ordered, known.coverage, told.levels.design_effect, panel=tuple(sorted(panel)))


class _Told(NamedTuple):
    """Acts in the order of their days, those days, the level of each day, and running sums.

    `sums` holds cooperative and conflictual acts, and their scores, before each act and behind the last.
    """

    acts: tuple[Act, ...]
    days: tuple[date, ...]
    levels: Levels
    sums: NDArray[np.float64]

    def between(self, first: date, last: date) -> slice:
        """Places of the acts of these days, both included."""
        return slice(bisect_left(self.days, first), bisect_right(self.days, last))

    def balance(self, places: slice) -> tuple[float, float]:
        """What `balance_of` counts, of acts at these places."""
        good, bad, _, _ = self.sums[places.stop] - self.sums[places.start]
        return float(good), float(bad)

    def grave(self, places: slice) -> tuple[float, float]:
        """What `grave` weighs, of acts at these places."""
        good, bad, *scores = (float(number) for number in self.sums[places.stop] - self.sums[places.start])
        return _scaled(scores[0], scores[1], good + bad)


class _Covered(NamedTuple):
    """Coverage of the periods that have some, by their first days, that of the others, and stories of the panel."""

    periods: Mapping[date, Coverage]
    otherwise: Coverage
    of_panel: frozenset[str]


def _period(start: date, by: str, told: _Told, covered: _Covered) -> Period:
    end = following(start, by) - timedelta(days=1)
    places = told.between(start, end)
    here = told.acts[places]
    before = told.between(start - timedelta(days=TRAILING_DAYS), start - timedelta(days=1))
    written = covered.periods.get(start, covered.otherwise)
    return Period(
        start=start,
        end=end,
        both=_side(here),
        forward=_side([act for act in here if act.forward or act.mutual]),
        backward=_side([act for act in here if not act.forward or act.mutual]),
        index=_estimate(told.balance(places), told.balance(before)),
        severity=_estimate(told.grave(places), told.grave(before)),
        level=told.levels.at(end),
        reports=written.reports,
        publishers=written.publishers,
        panel_reports=written.of_panel,
        panel_stories=None if written.of_panel is None else sum(act.story_id in covered.of_panel for act in here),
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


def _sums(acts: Sequence[Act]) -> NDArray[np.float64]:
    rows = np.zeros((len(acts) + 1, 4))
    for place, act in enumerate(acts, 1):
        if act.series in COOPERATIVE:
            rows[place, 0], rows[place, 2] = 1.0, abs(act.score)
        elif act.series in CONFLICTUAL:
            rows[place, 1], rows[place, 3] = 1.0, abs(act.score)
    return rows.cumsum(axis=0)


def _estimate(here: tuple[float, float], before: tuple[float, float]) -> Estimate | None:
    return log_odds(*here, share(*before)) if sum(here) else None


def grave(acts: Sequence[Act]) -> tuple[float, float]:
    """Weigh acts by their scores, scaled so that the weights add up to the number of stories."""
    cooperative = sum(abs(act.score) for act in acts if act.series in COOPERATIVE)
    conflictual = sum(abs(act.score) for act in acts if act.series in CONFLICTUAL)
    return _scaled(cooperative, conflictual, sum(balance_of(acts)))


def _scaled(cooperative: float, conflictual: float, stories: float) -> tuple[float, float]:
    # running sums leave crumbs where there is nothing
    scale = stories / (cooperative + conflictual) if cooperative + conflictual > CRUMBS else 0.0
    return cooperative * scale, conflictual * scale
