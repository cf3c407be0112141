"""The command line: one command, one file. Heavy imports stand inside the commands, so that `--help` is instant."""

import sys
from typing import Annotated, NoReturn

import typer

from detente.about import VERSION
from detente.cli import (
    actors,
    cite,
    claims,
    code,
    demo,
    documents,
    evaluate,
    events,
    explain,
    export,
    freeze,
    import_,
    lexicon,
    outlook,
    query,
    relations,
    report,
    review,
    stories,
)
from detente.errors import DetenteError, RecordError

# In the order of `detente --help`. Each module has a function `command`, or a typer app `commands` with several.
COMMANDS = (
    ("demo", demo.command),
    ("code", code.command),
    ("events", events.command),
    ("claims", claims.command),
    ("documents", documents.command),
    ("stories", stories.command),
    ("explain", explain.command),
    ("relations", relations.command),
    ("outlook", outlook.command),
    ("report", report.command),
    ("query", query.command),
    ("actors", actors.command),
    ("import", import_.command),
    ("export", export.command),
    ("cite", cite.command),
    ("freeze", freeze.command),
    ("evaluate", evaluate.command),
)
GROUPS = (
    ("review", review.commands),
    ("lexicon", lexicon.commands),
)

HELP = """
Who did what to whom, when, where, according to whom - and did it really happen?

Detente reads news and commentary and keeps what they report in a record that you can search, count and check:
every row leads back to the words it came from.

Begin with `detente demo`, then code articles of your own:

    detente code articles/ -o my-record
    detente events my-record --source USA --target RUS
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, function in COMMANDS:
    app.command(name)(function)
for name, group in GROUPS:
    app.add_typer(group, name=name)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {VERSION}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run a command; every foreseen trouble is one line on stderr and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(prog_name="detente")
    except RecordError as problem:
        _leave(problem, 3)
    except DetenteError as problem:
        _leave(problem, 2)


def _leave(problem: DetenteError, status: int) -> NoReturn:
    typer.echo(f"detente: {problem}", err=True)
    sys.exit(status)
