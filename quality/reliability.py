"""Is event confidence honest? `python -m quality.reliability` prints how often rows of each confidence are right.

Half of our labelled sentences (by a hash of the text) fit the curve, the other half is shown; rows that the classifier
was asked about count only where it was not trained on the sentence. The expected calibration error is the mean distance
of confidence and share, weighed by rows.
"""

import hashlib
import sys

from training.event_confidence import Row, rows_of
from training.sentences import HERE, read_examples

from detente.events.confidence import Calibration, fit

TENTHS = 10


def in_first_half(text: str) -> bool:
    """Split sentences by a hash of their text."""
    return hashlib.sha256(text.encode()).digest()[1] % 2 == 0


def table(rows: list[Row], curve: Calibration) -> str:
    """Rows, mean confidence and share of right rows by tenths of confidence, and at least this sure."""
    judged = [(curve(row.raw), row.right) for row in rows]
    lines, error = ["confidence   rows  mean  right   rows at least as sure  right"], 0.0
    for tenth in range(TENTHS):
        part = [item for item in judged if tenth <= item[0] * TENTHS < tenth + 1]
        above = [right for sure, right in judged if sure * TENTHS >= tenth]
        if part:
            mean, share = sum(sure for sure, _ in part) / len(part), sum(right for _, right in part) / len(part)
            error += abs(mean - share) * len(part) / len(judged)
            sure = f"{len(above):20}   {sum(above) / len(above):.2f}"
            lines.append(f".{tenth} to .{tenth}99 {len(part):6}  {mean:.2f}   {share:.2f}  {sure}")
    return "\n".join([*lines, f"expected calibration error {error:.3f} over {len(judged)} rows"]) + "\n"


def judged_rows() -> tuple[Calibration, list[Row]]:
    """Return the curve that the first half gives and the rows of the second."""
    examples = read_examples(HERE / "events.jsonl")
    first = list(rows_of([example for example in examples if in_first_half(example.text)]))
    second = list(rows_of([example for example in examples if not in_first_half(example.text)]))
    return fit([(row.raw, row.right) for row in first]), second


def main() -> int:
    """Fit on one half and print the table of the other."""
    curve, second = judged_rows()
    sys.stdout.write(table(second, curve))
    return 0


if __name__ == "__main__":
    sys.exit(main())
