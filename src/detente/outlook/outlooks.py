"""An outlook for one pair: probabilities, and beside them how good such probabilities were."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from detente.errors import UsageError
from detente.outlook.histories import History, Numbers
from detente.outlook.models import LEAST_CASES, REFERENCES, fitting_possible, forecasts, one_thread
from detente.outlook.outcomes import DEFINED, WINDOW, Panel, month_after, outcomes, panel_of
from detente.outlook.scoring import LEAST_TESTED, Backtest, Score, backtest, scores

HORIZONS = (1, 3, 6)
FARTHEST = 12
WORDS = ("worse", "better")


@dataclass(frozen=True, slots=True)
class Chance:
    """What one model says of one horizon, and how its past forecasts fared.

    Attributes:
        horizon: months ahead; month: first day of the month it speaks of.
        model: ensemble, climatology, persistence, own_past, smoothing, logistic or regression.
        deteriorate, stable, improve: probabilities, which add up to 1.
        tested: the backtest over all pairs, deteriorate then improve; empty where too few cases are resolved.
        tested_pair: the same over the cases of this pair alone.
    """

    horizon: int
    month: date
    model: str
    deteriorate: float
    stable: float
    improve: float
    tested: tuple[Score, ...]
    tested_pair: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may come of a pair, seen from the end of its last whole month.

    Attributes:
        a, b: the actors.
        origin: first day of the last whole month of the record; later days are not looked at. None without a month.
        latest: index of that month; baseline, spread: median and spread of its last 12; None where undefined.
        pairs: how many pairs the models learnt from.
        chances: one for each horizon and model, the ensemble first; none without a baseline.
        notes: what the reader must know, one sentence each.
    """

    a: str
    b: str
    origin: date | None
    latest: float | None
    baseline: float | None
    spread: float | None
    pairs: int
    chances: tuple[Chance, ...]
    notes: tuple[str, ...]


def look_ahead(history: History | None, a: str, b: str, horizons: Sequence[int] = HORIZONS) -> Outlook:
    """Say what may come of the first pair of a history, `a` and `b`, and test the models on all of its pairs.

    Raises:
        UsageError: a horizon is not 1 to 12 months.
    """
    if any(horizon not in range(1, FARTHEST + 1) for horizon in horizons):
        raise UsageError(f"a horizon is 1 to {FARTHEST} months, not {', '.join(map(str, horizons))}")
    if history is None:
        note = "Not enough history: the record holds no whole month."
        return Outlook(a, b, None, None, None, None, 0, (), (note,))
    panel = panel_of(history)
    latest, baseline, spread = (_known(part[0, -1]) for part in (panel.index, panel.baseline, panel.spread))
    ready = baseline is not None and len(panel.months) >= WINDOW
    with one_thread():
        chances = tuple(chance for horizon in horizons for chance in _chances(panel, horizon)) if ready else ()
    notes = tuple(_notes(panel, chances)) if ready else (_too_little(history, panel),)
    return Outlook(a, b, panel.months[-1], latest, baseline, spread, len(panel.pairs), chances, notes)


def _chances(panel: Panel, horizon: int) -> Iterator[Chance]:
    tested = backtest(panel, horizon)
    month = month_after(panel.months[-1], horizon)
    for model, found in _now(panel, horizon, tested).items():
        worse, better = (float(share) for share in found[0])
        yield Chance(
            horizon, month, model, worse, 1 - worse - better, better, scores(tested, model),
            scores(tested, model, slice(0, 1)),
        )  # fmt: skip


def _now(panel: Panel, horizon: int, tested: Backtest) -> Mapping[str, Numbers]:
    """Forecasts from the last month; without enough resolved cases those that need none."""
    found = forecasts(panel, horizon, len(panel.months) - 1)
    if (~np.isnan(tested.happened)).sum() >= LEAST_CASES:
        return found
    return {name: found[name] for name, _ in REFERENCES}


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _too_little(history: History, panel: Panel) -> str:
    there = int((~np.isnan(panel.index[0, -WINDOW:])).sum())
    return (
        f"Not enough history: of the {WINDOW} months up to {panel.months[-1]:%Y-%m}, {there} have {history.minimum} or "
        f"more stories of the pair that say how it gets on; an outlook needs {DEFINED}, and a whole year of record."
    )


def _notes(panel: Panel, chances: Sequence[Chance]) -> Iterator[str]:
    if not fitting_possible():
        yield (
            "The fitted models need scikit-learn (pip install 'detente[outlook]'); without it there are only "
            "climatology and persistence."
        )
    best = [chance for chance in chances if chance.model == "ensemble"]
    for chance in best or chances[:1]:
        if not chance.tested:
            cases = int((~np.isnan(outcomes(panel, chance.horizon)[:, panel.first_origin :])).sum())
            yield (
                f"{_ahead(chance)}: not tested; {cases} outcomes are known, a test needs {LEAST_TESTED} over two years."
                " Take no more from it than climatology says."
            )
    for chance in best:
        judged = list(zip(WORDS, chance.tested, strict=False))
        unproven = [side for side, score in judged if not score.proven]
        if unproven:
            yield f"{_ahead(chance)}: no skill is proven for {' and '.join(unproven)}; take climatology instead."
        unforeseen = [side for side, score in judged if score.proven and not score.foresees]
        if unforeseen:
            yield (
                f"{_ahead(chance)}: for {' and '.join(unforeseen)} nothing is proven beyond what the pair's own past "
                "tells of its present band."
            )


def _ahead(chance: Chance) -> str:
    return f"{chance.horizon} month{'s' if chance.horizon > 1 else ''} ahead"
