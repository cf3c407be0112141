"""What a review makes of the figures of a pair, and how right the coder is on this record."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from detente.record.reviews import Correction
from detente.record.store import Record
from detente.record.versions import read_version

# What a reader looks for first; figures by type and stratum come behind.
FIRST = ("agreement", "balance", "contrast")
FIRST_OF = ("total: all acts", "precision: type and parties", "recall: type and parties")
SHARE = "balance: cooperative share"
OF_PAIR = ("total", "balance", "contrast")
FEW = "few"
WHOLE = 10


class Corrected(NamedTuple):
    """Kept figures of a review.

    Attributes:
        pair: totals and balance of the acts between two actors, if they were asked for.
        record: of all acts; agreement, precision and recall of the sample.
        outdated: whether the record has changed since one of them was made.
    """

    pair: tuple[Correction, ...]
    record: tuple[Correction, ...]
    outdated: bool


def first_and_others(rows: Sequence[Correction]) -> tuple[list[Correction], list[Correction]]:
    """Part the figures a reader looks for first from those by type and stratum."""
    chosen = [
        row.column.startswith(FIRST)
        or row.column in FIRST_OF
        or (row.column.startswith("total: ") and " > " in row.column)
        for row in rows
    ]
    parts = [[row for row, first in zip(rows, chosen, strict=True) if first is wanted] for wanted in (True, False)]
    return parts[0], parts[1]


def figure_text(value: str | float | None) -> str:
    """Write a figure as the tables of a review do: whole numbers from 10 on, two decimals below."""
    if value is None or value == "":
        return ""
    number = float(value)
    return f"{number:,.0f}" if abs(number) >= WHOLE else f"{number:.2f}"


def corrected(record: Record, a: str, b: str) -> Corrected:
    """Read the kept figures of a pair and of all acts."""
    rows = {"pair": " ".join(sorted((a, b))), "record": "all"}
    found = {
        name: tuple(record.facts(Correction, "\"table\" = 'relations' and row_id = $row", {"row": row}))
        for name, row in rows.items()
    }
    pair = tuple(row for row in found["pair"] if row.column.startswith(OF_PAIR))
    # agreement, precision and recall are those of the whole sample, whatever pair was asked for
    whole = found["record"] or tuple(row for row in found["pair"] if row not in pair)
    stamps = {row.version for row in (*pair, *whole)}
    outdated = bool(stamps) and stamps != {read_version(record).version}
    return Corrected(pair, whole, outdated)


def corrected_words(found: Corrected) -> list[str]:
    """Say what becomes of the balance of the whole time; single periods are not corrected."""
    lines = [_share(row) for row in found.pair if row.column.startswith(SHARE)]
    if not lines:
        return []
    about = f"Reviewed ({found.pair[0].why}, by {found.pair[0].who}): {'; '.join(lines)}."
    rest = "Single periods, the level and turning points are not corrected."
    return [f"{about} {rest}", *_outdated(found)]


def _outdated(found: Corrected) -> Iterator[str]:
    if found.outdated:
        yield "The record has changed since: run `detente review RECORD figures` again."


def _share(row: Correction) -> str:
    name = row.column.partition(": ")[2]
    bounds = "" if row.low is None or row.high is None else f" [{row.low:.0%}, {row.high:.0%}]"
    few = ", few judged" if row.note == FEW else ""
    return f"{name} {float(row.new):.0%}{bounds}, coded {float(row.old):.0%}{few}" if row.old else f"{name} {row.new}"
