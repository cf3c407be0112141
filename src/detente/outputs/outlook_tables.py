"""An outlook as rows, for tables, CSV, Parquet and data frames, and as sentences for people."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pyarrow as pa

from detente.outlook import Chance, Outlook, Score

Row = dict[str, object]
FIGURES = Score._fields
SIDES = ("deteriorate", "improve")
TESTS = ("", "pair_")
ROWS = pa.schema([
    ("a", pa.string()), ("b", pa.string()), ("origin", pa.date32()), ("latest", pa.float64()),
    ("baseline", pa.float64()), ("spread", pa.float64()), ("pairs", pa.int64()),
    ("horizon", pa.int64()), ("month", pa.date32()), ("model", pa.string()),
    ("p_deteriorate", pa.float64()), ("p_stable", pa.float64()), ("p_improve", pa.float64()),
    *((f"{test}{side}_{name}", pa.int64() if name == "cases" else pa.float64())
      for test in TESTS for side in SIDES for name in FIGURES),
])  # fmt: skip
# What always stands side by side.
REFERENCE = "climatology"
SHOWN = ("ensemble", "climatology", "persistence", "own_past")


def outlook_rows(outlook: Outlook, models: Sequence[str] = ()) -> pa.Table:
    """Return one row a horizon and model: probabilities, then the backtest's figures for each side.

    `deteriorate_skill`, `deteriorate_low`, `deteriorate_high` and so on are over all pairs the models learnt from,
    `deteriorate_beyond` the skill beyond `own_past`,
    `pair_deteriorate_...` over the cases of this pair alone; they are null where too little is known to test.
    `models` are those to keep, else all.
    """
    kept = [chance for chance in outlook.chances if not models or chance.model in models]
    return pa.Table.from_pylist([_row(outlook, chance) for chance in kept], schema=ROWS)


def outlook_words(outlook: Outlook) -> str:
    """Say in a sentence where the pair stands and what deterioration and improvement would mean."""
    if outlook.baseline is None or outlook.spread is None or outlook.origin is None:
        return ""
    low, high = outlook.baseline - outlook.spread, outlook.baseline + outlook.spread
    latest = "has no index" if outlook.latest is None else f"had the index {outlook.latest:+.2f}"
    return (
        f"{outlook.origin:%Y-%m} {latest}; the median of the year is {outlook.baseline:+.2f}. Worse is a month below "
        f"{low:+.2f}, better one above {high:+.2f}. Models learnt from {outlook.pairs} "
        f"pair{'s' if outlook.pairs > 1 else ''} of the record."
    )


def _row(outlook: Outlook, chance: Chance) -> Row:
    row: Row = {
        "a": outlook.a, "b": outlook.b, "origin": outlook.origin, "latest": outlook.latest,
        "baseline": outlook.baseline, "spread": outlook.spread, "pairs": outlook.pairs,
        "horizon": chance.horizon, "month": chance.month,
        "model": chance.model, "p_deteriorate": chance.deteriorate, "p_stable": chance.stable,
        "p_improve": chance.improve,
    }  # fmt: skip
    return row | _figures("", chance.tested) | _figures("pair_", chance.tested_pair)


def _figures(test: str, found: Sequence[Score]) -> Row:
    return {
        f"{test}{side}_{name}": getattr(score, name)
        for side, score in zip(SIDES, found, strict=False)
        for name in FIGURES
    }


class Foreseen(NamedTuple):
    """A model's line in a report: probabilities in per cent, and its skill for each side in words.

    `unproven` says for each side whether the skill's interval reaches below zero, or too little was tested.
    """

    model: str
    worse: float
    same: float
    better: float
    skill: tuple[str, str]
    unproven: tuple[bool, bool]


class Horizon(NamedTuple):
    """What the models say of one month ahead, and how many past forecasts were tested."""

    months: int
    month: date
    cases: int
    models: tuple[Foreseen, ...]


def horizons(outlook: Outlook) -> tuple[Horizon, ...]:
    """Return the outlook by month, the models of `SHOWN` side by side."""
    found = []
    for months in dict.fromkeys(chance.horizon for chance in outlook.chances):
        chances = [one for one in outlook.chances if one.horizon == months and one.model in SHOWN]
        ranked = sorted(chances, key=lambda chance: SHOWN.index(chance.model))
        cases = max((chance.tested[0].cases for chance in ranked if chance.tested), default=0)
        found.append(Horizon(months, ranked[0].month, cases, tuple(_foreseen(chance) for chance in ranked)))
    return tuple(found)


def _foreseen(chance: Chance) -> Foreseen:
    worse, better = chance.tested or (None, None)
    reference = chance.model == REFERENCE
    return Foreseen(
        chance.model,
        100 * chance.deteriorate,
        100 * chance.stable,
        100 * chance.improve,
        ("reference", "reference") if reference else (_skill(worse), _skill(better)),
        (not reference and not _proven(worse), not reference and not _proven(better)),
    )


def _skill(score: Score | None) -> str:
    if score is None:
        return "not tested"
    return f"{100 * score.skill:+.0f} [{100 * score.low:+.0f}, {100 * score.high:+.0f}]"


def _proven(score: Score | None) -> bool:
    return score is not None and score.proven
