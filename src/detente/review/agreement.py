"""How far reviewers agree: Krippendorff's alpha for nominal data."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

REPLICATES = 1000


class Agreement(NamedTuple):
    """Alpha (1: full agreement, 0: as by chance) with its interval, and the sentences that two or more judged.

    `alpha` is None where all values are the same, or nobody judged what another did: then nothing can be said. `same`
    is the share of pairs of judgements that agree.
    """

    alpha: float | None
    low: float | None
    high: float | None
    same: float | None
    units: int


def alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Return Krippendorff's alpha of nominal values, one list of judgements a unit; missing ones are left out.

    With o_ck the coincidences of values c and k (each ordered pair of judgements of a unit with m of them counts
    1 / (m - 1)), n_c their sums and n the total:

        alpha = 1 - D_o / D_e,  D_o = 1/n sum_{c != k} o_ck,  D_e = 1/(n (n - 1)) sum_{c != k} n_c n_k

    Krippendorff, K. (2004). Content Analysis, 2nd ed., chapter 11; Hayes, A. F. and Krippendorff, K. (2007). Answering
    the call for a standard reliability measure for coding data. Communication Methods and Measures 1:77-89.
    """
    paired = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[Hashable] = sum(paired, Counter())
    number = totals.total()
    apart = sum((unit.total() ** 2 - sum(count**2 for count in unit.values())) / (unit.total() - 1) for unit in paired)
    expected = number**2 - sum(count**2 for count in totals.values())
    return 1 - (number - 1) * apart / expected if expected else None


def agree(units: Sequence[Sequence[Hashable]], level: float = 0.9, seed: int = 1) -> Agreement:
    """Measure the agreement on units, with an interval by bootstrap over units."""
    paired = [unit for unit in units if len(unit) > 1]
    value = alpha(paired)
    if value is None:
        return Agreement(None, None, None, _same(paired), len(paired))
    random = np.random.default_rng(seed)
    found = [
        again
        for places in random.integers(len(paired), size=(REPLICATES, len(paired)))
        if (again := alpha([paired[place] for place in places])) is not None
    ]
    low, high = np.quantile(found, [(1 - level) / 2, (1 + level) / 2]) if found else (value, value)
    return Agreement(value, float(low), float(high), _same(paired), len(paired))


def _same(paired: Sequence[Sequence[Hashable]]) -> float | None:
    """Share of pairs of judgements of one unit that agree."""
    counts = [Counter(unit) for unit in paired]
    pairs = sum(count.total() * (count.total() - 1) for count in counts)
    agreeing = sum(number * (number - 1) for count in counts for number in count.values())
    return agreeing / pairs if pairs else None
