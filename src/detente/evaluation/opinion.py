"""Task opinion: opinion or report, and loaded words.

The gold label is the field `opinion` where the set has one (rows marked mixed or left open are left out), else `label`.
"""

import re
from collections.abc import Iterable, Mapping

from detente.evaluation.figures import Counts, Figure, accuracy, label_f1, macro_f1, precision_recall_f1
from detente.evaluation.rows import Row

WORD = re.compile(r"[\w'’-]+")
LEFT_OUT = (None, "mixed")
NO_ANSWER = "(none)"


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score labels, and the loaded words of rows whose gold list is not empty."""
    name = "opinion" if any("opinion" in row for row in gold.values()) else "label"
    kept = {id_: row[name] for id_, row in gold.items() if row.get(name) not in LEFT_OUT}
    pairs = [(label, predicted.get(id_, {}).get("label", NO_ANSWER)) for id_, label in kept.items()]
    figures = [Figure("accuracy", accuracy(pairs)), Figure("macro_f1", macro_f1(pairs))]
    figures += [Figure(f"{label}.f1", label_f1(pairs, label)) for label in sorted(set(kept.values()))]
    return (*figures, *_loaded(gold, predicted))


def _loaded(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    counts = Counts()
    for id_, row in gold.items():
        wanted = _words(row.get("biased_words") or ())
        if wanted:
            given = _words(predicted.get(id_, {}).get("biased_words") or ())
            counts = counts.plus(Counts(len(wanted & given), len(given - wanted), len(wanted - given)))
    return precision_recall_f1("words", counts) if sum(counts) else ()


def _words(phrases: Iterable[str]) -> set[str]:
    return {word for phrase in phrases for word in WORD.findall(phrase.lower())}
