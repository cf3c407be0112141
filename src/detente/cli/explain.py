"""`detente explain`: why a row stands in the record."""

from typing import Annotated

import typer

from detente.cli.options import RecordPath


def command(
    record: RecordPath,
    row: Annotated[
        str, typer.Argument(metavar="ID", help="Id of an event, claim or mention; its beginning is enough.")
    ],
) -> None:
    """Show why a row stands in the record: its words, lexicon lines, rules, claim and coder.

    Examples:
        detente explain my-record 3f9a0c
    """
    from detente.outputs.explaining import explain, explanation_lines
    from detente.record.store import open_record

    for line in explanation_lines(explain(open_record(record), row)):
        typer.echo(line)
