"""`detente events`: who did what to whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import (
    ConfidenceOption,
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
from detente.record.model import STATUSES, VOICES

if TYPE_CHECKING:
    from detente.outputs.printing import Column, Row


def command(
    record: RecordPath,
    source: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Who acts: a country (USA), a code (USAGOV) or a word of the name (Putin)."),
    ] = None,
    target: Annotated[str | None, typer.Option(metavar="WHO", help="Who is acted upon, written likewise.")] = None,
    type: Annotated[  # noqa: A002  the option is called after the column
        str | None, typer.Option(metavar="TYPE", help="PLOVER type, such as CONSULT, SANCTION or ASSAULT.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", callback=one_of(STATUSES), help=f"Did it happen? One of {', '.join(STATUSES)}."),
    ] = None,
    voice: Annotated[
        str | None,
        typer.Option(
            metavar="VOICE",
            callback=one_of(VOICES),
            help="Told by the text itself (author), or by a source it quotes (source).",
        ),
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    min_confidence: ConfidenceOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show events: who did what to whom, when, and whether it happened.

    A row is an act, or what an act speaks of (then `content_of` names the act: of "threatened to bomb", the bombing).
    Each comes with its sentence; `detente explain RECORD ID` shows the words and rules behind it.

    Examples:
        detente events my-record --source USA --target RUS --status happened

        detente events my-record --type CONSULT --from 2017-01-01 --to 2017-12-31 -o meetings.csv
    """
    filters = {
        "source": source,
        "target": target,
        "type": type,
        "status": status,
        "voice": voice,
        "from": day(since, "--from"),
        "to": day(until, "--to"),
        "min_confidence": min_confidence,
    }
    show(record, "events", filters, _columns(), (form, output, limit))


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("date", lambda row: row["date_start"]),
        Column("who", lambda row: row["source_code"] or row["source_text"]),
        Column("did", lambda row: row["type"]),
        Column("to whom", lambda row: row["target_code"] or row["target_text"]),
        Column("status", lambda row: row["status"]),
        Column("sentence, publisher, id", _words, wide=True),
    ]


def _words(row: "Row") -> str:
    where = " - ".join(part for part in (row["publisher"], row["event_id"]) if part)
    return f"{' '.join((row['sentence'] or row['trigger']).split())}\n{where}"
