"""`detente stories`: acts, however often they are told."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, FromOption, LimitOption, OutputOption, RecordPath, ToOption, day, show

if TYPE_CHECKING:
    from detente.outputs.printing import Column


def command(
    record: RecordPath,
    source: Annotated[str | None, typer.Option(metavar="CODE", help="Who acts: USA or USAGOV.")] = None,
    target: Annotated[str | None, typer.Option(metavar="CODE", help="Who is acted upon.")] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help="PLOVER type, such as CONSULT.")] = None,  # noqa: A002  the option is called after the column
    since: FromOption = None,
    until: ToOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show stories: the same act of the same parties within a few days, told by one document or by many.

    `docs` counts the documents, `outlets` their publishers, and `texts` the documents with words of their own: a report
    that ten outlets print is one text.

    Examples:
        detente stories my-record --source USA --target RUS --type CONSULT
    """
    filters = {
        "source": source,
        "target": target,
        "type": type,
        "from": day(since, "--from"),
        "to": day(until, "--to"),
    }
    show(record, "stories", filters, _columns(), (form, output, limit))


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
