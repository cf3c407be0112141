"""`detente stories`: acts, however often they are told."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import (
    Format,
    FormatOption,
    FromOption,
    LimitOption,
    OutputOption,
    RecordPath,
    ToOption,
    day,
    show,
    show_table,
)

if TYPE_CHECKING:
    from detente.outputs.printing import Column


def command(
    record: RecordPath,
    source: Annotated[str | None, typer.Option(metavar="CODE", help="Who acts: USA or USAGOV.")] = None,
    target: Annotated[str | None, typer.Option(metavar="CODE", help="Who is acted upon.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="PLOVER type, such as CONSULT.")] = None,  # noqa: A002  the option is called after the column
    disagreements: Annotated[
        bool,
        typer.Option(
            "--disagreements",
            help="Show where the reports of a story differ: the dead, the injured, who acted on whom.",
        ),
    ] = False,
    since: FromOption = None,
    until: ToOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show stories: the same act of the same parties within a few days, told by one document or by many.

    `docs` counts the documents, `outlets` their publishers, and `texts` the documents with words of their own: a report
    that ten outlets print is one text.

    With `--disagreements` there is a row for every version of a number or of who acted on whom: as the story has it
    (told), or as somebody alleges or denies it.

    Examples:
        detente stories my-record --source USA --target RUS --type CONSULT

        detente stories my-record --disagreements --type ASSAULT
    """
    filters = {
        "source": source,
        "target": target,
        "type": type,
        "from": day(since, "--from"),
        "to": day(until, "--to"),
    }
    if disagreements:
        _show_disagreements(record, filters, (form, output, limit))
    else:
        show(record, "stories", filters, _columns(), (form, output, limit))


def _show_disagreements(
    path: Path, filters: Mapping[str, object], wanted: tuple[Format | None, Path | None, int | None]
) -> None:
    from detente.outputs.disagreements import disagreement_rows
    from detente.record.store import open_record

    rows = disagreement_rows(open_record(path), filters)
    show_table(rows, _version_columns(), wanted, "The reports of no story disagree.")


def _version_columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("story", lambda row: row["story_id"]),
        Column("about", lambda row: row["about"]),
        Column("version", lambda row: row["value"]),
        Column("how", lambda row: row["how"]),
        Column("on whose word", lambda row: ", ".join(row["said_by"]) or "(the report's)"),
        Column("since", lambda row: row["first_published"]),
        Column("outlets", lambda row: ", ".join(row["publishers"]), wide=True),
    ]


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("date", lambda row: row["date_start"]),
        Column("who", lambda row: row["source_code"]),
        Column("did", lambda row: row["type"]),
        Column("to whom", lambda row: row["target_code"]),
        Column("where, id", lambda row: f"{row['place']}\n{row['story_id']}".strip(), wide=True),
        Column("docs", lambda row: row["n_documents"], right=True),
        Column("texts", lambda row: row["n_text_clusters"], right=True),
        Column("outlets", lambda row: row["n_publishers"], right=True),
    ]
