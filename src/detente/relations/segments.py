"""The arithmetic of turning points: how likely a stretch of weeks is under one balance, and what the balance was.

A stretch has an unknown share m of cooperation; each of its weeks has a share of its own, drawn round m from
Beta(m s, (1 - m) s), since weeks differ by more than chance when nothing has turned: one crisis makes many stories.
So a week with C cooperative and K conflictual stories is beta-binomial, and a stretch is the mean over m of the
product of its weeks, here over a grid of m under Jeffreys' prior. `s`, how alike the weeks of a stretch are, is
estimated from the pair itself.

Each boundary between two weeks that tell something is a turning point with one small probability. The sum over all
partitions is exact (Fearnhead 2006, Statistics and Computing 16), so is the best partition (Jackson et al. 2005, IEEE
Signal Processing Letters 12). Weeks without a story are no part of the sum: silence speaks neither for a change nor
against one.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, logsumexp
from scipy.stats import beta

Array = npt.NDArray[np.float64]

# Shares of cooperation that a stretch may have, at the quantiles of Jeffreys' prior, so that each weighs the same.
SHARES = 60
# How alike the weeks of a stretch may be: 2 is hardly at all, 500 is as good as equal.
LIKENESS = (2.0, 5.0, 12.0, 30.0, 80.0, 500.0)
# One turn in a hundred telling weeks, two years of a busy pair.
TURN = 0.01


class Weeks(NamedTuple):
    """Weeks that tell something: log-likelihood of everything before week i at each share (row i), and the prior."""

    before: Array
    turn: float

    @property
    def number(self) -> int:
        """How many weeks there are."""
        return len(self.before) - 1

    def evidence(self, first: int, last: int) -> float:
        """Log-probability of weeks first (included) to last (excluded) under one balance."""
        return float(_mean(self.before[last] - self.before[first]))


def shares() -> Array:
    """The grid of shares."""
    found: Array = beta.ppf((np.arange(SHARES) + 0.5) / SHARES, 0.5, 0.5)
    return found


def weigh(cooperative: Array, conflictual: Array, turn: float = TURN) -> Weeks:
    """Weigh weeks at every share, with the likeness under which the weeks as a whole are likeliest."""
    candidates = [Weeks(_before(cooperative, conflictual, likeness), turn) for likeness in LIKENESS]
    totals = [_forward(weeks)[-1] for weeks in candidates]
    return candidates[int(np.argmax(totals))]


def best_partition(weeks: Weeks) -> list[int]:
    """First weeks of all stretches but the first, in the likeliest partition."""
    best, back = np.zeros(weeks.number + 1), np.zeros(weeks.number + 1, dtype=int)
    for last in range(1, weeks.number + 1):
        scores = _stretches(weeks, last) + best[:last]
        back[last] = int(np.argmax(scores))
        best[last] = scores[back[last]]
    found, at = [], weeks.number
    while back[at] > 0:
        at = int(back[at])
        found.append(at)
    return found[::-1]


def turn_within(weeks: Weeks, first: int, last: int) -> tuple[float, Array]:
    """Whether weeks first to last hold one turn rather than none, and where.

    Returns:
        The probability of a turn, and that of each place for it, given that there is one (place i: before week
        first + 1 + i).
    """
    places = range(first + 1, last)
    each = np.array([weeks.evidence(first, at) + weeks.evidence(at, last) for at in places])
    turned = float(logsumexp(each)) + np.log(weeks.turn)
    unturned = weeks.evidence(first, last) + np.log1p(-weeks.turn)
    return float(1 / (1 + np.exp(min(unturned - turned, 700.0)))), np.exp(each - logsumexp(each))


def balance(weeks: Weeks, first: int, last: int) -> Array:
    """Probability of each share of the grid over weeks first to last."""
    likelihood = weeks.before[last] - weeks.before[first]
    weights: Array = np.exp(likelihood - logsumexp(likelihood))
    return weights


def _before(cooperative: Array, conflictual: Array, likeness: float) -> Array:
    a, b = shares() * likeness, (1 - shares()) * likeness
    each = betaln(a + cooperative[:, None], b + conflictual[:, None]) - betaln(a, b)
    return np.vstack([np.zeros(SHARES), np.cumsum(each, axis=0)])


def _mean(likelihoods: Array) -> Array:
    """Log of the mean over the grid (last axis); four times as fast as scipy's logsumexp, which checks more."""
    most = likelihoods.max(axis=-1, keepdims=True)
    found: Array = np.log(np.exp(likelihoods - most).mean(axis=-1)) + most[..., 0]
    return found


def _stretches(weeks: Weeks, last: int) -> Array:
    """Log-probability of the stretch from each earlier week to `last`, its own beginning included."""
    evidence = _mean(weeks.before[last] - weeks.before[:last])
    opened = np.where(np.arange(last) > 0, np.log(weeks.turn), 0.0)
    return np.asarray(evidence + opened + np.log1p(-weeks.turn) * (last - 1 - np.arange(last)), dtype=np.float64)


def _forward(weeks: Weeks) -> Array:
    """Log-probability of all weeks up to each, over all partitions."""
    total = np.zeros(weeks.number + 1)
    for last in range(1, weeks.number + 1):
        total[last] = logsumexp(_stretches(weeks, last) + total[:last])
    return total
