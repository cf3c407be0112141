"""The backtest: forecasts that would have been made, month by month, beside what came of them.

Brier skill (Murphy 1973; Wilks 2019, Statistical Methods in the Atmospheric Sciences, 9) is 1 - B/B0: 0 is as good as
climatology, 1 is perfect. Its interval is a bootstrap that draws pairs and blocks of months, both with replacement
(Owen 2007, The pigeonhole bootstrap): cases of one pair, and cases of one half-year, are not independent.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from detente.outlook.baselines import SIDES
from detente.outlook.histories import Numbers
from detente.outlook.models import forecasts
from detente.outlook.outcomes import Panel, outcomes

# Outcomes of neighbouring months share most of their baseline year; half-years leave a five-year record ten blocks.
BLOCK_MONTHS = 6
DRAWS = 1000
# With fewer cases, or fewer half-years, neither a skill nor an interval means anything.
LEAST_TESTED = 60
LEAST_BLOCKS = 4
LEAST_CAME = 10
# Ten years of origins are more than any record needs, and bound the time.
MOST_ORIGINS = 120
BINS = 10


class Score(NamedTuple):
    """How good a model's probabilities of one side were.

    Attributes:
        cases: forecasts with a known outcome.
        base_rate: how often the side came true.
        brier, reference: mean squared error of the model, and of climatology on the same cases.
        skill, low, high: Brier skill over climatology with its 90 % interval.
        beyond, beyond_low, beyond_high: the same over the pair's own past (`own_past`), where it was fitted: foresight.
        calibration_error: mean distance of probability and frequency over ten bins.
    """

    cases: int
    base_rate: float
    brier: float
    reference: float
    skill: float
    low: float
    high: float
    beyond: float
    beyond_low: float
    beyond_high: float
    calibration_error: float

    @property
    def proven(self) -> bool:
        """Whether the whole interval lies above zero, and the side came true often enough for that to mean much."""
        return self.low > 0 and self.base_rate * self.cases >= LEAST_CAME

    @property
    def foresees(self) -> bool:
        """Whether the skill is also proven beyond the pair's own past."""
        return self.proven and self.beyond_low > 0


class Backtest(NamedTuple):
    """Forecasts of all models at one horizon, pairs by months by side, with the outcomes; NaN where there is none."""

    horizon: int
    happened: Numbers
    probabilities: Mapping[str, Numbers]


def backtest(panel: Panel, horizon: int) -> Backtest:
    """Forecast from every month with a whole year behind it, each from what was known at its end."""
    months = len(panel.months)
    happened = outcomes(panel, horizon)
    first = max(panel.first_origin, months - horizon - MOST_ORIGINS)
    happened[:, :first] = np.nan
    found: dict[str, Numbers] = {}
    for origin in range(first, months - horizon):
        for name, chances in forecasts(panel, horizon, origin).items():
            found.setdefault(name, np.full((*happened.shape, len(SIDES)), np.nan))[:, origin] = chances
    return Backtest(horizon, happened, found)


def scores(tested: Backtest, name: str, pairs: slice = slice(None)) -> tuple[Score, ...]:
    """Score a model: deteriorate, then improve; empty where too few cases, or cases of too short a time, are resolved.

    `pairs` are those whose cases count; a single pair needs fewer, and its interval rests on blocks of months alone.
    """
    happened = tested.happened[pairs]
    known = ~np.isnan(happened)
    least = LEAST_TESTED if len(happened) > 1 else LEAST_BLOCKS * BLOCK_MONTHS
    blocks = np.unique(np.flatnonzero(known.any(axis=0)) // BLOCK_MONTHS)
    if name not in tested.probabilities or known.sum() < least or len(blocks) < LEAST_BLOCKS:
        return ()
    beyond = "own_past" if "own_past" in tested.probabilities else "climatology"
    compared = [tested.probabilities[one][pairs] for one in (name, "climatology", beyond)]
    return tuple(
        _score([chances[..., column] for chances in compared], (happened == side).astype(float), known)
        for column, side in enumerate(SIDES)
    )


def _score(chances: Sequence[Numbers], came: Numbers, known: np.ndarray) -> Score:
    errors, reference, own_past = (np.where(known, (one - came) ** 2, 0.0) for one in chances)
    low, high = _interval(errors, reference)
    beyond_low, beyond_high = _interval(errors, own_past)
    return Score(
        cases=int(known.sum()),
        base_rate=float(came[known].mean()),
        brier=float(errors.sum() / known.sum()),
        reference=float(reference.sum() / known.sum()),
        skill=float(1 - errors.sum() / reference.sum()),
        low=low,
        high=high,
        beyond=float(1 - errors.sum() / own_past.sum()),
        beyond_low=beyond_low,
        beyond_high=beyond_high,
        calibration_error=_calibration_error(chances[0][known], came[known]),
    )


def _interval(errors: Numbers, reference: Numbers) -> tuple[float, float]:
    """The middle 90 % of the skill when pairs and blocks of months are drawn anew."""
    edges = np.arange(0, errors.shape[1], BLOCK_MONTHS)
    cells, reference_cells = (np.add.reduceat(part, edges, axis=1) for part in (errors, reference))
    used = reference_cells.sum(axis=0) > 0
    cells, reference_cells = cells[:, used], reference_cells[:, used]
    dice = np.random.default_rng(1)
    rows, columns = (
        dice.multinomial(size, np.full(size, 1 / size), DRAWS).astype(float) for size in reference_cells.shape
    )
    total, reference_total = (((rows @ part) * columns).sum(axis=1) for part in (cells, reference_cells))
    drawn = 1 - total[reference_total > 0] / reference_total[reference_total > 0]
    low, high = np.quantile(drawn, [0.05, 0.95])
    return float(low), float(high)


def _calibration_error(chances: Numbers, came: Numbers) -> float:
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    distances = [abs(float((chances[bins == at] - came[bins == at]).sum())) for at in range(BINS)]
    return sum(distances) / len(chances)
