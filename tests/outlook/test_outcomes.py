"""The published definitions, month by month."""

from math import log
from statistics import median

import numpy as np
import pytest

from detente.outlook.outcomes import DETERIORATE, IMPROVE, STABLE, outcomes, panel_of
from outlook_world import by_months, made_history


@pytest.mark.parametrize(
    ("good", "bad", "index"),
    [(5, 0, log(6)), (4, 0, None), (2, 3, log(3 / 4)), (0, 9, -log(10)), (7, 7, 0.0)],
)
def test_index(good: int, bad: int, index: float | None) -> None:
    (found,) = panel_of(by_months([good], [bad])).index[0]
    assert np.isnan(found) if index is None else found == pytest.approx(index)


def test_baseline_and_spread_are_medians_of_the_year() -> None:
    history = made_history(pairs=2, months=20)
    panel = panel_of(history)
    for month in range(11, 20):
        year = [float(value) for value in panel.index[1, month - 11 : month + 1] if not np.isnan(value)]
        middle = median(year)
        assert panel.baseline[1, month] == pytest.approx(middle)
        assert panel.spread[1, month] == pytest.approx(max(median(abs(value - middle) for value in year), 0.25))


@pytest.mark.parametrize(
    ("good", "bad", "outcome"),
    [(9, 9, STABLE), (9, 14, DETERIORATE), (14, 9, IMPROVE), (2, 2, None), (9, 10, STABLE)],
)
def test_outcome(good: int, bad: int, outcome: int | None) -> None:
    panel = panel_of(by_months([9] * 12 + [good], [9] * 12 + [bad]))
    found = outcomes(panel, 1)[0, 11]
    assert np.isnan(found) if outcome is None else found == outcome


def test_the_band_itself_is_stable() -> None:
    panel = panel_of(by_months([9] * 13, [9] * 13))
    panel.spread[0, 11] = 0.0
    assert outcomes(panel, 1)[0, 11] == STABLE


def test_five_months_are_no_baseline() -> None:
    panel = panel_of(by_months([9] * 5 + [0] * 7, [9] * 12))
    assert not np.isnan(panel.baseline[0, 11])
    panel = panel_of(by_months([9] * 5 + [0] * 7, [9] * 5 + [0] * 7))
    assert np.isnan(panel.baseline[0, 11])


def test_fading_counts_follow_the_last_days() -> None:
    panel = panel_of(by_months([20, 0], [0, 20]))
    short, long = panel.fading[0, 1, 0], panel.fading[0, 1, -1]
    assert panel.fading[0, 0].min() > 0
    assert short < long
