"""`detente lexicon`: check and compare the word lists."""

from pathlib import Path
from typing import Annotated

import typer

commands = typer.Typer(help="Check and compare the word lists that coding rests on.", no_args_is_help=True)


@commands.command("check")
def check() -> None:
    """Check every line of the word lists: types, codes, ids that occur twice, names nobody bears."""
    from detente.lexicons.checking import check_lexicons

    problems = check_lexicons()
    for problem in problems:
        typer.echo(f"{problem.file}:{problem.line}: {problem.severity}: {problem.id} {problem.what}")
    errors = sum(problem.severity == "error" for problem in problems)
    typer.echo(f"{errors} errors, {len(problems) - errors} warnings", err=True)
    if errors:
        raise typer.Exit(1)


@commands.command("diff")
def diff(
    older: Annotated[Path, typer.Argument(metavar="OLDER", help="A folder of lexicons.")],
    newer: Annotated[Path | None, typer.Argument(metavar="NEWER", help="Another; else the shipped one.")] = None,
) -> None:
    """Say which lines were added, removed or changed, by their ids."""
    from detente.lexicons.comparing import compare_lexicons

    for change in compare_lexicons(older, newer):
        typer.echo(f"{change.file}: {change.kind} {change.id}  {change.what}")
