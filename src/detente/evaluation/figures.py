"""The arithmetic every scorer shares."""

from collections.abc import Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One figure of a score sheet; `value` lies between 0 and 1 unless the name says it is a count."""

    name: str
    value: float


class Counts(NamedTuple):
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Add two counts."""
        return Counts(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)


def ratio(part: float, whole: float) -> float:
    """Part of whole, 0 where there is no whole."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1 of a precision and a recall."""
    return ratio(2 * precision * recall, precision + recall)


def precision_recall_f1(name: str, counts: Counts) -> tuple[Figure, Figure, Figure]:
    """Three figures, named `name.p`, `name.r` and `name.f1`."""
    precision, recall = ratio(counts.tp, counts.tp + counts.fp), ratio(counts.tp, counts.tp + counts.fn)
    return (
        Figure(f"{name}.p", precision),
        Figure(f"{name}.r", recall),
        Figure(f"{name}.f1", harmonic(precision, recall)),
    )


def macro_f1(pairs: Sequence[tuple[object, object]]) -> float:
    """Mean F1 over the labels that occur in gold; `pairs` are (gold, predicted)."""
    labels = {gold for gold, _ in pairs}
    return ratio(sum(label_f1(pairs, label) for label in labels), len(labels))


def label_f1(pairs: Sequence[tuple[object, object]], label: object) -> float:
    """F1 of one label; `pairs` are (gold, predicted)."""
    right = sum(gold == predicted == label for gold, predicted in pairs)
    return ratio(2 * right, sum((gold == label) + (predicted == label) for gold, predicted in pairs))


def accuracy(pairs: Sequence[tuple[object, object]]) -> float:
    """Share of pairs whose two sides are equal."""
    return ratio(sum(gold == predicted for gold, predicted in pairs), len(pairs))
