"""`detente lexicon`: check and compare the word lists."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.errors import UsageError

if TYPE_CHECKING:
    from detente.outputs.lexicon_effects import Touched

commands = typer.Typer(help="Check and compare the word lists that coding rests on.", no_args_is_help=True)


@commands.command("check")
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="A folder of lexicons.", show_default="the shipped ones")
    ] = None,
    codebook: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Check this codebook of yours instead, and code its examples. May come again."
        ),
    ] = None,
) -> None:
    """Check every line of the word lists: types, codes, dates, two holders of an office, ids and names that clash.

    With --codebook: check the lines of a codebook of your own, then code each of its example sentences and say which
    ones its frames miss or mistype.

    Exit status: 0 all is well, 1 an error or an example that is not coded as meant.

    Examples:
        detente lexicon check lexicons-2026/

        detente lexicon check --codebook my-types.tsv
    """
    if codebook:
        _check_codebook(codebook)
        return
    from detente.lexicons.checking import check_lexicons

    if folder is not None and not folder.is_dir():
        raise UsageError(f"{folder} is no folder of lexicons")
    problems = check_lexicons(folder)
    for problem in problems:
        typer.echo(f"{problem.file}:{problem.line}: {problem.severity}: {problem.id} {problem.what}")
    errors = sum(problem.severity == "error" for problem in problems)
    typer.echo(f"{errors} errors, {len(problems) - errors} warnings", err=True)
    if errors:
        raise typer.Exit(1)


def _check_codebook(paths: list[Path]) -> None:
    from detente.evaluation.codebook_examples import CODED, check_examples, result_lines, unused
    from detente.lexicons.user_codebook import read_user_codebook
    from detente.pipeline import prepare
    from detente.settings import Settings

    book = read_user_codebook(paths)
    coder = prepare(Settings(codebook=tuple(paths))) if book.examples else None
    checked = list(check_examples(book.examples, book.own, coder)) if coder else []
    for line in result_lines(checked):
        typer.echo(line)
    right = sum(item.verdict == CODED for item in checked)
    idle = unused([line.id for line in book.frames], checked)
    typer.echo(f"{len(book.own)} types; {right} of {len(checked)} examples coded as meant", err=True)
    if idle:
        typer.echo(f"no example needs {', '.join(idle)}", err=True)
    if right < len(checked):
        raise typer.Exit(1)


@commands.command("diff")
def diff(
    older: Annotated[Path, typer.Argument(metavar="OLDER", help="A folder of lexicons.")],
    newer: Annotated[Path | None, typer.Argument(metavar="NEWER", help="Another; else the shipped one.")] = None,
    record: Annotated[
        Path | None, typer.Option(metavar="RECORD", help="Count the rows of this record that rest on those lines.")
    ] = None,
) -> None:
    """Say which lines were added, removed or changed, by their ids, and which rows of a record rest on them.

    A record coded with OLDER is told apart: how many mentions, claims and events name a line that is changed or gone.
    What lines that were added would find only coding again can tell.

    Examples:
        detente lexicon diff lexicons-2025/ lexicons-2026/ --record my-record
    """
    from detente.lexicons.comparing import compare_lexicons

    changes = list(compare_lexicons(older, newer))
    touched = _touched(record, {change.id for change in changes if change.kind != "added"}) if record else []
    for change in changes:
        counts = [f"{table.by_line[change.id]} {table.table}" for table in touched if change.id in table.by_line]
        rows = f"  ({', '.join(counts)})" if counts else ""
        typer.echo(f"{change.file}: {change.kind} {change.id}  {change.what}{rows}")
    kinds = [f"{sum(change.kind == kind for change in changes)} {kind}" for kind in ("added", "removed", "changed")]
    typer.echo(f"lines: {', '.join(kinds)}", err=True)
    for table in touched:
        typer.echo(f"{record}: {table.rows} of {table.of} {table.table} rest on changed or removed lines", err=True)


def _touched(record: Path, line_ids: set[str]) -> "list[Touched]":
    from detente.outputs.lexicon_effects import rows_resting_on
    from detente.record.store import open_record

    return rows_resting_on(open_record(record), line_ids)
