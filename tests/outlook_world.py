"""Histories made by chance: pairs whose balance wanders, or whose months come in no order at all."""

from datetime import date, timedelta

import numpy as np

from detente.outlook.histories import History
from detente.outlook.outcomes import month_after

FIRST = date(2015, 1, 1)


def made_history(pairs: int = 8, months: int = 48, persistence: float = 0.0, seed: int = 3) -> History:
    """One story a day; its leaning to cooperation changes by months, but keeps `persistence` (0 to 1) of the last."""
    dice = np.random.default_rng(seed)
    days = (month_after(FIRST, months) - FIRST).days
    month = np.array([(day.year - FIRST.year) * 12 + day.month - 1 for day in map(_day, range(days))])
    leaning = np.zeros((pairs, months))
    for at in range(1, months):
        leaning[:, at] = persistence * leaning[:, at - 1] + dice.normal(0, 0.5, pairs)
    good = (dice.random((pairs, days)) < 1 / (1 + np.exp(-leaning[:, month]))).astype(float)
    return History(tuple(f"A{pair:02}-B{pair:02}" for pair in range(pairs)), FIRST, good, 1 - good)


def by_months(good: list[int], bad: list[int], minimum: int = 5) -> History:
    """One pair whose stories of each month all fall on its first day."""
    starts = [month_after(FIRST, at) for at in range(len(good) + 1)]
    counts = np.zeros((2, 1, (starts[-1] - FIRST).days))
    for start, *numbers in zip(starts, good, bad, strict=False):
        counts[:, 0, (start - FIRST).days] = numbers
    return History(("AAA-BBB",), FIRST, counts[0], counts[1], minimum)


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)
