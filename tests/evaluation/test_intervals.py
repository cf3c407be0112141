"""Intervals by drawing gold rows anew."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.evaluation import evaluate, intervals


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_interval_holds_the_figure_and_repeats(tmp_path: Path) -> None:
    gold = write(tmp_path / "g.jsonl", [{"id": str(i), "label": "happened"} for i in range(40)])
    answers = [{"id": str(i), "label": "happened" if i % 4 else "uncertain"} for i in range(40)]
    predicted = write(tmp_path / "p.jsonl", answers)
    spread = intervals("factuality", gold, predicted, 50)
    value = dict(evaluate("factuality", gold, predicted))["accuracy"]
    assert spread["accuracy"][0] < value < spread["accuracy"][1]
    assert spread == intervals("factuality", gold, predicted, 50)


def test_unknown_task(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="classify, extract, attribution"):
        evaluate("spelling", tmp_path, tmp_path)
