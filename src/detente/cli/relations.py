"""`detente relations`: how two actors treat each other, period by period."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, OutputOption, RecordPath, day, one_of
from detente.errors import UsageError
from detente.record.model import VOICES

if TYPE_CHECKING:
    import pyarrow as pa

    from detente.outputs.printing import Column
    from detente.record.store import Record
    from detente.relations import Relation


class By(StrEnum):
    """Lengths of a period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Include(StrEnum):
    """What may be counted beside acts that happened."""

    ALLEGED = "alleged"


FirstActor = Annotated[str, typer.Argument(metavar="A", help="An actor: USA, RUSMIL, UNO, NATO, Hamas.")]
SecondActor = Annotated[str, typer.Argument(metavar="B", help="The other actor.")]
ByOption = Annotated[By, typer.Option(help="Length of a period.")]
IncludeOption = Annotated[
    list[Include] | None, typer.Option(help="Count acts known only from a party's claim too: alleged.")
]


CodedWithOption = Annotated[
    str | None,
    typer.Option(
        "--coded-with", metavar="CODER", help="Only rows coded by this: detente, icews ...", show_default="all, if one"
    ),
]


def command(
    record: RecordPath,
    a: FirstActor,
    b: SecondActor,
    by: ByOption = By.MONTH,
    include: IncludeOption = None,
    voice: Annotated[
        str | None,
        typer.Option(
            metavar="VOICE",
            callback=one_of(VOICES),
            help="Only acts the reports tell themselves (author), or those they quote (source).",
        ),
    ] = None,
    coded_with: CodedWithOption = None,
    turning_points: Annotated[
        bool, typer.Option("--turning-points", help="Show where the balance changed instead of the series.")
    ] = False,
    measures: Annotated[
        bool, typer.Option("--measures", help="Show sanctions, expulsions, ceasefires ... instead of the series.")
    ] = False,
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only measures in force on this day.")] = None,
    robustness: Annotated[
        bool, typer.Option("--robustness", help="Show the figures under other choices instead of the series.")
    ] = False,
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
    pieces, domestic acts and what is only alleged are left out. An actor is a state, a code, an entity or a name.

    Examples:
        detente relations my-record USA RUS --by quarter

        detente relations my-record USA RUS -o series.csv --plot chart.svg

        detente relations my-record USA RUS --turning-points

        detente relations my-record USA RUS --measures --on 2022-03-01

        detente relations my-record NATO Russia --robustness
    """
    from detente.cli.relation_columns import without_silence
    from detente.outputs.printing import choose_format, print_rows
    from detente.record.store import open_record
    from detente.relations import Counting, relate
    from detente.settings import Settings

    if sum((turning_points, measures, robustness)) > 1:
        raise UsageError("--turning-points, --measures and --robustness are three tables; ask for one at a time")
    if on is not None and not measures:
        raise UsageError("--on goes with --measures")
    chosen = choose_format(form, output)
    opened, settings = open_record(record), Settings()
    relation = relate(opened, a, b, settings, by=by, counting=Counting(tuple(include or ()), voice, coded_with))
    if turning_points:
        rows, columns, nothing = _turning_points(relation)
    elif measures:
        rows, columns, nothing = _measures(opened, relation, on)
    elif robustness:
        rows, columns, nothing = _robustness(opened, relation, settings.half_life_days)
    else:
        rows, columns, nothing = _series(relation)
    series = not (turning_points or measures or robustness)
    shown = without_silence(rows) if series and chosen == "table" else rows
    print_rows(shown.to_reader(), chosen, output, columns)
    remarks = _remarks(opened, relation, series=series)
    if shown.num_rows < rows.num_rows:
        remarks.insert(
            0, f"Of each run of {by}s without a story or report only the last is shown; -o FILE.csv has all."
        )
    for line in [nothing] * (not rows.num_rows) + remarks:
        typer.echo(line, err=True)
    if plot is not None and relation.periods:
        from detente.outputs.charts import relation_chart, save_chart
        from detente.relations import turning_points as find_turns

        save_chart(relation_chart(relation, find_turns(relation.acts)), plot)
        typer.echo(f"{plot}: chart written", err=True)


def _remarks(record: "Record", relation: "Relation", *, series: bool) -> list[str]:
    """What a reader must know of the figures: what `reports` counts, how alike stories are, what a review found."""
    from detente.outputs.corrected import corrected, corrected_words
    from detente.outputs.series import coverage_words, independence_words

    found = corrected(record, relation.a, relation.b)
    of_series = [*coverage_words(relation), *independence_words(relation)] if series and relation.periods else []
    return [*of_series, *corrected_words(found)]


Shown = tuple["pa.Table", "list[Column]", str]


def _series(relation: "Relation") -> Shown:
    from detente.cli.relation_columns import series_columns
    from detente.outputs.series import relation_rows

    return relation_rows(relation), series_columns(), f"No story between {relation.a} and {relation.b}."


def _turning_points(relation: "Relation") -> Shown:
    from detente.cli.relation_columns import turning_columns
    from detente.outputs.relation_tables import turning_rows
    from detente.relations import turning_points

    found = turning_points(relation.acts)
    return turning_rows(relation, found), turning_columns(), "No turning point that is nine times likelier than none."


def _measures(record: "Record", relation: "Relation", on: str | None) -> Shown:
    from detente.cli.relation_columns import measure_columns
    from detente.relations import measures_between

    found = measures_between(record, relation.a, relation.b, day(on, "--on"), coded_with=relation.coded_with)
    when = f" in force on {on}" if on else ""
    return found, measure_columns(), f"No measure between {relation.a} and {relation.b}{when} is told."


def _robustness(record: "Record", relation: "Relation", half_life_days: float) -> Shown:
    from detente.cli.relation_columns import variant_columns
    from detente.outputs.relation_tables import variant_rows
    from detente.relations import robustness

    found = robustness(record, relation.a, relation.b, half_life_days, coded_with=relation.coded_with)
    nothing = f"No story between {relation.a} and {relation.b}."
    return variant_rows(relation.a, relation.b, found), variant_columns(), nothing
