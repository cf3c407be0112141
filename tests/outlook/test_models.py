"""What every model must do: add up, know no future, say nothing of what it cannot know."""

from dataclasses import replace

import numpy as np
import pytest

from detente.outlook import models
from detente.outlook.baselines import climatology, persistence
from detente.outlook.histories import History
from detente.outlook.models import forecasts
from detente.outlook.outcomes import month_after, panel_of
from outlook_world import by_months, made_history

NAMES = ["ensemble", "climatology", "persistence", "own_past", "smoothing", "logistic", "regression"]


def other_future(history: History, months: int, seed: int) -> History:
    """The same history up to the end of a month, its later days shuffled and turned round."""
    start = (month_after(history.first, months) - history.first).days
    order = np.random.default_rng(seed).permutation(np.arange(start, history.cooperative.shape[1]))
    kept = np.arange(start)
    good, bad = history.cooperative, history.conflictual
    return replace(
        history,
        cooperative=np.concatenate([good[:, kept], 7 * bad[:, order]], axis=1),
        conflictual=np.concatenate([bad[:, kept], 3 * good[:, order]], axis=1),
    )


@pytest.mark.parametrize("horizon", [1, 3, 6])
@pytest.mark.parametrize("origin", [24, 35])
def test_another_future_changes_no_forecast(horizon: int, origin: int) -> None:
    history = made_history(months=48, persistence=0.8)
    known = forecasts(panel_of(history), horizon, origin)
    turned = forecasts(panel_of(other_future(history, origin + 1, seed=5)), horizon, origin)
    assert list(known) == NAMES
    for name in NAMES:
        np.testing.assert_array_equal(known[name], turned[name], err_msg=name)


def test_another_past_changes_them() -> None:
    history = made_history(months=48, persistence=0.8)
    known, turned = (forecasts(panel_of(one), 1, 40) for one in (history, other_future(history, 40, seed=5)))
    assert all((known[name] != turned[name]).any() for name in NAMES)


def test_probabilities() -> None:
    for name, found in forecasts(panel_of(made_history(persistence=0.8)), 1, 47).items():
        assert found.min() >= 0, name
        assert found.sum(axis=1).max() <= 1, name


def test_ensemble_is_the_mean_of_its_members() -> None:
    found = forecasts(panel_of(made_history(persistence=0.8)), 3, 40)
    members = (found["smoothing"] + found["logistic"] + found["regression"]) / 3
    np.testing.assert_allclose(found["ensemble"], members)


def test_climatology_counts_resolved_outcomes() -> None:
    panel = panel_of(by_months([9] * 12 + [9, 99, 9], [9] * 15))
    shares = [climatology(panel, 1, origin)[0].tolist() for origin in (11, 12, 13, 14)]
    assert shares == [[1 / 4, 1 / 4], [1 / 5, 1 / 5], [1 / 6, 2 / 6], [1 / 7, 2 / 7]]


def test_persistence_leans_to_the_side_of_the_last_month() -> None:
    low, high = persistence(panel_of(by_months([9] * 12 + [1], [9] * 13)), 1, 12)[0]
    assert low > 0.5 > high


def test_stillness_is_no_certainty() -> None:
    low, high = persistence(panel_of(by_months([9] * 14, [9] * 14)), 1, 13)[0]
    assert 0 < low < 0.01
    assert low == pytest.approx(high)


def test_fits_need_cases() -> None:
    found = forecasts(panel_of(by_months([9, 1] * 12, [9] * 24)), 1, 23)
    for name in ("logistic", "regression", "own_past"):
        np.testing.assert_array_equal(found[name], found["climatology"])


def test_no_baseline_no_forecast() -> None:
    found = forecasts(panel_of(by_months([9] * 12 + [0] * 12, [9] * 12 + [0] * 12)), 1, 23)
    assert all(np.isnan(chances).all() for chances in found.values())


def test_without_scikit_learn_the_references_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "fitting_possible", lambda: False)
    assert list(forecasts(panel_of(made_history(pairs=2)), 1, 40)) == ["climatology", "persistence"]
