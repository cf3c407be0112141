"""`detente review`: judge a sample of sentences, and correct the figures by it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, OutputOption, RecordPath, day

if TYPE_CHECKING:
    from detente.outputs.printing import Column
    from detente.record.store import Record
    from detente.review.figures import Asked, Figures
    from detente.review.strata import Pair

commands = typer.Typer(help="Judge a random sample of sentences, and correct the figures by it.", no_args_is_help=True)

PairOption = Annotated[
    tuple[str, str] | None, typer.Option(metavar="A B", help="Only acts between these two actors (USA RUS).")
]


@commands.callback()
def _record(context: typer.Context, record: RecordPath) -> None:
    context.obj = record


@commands.command("draw")
def draw(
    context: typer.Context,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.csv", help="The file to fill in.")],
    n: Annotated[int, typer.Option(min=2, metavar="N", help="How many sentences to draw.")] = 200,
    seed: Annotated[int, typer.Option(metavar="SEED", help="The same seed draws the same sentences.")] = 1,
    pair: PairOption = None,
    strata: Annotated[
        str,
        typer.Option(metavar="SCHEME", help="Draw from groups by quad, type or coded (or not), or simple: from all."),
    ] = "quad",
    reviewer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who judges; once for each. Several get a file each.")
    ] = None,
    overlap: Annotated[
        int | None,
        typer.Option(
            min=0, metavar="N", help="Sentences that all reviewers judge; the rest is dealt out.", show_default="all"
        ),
    ] = None,
    show_coding: Annotated[
        bool, typer.Option("--show-coding", help="Show what the coder found: judgements are then no longer blind.")
    ] = False,
) -> None:
    """Draw sentences to judge, those the coder found nothing in included, into a CSV file to fill in.

    Chance decides, and every sentence's chance is kept in the record. The same command draws the same sample; a larger
    --n with the same seed adds to it. How to judge: docs/review.md.

    Examples:
        detente review my-record draw --n 300 -o sample.csv

        detente review my-record draw --pair USA RUS --reviewer anna --reviewer ben --overlap 60 -o sample.csv
    """
    from detente.record.store import open_record
    from detente.review.sampling import Plan
    from detente.review.sampling import draw as draw_sample
    from detente.review.sheets import Share, write_sheets

    record = open_record(context.obj)
    sample, draws = draw_sample(record, Plan(n, seed, strata, _pair(pair)))
    share = Share(tuple(dict.fromkeys(reviewer or ())), overlap)
    for path in write_sheets(record, sample.sample_id, output, share, show_coding=show_coding):
        typer.echo(path)
    of = ", ".join(
        f"{name}: {drawn:,} of {size:,}"
        for name, size, drawn in zip(sample.strata, sample.sizes, sample.drawn, strict=True)
    )
    typer.echo(f"sample {sample.sample_id[:8]}: {len(draws):,} of {sum(sample.sizes):,} sentences ({of})", err=True)


@commands.command("take")
def take(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files that were filled in.")],
) -> None:
    """Take judgements back into the record, row by row; rows that cannot be understood are named and left out.

    Correct the named rows and take the file again: what is known already changes nothing. A sentence that the same
    reviewer judged again has the later judgement.

    Exit status: 0 all taken, 1 some rows left out.

    Example:
        detente review my-record take sample-anna.csv sample-ben.csv
    """
    from detente.record.store import open_record
    from detente.review.taking import take as take_files

    taken = take_files(open_record(context.obj), files)
    for problem in taken.problems:
        typer.echo(f"{problem.where}: {problem.what}", err=True)
    typer.echo(
        f"{taken.new:,} sentences taken, {taken.known:,} known already, {taken.blank:,} not judged yet, "
        f"{len(taken.problems):,} rows left out",
        err=True,
    )
    if taken.problems:
        raise typer.Exit(1)


@commands.command("figures")
def figures(
    context: typer.Context,
    sample: Annotated[str | None, typer.Option(metavar="ID", help="Which sample.", show_default="the latest")] = None,
    pair: PairOption = None,
    split: Annotated[
        str | None, typer.Option(metavar="DATE", help="Compare the balance before this day with that from it on.")
    ] = None,
    reviewer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only judgements of these.", show_default="all")
    ] = None,
    level: Annotated[float, typer.Option(min=0.5, max=0.99, metavar="P", help="Level of the intervals.")] = 0.9,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show how far reviewers agree, how precise and complete the coder is, and totals corrected by what they found.

    `corrected` has two intervals: for these documents (chance lies in the draw alone), and for documents like these
    (had other stories come up). Other formats than the table hold all columns, prediction-powered estimates too.
    The figures are kept in the record's table corrections: `detente relations` and `detente report` show those of their
    pair, and say when the record has changed since.

    Examples:
        detente review my-record figures

        detente review my-record figures --split 2018-01-01 -o figures.csv
    """
    from detente.outputs.printing import choose_format, print_rows
    from detente.record.store import open_record
    from detente.review.figures import NOT_CLAIMABLE, Asked, figure_rows
    from detente.review.figures import figures as make_figures

    chosen = choose_format(form, output)
    asked = Asked(sample, tuple(reviewer or ()), _pair(pair), day(split, "--split"), level)
    opened = open_record(context.obj)
    found = make_figures(opened, asked)
    kept = _keep(opened, found, asked)
    print_rows(figure_rows(found.rows).to_reader(), chosen, output, _columns(level))
    on_screen = chosen == "table" and output is None
    for line in (*_basis(found), kept, "Not claimable from these figures:", *(f"- {line}" for line in NOT_CLAIMABLE)):
        typer.echo(line, err=not on_screen)


def _keep(record: "Record", found: "Figures", asked: "Asked") -> str:
    """Keep the figures in the record and say so; a record that cannot be written is no reason not to print them."""
    from detente.errors import RecordError
    from detente.review.keeping import keep

    try:
        new = keep(record, found, asked.pair, asked.level)
    except RecordError as problem:
        return f"Not kept in the record: {problem}."
    return "Kept in the record's table corrections." if new else "The record's table corrections holds them already."


def _pair(given: tuple[str, str] | None) -> "Pair":
    """Actors as they are written: codes in capitals, entities (ORG:NATO) as they are.

    Raises:
        UsageError: the two are the same.
    """
    from detente.errors import UsageError
    from detente.review.strata import Pair

    if given is None:
        return Pair()
    a, b = (name if ":" in name else name.upper() for name in given)
    if a == b:
        raise UsageError(f"--pair needs two actors; both are {a}")
    return Pair(a, b)


def _basis(found: "Figures") -> list[str]:
    """Say what the figures rest on."""
    sample, judged = found.material.sample, found.material.judged
    reviewers = sorted({name for opinions in judged.values() for name in opinions})
    twice = sum(len(opinions) > 1 for opinions in judged.values())
    frame = f"{sum(sample.sizes):,} sentences of documents other than opinion pieces"
    naming = f" that name both {sample.pair_a} and {sample.pair_b}" if sample.pair_a else ""
    return [
        f"Sample {sample.sample_id[:8]} of {frame}{naming}: {len(judged):,} of {sum(sample.drawn):,} drawn are judged, "
        f"{twice:,} by several; reviewers: {', '.join(reviewers)}.",
    ]


def _columns(level: float) -> "list[Column]":
    from detente.outputs.corrected import figure_text
    from detente.outputs.printing import Column

    return [
        Column("figure", lambda row: row["section"]),
        Column("of", lambda row: row["quantity"], wide=True),
        Column("coded", lambda row: figure_text(row["coded"]), right=True),
        Column("corrected", lambda row: figure_text(row["value"]), right=True),
        Column(f"{level:.0%}", lambda row: _bounds(row["low"], row["high"]), right=True),
        Column("other stories", lambda row: _bounds(row["story_low"], row["story_high"]), right=True),
        Column("judged", lambda row: f"{row['judged']:,g}", right=True),
        Column("", lambda row: row["note"]),
    ]


def _bounds(low: float | None, high: float | None) -> str:
    from detente.outputs.corrected import figure_text

    return "" if low is None or high is None else f"{figure_text(low)} to {figure_text(high)}"
