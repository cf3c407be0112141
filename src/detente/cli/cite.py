"""`detente cite`: which record it is."""

from typing import Annotated

import typer

from detente.cli.options import RecordPath


def command(
    record: RecordPath,
    bibtex: Annotated[bool, typer.Option("--bibtex", help="Print a BibTeX entry to complete.")] = False,
) -> None:
    """Print how to cite a record: what it holds, its version, and what coded it.

    Records that say the same have the same version, on any machine. It changes when documents are added or coded anew,
    when they are linked to other stories, and when judgements are taken.

    Examples:
        detente cite my-record

        detente cite my-record --bibtex
    """
    from detente.outputs.citing import bibtex as as_bibtex
    from detente.outputs.citing import citation
    from detente.record.store import open_record
    from detente.record.versions import read_version

    version = read_version(open_record(record))
    typer.echo(as_bibtex(version) if bibtex else citation(version))
