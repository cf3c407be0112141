"""`detente query`: ask in SQL."""

from typing import Annotated

import typer

from detente.cli.options import SECONDS, FormatOption, OutputOption, RecordPath


def command(
    record: RecordPath,
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT statement in DuckDB's SQL.")],
    seconds: Annotated[float, typer.Option(min=0.001, help="Stop a query that takes longer.")] = SECONDS,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Ask the record in SQL, read-only.

    The tables are documents, sentences, mentions, claims, events, loaded, text_clusters, stories, story_events,
    measures, runs and refusals; `select * from events limit 1` shows the columns of one. The columns start and end
    are offsets into documents.text; write "end" in double quotes, since END is a word of SQL.

    Examples:
        detente query my-record "select type, count(*) as n from events group by type order by n desc"

        detente query my-record "select * from refusals" --format json
    """
    from detente.outputs.printing import choose_format, print_rows
    from detente.record.store import open_record

    chosen = choose_format(form, output)
    opened = open_record(record)
    with opened.time_limit(seconds):
        print_rows(opened.query(sql).to_arrow_reader(10_000), chosen, output)
