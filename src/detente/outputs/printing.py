"""Rows for people and programs: a table that fits the screen, CSV, JSON, JSON Lines, Parquet."""

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pyarrow as pa
import pyarrow.parquet as pq
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from detente.errors import UsageError

FORMATS = ("table", "csv", "json", "jsonl", "parquet")
# Wide enough for a sentence when the table goes into a file or a pipe.
WIDTH_WITHOUT_SCREEN = 120

Row = Mapping[str, Any]


class Column(NamedTuple):
    """A column of a printed table: its heading and what stands in it.

    `wide` columns share the room that the others leave, on as many lines as it takes; the others stay on one line.
    `right` puts numbers flush right.
    """

    heading: str
    cell: Callable[[Row], object]
    wide: bool = False
    right: bool = False


def choose_format(name: str | None, output: Path | None) -> str:
    """Take the format that was asked for, else the one the file's name tells, else the table.

    Raises:
        UsageError: there is no such format, or Parquet would go to the screen.
    """
    suffix = output.suffix.removeprefix(".").lower() if output else ""
    chosen = name or (suffix if suffix in FORMATS else "table")
    if chosen not in FORMATS:
        raise UsageError(f"--format is {chosen!r}; allowed are {', '.join(FORMATS)}")
    if chosen == "parquet" and output is None:
        raise UsageError("--format parquet needs a file to write to: add -o FILE.parquet")
    return chosen


def print_rows(
    rows: pa.RecordBatchReader,
    form: str,
    output: Path | None = None,
    columns: Sequence[Column] = (),
) -> int:
    """Write the rows in a format to a file or stdout; return how many there were.

    `columns` say what a table shows; without them it shows every column. All other formats hold every column.

    Raises:
        UsageError: the file cannot be written.
    """
    if form == "parquet" and output is not None:
        return _write_parquet(rows, output)
    writers: Mapping[str, Callable[[pa.RecordBatchReader, TextIO], int]] = {
        "csv": _write_csv,
        "json": _write_json,
        "jsonl": _write_jsonl,
        "table": lambda found, stream: _write_table(found, stream, columns or _plain_columns(found.schema.names)),
    }
    with _opened(output) as stream:
        return writers[form](rows, stream)


def _plain_columns(names: Sequence[str]) -> list[Column]:
    return [Column(name, lambda row, name=name: row[name], wide=True) for name in names]  # type: ignore[misc]


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Open a file to write to, or stdout; whoever closes the pipe early (`| head`) has seen enough."""
    if output is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(
                os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
            )  # or Python complains when it flushes at exit
            raise SystemExit(0) from None
        return
    with _reports_trouble(output), output.open("w", encoding="utf-8", newline="") as stream:
        yield stream


@contextmanager
def _reports_trouble(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise UsageError(f"{output}: cannot be written: {problem.strerror or problem}") from problem


def _each(rows: pa.RecordBatchReader) -> Iterator[Row]:
    for batch in rows:
        yield from batch.to_pylist()


def _write_csv(rows: pa.RecordBatchReader, stream: TextIO) -> int:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(rows.schema.names)
    number = 0
    for row in _each(rows):
        writer.writerow([_flat(cell) for cell in row.values()])
        number += 1
    return number


def _write_json(rows: pa.RecordBatchReader, stream: TextIO) -> int:
    number = 0
    for row in _each(rows):
        stream.write((",\n" if number else "[\n") + _json(row))
        number += 1
    stream.write("\n]\n" if number else "[]\n")
    return number


def _write_jsonl(rows: pa.RecordBatchReader, stream: TextIO) -> int:
    number = 0
    for row in _each(rows):
        stream.write(_json(row) + "\n")
        number += 1
    return number


def _write_parquet(rows: pa.RecordBatchReader, output: Path) -> int:
    number = 0
    with _reports_trouble(output), pq.ParquetWriter(output, rows.schema, compression="zstd") as writer:
        for batch in rows:
            writer.write_batch(batch)
            number += batch.num_rows
    return number


def _write_table(rows: pa.RecordBatchReader, stream: TextIO, columns: Sequence[Column]) -> int:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(
            column.heading,
            justify="right" if column.right else "left",
            no_wrap=not column.wide,
            overflow="fold" if column.wide else "ellipsis",
        )
    for row in _each(rows):
        table.add_row(*(Text(_flat(column.cell(row))) for column in columns))
    width = shutil.get_terminal_size((WIDTH_WITHOUT_SCREEN, 40)).columns
    Console(file=stream, width=width, highlight=False, soft_wrap=False).print(table)
    return table.row_count


def _json(row: Row) -> str:
    """A row as JSON, which knows no infinity and no NaN: they are null."""
    finite = {name: None if isinstance(cell, float) and not isfinite(cell) else cell for name, cell in row.items()}
    return json.dumps(finite, ensure_ascii=False, default=_unusual)


def _unusual(cell: object) -> object:
    """Sums of whole numbers come as decimals; dates and times are ISO 8601."""
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return str(cell)


def _flat(cell: object) -> str:
    """A cell as text: nothing is empty, lists are joined by `;`, spans are start-end."""
    if cell is None:
        return ""
    if isinstance(cell, list | tuple):
        return ";".join(_flat(item) for item in cell)
    if isinstance(cell, dict):
        return "-".join(_flat(item) for item in cell.values())
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell)
