"""Print the sentences that a boundary of the codebook may relabel, for a reader to decide.

    python -m training.list_candidates [NAME]

The boundaries stand in label_boundaries.tsv: the types that are confused, a pattern, and the rule.
"""

import csv
import re
import sys
from pathlib import Path

from training.sentences import HERE, read_examples


def main() -> None:
    """Print name, line number, type, status and text of every candidate."""
    wanted = sys.argv[1:]
    examples = read_examples(HERE / "events.jsonl")
    with Path(HERE / "label_boundaries.tsv").open(encoding="utf-8", newline="") as lines:
        boundaries = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for boundary in boundaries:
        if wanted and boundary["name"] not in wanted:
            continue
        sys.stdout.write(f"# {boundary['name']}: {boundary['rule']}\n")
        for number, example in enumerate(examples, 1):
            if example.type in boundary["types"].split() and re.search(
                boundary["pattern"], example.text, re.IGNORECASE
            ):
                sys.stdout.write(f"{number}\t{example.type}\t{example.status}\t{example.text}\n")


if __name__ == "__main__":
    main()
