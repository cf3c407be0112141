"""Task factuality: has the event named by a trigger happened, according to the text?"""

from collections.abc import Mapping

from detente.evaluation.figures import Figure, accuracy, label_f1, macro_f1, ratio
from detente.evaluation.rows import Row

NO_ANSWER = "(none)"


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score labels; `false_happened` is the share of what did not happen that was called happened."""
    pairs = [(row["label"], predicted.get(id_, {}).get("label", NO_ANSWER)) for id_, row in gold.items()]
    others = [answer for label, answer in pairs if label != "happened"]
    labels = sorted({label for label, _ in pairs})
    return (
        Figure("accuracy", accuracy(pairs)),
        Figure("macro_f1", macro_f1(pairs)),
        Figure("false_happened", ratio(others.count("happened"), len(others))),
        *(Figure(f"{label}.f1", label_f1(pairs, label)) for label in labels),
    )
