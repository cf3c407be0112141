"""`detente relations`: how two actors treat each other, period by period."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, OutputOption, RecordPath

if TYPE_CHECKING:
    from detente.outputs.printing import Column


class By(StrEnum):
    """Lengths of a period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Include(StrEnum):
    """What may be counted beside acts that happened."""

    ALLEGED = "alleged"


FirstActor = Annotated[str, typer.Argument(metavar="A", help="An actor: USA, RUSMIL, UNO.")]
SecondActor = Annotated[str, typer.Argument(metavar="B", help="The other actor.")]
ByOption = Annotated[By, typer.Option(help="Length of a period.")]
IncludeOption = Annotated[
    list[Include] | None, typer.Option(help="Count acts known only from a party's claim too: alleged.")
]


def command(
    record: RecordPath,
    a: FirstActor,
    b: SecondActor,
    by: ByOption = By.MONTH,
    include: IncludeOption = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the chart to a .svg, .png, .html or .json file.")
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show how two actors treat each other over time.

    `index` is the log-odds of cooperative against conflictual stories of the period, with its 90 % interval: 0 is
    balance, +1.1 three to one. `level` is a fading average of all stories so far; its interval widens in silence.
    A period in which no story tells has no index. Stories count once, however many documents tell them; opinion
    pieces, domestic acts and what is only alleged are left out.

    Examples:
        detente relations my-record USA RUS --by quarter

        detente relations my-record USA RUS -o series.csv --plot chart.svg
    """
    from detente.outputs.printing import choose_format, print_rows
    from detente.outputs.series import relation_rows
    from detente.record.store import open_record
    from detente.relations import relate
    from detente.settings import Settings

    chosen = choose_format(form, output)
    relation = relate(open_record(record), a.upper(), b.upper(), Settings(), by=by, include=include or ())
    print_rows(relation_rows(relation).to_reader(), chosen, output, _columns())
    if not relation.periods:
        typer.echo(f"No story between {a.upper()} and {b.upper()}.", err=True)
    if plot is not None and relation.periods:
        from detente.outputs.charts import relation_chart, save_chart

        save_chart(relation_chart(relation), plot)
        typer.echo(f"{plot}: chart written", err=True)


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    numbers = (
        ("contact", "contact"),
        ("commit.", "commitments"),
        ("asks", "asks"),
        ("words -", "hostile_words"),
        ("deeds +", "deeds_for"),
        ("deeds -", "deeds_against"),
        ("reports", "reports"),
    )
    return [
        Column("from", lambda row: row["start"]),
        Column("index", lambda row: "" if row["index"] is None else f"{row['index']:+.2f}", right=True),
        Column(
            "90 %",
            lambda row: "" if row["index"] is None else f"{row['index_low']:+.1f} {row['index_high']:+.1f}",
            right=True,
        ),
        Column("level", lambda row: "" if row["level"] is None else f"{row['level']:+.2f}", right=True),
        *(
            Column(heading, lambda row, name=name: row[name] or "", right=True)  # type: ignore[misc]
            for heading, name in numbers
        ),
    ]
