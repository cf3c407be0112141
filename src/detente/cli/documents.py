"""`detente documents`: what was read."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import (
    FormatOption,
    FromOption,
    LimitOption,
    OutputOption,
    RecordPath,
    ToOption,
    day,
    one_of,
    show,
)
from detente.record.model import GENRES

if TYPE_CHECKING:
    from detente.outputs.printing import Column, Row


def command(
    record: RecordPath,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="A word of the publisher's name.")] = None,
    genre: Annotated[
        str | None, typer.Option(metavar="GENRE", callback=one_of(GENRES), help=f"One of {', '.join(GENRES)}.")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show documents: title, publisher, date and where the date comes from, and what was found in each.

    Documents with (nearly) the same words share a `text_cluster`; `copies` counts them.

    Examples:
        detente documents my-record --genre opinion

        detente documents my-record -o documents.csv
    """
    filters = {"publisher": publisher, "genre": genre, "from": day(since, "--from"), "to": day(until, "--to")}
    show(record, "documents", filters, _columns(), (form, output, limit))


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("published", lambda row: row["published"] or "unknown"),
        Column("title, publisher, id", _title, wide=True),
        Column("genre", lambda row: row["genre"]),
        Column("words", lambda row: row["n_tokens"], right=True),
        Column("events", lambda row: row["n_events"], right=True),
        Column("claims", lambda row: row["n_claims"], right=True),
        Column("copies", lambda row: row["copies"] if row["copies"] > 1 else "", right=True),
    ]


def _title(row: "Row") -> str:
    where = " - ".join(part for part in (row["publisher"], row["doc_id"]) if part)
    return f"{row['title'] or row['uri']}\n{where}"
