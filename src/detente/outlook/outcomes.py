"""What an outlook is about, month by month: the published definitions of index, baseline and outcome.

Month t of a pair with C cooperative and K conflictual stories has the index L(t) = ln((C+1)/(K+1)) if C+K reaches the
minimum. Its baseline M(t) is the median of the defined L of the 12 months t-11..t, of which 6 must be defined; its
spread S(t) = max(median |L-M| over the same months, 0.25). With y = L(t+h) the pair has deteriorated at horizon h if
y < M-S, improved if y > M+S, else it is stable; without y there is no outcome. Log-odds and not a share, since friendly
pairs would sit at a share's ceiling, where a constant "cannot improve" earns skill that is none.

Arrays have one row a pair and one column a month; NaN is missing.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from detente.outlook.histories import History, Numbers

WINDOW = 12
DEFINED = 6
# Months that a pair's recent past goes back; the baseline's own year is a third of it.
RECENT = 36
LEAST_SPREAD = 0.25
# A month's worth of days: fading counts are scaled to it, so that all half-lives speak of the same volume.
DAYS = 30.4
# From the last days to the last year and a half; finer steps changed nothing on pairs that were not scored.
HALF_LIVES = (5, 10, 20, 40, 80, 160, 320)
DETERIORATE, STABLE, IMPROVE = 0, 1, 2


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """All that is known of the pairs at the end of each month, from that month and earlier ones alone.

    Attributes:
        pairs: names of the pairs.
        months: first day of each month.
        index: L.
        baseline, spread: M and S; in the first year of the months there are so far.
        volume: mean count of the last 12 months.
        means: mean index of the last three years and of all so far, on a third axis.
        outside: share of these months below the present band and above it, three years first.
        fading: log-odds of counts that fade with their age, a third axis for each of HALF_LIVES.
    """

    pairs: tuple[str, ...]
    months: tuple[date, ...]
    index: Numbers
    baseline: Numbers
    spread: Numbers
    volume: Numbers
    means: Numbers
    outside: Numbers
    fading: Numbers

    @property
    def first_origin(self) -> int:
        """The first month with a whole year behind it: outlooks are made and judged from here on."""
        return WINDOW - 1


def panel_of(history: History) -> Panel:
    """Compute index, baseline, spread and fading balances of a history."""
    starts = _month_starts(history)
    edges = [(start - history.first).days for start in starts]
    good, bad = (np.add.reduceat(counts, edges, axis=1) for counts in (history.cooperative, history.conflictual))
    index = np.where(good + bad >= history.minimum, np.log((good + 1) / (bad + 1)), np.nan)
    baseline, spread = _baselines(index)
    ends = [*(edge - 1 for edge in edges[1:]), history.cooperative.shape[1] - 1]
    fading = np.log((_faded(history.cooperative, ends) + 1) / (_faded(history.conflictual, ends) + 1))
    volume = np.stack([_recent(good + bad, month).mean(axis=1) for month in range(len(starts))], axis=1)
    means, outside = _pasts(index, baseline, spread)
    return Panel(history.pairs, tuple(starts), index, baseline, spread, volume, means, outside, fading)


def outcomes(panel: Panel, horizon: int) -> Numbers:
    """Return what came of each month after `horizon` months: DETERIORATE, STABLE, IMPROVE, or NaN where unknown."""
    found = np.full(panel.index.shape, np.nan)
    change = later(panel, horizon) - panel.baseline
    known = ~np.isnan(change)
    found[known] = STABLE
    found[known & (change < -panel.spread)] = DETERIORATE
    found[known & (change > panel.spread)] = IMPROVE
    return found


def later(panel: Panel, horizon: int) -> Numbers:
    """Return the index `horizon` months after each month."""
    found = np.full(panel.index.shape, np.nan)
    found[:, :-horizon] = panel.index[:, horizon:]
    return found


def month_after(month: date, number: int) -> date:
    """Return the first day of the month `number` months later."""
    months = month.year * 12 + month.month - 1 + number
    return date(months // 12, months % 12 + 1, 1)


def _month_starts(history: History) -> list[date]:
    last = history.following - timedelta(days=1)
    number = (last.year - history.first.year) * 12 + last.month - history.first.month + 1
    return [month_after(history.first, month) for month in range(number)]


def _recent(values: Numbers, month: int) -> Numbers:
    return values[:, max(0, month - WINDOW + 1) : month + 1]


def _baselines(index: Numbers) -> tuple[Numbers, Numbers]:
    baseline, spread = np.full(index.shape, np.nan), np.full(index.shape, np.nan)
    for month in range(index.shape[1]):
        recent = _recent(index, month)
        enough = (~np.isnan(recent)).sum(axis=1) >= DEFINED
        if enough.any():
            middle = np.nanmedian(recent[enough], axis=1)
            distance = np.nanmedian(np.abs(recent[enough] - middle[:, None]), axis=1)
            baseline[enough, month], spread[enough, month] = middle, np.maximum(distance, LEAST_SPREAD)
    return baseline, spread


def _pasts(index: Numbers, baseline: Numbers, spread: Numbers) -> tuple[Numbers, Numbers]:
    """Means and shares outside the band; a share is never 0, for its logarithm is taken: (n+3)/(months+12)."""
    means, outside = [], []
    for month in range(index.shape[1]):
        for past in (index[:, max(0, month + 1 - RECENT) : month + 1], index[:, : month + 1]):
            away, there = past - baseline[:, month, None], (~np.isnan(past)).sum(axis=1)
            means.append(np.nansum(past, axis=1) / np.maximum(there, 1))
            for far in (away < -spread[:, month, None], away > spread[:, month, None]):
                outside.append((far.sum(axis=1) + WINDOW / 4) / (there + WINDOW))
    pairs, months = index.shape
    shaped = [np.array(parts).reshape(months, -1, pairs).transpose(2, 0, 1) for parts in (means, outside)]
    return shaped[0], shaped[1]


def _faded(counts: Numbers, ends: list[int]) -> Numbers:
    """Exponentially weighted daily means at the ends of months, times DAYS, one layer a half-life."""
    kept = 2.0 ** (-1.0 / np.array(HALF_LIVES))
    total, weight = np.zeros((counts.shape[0], len(kept))), np.zeros(len(kept))
    found, wanted = [], set(ends)
    for day in range(counts.shape[1]):
        total, weight = total * kept + counts[:, day, None], weight * kept + 1
        if day in wanted:
            found.append(total / weight * DAYS)
    return np.stack(found, axis=1)
