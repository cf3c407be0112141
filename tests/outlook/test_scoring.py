"""The backtest: what is proven, and what must not be."""

import numpy as np
import pytest

from detente.outlook.outcomes import DETERIORATE, IMPROVE, panel_of
from detente.outlook.scoring import Backtest, Score, backtest, scores
from outlook_world import made_history


def made_backtest(pairs: int, months: int, certainty: float) -> Backtest:
    """Outcomes in equal parts; a model that gives `certainty` of the way from climatology to the truth."""
    happened = np.random.default_rng(2).integers(0, 3, (pairs, months)).astype(float)
    truth = np.stack([happened == DETERIORATE, happened == IMPROVE], axis=-1)
    reference = np.full(truth.shape, 1 / 3)
    return Backtest(1, happened, {"climatology": reference, "ensemble": reference + certainty * (truth - reference)})


@pytest.mark.parametrize(("certainty", "skill"), [(1.0, 1.0), (0.0, 0.0), (0.5, 0.75), (-0.5, -1.25)])
def test_skill(certainty: float, skill: float) -> None:
    for score in scores(made_backtest(10, 36, certainty), "ensemble"):
        assert score.skill == pytest.approx(skill)
        assert score.low <= score.skill + 1e-9
        assert score.high >= score.skill - 1e-9
        assert score.proven == (certainty > 0)


@pytest.mark.parametrize(
    ("pairs", "months", "tested"), [(10, 24, True), (10, 18, False), (2, 29, False), (1, 24, True), (1, 23, False)]
)
def test_little_is_not_tested(pairs: int, months: int, tested: bool) -> None:
    assert bool(scores(made_backtest(pairs, months, 1.0), "ensemble")) == tested


def test_what_hardly_ever_came_proves_nothing() -> None:
    good = Score(500, 0.01, 0.01, 0.02, 0.5, 0.4, 0.6, 0.5, 0.4, 0.6, 0.0)
    assert not good.proven
    assert good._replace(base_rate=0.1).proven
    assert not good._replace(base_rate=0.1, beyond_low=-0.01).foresees


def test_months_in_no_order_cannot_be_foreseen() -> None:
    for score in scores(backtest(panel_of(made_history(pairs=10)), 1), "ensemble"):
        assert not score.foresees


def test_a_slow_balance_is_foreseen() -> None:
    history = made_history(pairs=10, persistence=0.95)
    assert all(score.foresees for score in scores(backtest(panel_of(history), 1), "ensemble"))


def test_every_forecast_of_the_backtest_is_the_one_of_its_month() -> None:
    panel = panel_of(made_history(pairs=3, months=30))
    tested = backtest(panel, 3)
    assert np.isnan(tested.happened[:, :11]).all()
    assert np.isnan(tested.happened[:, 27:]).all()
    assert not np.isnan(tested.probabilities["ensemble"][:, 11:27]).any()
