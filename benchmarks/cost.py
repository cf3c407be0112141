"""What coding costs, as a share of the full spaCy pass over the same text: `python benchmarks/cost.py [INPUT...]`.

The full pass is the small English pipeline with all its components, one core, same run. Both sides take turns, so that
a noisy machine slows both; the ratio is the median of the rounds. Inputs are read as `detente code` reads them; without
any, the demo corpus is taken.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import resource
import sys
import time
from pathlib import Path
from statistics import median

import spacy

from detente import documents, pipeline
from detente.record.model import Document
from detente.sentences.parser import model_name
from detente.settings import Settings

ROUNDS = 5
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
STEPS = ("parse_sentences", "find_mentions", "find_claims", "code_events")


def main(arguments: list[str]) -> int:
    """Time both and print the share, and each step's."""
    settings = Settings()
    found = documents.read_inputs(arguments or [str(EXAMPLES)], settings)
    texts = [item for item in found if isinstance(item, Document)]
    full = spacy.load(model_name())
    coder = pipeline.prepare(settings)
    shares: list[float] = []
    steps: dict[str, list[float]] = {name: [] for name in STEPS}
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        for _parsed in full.pipe(document.text for document in texts):
            pass
        full_pass = time.perf_counter() - start
        spent = dict.fromkeys(STEPS, 0.0)
        for document in texts:
            reading = pipeline.begin(document, coder.coded_with)
            for name in STEPS:
                start = time.perf_counter()
                reading = getattr(coder, name)(reading)
                spent[name] += time.perf_counter() - start
        shares.append(sum(spent.values()) / full_pass)
        for name in STEPS:
            steps[name].append(spent[name] / full_pass)
    words = sum(document.n_tokens for document in texts)
    sys.stdout.write(f"{len(texts)} documents, {words:,} words; full pass {full_pass:.2f} s\n")
    sys.stdout.write(f"whole coding {median(shares[1:]):.2f} of the full pass\n")
    for name in STEPS:
        sys.stdout.write(f"  {name:16} {median(steps[name][1:]):.2f}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak memory {peak:,.0f} MB (both pipelines loaded)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
