"""Scoring predictions against gold sets: one file a task, declared in TASKS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from detente.errors import UsageError
from detente.evaluation import attribution, classify, extract, factuality, opinion, timex
from detente.evaluation.figures import Figure
from detente.evaluation.rows import read_rows


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its name on the command line, the fields a gold row must have, and its scorer."""

    name: str
    gold_fields: tuple[str, ...]
    prediction_fields: tuple[str, ...]
    score: Callable[..., tuple[Figure, ...]]


TASKS = (
    Task("classify", ("type", "quad"), (), classify.score),
    Task("extract", ("events",), ("events",), extract.score),
    Task("attribution", ("text", "attributions"), ("attributions",), attribution.score),
    Task("timex", ("timexes",), ("timexes",), timex.score),
    Task("factuality", ("label",), ("label",), factuality.score),
    Task("opinion", (), (), opinion.score),
)


def evaluate(task: str, gold: Path, predictions: Path) -> tuple[Figure, ...]:
    """Score a file of predictions against a gold file, both JSON lines joined on `id`.

    Raises:
        UsageError: the task does not exist.
        InputError: a line is no JSON object with the fields the task needs; the message names file and line.
    """
    found = find_task(task)
    return found.score(read_rows(gold, found.gold_fields), read_rows(predictions, found.prediction_fields))


def intervals(task: str, gold: Path, predictions: Path, resamples: int) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each figure, by drawing the gold rows anew with replacement (Efron 1979).

    Rows are drawn as they stand in the file (sentences, or whole articles); the draws repeat from run to run.

    Raises:
        UsageError, InputError: as for `evaluate`.
    """
    found = find_task(task)
    rows, answers = read_rows(gold, found.gold_fields), read_rows(predictions, found.prediction_fields)
    dice = Random(0)  # noqa: S311 - draws must repeat
    drawn: dict[str, list[float]] = {}
    for _ in range(resamples):
        ids = [(f"{id_}/{number}", id_) for number, id_ in enumerate(dice.choices(list(rows), k=len(rows)))]
        kept = {new: answers[id_] for new, id_ in ids if id_ in answers}
        for figure in found.score({new: rows[id_] for new, id_ in ids}, kept):
            drawn.setdefault(figure.name, []).append(figure.value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _middle(values: list[float]) -> tuple[float, float]:
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]


def find_task(name: str) -> Task:
    """Return the task of this name.

    Raises:
        UsageError: there is none.
    """
    found = next((known for known in TASKS if known.name == name), None)
    if found is None:
        raise UsageError(f"no task {name!r}; known are {', '.join(known.name for known in TASKS)}")
    return found
