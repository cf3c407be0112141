"""Events where there are none: `python quality/measure_no_events.py [--show] [--confidence P]`.

`gold/no_events.jsonl` holds sentences that report no act between political actors (gold/NO_EVENTS.md). A false event is
one that the record would count: status happened or ongoing, no content row, at least one party that is a state
or acts for one. Printed
is the share of sentences with a false event, by set and half; the second half was written after the errors of the
first had been looked at.
"""

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from detente import documents, pipeline
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED, Event
from detente.settings import Settings

STATE_SECTORS = frozenset(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))
GOLD = Path(__file__).parent / "gold/no_events.jsonl"


def is_state(country: str, sector: str) -> bool:
    """Tell whether a party is a state or acts for one (codebook/state_sectors.tsv)."""
    return bool(country) and (not sector or sector in STATE_SECTORS)


def is_counted(event: Event, least: float) -> bool:
    """Tell whether the record would count an event, at a confidence of at least `least`."""
    sided = is_state(event.source_country, event.source_sector) or is_state(event.target_country, event.target_sector)
    return event.status in COUNTED and not event.content_of and sided and event.confidence >= least


def false_events(row: dict[str, Any], coder: pipeline.Pipeline, least: float) -> list[Event]:
    """Code one sentence as a document of its day and return what should not be there."""
    document = documents.from_text(row["text"], published=date.fromisoformat(row["date"]), keep_text=True)
    return [event for event in coder(document).events if is_counted(event, least)]


def main() -> int:
    """Print the shares."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("--show", action="store_true", help="print the sentences and what was found in them")
    read.add_argument("--confidence", type=float, default=0.0, help="count only events at least this sure")
    asked = read.parse_args()
    coder = pipeline.prepare(Settings())
    seen: Counter[tuple[str, int]] = Counter()
    wrong: Counter[tuple[str, int]] = Counter()
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = false_events(row, coder, asked.confidence)
        part = (row["set"], row["half"])
        seen[part] += 1
        wrong[part] += bool(found)
        for event in found if asked.show else ():
            sides = f"{event.source_code or '-'} {event.type} {event.target_code or '-'}"
            sys.stdout.write(f"{row['kind']}\t{row['text']}\t{sides} [{event.trigger}] {event.confidence:.2f}\n")
    for part in sorted(seen):
        share = 100 * wrong[part] / seen[part]
        sys.stdout.write(f"{part[0]:9} half {part[1]}: {wrong[part]:3} of {seen[part]} sentences, {share:.1f} %\n")
    share = 100 * wrong.total() / seen.total()
    sys.stdout.write(f"together: {wrong.total()} of {seen.total()} sentences, {share:.1f} %\n")
    if asked.confidence == 0 and share > ceiling():
        sys.stdout.write(f"FELL {share:.1f} % is over its ceiling {ceiling():.1f} %\n")
        return 1
    return 0


def ceiling() -> float:
    """Return the most per cent of sentences that quality/floors.json allows an event in."""
    entries = json.loads((GOLD.parent.parent / "floors.json").read_text(encoding="utf-8"))
    return next((100 - entry["floors"]["quiet_percent"] for entry in entries if entry["task"] == "no_events"), 100.0)


if __name__ == "__main__":
    sys.exit(main())
