"""What a trained model is worth on the sentences held out: `python -m training.measure_learning FOLDER...`.

Prints macro-F1 of type and quad over the held-out sentences of events.jsonl that tell an act, one line a model folder;
no model has seen these, whatever part of the others it was trained on. `learning_curve.tsv` keeps the figures.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from sklearn.metrics import f1_score
from training.sentences import HERE, Example, read_examples

from detente.learned.classifiers import EventClassifier
from detente.lexicons.entries import TypeLine
from detente.lexicons.reading import read_lines

NO_EVENT = "NONE"


def measured(folder: Path, examples: Sequence[Example]) -> tuple[float, float]:
    """Macro-F1 of type and of quad."""
    quads = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine) if not line.mode}
    found = EventClassifier.load(folder).classify([example.marked() for example in examples])
    types = [(example.type, opinion.best(event=True)) for example, opinion in zip(examples, found, strict=True)]
    score = [
        f1_score(*zip(*rows, strict=True), average="macro")
        for rows in (types, [(quads[a], quads[b]) for a, b in types])
    ]
    return float(score[0]), float(score[1])


def main() -> int:
    """Print a line for every folder."""
    examples = [e for e in read_examples(HERE / "events.jsonl") if e.held_out() and e.type != NO_EVENT]
    for folder in map(Path, sys.argv[1:]):
        types, quads = measured(folder, examples)
        sys.stdout.write(f"{folder}\t{len(examples)} sentences\ttype {types:.3f}\tquad {quads:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
