"""`detente export`: events of a record for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import RecordPath


class Target(StrEnum):
    """Formats that events are written in."""

    GDELT2 = "gdelt2"
    ICEWS = "icews"
    POLECAT = "polecat"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def command(
    record: RecordPath,
    target: Annotated[Target, typer.Argument(metavar="FORMAT", help="gdelt2, icews, polecat, csv, jsonl or parquet.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
) -> None:
    """Write the events of a record in the columns of GDELT 2.0, ICEWS or POLECAT, or whole as CSV, JSON Lines, Parquet.

    The columns of other data sets hold acts that happened or go on; they know no claims, content rows or other
    statuses. An act that two parties do to each other becomes two rows. CSV, JSON Lines and Parquet hold every event.

    Examples:
        detente export my-record icews -o events.tab

        detente export my-record parquet -o events.parquet
    """
    from detente.exchange.exporting import export_events
    from detente.record.store import open_record

    done = export_events(open_record(record), target.value, output)
    left_out = f"; {done.left_out:,} events left out, which {target.value} cannot say" if done.left_out else ""
    typer.echo(f"{output}: {done.rows:,} rows{left_out}", err=True)
