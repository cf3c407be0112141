"""What any model must beat, and the simplest that does: climatology, persistence, exponential smoothing.

Every model here and in `models.py` is a function of panel, horizon and origin (the number of a month) that returns
P(deteriorate) and P(improve) of each pair, two columns; it may look at the panel up to the origin only, and at outcomes
whose target month is not later than the origin.
"""

from collections.abc import Callable

import numpy as np
from scipy.special import ndtr

from detente.outlook.histories import Numbers
from detente.outlook.outcomes import DETERIORATE, IMPROVE, Panel, later, outcomes

Model = Callable[[Panel, int, int], Numbers]
SIDES = (DETERIORATE, IMPROVE)
# Smoothing constants tried for each pair; 1 is persistence.
WEIGHTS = np.array([0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0])
# A pair's own errors choose its constant, helped by those of all pairs: 0 to 3 gave the same skill.
SHARED = 0.3
# Months of the pooled error that a pair's own error is mixed with; a pair of one year is half its own.
PRIOR_MONTHS = 12
# However still a pair was, a month of some stories is not known better than this.
LEAST_WIDTH = 0.1


def climatology(panel: Panel, horizon: int, origin: int) -> Numbers:
    """How often pairs deteriorated and improved so far, all pairs pooled: (k+1)/(n+4), 1/4 before any outcome."""
    past = resolved(panel, horizon, origin)
    known = int((~np.isnan(past)).sum())
    shares = [(float((past == side).sum()) + 1) / (known + 4) for side in SIDES]
    return np.tile(shares, (len(panel.pairs), 1))


def persistence(panel: Panel, horizon: int, origin: int) -> Numbers:
    """The last index stays, give or take the errors that this rule made before."""
    return _around(panel, _last(panel.index), horizon, origin)


def smoothing(panel: Panel, horizon: int, origin: int) -> Numbers:
    """Simple exponential smoothing of the index, its constant chosen by a pair's past errors (Gardner 2006)."""
    return _around(panel, _smoothed(panel.index[:, : origin + 1]), horizon, origin)


def resolved(panel: Panel, horizon: int, origin: int) -> Numbers:
    """Outcomes of published cases (a whole year behind them) that were known at the end of the origin month."""
    return outcomes(panel, horizon)[:, panel.first_origin : max(panel.first_origin, origin - horizon + 1)]


def _last(index: Numbers) -> Numbers:
    """The latest defined index at each month."""
    there = np.where(np.isnan(index), -1, np.arange(index.shape[1]))
    latest = np.maximum.accumulate(there, axis=1)
    found = np.take_along_axis(index, np.maximum(latest, 0), axis=1)
    return np.where(latest < 0, np.nan, found)


def _smoothed(index: Numbers) -> Numbers:
    """The smoothed index at each month; a missing month changes nothing."""
    pairs, months = index.shape
    level, errors = np.full((pairs, len(WEIGHTS)), np.nan), np.zeros((pairs, len(WEIGHTS)))
    found = np.full((pairs, months), np.nan)
    for month in range(months):
        now = index[:, month, None]
        surprise = np.nan_to_num(now - level)
        errors += surprise**2
        level = np.where(np.isnan(level), now, level + WEIGHTS * surprise)
        chosen = (errors + SHARED * errors.mean(axis=0)).argmin(axis=1)
        found[:, month] = level[np.arange(pairs), chosen]
    return found


def _around(panel: Panel, centre: Numbers, horizon: int, origin: int) -> Numbers:
    """Probabilities of a normal distribution round a forecast, as wide as its own past errors at this horizon."""
    past = max(0, origin - horizon + 1)
    squares = (later(panel, horizon)[:, :past] - centre[:, :past]) ** 2
    number, total = (~np.isnan(squares)).sum(axis=1), np.nansum(squares, axis=1)
    pooled = total.sum() / number.sum() if number.sum() else 1.0
    width = np.maximum(np.sqrt((total + PRIOR_MONTHS * pooled) / (number + PRIOR_MONTHS)), LEAST_WIDTH)
    low, high = panel.baseline[:, origin] - panel.spread[:, origin], panel.baseline[:, origin] + panel.spread[:, origin]
    return np.stack([ndtr((low - centre[:, origin]) / width), ndtr((centre[:, origin] - high) / width)], axis=1)
