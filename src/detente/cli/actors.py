"""`detente actors`: who is meant by a name."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import FormatOption, OutputOption, day

if TYPE_CHECKING:
    from detente.outputs.printing import Column


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help='A name as it is printed, such as "Tillerson".')],
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day on which it was printed.")] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Actors of your own, as for `detente code`. May come again."),
    ] = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show whom a name stands for on a day: state, office, code, and the lines of the word lists that say so.

    Examples:
        detente actors Tillerson --on 2017-04-12

        detente actors "Lake Province Army" --actors my-actors.tsv
    """
    from dataclasses import asdict

    import pyarrow as pa

    from detente.mentions.naming import lookup
    from detente.mentions.user_names import load_with
    from detente.outputs.printing import choose_format, print_rows

    chosen = choose_format(form, output)
    found = lookup(name, day(on, "--on"), load_with(actors or ()))
    if not found:
        typer.echo(f"Nobody called {name!r} stands in the word lists.", err=True)
        return
    rows = pa.Table.from_pylist([asdict(match) for match in found])
    print_rows(rows.to_reader(), chosen, output, _columns())


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("name", lambda row: row["alias"], wide=True),
        Column("kind", lambda row: row["kind"]),
        Column("stands for", lambda row: f"{row['name']}\n{row['office']}".strip(), wide=True),
        Column("code", lambda row: row["code"]),
        Column("then", lambda row: "yes" if row["valid"] else "no"),
        Column("why, evidence", lambda row: f"{row['why']}\n{' '.join(row['evidence'])}", wide=True),
    ]
