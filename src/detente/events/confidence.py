"""Calibrated confidence: how often rows of a given raw score are right, learned from sentences of our own.

Raw scores order rows (rows.py, arbitration.py); the curve turns them into shares of right rows. It is piecewise linear
and strictly rising, so it never changes the order. `training/fit_event_confidence.py` fits it and
`quality/reliability.py` shows what it is worth on sentences it has not seen.
"""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.learned.encoder import WEIGHTS, required

Point = tuple[float, float]
FILE = "event_confidence.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising curve through points (raw score, share of rows that were right), from raw score 0 to 1."""

    points: tuple[Point, ...]

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> "Calibration":
        """Read the curve that comes with the package.

        Raises:
            MissingWeightsError: event_confidence.json is not in the folder.
        """
        facts = json.loads(required(folder / FILE).read_text(encoding="utf-8"))
        return cls(tuple((float(raw), float(share)) for raw, share in facts["points"]))

    def __call__(self, raw: float) -> float:
        """Return the share of right rows among those with this raw score."""
        place = bisect_right(self.points, (raw, 1.0)) - 1
        if place >= len(self.points) - 1:
            return round(self.points[-1][1], 4)
        (x0, y0), (x1, y1) = self.points[place], self.points[place + 1]
        return round(y0 + (y1 - y0) * (raw - x0) / (x1 - x0), 4)


def fit(rows: Sequence[tuple[float, bool]], bins: int = 8) -> Calibration:
    """Fit a curve: shares in bins of equal size, made to rise by pooling neighbours (Zadrozny and Elkan 2002).

    Args:
        rows: raw score, and whether the row was right.
        bins: number of bins before pooling.
    """
    ordered = sorted(rows)
    size = max(1, len(ordered) // bins)
    parts = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    pooled: list[list[tuple[float, bool]]] = []
    for part in parts:
        pooled.append(list(part))
        while len(pooled) > 1 and _share(pooled[-2]) >= _share(pooled[-1]):
            last = pooled.pop()
            pooled[-1] += last
    middles = [(sum(raw for raw, _ in part) / len(part), _share(part)) for part in pooled]
    return Calibration(((0.0, 0.0), *((round(x, 4), round(y, 4)) for x, y in middles), (1.0, _end(middles))))


def _share(part: Sequence[tuple[float, bool]]) -> float:
    """Share of right rows, one of each kind added so that no bin is certain."""
    return (sum(right for _, right in part) + 1) / (len(part) + 2)


def _end(middles: Sequence[Point]) -> float:
    """Carry the last stretch on to raw score 1, a little above the last point and never beyond .99."""
    return round(min(0.99, middles[-1][1] + 0.03), 4)
