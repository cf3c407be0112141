"""What every format becomes: a table of drafts, whose columns are those of `events` and `imported`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from detente.errors import InputError
from detente.exchange.cells import Cells, constant, listed, mapped, parts
from detente.exchange.codes import Act, Party
from detente.exchange.reading import Header

TEXT, WHOLE, FIGURE = pa.string(), pa.int64(), pa.float64()
# Between the parts of a key; no cell of a file holds it.
BETWEEN = "\x1f"
UNKNOWN = Act("", (), "", None, None, None, "")


class Layout(NamedTuple):
    """How one file of a format is laid out.

    Attributes:
        origin: the data set and version, as `imported.origin` has it.
        label: how `coded_with` names it; `by_year` adds the year of the event.
        header: columns and separators.
        missing: cells that mean there is nothing.
    """

    origin: str
    label: str
    by_year: bool
    header: Header
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A data set that can be imported.

    Attributes:
        name: its name on the command line.
        layout: tells the layout of a file, or raises InputError where it is none of this format.
        translate: makes drafts of a block of cells; bad rows are noted in the cells and left out later.
    """

    name: str
    layout: Callable[[Path], Layout]
    translate: Callable[[Cells, Layout], pa.Table]


class ActColumns(NamedTuple):
    """Acts, column by column (see codes.Act)."""

    type: pa.Array
    modes: pa.Array
    cameo: pa.Array
    quad: pa.Array
    plover_score: pa.Array
    goldstein: pa.Array
    line: pa.Array


class PartyColumns(NamedTuple):
    """Parties, column by column (see codes.Party)."""

    code: pa.Array
    country: pa.Array
    sector: pa.Array
    entity: pa.Array
    country_line: pa.Array
    sector_line: pa.Array


def act_columns(keys: pa.Array, find: Callable[[str], Act | None]) -> ActColumns:
    """Look up each distinct key; where nothing is found the line is empty."""
    kinds = [TEXT, pa.list_(TEXT), TEXT, WHOLE, FIGURE, FIGURE, TEXT]
    return ActColumns(*parts(keys, lambda key: find(key) or UNKNOWN, kinds))


def party_columns(keys: pa.Array, find: Callable[[str], Party]) -> PartyColumns:
    """Look up each distinct key."""
    return PartyColumns(*parts(keys, find, [TEXT] * 6))


def drafts(cells: Cells, act: ActColumns, source: PartyColumns, target: PartyColumns, **more: pa.Array) -> pa.Table:
    """Put columns together; `more` are further columns of `events` and `imported`, by name."""
    columns = {
        "line": cells.lines,
        "type": act.type,
        "modes": act.modes,
        "cameo": act.cameo,
        "quad": act.quad,
        "plover_score": act.plover_score,
        "goldstein": act.goldstein,
        "status": constant("happened", cells.number),
        "voice": constant("author", cells.number),
        "date_from": constant("document", cells.number),
        "reciprocal": pa.repeat(pa.scalar(False), cells.number),  # noqa: FBT003
        "confidence": pa.repeat(1.0, cells.number),
        "evidence": listed(act.line, source.country_line, source.sector_line, target.country_line, target.sector_line),
    }
    for side, party in (("source", source), ("target", target)):
        columns |= {f"{side}_{part}": getattr(party, part) for part in ("code", "country", "sector", "entity")}
    return pa.table(columns | {"date_end": more["date_start"]} | dict(more))


def filled(given: pa.Array, otherwise: pa.Array) -> pa.Array:
    """Take what the source says, and ours where it says nothing."""
    return pc.coalesce(given, otherwise)


def first_text(*columns: pa.Array) -> pa.Array:
    """Take the first text of a row that is not empty."""
    return pc.coalesce(*(pc.if_else(pc.equal(column, ""), None, column) for column in columns), "")


def read_day(text: str) -> date | None:
    """Read 2018-06-01 (a time may follow), 20180601 or 6/1/2018 (month first); None for anything else."""
    try:
        if "/" in text:
            month, day, year = text.split(" ")[0].split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def country_of(names: pa.Array, find: Callable[[str], str]) -> pa.Array:
    """Codes of countries by name."""
    return mapped(names, find, TEXT)


def check_columns(path: Path, found: Sequence[str], needed: Sequence[str]) -> None:
    """Raise InputError unless a file has the columns it needs."""
    absent = [name for name in needed if name not in found]
    if absent:
        there = ", ".join(found)
        shown = there if len(there) <= 200 else f"{there[:200]} ..."
        raise InputError(f"{path}: column {', '.join(absent)} is missing; the first line has {shown}")
    twice = sorted({name for name in found if name and found.count(name) > 1})
    if twice:
        raise InputError(f"{path}: column {', '.join(twice)} stands twice")
