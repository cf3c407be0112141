"""The tables of a record as Arrow schemas, derived from the facts: a field of a fact is a column of its table."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

from detente.errors import RecordError
from detente.record.model import (
    Claim,
    Document,
    Event,
    Imported,
    Loaded,
    Measure,
    Mention,
    Refusal,
    Sentence,
    Span,
    Story,
    StoryEvent,
    TextCluster,
)
from detente.record.reviews import Correction, Draw, Review, Sample
from detente.record.second import SecondCoding

SCHEMA_VERSION = 1
MARKER = "detente.json"
SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64())])
COLUMN_TYPES: tuple[tuple[object, pa.DataType], ...] = (
    (str, pa.string()),
    (int, pa.int64()),
    (float, pa.float64()),
    (bool, pa.bool_()),
    (date, pa.date32()),
    (Span, SPAN),
)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the coder: what it was told, what it read, how it ended.

    `started` is UTC in ISO 8601, `settings` JSON; `outcome` is unfinished (running, or killed), done, interrupted or
    failed.
    The counts are documents coded in this run, documents that were in the record already, and inputs refused.
    """

    run_id: str
    started: str
    version: str
    settings: str
    inputs: tuple[str, ...]
    outcome: str = "unfinished"
    n_coded: int = 0
    n_known: int = 0
    n_refused: int = 0
    coded_with: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: its name, the fact a row holds, and columns only the store sees."""

    name: str
    fact: type
    hidden: tuple[tuple[str, pa.DataType], ...] = ()

    @property
    def schema(self) -> pa.Schema:
        """Columns as they lie on disk."""
        return _schema(self.fact, self.hidden)

    def columns(self) -> tuple[str, ...]:
        """Columns a reader sees."""
        return tuple(_column(field.name) for field in fields(self.fact))

    def rows(self, facts: Sequence[Any], hidden: Mapping[str, Sequence[object]] | None = None) -> pa.Table:
        """Facts as an Arrow table; `hidden` gives the values of the hidden columns."""
        given = dict(hidden or {})
        arrays = []
        for column in self.schema:
            values = given[column.name] if column.name in given else _values(facts, column)
            arrays.append(pa.array(values, type=column.type))
        return pa.Table.from_arrays(arrays, schema=self.schema)

    def filled(self, rows: pa.Table) -> pa.Table:
        """Rows that come as a table, with the columns of this one; what they lack is empty or null."""
        names = rows.column_names
        arrays = [
            rows[column.name].cast(column.type) if column.name in names else _nothing(column.type, rows.num_rows)
            for column in self.schema
        ]
        return pa.Table.from_arrays(arrays, schema=self.schema)

    def facts(self, rows: Iterable[Mapping[str, Any]]) -> Iterable[Any]:
        """Rows, as `pyarrow.Table.to_pylist` gives them, as facts."""
        names = self.columns()
        for row in rows:
            yield self.fact(*(_from_cell(row[name]) for name in names))


# `position` counts documents in the order they were coded: it orders rows, and tells the latest coding of a document.
DOCUMENTS = Table("documents", Document, (("position", pa.int64()),))
CHILDREN = (
    Table("sentences", Sentence),
    Table("mentions", Mention),
    Table("claims", Claim),
    Table("events", Event),
    Table("loaded", Loaded),
)
WHOLE = (
    Table("text_clusters", TextCluster),
    Table("stories", Story),
    Table("story_events", StoryEvent),
    Table("measures", Measure),
)
# Beside the events of other data sets; written like a child table, but never by coding.
IMPORTED = Table("imported", Imported)
# What people judged, and what that makes of figures; rows are added, never by coding.
REVIEWS = (
    Table("samples", Sample),
    Table("draws", Draw),
    Table("reviews", Review),
    Table("corrections", Correction),
)
# What a second coder answered about events; rows are added.
SECOND = Table("second_coder", SecondCoding)
RUNS = Table("runs", Run)
REFUSALS = Table("refusals", Refusal)
TABLES = (DOCUMENTS, *CHILDREN, *WHOLE, RUNS, REFUSALS, IMPORTED, *REVIEWS, SECOND)


def table(name: str) -> Table:
    """Return the table of this name.

    Raises:
        RecordError: there is no such table.
    """
    found = next((known for known in TABLES if known.name == name), None)
    if found is None:
        raise RecordError(f"no table is called {name!r}; the record has {', '.join(known.name for known in TABLES)}")
    return found


def table_of(fact: type) -> Table:
    """Return the table whose rows are facts of this type."""
    found = next((known for known in TABLES if known.fact is fact), None)
    if found is None:
        raise RecordError(f"no table holds facts of type {fact.__name__}")
    return found


def write_marker(folder: Path, version: str) -> None:
    """Mark a folder as a record of this schema version, in one move so that no half-written marker is ever seen."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, "created_with": f"detente {version}"})
    draft = folder / f"{MARKER}.new"
    draft.write_text(text + "\n", encoding="utf-8")
    draft.replace(folder / MARKER)


def check_marker(folder: Path) -> None:
    """Raise RecordError unless the folder is a record this program can read."""
    try:
        found = json.loads((folder / MARKER).read_text(encoding="utf-8"))
        version = int(found["schema_version"])
    except (FileNotFoundError, NotADirectoryError) as problem:
        raise RecordError(f"{folder}: not a record (it holds no {MARKER}); `detente code` makes one") from problem
    except OSError as problem:
        raise RecordError(f"{folder}: cannot be read: {problem.strerror}") from problem
    except (ValueError, KeyError, TypeError) as problem:
        raise RecordError(f"{folder / MARKER}: cannot be understood ({problem}); restore it from a copy") from problem
    if version > SCHEMA_VERSION:
        raise RecordError(
            f"{folder}: the record has schema version {version}, this program reads up to {SCHEMA_VERSION}; "
            f"a newer Detente made it ({found.get('created_with', 'unknown')}): upgrade with `pip install -U detente`"
        )
    if version < 1:
        raise RecordError(f"{folder}: schema version {version} never existed; restore {MARKER} from a copy")


@cache
def _schema(fact: type, hidden: tuple[tuple[str, pa.DataType], ...]) -> pa.Schema:
    hints = get_type_hints(fact)
    columns = [pa.field(_column(field.name), _column_type(hints[field.name])) for field in fields(fact)]
    return pa.schema([*columns, *(pa.field(name, kind) for name, kind in hidden)])


def _column(name: str) -> str:
    """Column of a field; `from_` stands for `from`, which Python keeps for itself."""
    return name.rstrip("_")


def _column_type(hint: object) -> pa.DataType:
    """Arrow type of an annotation: `tuple[X, ...]` is a list, `X | None` is X."""
    for known, arrow in COLUMN_TYPES:
        if hint == known:
            return arrow
    if get_origin(hint) is tuple and get_args(hint)[1:] == (...,):
        return pa.list_(_column_type(get_args(hint)[0]))
    if isinstance(hint, UnionType):
        return _column_type(next(part for part in get_args(hint) if part is not NoneType))
    raise RecordError(f"no column type is known for {hint}")


def _values(facts: Sequence[Any], column: pa.Field) -> list[Any]:
    name = "from_" if column.name == "from" else column.name
    values = [getattr(fact, name) for fact in facts]
    if column.type == pa.list_(SPAN):
        return [[{"start": start, "end": end} for start, end in spans] for spans in values]
    return values


def _nothing(kind: pa.DataType, length: int) -> pa.Array:
    """A column of missing values: texts and lists are empty, all else is null."""
    missing: object = "" if kind == pa.string() else [] if pa.types.is_list(kind) else None
    return pa.repeat(pa.scalar(missing, kind), length)


def _from_cell(cell: Any) -> Any:  # noqa: ANN401  a cell is whatever its column holds
    if isinstance(cell, list):
        return tuple((item["start"], item["end"]) if isinstance(item, dict) else item for item in cell)
    return cell
