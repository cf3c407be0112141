"""`detente evaluate`: how good are predictions?"""

from pathlib import Path
from typing import Annotated

import typer


def command(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What was predicted: classify, extract, attribution ...")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The true labels, JSON Lines.")],
    predictions: Annotated[Path, typer.Argument(metavar="PREDICTIONS", help="The predictions, JSON Lines.")],
    bootstrap: Annotated[
        int, typer.Option(min=0, metavar="N", help="Add 95 % intervals from N draws of the gold rows.")
    ] = 0,
) -> None:
    """Score predictions against labels made by people, with the published measure of each task.

    Tasks: classify, extract, attribution, timex, factuality, opinion. Both files are joined on `id`.

    Examples:
        detente evaluate classify gold.jsonl predictions.jsonl
    """
    from detente.evaluation import evaluate, intervals

    spread = intervals(task, gold, predictions, bootstrap) if bootstrap else {}
    for figure in evaluate(task, gold, predictions):
        low_high = "\t{:.4f}\t{:.4f}".format(*spread[figure.name]) if figure.name in spread else ""
        typer.echo(f"{figure.name}\t{figure.value:.4f}{low_high}")
