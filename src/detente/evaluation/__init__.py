"""Scoring predictions against gold sets: one file a task, declared in TASKS."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from detente.errors import UsageError
from detente.evaluation import attribution, classify, extract
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
)


def evaluate(task: str, gold: Path, predictions: Path) -> tuple[Figure, ...]:
    """Score a file of predictions against a gold file, both JSON lines joined on `id`.

    Raises:
        UsageError: the task does not exist.
        InputError: a line is no JSON object with the fields the task needs; the message names file and line.
    """
    found = next((known for known in TASKS if known.name == task), None)
    if found is None:
        raise UsageError(f"no task {task!r}; known are {', '.join(known.name for known in TASKS)}")
    return found.score(read_rows(gold, found.gold_fields), read_rows(predictions, found.prediction_fields))
