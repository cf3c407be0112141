"""What happened day by day between the pairs of a record: the raw material of an outlook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.errors import UsageError
from detente.lexicons.entries import PhraseLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED
from detente.record.store import Record

Numbers = NDArray[np.float64]
# The models learn from the pairs with most stories; beyond some dozens further pairs are too thin to teach anything.
MOST_PAIRS = 60
# A month with fewer stories has no index: the published outcome definition.
MINIMUM = 5
COOPERATIVE_QUADS = (1, 2)
DAYS = """
select min(published), max(published) from raw_documents join codings using (doc_id, coded_with)
where coded_by(coded_with, $coded_with)
"""


class Day(NamedTuple):
    """What one pair did on one day: stories that say it gets on, and stories that say it does not."""

    pair: str
    day: date
    cooperative: float
    conflictual: float


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Daily counts of several pairs over whole months.

    Attributes:
        pairs: names of the pairs, such as CHN-JPN.
        first: first day, the first of a month.
        cooperative, conflictual: counts, one row a pair, one column a day; the last day ends a month.
        minimum: counts a month needs to have an index.
    """

    pairs: tuple[str, ...]
    first: date
    cooperative: Numbers
    conflictual: Numbers
    minimum: int = MINIMUM

    def __post_init__(self) -> None:
        shape = (len(self.pairs), (self.following - self.first).days)
        if self.first.day != 1 or self.following.day != 1:
            raise UsageError(f"a history holds whole months, not {self.first} to {self.following - timedelta(days=1)}")
        if self.cooperative.shape != shape or self.conflictual.shape != shape:
            raise UsageError(f"counts have the shapes {self.cooperative.shape}, {self.conflictual.shape}, not {shape}")

    @property
    def following(self) -> date:
        """The day after the last."""
        return self.first + timedelta(days=self.cooperative.shape[1])


def history_of(
    days: Iterable[Day], first: date, last: date, *, most: int = MOST_PAIRS, minimum: int = MINIMUM
) -> History:
    """Put days into a history of whole months, from the one that holds `first`; a month that `last` cuts is left out.

    `most` pairs with the highest counts stay, in the order of their counts.

    Raises:
        UsageError: not one month is whole.
    """
    start, stop = first.replace(day=1), (last + timedelta(days=1)).replace(day=1)
    if stop <= start:
        raise UsageError(f"no whole month from {first} to {last}")
    kept = [found for found in days if start <= found.day < stop]
    totals: dict[str, float] = {}
    for found in kept:
        totals[found.pair] = totals.get(found.pair, 0.0) + found.cooperative + found.conflictual
    pairs = sorted(totals, key=lambda pair: (-totals[pair], pair))[:most]
    at = {pair: number for number, pair in enumerate(pairs)}
    counts = np.zeros((2, len(pairs), (stop - start).days))
    for found in kept:
        if found.pair in at:
            counts[:, at[found.pair], (found.day - start).days] += found.cooperative, found.conflictual
    return History(tuple(pairs), start, counts[0], counts[1], minimum)


def read_history(record: Record, a: str, b: str, coded_with: str | None = None) -> History | None:
    """Read the history of a record: first the pair that is asked for, then the pairs of states with most stories.

    Stories count as in `detente relations`, each once, meetings and requests included, as the published outcome
    definition does. None where the record holds no whole month.

    Raises:
        UsageError: both actors are the same.
    """
    if a == b:
        raise UsageError(f"an outlook needs two actors; both are {a}")
    ((first, last),) = record.query(DAYS, {"coded_with": coded_with}).fetchall()
    if first is None or (last + timedelta(days=1)).replace(day=1) <= first.replace(day=1):
        return None
    sectors = ["", *(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))]
    asked = {"statuses": list(COUNTED), "state_sectors": sectors, "coded_with": coded_with}
    own = pair_name(a, b)
    others = record.run("outlook_days", asked | {"most": MOST_PAIRS}).fetchall()
    pool = history_of((Day(*row) for row in others if row[0] != own), first, last)
    mine = history_of(
        _days_of(own, record.run("acts", asked | {"a": a, "b": b, "voice": None}).fetchall()), first, last
    )
    empty = np.zeros((0 if mine.pairs else 1, mine.cooperative.shape[1]))
    return History(
        (own, *pool.pairs),
        pool.first,
        np.concatenate([mine.cooperative, empty, pool.cooperative]),
        np.concatenate([mine.conflictual, empty, pool.conflictual]),
    )


def pair_name(a: str, b: str) -> str:
    """Name a pair, the same whoever stands first."""
    return "-".join(sorted((a, b)))


def _days_of(pair: str, acts: Sequence[tuple[str, date, bool, bool, str, float, int | None]]) -> list[Day]:
    shipped = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine) if not line.mode}
    # types of a user's codebook bring their own quad, or say nothing
    quads = [(day, shipped.get(kind, quad)) for _, day, _, _, kind, _, quad in acts]
    return [
        Day(pair, day, float(quad in COOPERATIVE_QUADS), float(quad not in COOPERATIVE_QUADS))
        for day, quad in quads
        if quad is not None
    ]
