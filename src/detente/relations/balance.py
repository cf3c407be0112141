"""The arithmetic of a relation: log-odds of cooperative against conflictual acts, with an interval.

With C cooperative and K conflictual stories in a period the share of cooperation has the posterior
Beta(1/2 + n0 p + C, 1/2 + n0 (1 - p) + K): Jeffreys' prior, which keeps a period of one story from an extreme, and n0
stories' worth of the pair's trailing share p (Gelman et al. 2013, Bayesian Data Analysis, 2.4 and 2.8). The figure is
the mean of the log-odds, digamma(a) - digamma(b); the interval holds the middle 90 % of the posterior. So the figure
answers to balance, not volume, and few stories give a wide interval.
"""

from math import exp, log
from typing import NamedTuple

from scipy.special import betaincinv, digamma

# The trailing share weighs as much as two stories: enough to carry a silent pair's habit over, too little to outvote
# a busy month.
PRIOR_STORIES = 2.0
JEFFREYS = 0.5
COVERAGE = 0.90


class Estimate(NamedTuple):
    """Log-odds of cooperation (0: balance, +1.1: three to one) with its 90 % interval and the stories it rests on."""

    value: float
    low: float
    high: float
    effective_n: float


def log_odds(cooperative: float, conflictual: float, prior_share: float) -> Estimate:
    """Estimate the log-odds of cooperation from weighted counts and the share expected beforehand (0 < share < 1)."""
    a = JEFFREYS + PRIOR_STORIES * prior_share + cooperative
    b = JEFFREYS + PRIOR_STORIES * (1 - prior_share) + conflictual
    return Estimate(float(digamma(a) - digamma(b)), *_interval(a, b), cooperative + conflictual)


def faded(estimate: Estimate, cooperative: float, conflictual: float, weight: float) -> Estimate:
    """Keep an estimate's value and let the counts behind it fade to `weight` (0 to 1), which widens its interval."""
    total = cooperative + conflictual
    prior = 2 * JEFFREYS + PRIOR_STORIES
    balance = (prior / 2 + cooperative) / (prior + total)
    strength = prior + total * weight
    low, high = _interval(balance * strength, (1 - balance) * strength)
    return Estimate(estimate.value, low, high, total * weight)


def share(cooperative: float, conflictual: float) -> float:
    """Return the share of cooperation with one story's worth of balance added, so that it is never 0 or 1."""
    return (cooperative + 0.5) / (cooperative + conflictual + 1)


def decay(days: float, half_life_days: float) -> float:
    """Return the weight of something that lies so many days back."""
    return exp(-log(2) * days / half_life_days)


def _interval(a: float, b: float) -> tuple[float, float]:
    tail = (1 - COVERAGE) / 2
    return _logit(float(betaincinv(a, b, tail))), _logit(float(betaincinv(a, b, 1 - tail)))


def _logit(probability: float) -> float:
    tiny = 1e-12
    kept = min(max(probability, tiny), 1 - tiny)
    return log(kept / (1 - kept))
