"""`detente demo`: see it work."""

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.record.store import Record

OUT = Path("demo-record")
PAIR = ("USA", "RUS")
PAIRS = 10


def command(
    open_report: Annotated[bool, typer.Option("--open", help="Open the report in the browser.")] = False,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="The folder of the record.")] = OUT,
) -> None:
    """Code the articles that come with Detente into ./demo-record, and say what is in them.

    Examples:
        detente demo --open
    """
    from detente.cli.watching import Screen

    with Screen() as screen:
        from detente.coding import code
        from detente.settings import Settings

        record, run = code(_examples(), out, Settings(), screen)
    if run.outcome == "interrupted":
        raise typer.Exit(130)
    _summarise(record)
    report = _write_report(record, out)
    typer.echo(f"Report: {report}")
    typer.echo(f"Next:   detente events {out} --source {PAIR[0]} --target {PAIR[1]}")
    if open_report:
        typer.launch(str(report))
    if run.n_refused:
        raise typer.Exit(1)


def _examples() -> list[str]:
    """The folders of the demo corpus; what stands beside them is about it, not of it."""
    corpus = Path(str(files("detente"))) / "examples"
    found = sorted(str(folder) for folder in corpus.iterdir() if folder.is_dir()) if corpus.is_dir() else []
    if not found:
        raise UsageError(f"the demo articles are missing; they belong into {corpus}")
    return found


def _write_report(record: "Record", out: Path) -> Path:
    from detente.outputs.reports import report_html
    from detente.relations import relate
    from detente.settings import Settings

    report = out / "report.html"
    report.write_text(report_html(record, relate(record, *PAIR, Settings())), encoding="utf-8")
    return report


def _summarise(record: "Record") -> None:
    from detente.outputs.printing import Column, print_rows

    (counts,) = record.run("summary", {}).to_arrow_table().to_pylist()
    days = f"{counts['first_published']} to {counts['last_published']}"
    typer.echo(f"{counts['documents']} documents of {days}: {counts['claims']} claims, {counts['events']} events")
    columns = [
        Column("who", lambda row: row["source"]),
        Column("to whom", lambda row: row["target"]),
        Column("events", lambda row: row["events"], right=True),
        Column("friendly words", lambda row: row["friendly_words"], right=True),
        Column("friendly deeds", lambda row: row["friendly_deeds"], right=True),
        Column("hostile words", lambda row: row["hostile_words"], right=True),
        Column("hostile deeds", lambda row: row["hostile_deeds"], right=True),
    ]
    print_rows(record.run("pairs", {"limit": PAIRS}).to_arrow_reader(10_000), "table", None, columns)
