"""The level: all stories so far, each fading with its age, and how much they say together.

One crisis makes many stories, so the stories of neighbouring days are alike, and a count of them promises more than it
holds. The design effect says how much more (Kish 1965, Survey Sampling, 5.4): the variance of the cooperative stories
around the running level, taken by weeks and with its covariances up to two months apart (Newey and West 1987,
Econometrica 55), over what it would be if they were independent. The stories behind a level are divided by it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, Act
from detente.relations.balance import Estimate, decay, faded, log_odds

Numbers = NDArray[np.float64]
WEEK = 7
# In simulations a crisis of ten days and one of a month were both seen with these; longer ones are moves of the level.
LAGS = 8
# Stories scatter around a level that moves so many times as fast as the one shown: with 1 intervals were too wide in
# simulations (93 to 95 of 100 held the level), with 3 too narrow (81 to 91), with 2 they held it in 85 to 92.
MOVES = 2.0
# A design effect from few weeks is noise: it counts beside so many weeks of independent stories.
PRIOR_WEEKS = 8.0


class Levels:
    """The level of a pair on any day."""

    def __init__(self, acts: Sequence[Act], half_life_days: float) -> None:
        self._half_life = half_life_days
        good = Counter(act.day for act in acts if act.series in COOPERATIVE)
        bad = Counter(act.day for act in acts if act.series in CONFLICTUAL)
        self._days = sorted({*good, *bad})
        self._faded: list[tuple[float, float]] = []
        cooperative = conflictual = 0.0
        for day, before in zip(self._days, [*self._days[:1], *self._days], strict=False):
            weight = decay((day - before).days, half_life_days)
            cooperative, conflictual = cooperative * weight + good[day], conflictual * weight + bad[day]
            self._faded.append((cooperative, conflictual))
        self.design_effect = self._design_effect([good[day] for day in self._days], [bad[day] for day in self._days])

    def at(self, end: date) -> Estimate | None:
        """Balance of all stories up to `end`; None before the first.

        Silence moves no balance: the value stays that of the last story's day, while the stories behind it fade, and
        with them what the interval rests on.
        """
        place = bisect_right(self._days, end) - 1
        if place < 0:
            return None
        cooperative, conflictual = self._faded[place]
        weight = decay((end - self._days[place]).days, self._half_life) / self.design_effect
        return faded(log_odds(cooperative, conflictual, 0.5), cooperative, conflictual, weight)

    def _design_effect(self, good: Sequence[int], bad: Sequence[int]) -> float:
        if not self._days:
            return 1.0
        weeks = np.array([(day - self._days[0]).days // WEEK for day in self._days])
        counts = np.zeros((2, weeks[-1] + 1))
        np.add.at(counts[0], weeks, good)
        np.add.at(counts[1], weeks, bad)
        return design_effect(counts[0], counts[0] + counts[1], decay(WEEK, self._half_life / MOVES))


def level_at(end: date, acts: Sequence[Act], half_life_days: float) -> Estimate | None:
    """Balance of all stories up to `end`, each fading with its age; see `Levels`."""
    return Levels(acts, half_life_days).at(end)


def design_effect(cooperative: Numbers, stories: Numbers, kept: float) -> float:
    """How many stories of a pair say as much as one that is independent, 1 or more.

    Args:
        cooperative: stories that say the pair gets on, one number a week.
        stories: all that say something; weeks without a story are 0.
        kept: weight of a week seen from the next one: how fast the level around which stories scatter moves.
    """
    around = (_running(cooperative, kept) + 0.5) / (_running(stories, kept) + 1)
    away = cooperative - stories * around
    alone = float((stories * around * (1 - around)).sum())
    together = float(away @ away)
    for lag in range(1, min(LAGS, len(away) - 1) + 1):
        together += 2 * (1 - lag / (LAGS + 1)) * float(away[lag:] @ away[:-lag])
    told = float((stories > 0).sum())
    found = together / alone if alone > 0 else 1.0
    return max(1.0, (told * found + PRIOR_WEEKS) / (told + PRIOR_WEEKS))


def _running(counts: Numbers, kept: float) -> Numbers:
    """Each week with the others, which fade to both sides."""
    return _past(counts, kept) + _past(counts[::-1], kept)[::-1] - counts


def _past(counts: Numbers, kept: float) -> Numbers:
    total, found = 0.0, np.empty(len(counts))
    for place, count in enumerate(counts):
        total = found[place] = total * kept + count
    return found
