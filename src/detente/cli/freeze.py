"""`detente freeze`: a copy of a record that stays as it is."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import RecordPath


def command(
    record: RecordPath,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder of the copy.")],
) -> None:
    """Copy a record to a folder that nothing is written to any more, and print how to cite it.

    Every command reads the copy as it reads a record; those that write refuse it. The record itself goes on: code it
    anew, add documents, and its version differs from that of the copy.

    Example:
        detente freeze my-record -o my-record-2024-05
    """
    from detente.outputs.citing import citation
    from detente.record.store import open_record
    from detente.record.versions import freeze

    version = freeze(open_record(record), output)
    typer.echo(citation(version))
    typer.echo(f"{output}: frozen as version {version.version}", err=True)
