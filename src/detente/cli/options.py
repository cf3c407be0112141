"""Options that several commands share, declared once."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from detente.outputs.printing import Column
    from detente.record.store import Record

# Rows a table shows when nobody asked for more: a few screens.
ROWS_OF_A_TABLE = 50
# A query that takes longer is most likely a mistake, such as a join without its condition.
SECONDS = 300.0


class Format(StrEnum):
    """How rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


def one_of(allowed: tuple[str, ...]) -> Callable[[str | None], str | None]:
    """Return the check that an option is one of these words."""

    def check(given: str | None) -> str | None:
        if given is not None and given not in allowed:
            raise typer.BadParameter(f"{given!r} is not one of {', '.join(allowed)}")
        return given

    return check


RecordPath = Annotated[Path, typer.Argument(metavar="RECORD", help="The folder that `detente code` wrote.")]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="How to write the rows; a file name after -o tells it too.", show_default="table"),
]
OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="From this day on (2017-09-18).")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this day.")]
ConfidenceOption = Annotated[
    float | None,
    typer.Option("--min-confidence", min=0, max=1, metavar="P", help="Only rows at least this sure (0 to 1)."),
]
LimitOption = Annotated[
    int | None,
    typer.Option("--limit", min=1, metavar="N", help="At most this many rows.", show_default="50 in a table, else all"),
]


def day(text: str | None, option: str) -> date | None:
    """Read a date as it is written on the command line.

    Raises:
        UsageError: it is no date of the form YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise UsageError(f"{option} is {text!r}; a date is written YYYY-MM-DD, such as 2017-09-18") from problem


def show(
    path: Path,
    query: str,
    filters: Mapping[str, object],
    columns: "Sequence[Column]",
    wanted: tuple[Format | None, Path | None, int | None],
) -> None:
    """Run one of our queries on a record and print its rows; `wanted` is format, output file and limit."""
    from detente.outputs.printing import choose_format, print_rows
    from detente.record.store import open_record

    form, output, limit = wanted
    chosen = choose_format(form, output)
    record = open_record(path)
    most = limit or (ROWS_OF_A_TABLE if chosen == "table" and output is None else None)
    with record.time_limit(SECONDS):
        found = record.run(query, {**filters, "limit": most})
        shown = print_rows(found.to_arrow_reader(10_000), chosen, output, columns)
    if not shown:
        typer.echo(_why_nothing(record, filters), err=True)
    elif limit is None and shown == most:
        typer.echo(f"The first {most} rows; --limit N shows more, -o FILE.csv writes all.", err=True)


def show_table(
    rows: "pa.Table",
    columns: "Sequence[Column]",
    wanted: tuple[Format | None, Path | None, int | None],
    nothing: str,
) -> None:
    """Print rows that were computed whole; `wanted` as in `show`, `nothing` is said where there are none."""
    from detente.outputs.printing import choose_format, print_rows

    form, output, limit = wanted
    shown = rows if limit is None else rows.slice(0, limit)
    if not print_rows(shown.to_reader(), choose_format(form, output), output, columns):
        typer.echo(nothing, err=True)


def _why_nothing(record: "Record", filters: Mapping[str, object]) -> str:
    """An empty answer may be a misspelt type: say which there are."""
    if filters.get("type"):
        there = [name for (name,) in record.query("select distinct type from events order by 1").fetchall()]
        if str(filters["type"]).upper() not in there:
            return f"No rows: no event has type {filters['type']}; the record has {', '.join(there) or 'no events'}."
    return "No rows."
