"""Two fitted models and the ensemble. They learn at run time from the record itself, from outcomes known at the origin.

`logistic` predicts the outcome, `regression` the index that decides it; both see how far balances that fade in days to
a year and a half stand from the baseline. They miss in different ways, and so does smoothing, which knows each pair by
itself; the ensemble is the mean of the three. Tried and left out, since they gained nothing on pairs that were not
scored: boosted and random trees, what neighbours of the pair and the world at large do, volume of news, severity.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

import numpy as np

from detente.outlook.baselines import SIDES, Model, climatology, persistence, smoothing
from detente.outlook.histories import Numbers
from detente.outlook.outcomes import Panel, later, outcomes

# With fewer resolved cases a fit would be noise: the models say what climatology says.
LEAST_CASES = 60
# Strengths of the ridge penalties, on standardised features; a factor of three either way changes skill by 0.003.
LOGISTIC_C = 0.02
RIDGE = 300.0
# Deviations beyond four spreads say no more than four.
FARTHEST = 4.0


def own_past(panel: Panel, horizon: int, origin: int) -> Numbers:
    """What the past of a pair tells if its months came in any order: a reference that foresees nothing.

    A band rests on twelve months. By chance it often lies too high or too low or is too narrow, and the next month then
    tends to fall outside. Who knows that beats climatology without foresight: on months in random order these two
    fits have a Brier skill of 0.06, and the ensemble no more. So skill over climatology alone proves no foresight.
    """
    standing = _standing(panel, origin)
    distances = np.concatenate([panel.means[:, : origin + 1], _column(panel.baseline, origin)], axis=2)
    distances[..., :2] -= distances[..., 2:]
    fits = _logistic(panel, horizon, origin, standing), _regression(panel, horizon, origin, distances)
    return np.mean(fits, axis=0)  # type: ignore[no-any-return]


def logistic(panel: Panel, horizon: int, origin: int) -> Numbers:
    """Multinomial logistic regression of the outcome on deviations from the baseline, its height and its spread."""
    return _logistic(panel, horizon, origin, _deviations(panel, origin))


def regression(panel: Panel, horizon: int, origin: int) -> Numbers:
    """Ridge regression of the later index, with the errors it made spread round it, wider where errors were wider."""
    return _regression(panel, horizon, origin, _balances(panel, origin))


MEMBERS: tuple[tuple[str, Model], ...] = (
    ("smoothing", smoothing), ("logistic", logistic), ("regression", regression)
)  # fmt: skip
REFERENCES: tuple[tuple[str, Model], ...] = (("climatology", climatology), ("persistence", persistence))
FITTED_REFERENCES: tuple[tuple[str, Model], ...] = (("own_past", own_past),)


def fitting_possible() -> bool:
    """Whether scikit-learn, the extra `outlook`, is installed."""
    return find_spec("sklearn") is not None


@contextmanager
def one_thread() -> Iterator[None]:
    """Let linear algebra use one thread: problems this small take ten times as long on several that others use too.

    It also keeps the last digits of sums the same on machines with other numbers of cores.
    """
    if not fitting_possible():
        yield
        return
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):
        yield


def forecasts(panel: Panel, horizon: int, origin: int) -> dict[str, Numbers]:
    """Return the probabilities of every model by its name: the ensemble first, then references and members.

    Without scikit-learn there are the references only. Pairs without a baseline have NaN.
    """
    found = {name: model(panel, horizon, origin) for name, model in REFERENCES}
    if fitting_possible():
        members = {name: model(panel, horizon, origin) for name, model in MEMBERS}
        fitted = {name: model(panel, horizon, origin) for name, model in FITTED_REFERENCES}
        found = {"ensemble": np.mean(list(members.values()), axis=0), **found, **fitted, **members}
    none = np.isnan(panel.baseline[:, origin])
    return {name: np.where(none[:, None], np.nan, chances) for name, chances in found.items()}


def _logistic(panel: Panel, horizon: int, origin: int, features: Numbers) -> Numbers:
    from sklearn.linear_model import LogisticRegression

    found = climatology(panel, horizon, origin)
    happened = outcomes(panel, horizon)
    cases = _cases(happened, horizon, origin)
    if len(cases[0]) < LEAST_CASES or len(np.unique(happened[cases])) < 2:
        return found
    scale = _Scale(features[cases])
    fitted = LogisticRegression(C=LOGISTIC_C, max_iter=500).fit(scale(features[cases]), happened[cases].astype(int))
    now = ~np.isnan(panel.baseline[:, origin])
    if now.any():
        shares = fitted.predict_proba(scale(features[now, origin]))
        classes = list(fitted.classes_)
        for column, side in enumerate(SIDES):
            found[now, column] = shares[:, classes.index(side)] if side in classes else 0.0
    return found


def _regression(panel: Panel, horizon: int, origin: int, features: Numbers) -> Numbers:
    from sklearn.linear_model import Ridge

    found = climatology(panel, horizon, origin)
    change = later(panel, horizon) - panel.baseline
    cases = _cases(change, horizon, origin)
    if len(cases[0]) < LEAST_CASES:
        return found
    width = _widths(panel, origin)
    scale, scale_width = _Scale(features[cases]), _Scale(width[cases])
    mean = Ridge(alpha=RIDGE).fit(scale(features[cases]), change[cases])
    errors = change[cases] - mean.predict(scale(features[cases]))
    size = Ridge(alpha=RIDGE).fit(scale_width(width[cases]), np.log(np.abs(errors) + 0.05))
    typical = np.sort(errors / np.exp(size.predict(scale_width(width[cases]))))
    now = ~np.isnan(panel.baseline[:, origin])
    if now.any():
        expected = mean.predict(scale(features[now, origin]))
        wide, band = np.exp(size.predict(scale_width(width[now, origin]))), panel.spread[now, origin]
        found[now, 0] = _share_below(typical, (-band - expected) / wide)
        found[now, 1] = 1 - _share_below(typical, (band - expected) / wide)
    return found


class _Scale:
    """Puts features on a common scale: mean 0, standard deviation 1 over the cases that are learnt from."""

    def __init__(self, cases: Numbers) -> None:
        self.mean, self.deviation = cases.mean(axis=0), cases.std(axis=0) + 1e-9

    def __call__(self, features: Numbers) -> Numbers:
        scaled: Numbers = (features - self.mean) / self.deviation
        return scaled


def _cases(known: Numbers, horizon: int, origin: int) -> tuple[np.ndarray, ...]:
    """Pairs and months whose later index was known at the end of the origin month."""
    return np.nonzero(~np.isnan(known[:, : max(0, origin - horizon + 1)]))


def _column(values: Numbers, origin: int) -> Numbers:
    return values[:, : origin + 1, None]


def _balances(panel: Panel, origin: int) -> Numbers:
    baseline = _column(panel.baseline, origin)
    return np.concatenate([panel.fading[:, : origin + 1] - baseline, baseline], axis=2)


def _deviations(panel: Panel, origin: int) -> Numbers:
    """Distances from the baseline, in spreads for every other half-life and plain for the ones between."""
    baseline, spread = _column(panel.baseline, origin), _column(panel.spread, origin)
    distance = panel.fading[:, : origin + 1] - baseline
    in_spreads = np.clip(distance[..., 1::2] / spread, -FARTHEST, FARTHEST)
    return np.concatenate([in_spreads, distance[..., 2::2], np.log(spread), baseline], axis=2)


def _widths(panel: Panel, origin: int) -> Numbers:
    columns = [np.log(panel.spread), np.log(panel.volume + 1), np.abs(panel.baseline)]
    return np.concatenate([_column(values, origin) for values in columns], axis=2)


def _standing(panel: Panel, origin: int) -> Numbers:
    """How the pair's last three years, and all of them, lie about the present band."""
    baseline, spread = _column(panel.baseline, origin), _column(panel.spread, origin)
    means = np.clip((panel.means[:, : origin + 1] - baseline) / spread, -FARTHEST, FARTHEST)
    volume = np.log(_column(panel.volume, origin) + 1)
    return np.concatenate([means, np.log(panel.outside[:, : origin + 1]), np.log(spread), volume], axis=2)


def _share_below(ordered: Numbers, values: Numbers) -> Numbers:
    """The share of past errors below each value, never quite 0 or 1."""
    shares: Numbers = (np.searchsorted(ordered, values) + 0.5) / (len(ordered) + 1)
    return shares
