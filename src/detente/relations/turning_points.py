"""Turning points: where the balance between two actors changed, how surely, by how much, and by which stories.

1. Stories are counted by week; weeks without a cooperative or conflictual story are left out.
2. The likeliest partition into stretches of one balance is found (`segments.py`).
3. A turn is kept if its two stretches are likelier with it than without, at 9 to 1; the weakest goes first.
4. Each kept turn gets its interval, the size of the change, and the stories that made it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, Act
from detente.relations.balance import COVERAGE
from detente.relations.periods import start_of
from detente.relations.segments import Array, Weeks, balance, best_partition, shares, turn_within, weigh

# A turn as likely as not would be news every other time it is none.
SURE = 0.9
# A turn is made by what was told in the weeks after it, and a reader looks at a handful.
MADE_WITHIN = timedelta(days=42)
MADE_BY = 5
# The exact sum takes time with the square of the weeks, half a second for ten years of them; a longer series is counted
# by month.
MOST_WEEKS = 530


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A change in the balance of a pair.

    Attributes:
        day: first day of the week (of a long series: month) that the new balance most likely begins with.
        earliest, latest: 90 % interval of that day; a silence before the turn lies within it.
        probability: that there is a turn here at all, given the turns before and after it.
        before, after: share of cooperation (0 to 1) up to the turn, and from it to the next one.
        change: after less before in log-odds, and change_low, change_high its 90 % interval.
        stories_before, stories_after: cooperative and conflictual stories the two shares rest on.
        stories: the gravest acts of the six weeks after the turn that point its way.
    """

    day: date
    earliest: date
    latest: date
    probability: float
    before: float
    after: float
    change: float
    change_low: float
    change_high: float
    stories_before: int
    stories_after: int
    stories: tuple[Act, ...]


def turning_points(acts: Sequence[Act]) -> tuple[TurningPoint, ...]:
    """Find the turning points of a pair from its acts, in any order; meetings and requests say nothing of them."""
    telling = sorted(
        (act for act in acts if act.series in COOPERATIVE + CONFLICTUAL), key=lambda act: (act.day, act.story_id)
    )
    if not telling:
        return ()
    days, cooperative, conflictual = _weeks(telling)
    weeks = weigh(cooperative, conflictual)
    turns = _sure_turns(weeks, best_partition(weeks))
    edges = [0, *turns, weeks.number]
    totals = np.concatenate([[0], np.cumsum(cooperative + conflictual)])
    return tuple(
        _turning_point(weeks, (edges[i - 1], edges[i], edges[i + 1]), days, totals, telling)
        for i in range(1, len(edges) - 1)
    )


def _weeks(acts: Sequence[Act]) -> tuple[list[date], Array, Array]:
    """First days of the telling weeks and their cooperative and conflictual stories."""
    span = (acts[-1].day - acts[0].day).days // 7
    by = "week" if span <= MOST_WEEKS else "month"
    counts: dict[date, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for act in acts:
        counts[start_of(act.day, by)][act.series in CONFLICTUAL] += 1
    days = sorted(counts)
    both = np.array([counts[day] for day in days])
    return days, both[:, 0], both[:, 1]


def _sure_turns(weeks: Weeks, turns: list[int]) -> list[int]:
    """Drop the least sure turn, then look again, until all are sure."""
    kept = list(turns)
    while kept:
        edges = [0, *kept, weeks.number]
        sure = [turn_within(weeks, edges[i], edges[i + 2])[0] for i in range(len(kept))]
        weakest = int(np.argmin(sure))
        if sure[weakest] >= SURE:
            return kept
        del kept[weakest]
    return kept


def _turning_point(
    weeks: Weeks, edges: tuple[int, int, int], days: Sequence[date], totals: Array, acts: Sequence[Act]
) -> TurningPoint:
    first, turn, last = edges
    probability, places = turn_within(weeks, first, last)
    low, high = _interval(np.arange(first + 1, last, dtype=float), places)
    before, after = balance(weeks, first, turn), balance(weeks, turn, last)
    change, change_low, change_high = _change(before, after)
    return TurningPoint(
        day=days[turn],
        # the turn may lie anywhere in the silence before the first week that shows it
        earliest=days[int(low) - 1] + timedelta(days=7),
        latest=days[int(high)],
        probability=probability,
        before=float(before @ shares()),
        after=float(after @ shares()),
        change=change,
        change_low=change_low,
        change_high=change_high,
        stories_before=int(totals[turn] - totals[first]),
        stories_after=int(totals[last] - totals[turn]),
        stories=_made_by(acts, days[turn], better=change > 0),
    )


def _interval(values: Array, weights: Array) -> tuple[float, float]:
    """Middle 90 % of weighted values, in any order."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(weights[order])
    tail = (1 - COVERAGE) / 2
    at = np.minimum(np.searchsorted(below, [tail, 1 - tail]), len(order) - 1)
    return float(values[order[at[0]]]), float(values[order[at[1]]])


def _change(before: Array, after: Array) -> tuple[float, float, float]:
    """Mean of the difference in log-odds, with its interval, from the probabilities of the shares."""
    logits = np.log(shares() / (1 - shares()))
    change = float(after @ logits - before @ logits)
    low, high = _interval((logits[:, None] - logits).ravel(), np.outer(after, before).ravel())
    return change, low, high


def _made_by(acts: Sequence[Act], day: date, *, better: bool) -> tuple[Act, ...]:
    """The gravest acts that point the way of the turn, in the order of their days."""
    way = COOPERATIVE if better else CONFLICTUAL
    found = [act for act in acts if act.series in way and day <= act.day < day + MADE_WITHIN]
    gravest = sorted(found, key=lambda act: (-abs(act.score), act.day, act.story_id))[:MADE_BY]
    return tuple(sorted(gravest, key=lambda act: (act.day, act.story_id)))
