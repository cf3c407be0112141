"""`detente report`: a relation as one HTML page."""

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import RecordPath
from detente.cli.relations import By, ByOption, CodedWithOption, FirstActor, IncludeOption, SecondActor
from detente.errors import UsageError


def command(
    record: RecordPath,
    a: FirstActor,
    b: SecondActor,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")],
    by: ByOption = By.MONTH,
    include: IncludeOption = None,
    coded_with: CodedWithOption = None,
) -> None:
    """Write a report of two actors: one HTML file that works offline.

    It holds the chart of the relation, its turning points and the measures in force, every story with its sentence,
    what is contested, meetings ahead, the outlook with its backtest, the documents, the method with its error figures,
    and how to cite it.

    Examples:
        detente report my-record USA RUS -o usa-russia.html
    """
    from detente.outputs.reports import report_html
    from detente.record.store import open_record
    from detente.relations import Counting, relate
    from detente.settings import Settings

    opened = open_record(record)
    relation = relate(opened, a, b, Settings(), by=by, counting=Counting(tuple(include or ()), None, coded_with))
    page = report_html(opened, relation)
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{output}: cannot be written: {problem}") from problem
    typer.echo(f"{output}: report written", err=True)
