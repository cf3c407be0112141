"""How good outlooks are on known pairs: `python benchmarks/outlook.py GOLD_FOLDER OUT_FOLDER [SEED]`.

GOLD_FOLDER is the folder `gold/relations`. Forecasts of the ensemble for every pair, month and horizon go into
OUT_FOLDER/gdelt.jsonl and icews.jsonl in the form that its scorer reads; the table printed here scores every model on
the cases of `outcomes_*.jsonl.gz`, with intervals over pairs and half-years. The models learn from the 60 pairs with
most counts, the scored 30 among them, each forecast from what was known at its month.

With SEED the months of every pair are put in a random order first: whatever skill is left then is none, but what the
definitions or the score give away.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np

from detente.outlook.histories import Day, History, history_of, pair_name
from detente.outlook.models import FITTED_REFERENCES, MEMBERS, forecasts
from detente.outlook.outcomes import Panel, outcomes, panel_of
from detente.outlook.scoring import Backtest, scores

HORIZONS = (1, 3, 6)
NAMES = ("ensemble", "persistence", *(name for name, _ in (*FITTED_REFERENCES, *MEMBERS)))
SIDES = ("deteriorate", "improve")
COMPLETE = "1"
# The table of published figures scores targets from this month of each set on: models there needed that much history.
PUBLISHED_FROM = {"gdelt": date(2020, 7, 1), "icews": date(2013, 5, 1)}


def gdelt(folder: Path) -> History:
    """Days with a sum above and below zero; a month needs ten."""
    days = [
        Day(pair_name(row["a"], row["b"]), date.fromisoformat(row["date"]), value > 0, value < 0)
        for row in _rows(folder / "gdelt_dyad_days.csv.gz")
        if (value := float(row["net"])) is not None
    ]
    return history_of(days, date(2018, 1, 1), date(2024, 1, 31), minimum=10)


def icews(folder: Path) -> History:
    """Events between two states of the complete part; roots 03 to 08 are cooperative, 09 to 20 conflictual."""
    rows = _rows(folder / "icews_actor_country.tsv.gz")
    states = {row["actor"]: row["iso3"] for row in rows if row["kind"] == "state"}
    days = []
    for row in _rows(folder / "icews0515.tsv.gz"):
        source, target, root = states.get(row["source"]), states.get(row["target"]), int(row["code"][:2])
        if row["sample"] == COMPLETE and source and target and source != target and root >= 3:
            days.append(Day(pair_name(source, target), date.fromisoformat(row["date"]), root < 9, root >= 9))
    return history_of(days, date(2011, 11, 1), date(2015, 12, 31))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        tabs = ".tsv" in path.name
        yield from csv.DictReader(stream, delimiter="\t" if tabs else ",", quoting=csv.QUOTE_NONE if tabs else 0)


def shuffled(history: History, seed: int) -> History:
    """The same days, each pair's blocks of 30 in a random order: no past says anything of a future."""
    dice = np.random.default_rng(seed)
    blocks = np.arange(history.cooperative.shape[1]) // 30
    orders = [
        np.concatenate([np.flatnonzero(blocks == block) for block in dice.permutation(blocks[-1] + 1)])
        for _ in history.pairs
    ]
    counts = (
        np.stack([row[order] for row, order in zip(part, orders, strict=True)])
        for part in (history.cooperative, history.conflictual)
    )
    cooperative, conflictual = counts
    return replace(history, cooperative=cooperative, conflictual=conflictual)


def scored_pairs(path: Path) -> set[str]:
    """The pairs of the cases."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return {json.loads(line)["dyad"] for line in stream}


def tested(panel: Panel, horizon: int, pairs: set[str]) -> Backtest:
    """Forecast from every month with a year behind it; only the scored pairs keep their outcomes."""
    happened = outcomes(panel, horizon)
    happened[:, : panel.first_origin] = np.nan
    happened[[pair not in pairs for pair in panel.pairs]] = np.nan
    found: dict[str, np.ndarray] = {}
    for origin in range(panel.first_origin, len(panel.months) - horizon):
        for name, chances in forecasts(panel, horizon, origin).items():
            found.setdefault(name, np.full((*happened.shape, 2), np.nan))[:, origin] = chances
    # climatology of the scored pairs alone, as the scorer reckons it
    own = replace(panel, index=np.where([[pair in pairs] for pair in panel.pairs], panel.index, np.nan))
    for origin in range(panel.first_origin, len(panel.months) - horizon):
        found["climatology"][:, origin] = forecasts(own, horizon, origin)["climatology"][0]
    return Backtest(horizon, happened, found)


def lines(panel: Panel, backtest: Backtest) -> Iterator[str]:
    """One line a forecast of the ensemble."""
    for (pair, origin), _ in np.ndenumerate(backtest.happened):
        worse, better = backtest.probabilities["ensemble"][pair, origin]
        if not np.isnan(worse):
            yield json.dumps({
                "dyad": panel.pairs[pair], "origin_date": f"{panel.months[origin]:%Y-%m}",
                "horizon_months": backtest.horizon, "p_deteriorate": worse, "p_improve": better,
            })  # fmt: skip


def table(title: str, backtest: Backtest) -> Iterator[str]:
    """One line a model: skill of both sides with intervals."""
    for name in NAMES:
        found = scores(backtest, name)
        figures = "  ".join(
            f"{side} {score.skill:+.3f} [{score.low:+.3f}, {score.high:+.3f}] off {score.calibration_error:.3f} "
            f"beyond {score.beyond:+.3f} [{score.beyond_low:+.3f}, {score.beyond_high:+.3f}]"
            for side, score in zip(SIDES, found, strict=True)
        )
        yield f"{title} h={backtest.horizon} {name:12} n={found[0].cases:4}  {figures}"


def main(arguments: list[str]) -> int:
    """Write the forecasts and print the table."""
    folder, out = Path(arguments[0]), Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    for name, read in (("gdelt", gdelt), ("icews", icews)):
        history = read(folder)
        pairs = scored_pairs(folder / f"outcomes_{name}.jsonl.gz")
        panel = panel_of(shuffled(history, int(arguments[2])) if len(arguments) > 2 else history)
        written: list[str] = []
        for horizon in HORIZONS:
            found = tested(panel, horizon, pairs)
            written += lines(panel, found)
            print("\n".join(table(f"{name} all", found)))  # noqa: T201
            late = panel.months.index(PUBLISHED_FROM[name]) - horizon
            found.happened[:, :late] = np.nan
            print("\n".join(table(f"{name} {PUBLISHED_FROM[name]:%Y-%m}", found)))  # noqa: T201
        (out / f"{name}.jsonl").write_text("\n".join(written) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
