"""Fit the curve that makes event confidence mean something: `python -m training.fit_event_confidence`.

Writes src/detente/learned/weights/event_confidence.json from training/events.jsonl. Run it again whenever frames, rules
or the classifier have changed; `quality/reliability.py` tells whether that is due.
"""

import json
import sys

from training.event_confidence import rows_of
from training.sentences import HERE, read_examples

from detente.events.confidence import FILE, fit
from detente.learned.encoder import WEIGHTS


def main() -> None:
    """Fit on all rows and write the points."""
    rows = list(rows_of(read_examples(HERE / "events.jsonl")))
    curve = fit([(row.raw, row.right) for row in rows])
    facts = {"points": curve.points, "rows": len(rows), "right": sum(row.right for row in rows)}
    (WEIGHTS / FILE).write_text(json.dumps(facts) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(facts) + "\n")


if __name__ == "__main__":
    main()
