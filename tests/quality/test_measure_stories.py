import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

QUALITY = Path(__file__).parents[2] / "quality"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("measure_stories", QUALITY / "measure_stories.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MEASURE = load()


def items(found: str, gold: str) -> list[object]:
    """Items by the letters of their stories: found "aab", gold "xxx"."""
    return [MEASURE.Item(str(n), g, f) for n, (f, g) in enumerate(zip(found, gold, strict=True))]


@pytest.mark.parametrize(
    ("found", "gold", "pairs", "cubed"),
    [
        ("aabb", "xxyy", (1.0, 1.0), (1.0, 1.0)),
        ("abcd", "xxyy", (0.0, 0.0), (1.0, 0.5)),
        ("aaaa", "xxyy", (2 / 6, 1.0), (0.5, 1.0)),
        ("aab", "xxx", (1.0, 1 / 3), (1.0, 5 / 9)),
    ],
)
def test_figures(found: str, gold: str, pairs: tuple[float, float], cubed: tuple[float, float]) -> None:
    assert MEASURE.pairwise(items(found, gold)) == pytest.approx(pairs)
    assert MEASURE.b_cubed(items(found, gold)) == pytest.approx(cubed)


def test_gold_is_whole() -> None:
    reports, acts = MEASURE.read_gold()
    told = [key for report in reports for key in report.stories]
    assert set(told) == set(acts)
    assert {key for report in reports for key in report.background} <= set(acts)
    assert all(told.count(key) >= 3 for key in acts)
    assert len({report.id for report in reports}) == len(reports)
    assert all(acts[key].half == report.half for report in reports for key in report.stories)
