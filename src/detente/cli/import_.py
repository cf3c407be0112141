"""`detente import`: events of other data sets into a record."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

# A table of bad lines longer than this hides the rest.
SHOWN = 20


class Source(StrEnum):
    """Data sets whose files can be read."""

    GDELT = "gdelt"
    ICEWS = "icews"
    POLECAT = "polecat"
    ACLED = "acled"


def command(
    source: Annotated[Source, typer.Argument(metavar="FORMAT", help="gdelt, icews, polecat or acled.")],
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Files as they are published; .gz and .zip are unpacked.")
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="The folder of the record.")],
) -> None:
    """Import events of GDELT, ICEWS, POLECAT or ACLED, so that relations, stories and queries work on them.

    Codes become PLOVER types and our codes of actors; what stood in the file is kept in the table `imported`. Rows that
    repeat another, or tell the same act from the other side, are folded into one. The same file again changes nothing.
    A line that makes no sense is named with its number and left out.

    Exit status: 0 all imported, 1 some lines or files refused, 2 wrong usage, 3 the record cannot be written, 130
    interrupted.

    Examples:
        detente import icews events.2018.tab -o icews-record

        detente import gdelt 20220224.export.CSV.zip 20220225.export.CSV.zip -o gdelt-record
    """
    from detente.exchange.importing import format_named, import_files
    from detente.settings import Settings

    done = import_files(format_named(source.value), files, out, Settings())
    for refusal in done.refusals[:SHOWN]:
        typer.echo(f"refused {refusal.uri}: {refusal.reason}", err=True)
    if len(done.refusals) > SHOWN:
        typer.echo(f"{len(done.refusals) - SHOWN:,} more stand in the record's table refusals", err=True)
    refused = {refusal.uri for refusal in done.refusals}
    for path, counts in done.files:
        if str(path) in refused and not counts.rows:
            continue
        typer.echo(
            f"{path}: {counts.rows:,} rows, {counts.events:,} events written; folded {counts.mirrors:,} mirror rows "
            f"and {counts.repeats:,} repeats; {counts.known:,} already there; {counts.bad:,} bad",
            err=True,
        )
    if done.run.outcome == "interrupted":
        typer.echo("stopped - run the same command again to go on where it was", err=True)
        raise typer.Exit(130)
    if done.refusals:
        raise typer.Exit(1)
