"""`detente evaluate`: how good are predictions?"""

from pathlib import Path
from typing import Annotated

import typer


def command(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What was predicted: classify, extract, attribution ...")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The true labels, JSON Lines.")],
    predictions: Annotated[Path, typer.Argument(metavar="PREDICTIONS", help="The predictions, JSON Lines.")],
) -> None:
    """Score predictions against labels made by people, with the published measure of each task.

    Examples:
        detente evaluate classify gold.jsonl predictions.jsonl
    """
    from detente.evaluation import evaluate

    for figure in evaluate(task, gold, predictions):
        typer.echo(f"{figure.name}\t{figure.value:.4g}")
