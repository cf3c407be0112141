import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from detente.review.estimation import Estimates, Frame, Interval, Judged, interval, ratio, share, total, tuned_weights

ROOT = Path(__file__).resolve().parents[2]
# Two strata of 100 and 10 sentences; 4 and 5 of them judged; in one of the first, an act was missed.
FRAME = Frame(np.array([100.0, 10.0]), np.array([10.0]), np.ones((10, 1)))
SAMPLE = Judged(
    np.array([0, 0, 0, 0, 1, 1, 1, 1, 1]),
    np.array([[0.0], [1], [0], [0], [1], [1], [0], [1], [0]]),
    np.array([[0.0], [0], [0], [0], [1], [1], [1], [1], [1]]),
)


@pytest.fixture(scope="module")
def coverage() -> ModuleType:
    """The benchmark, by its path: another package is called so too."""
    spec = importlib.util.spec_from_file_location("coverage_benchmark", ROOT / "benchmarks/coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_total_is_the_coded_one_and_the_weighted_differences() -> None:
    # 10 coded + 100/4 * 1 missed - 10/5 * 2 false
    assert Estimates(FRAME, SAMPLE).totals == pytest.approx([31.0])


def test_without_the_coding_it_is_horvitz_and_thompsons() -> None:
    assert Estimates(FRAME, SAMPLE, 0.0).totals == pytest.approx([100 / 4 * 1 + 10 / 5 * 3])


def test_bootstrap_spread_is_that_of_stratified_sampling() -> None:
    random = np.random.default_rng(1)
    stratum, judged = np.repeat([0, 1], [300, 100]), random.normal(size=(400, 1))
    frame = Frame(np.array([3000.0, 200.0]), np.zeros(1), np.ones((1, 1)))
    bounds = Estimates(frame, Judged(stratum, judged, np.zeros_like(judged))).of_record(total(0), "plain", 0.9)
    parts = [
        size**2 * (1 - drawn / size) / drawn * judged[stratum == at].var(ddof=1)
        for at, size, drawn in ((0, 3000, 300), (1, 200, 100))
    ]
    assert _width(bounds) == pytest.approx(2 * 1.66 * np.sqrt(sum(parts)), rel=0.05)


def test_one_stratum_is_what_ppi_python_gives() -> None:
    # ppi_py 0.2.3 on these: ppi_mean_pointestimate(y, f, F, lam=1) = 0.33, (lam=0.5) = 0.365
    judged = np.array([[1.0], [0], [1], [0], [0]])
    coded = np.array([[1.0], [1], [1], [0], [0]])
    everywhere = np.repeat([1.0, 0.0], [53, 47])
    frame = Frame(np.array([100.0]), np.array([everywhere.sum()]), np.ones((1, 1)))
    sample = Judged(np.zeros(5, dtype=np.int64), judged, coded)
    assert Estimates(frame, sample, 1.0).totals / 100 == pytest.approx([0.33])
    assert Estimates(frame, sample, 0.5).totals / 100 == pytest.approx([0.365])


def test_the_tuned_weight_follows_the_worth_of_the_coding() -> None:
    random = np.random.default_rng(1)
    truth = (random.random((400, 3)) < 0.3).astype(float)
    coded = truth.copy()
    coded[:, 1] = random.random(400) < 0.3
    coded[:, 2] = 0
    frame = Frame(np.array([5000.0]), np.array([1500.0, 1500, 0]), np.ones((1, 3)))
    weights = tuned_weights(frame, Judged(np.zeros(400, dtype=np.int64), truth, coded))
    assert weights == pytest.approx([1.0, 0.0, 1.0], abs=0.12)


@pytest.mark.parametrize(
    ("value", "spread", "scale", "bounds"),
    [
        (10.0, 2.0, "plain", (6.71, 13.29)),
        (10.0, 2.0, "log", (7.20, 13.90)),
        (1.0, 2.0, "log", (0.0, 4.29)),
        (-3.0, 1.0, "log", (0.0, 0.0)),
        (0.5, 0.1, "logit", (0.34, 0.66)),
    ],
)
def test_bounds_stay_where_the_figure_can_lie(
    value: float, spread: float, scale: str, bounds: tuple[float, float]
) -> None:
    assert interval(value, spread, 1e6, scale, 0.9) == pytest.approx(bounds, abs=0.005)


def test_nothing_is_claimed_where_no_error_was_seen() -> None:
    agreeing = Judged(SAMPLE.stratum, SAMPLE.coded, SAMPLE.coded)
    assert np.isnan(Estimates(FRAME, agreeing).of_record(total(0), "log", 0.9).low)


def test_ratios_of_nothing_are_nothing() -> None:
    assert np.isnan(share(0, 1)(np.zeros(2)))
    assert np.isnan(ratio(0, 1)(np.zeros(2)))
    assert share(0, 1)(np.array([-1.0, 4.0])) == 0


def test_many_reports_of_one_story_are_one_chance() -> None:
    apart = Frame(FRAME.sizes, np.array([60.0]), np.ones((60, 1)))
    bunched = Frame(FRAME.sizes, np.array([60.0]), np.full((6, 1), 10.0))
    widths = [_width(Estimates(frame, SAMPLE).of_stories(total(0), "plain", 0.9)) for frame in (apart, bunched)]
    assert widths[1] > 1.5 * widths[0] > 1.5 * _width(Estimates(apart, SAMPLE).of_record(total(0), "plain", 0.9))


def test_the_same_seed_gives_the_same_interval() -> None:
    one, other = (Estimates(FRAME, SAMPLE, seed=3).of_stories(total(0), "log", 0.9) for _ in range(2))
    assert one == other


def test_intervals_hold_the_truth_as_often_as_they_say(coverage: ModuleType) -> None:
    # 100 runs of each quantity: the mean over quantities is sharper than one of them (standard error about 2 points)
    found = coverage.measure_record(100, 300, coverage.Shape(documents=400, stories=300))
    totals = [found[name] for name in ("all acts", "quad 1", "quad 3", "quad 4", "acts of one pair")]
    coded, alone, review, tuned = np.mean(totals, axis=0)
    assert 0.85 < review < 0.95
    assert 0.85 < tuned < 0.95
    assert coded < 0.5
    assert alone < 0.6


def _width(bounds: Interval) -> float:
    return bounds.high - bounds.low
