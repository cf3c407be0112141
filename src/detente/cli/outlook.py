"""`detente outlook`: what may come of two actors, with the backtest beside it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, OutputOption, RecordPath
from detente.cli.relations import CodedWithOption, FirstActor, SecondActor

if TYPE_CHECKING:
    from detente.outputs.printing import Column, Row


def command(
    record: RecordPath,
    a: FirstActor,
    b: SecondActor,
    horizon: Annotated[
        list[int] | None,
        typer.Option(min=1, max=12, metavar="MONTHS", help="Months ahead; may be repeated.", show_default="1, 3, 6"),
    ] = None,
    backtest: Annotated[
        bool, typer.Option("--backtest", help="Show every model, and how past forecasts fared.")
    ] = False,
    coded_with: CodedWithOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show how likely two actors get on worse, better or the same in 1, 3 and 6 months.

    Worse and better are the published outcomes: a month's balance of stories below or above the usual band of the last
    twelve months. The ensemble of three simple models, fitted to this record alone, stands beside climatology (how
    often it happened so far), persistence (all stays as it is) and own_past (how the pair's past lies about its present
    band, which foresees nothing). `skill` is what forecasts from earlier months of this record gained over climatology,
    in per cent, with its 90 % interval. Where none is proven, or none beyond own_past, the command says so. Only whole
    months are looked at. The fitted models need `pip install 'detente[outlook]'`.

    Examples:
        detente outlook my-record USA RUS

        detente outlook my-record China Japan --horizon 3 --backtest

        detente outlook my-record USA RUS -o outlook.csv
    """
    from detente.outlook import HORIZONS, outlook
    from detente.outputs.outlook_tables import SHOWN, outlook_rows, outlook_words
    from detente.outputs.printing import choose_format, print_rows
    from detente.record.store import open_record
    from detente.relations import check_coder, find_actor

    chosen = choose_format(form, output)
    opened = open_record(record)
    check_coder(opened, coded_with)
    pair = find_actor(opened, a), find_actor(opened, b)
    found = outlook(opened, *pair, sorted(set(horizon or HORIZONS)), coded_with=coded_with)
    if found.chances or chosen != "table":
        rows = outlook_rows(found, () if backtest or chosen != "table" else SHOWN)
        print_rows(rows.to_reader(), chosen, output, _test_columns() if backtest else _columns())
    for line in filter(None, (outlook_words(found) if found.chances else "", *found.notes)):
        typer.echo(line, err=True)


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        *_first_columns(),
        *(Column(head, _percent(f"p_{name}"), right=True) for head, name in zip(HEADS, NAMES, strict=True)),
        Column("skill %, worse", _skill("deteriorate"), right=True),
        Column("skill %, better", _skill("improve"), right=True),
        Column("cases", lambda row: row["deteriorate_cases"] or "", right=True),
    ]


def _first_columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("month", lambda row: f"{row['month']:%Y-%m} (+{row['horizon']})"),
        Column("model", lambda row: row["model"]),
    ]


HEADS = ("worse", "same", "better")
NAMES = ("deteriorate", "stable", "improve")


def _test_columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        *_first_columns(),
        Column("skill %, worse", _skill("deteriorate"), right=True),
        Column("beyond own", _skill("deteriorate", "beyond"), right=True),
        Column("off", _percent("deteriorate_calibration_error"), right=True),
        Column("skill %, better", _skill("improve"), right=True),
        Column("beyond own", _skill("improve", "beyond"), right=True),
        Column("off", _percent("improve_calibration_error"), right=True),
    ]


def _percent(name: str) -> "Callable[[Row], object]":
    return lambda row: "" if row[name] is None else f"{row[name]:.0%}"


def _skill(side: str, over: str = "") -> "Callable[[Row], object]":
    """The skill over climatology, or with `over` beyond the pair's own past."""
    names = [
        f"{side}_{name}" for name in (("beyond", "beyond_low", "beyond_high") if over else ("skill", "low", "high"))
    ]
    reference = "own_past" if over else "climatology"

    def shown(row: "Row") -> object:
        skill, low, high = (row[name] for name in names)
        if row["model"] == reference:
            return "reference"
        return "not tested" if skill is None else f"{100 * skill:+.0f} [{100 * low:+.0f} {100 * high:+.0f}]"

    return shown
