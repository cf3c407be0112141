"""`detente code`: from articles to a record."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.options import day
from detente.cli.second import (
    BelowOption,
    CacheOption,
    CoderOption,
    MostOption,
    PriceOption,
    SecondOptions,
    ServerOption,
    ask_second_coder,
)


def command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders or patterns (.txt, .html, .jsonl, .csv); - reads one text from stdin.",
        ),
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="RECORD", help="The folder of the record.")],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of documents that carry none (2017-09-18).")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Publisher of documents that carry none.")
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Actors of your own, which win over ours: a table or a PETRARCH dictionary. May come again.",
        ),
    ] = None,
    codebook: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Event types and frames of your own, which win over ours (docs/codebook.md). May come again.",
        ),
    ] = None,
    codebook_only: Annotated[
        bool | None, typer.Option("--codebook-only", help="Leave out events of all other types.", show_default=False)
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes that work side by side; each takes 0.7 GB.")
    ] = None,
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings file; detente.toml in this folder is read by itself.")
    ] = None,
    second_coder: CoderOption = None,
    base_url: ServerOption = None,
    second_below: BelowOption = None,
    second_limit: MostOption = None,
    second_price: PriceOption = None,
    second_cache: CacheOption = None,
) -> None:
    """Code articles: read them, find who did what to whom according to whom, and write it all to a record.

    Run it again with more inputs and only those that are new are coded. A run that was stopped, or killed, is taken up
    where it was by the same command. Inputs that cannot be read are named with the reason, and the rest is coded.

    Exit status: 0 all coded, 1 some inputs refused or a second coder's questions open, 2 wrong usage, 3 the record
    cannot be written, 130 interrupted.

    Examples:
        detente code articles/ -o my-record

        detente code editorial.txt --date 2017-09-18 --publisher "The Daily" -o my-record

        detente code articles/ --actors my-actors.tsv --codebook my-types.tsv -o my-record
    """
    from detente.cli.watching import Screen
    from detente.settings import Settings, read_settings

    told = settings or Path("detente.toml")
    chosen = read_settings(told) if settings or told.is_file() else Settings()
    chosen = replace(
        chosen,
        published=day(date, "--date") or chosen.published,
        publisher=publisher or chosen.publisher,
        workers=workers or chosen.workers,
        actors=tuple(actors or chosen.actors),
        codebook=tuple(codebook or chosen.codebook),
        codebook_only=codebook_only or chosen.codebook_only,
    )
    second = SecondOptions(second_coder, base_url, second_below, second_limit, second_price, second_cache)
    second.check(chosen)
    with Screen() as screen:
        from detente.coding import code

        run = code(inputs, out, chosen, screen).run
    again = "" if run.outcome == "done" else "; stopped - run the same command again to go on where it was"
    screen.say(
        f"{out}: {run.n_coded:,} documents coded, {run.n_known:,} already there, {run.n_refused:,} refused{again}"
    )
    if run.outcome == "interrupted":
        raise typer.Exit(130)
    answered = second_coder is None or ask_second_coder(out, second, chosen, screen.say)
    if run.n_refused or not answered:
        raise typer.Exit(1)
