import json
from pathlib import Path

import pytest

from detente.events.confidence import Calibration, fit
from detente.learned.encoder import MissingWeightsError

CURVE = Calibration(((0.0, 0.0), (0.5, 0.4), (1.0, 0.9)))


@pytest.mark.parametrize(("raw", "share"), [(0.0, 0.0), (0.25, 0.2), (0.5, 0.4), (0.75, 0.65), (1.0, 0.9)])
def test_a_curve_runs_straight_between_its_points(raw: float, share: float) -> None:
    assert CURVE(raw) == share


def test_a_fitted_curve_rises_and_is_near_the_shares() -> None:
    rows = [(0.3 + i / 1000, i % 4 == 0) for i in range(100)] + [(0.8 + i / 1000, i % 4 != 0) for i in range(100)]
    curve = fit(rows, bins=4)
    shares = [curve(raw / 20) for raw in range(21)]
    assert shares == sorted(set(shares))
    assert (round(curve(0.35), 1), round(curve(0.85), 1)) == (0.3, 0.7)


def test_the_shipped_curve_is_loaded_and_a_missing_one_is_named(tmp_path: Path) -> None:
    assert Calibration.load()(0.9) > Calibration.load()(0.5)
    (tmp_path / "event_confidence.json").write_text(json.dumps({"points": [[0, 0], [1, 1]]}), encoding="utf-8")
    assert Calibration.load(tmp_path)(0.3) == 0.3
    with pytest.raises(MissingWeightsError, match=r"event_confidence\.json"):
        Calibration.load(tmp_path / "nowhere")
