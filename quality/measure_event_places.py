"""Measure where and when of events: `python quality/measure_event_places.py [GOLD] [--part A|B|C] [--errors FILE]`.

Reads quality/gold/event_places.jsonl (its guide is EVENT_PLACES.md beside it) and prints, for the acts of its sentences
that are coded at all, the share with the right place and the share with the right days, each by part and for
all. Exits 1 where the shares over all parts fall below the floors of the task `event_places` in quality/floors.json.

An act is coded if an event's trigger overlaps the words marked. Its place is right if the event's place overlaps the
words marked and lies in the state marked, or neither has one.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from detente import pipeline
from detente.record.model import Document, Event
from detente.settings import Settings

HERE = Path(__file__).parent


class Verdict(NamedTuple):
    """A marked act of the gold set, and the event over its words, if any."""

    row: dict[str, Any]
    act: dict[str, Any]
    event: Event | None

    @property
    def place(self) -> bool | None:
        """Whether the place is right; None where none is asked for or the act is not coded."""
        if self.event is None or "place" not in self.act:
            return None
        expected, start, end = self.act["place"], self.event.place_start, self.event.place_end
        if expected is None or start is None or end is None:
            return expected is None and start is None
        overlaps = start < expected["end"] and end > expected["start"]
        return bool(overlaps and self.event.place_country == expected["country"])

    @property
    def days(self) -> bool | None:
        """Whether the days are right; None where none are asked for or the act is not coded."""
        if self.event is None or "date_start" not in self.act:
            return None
        found = (self.event.date_start, self.event.date_end)
        return found == tuple(
            date.fromisoformat(d) if d else None for d in (self.act["date_start"], self.act["date_end"])
        )


def measure(rows: Sequence[dict[str, Any]]) -> Iterator[Verdict]:
    """Code every text and compare its marked acts."""
    code = pipeline.prepare(Settings())
    for row in rows:
        day, text = date.fromisoformat(row["date"]), row["text"]
        document = Document(row["id"], row["id"], "", "", "", "", day, "given", "en", text, len(text.split()))
        events = code.read(document).events
        for act in row["events"]:
            over = [
                e for e in events if e.start is not None and e.end and e.start < act["end"] and e.end > act["start"]
            ]
            over.sort(
                key=lambda event: (not event.content_of, event.start or 0)
            )  # "condemned attacks on B": the attacks
            yield Verdict(row, act, over[0] if over else None)


def share(verdicts: Sequence[bool | None]) -> str:
    """Return a share with its count: `0.912 (31/34)`."""
    told = [verdict for verdict in verdicts if verdict is not None]
    return f"{sum(told) / len(told):.3f} ({sum(told)}/{len(told)})" if told else "-"


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the figures, one a line."""
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        for name in (verdict.row["kind"], f"part {verdict.row['part']}", "all parts"):
            kinds[name].append(verdict)
    parts = [*sorted(name for name in kinds if name.startswith("part ")), "all parts"]
    rows = [*sorted(set(kinds) - set(parts)), *parts]
    lines = [f"{'':14} {'coded':16} {'place':16} {'days':16}"]
    for name in rows:
        of = kinds[name]
        coded, place, days = ([v.event is not None for v in of], [v.place for v in of], [v.days for v in of])
        lines.append(f"{name:14} {share(coded):16} {share(place):16} {share(days):16}")
    return lines


def error(verdict: Verdict) -> str:
    """Return one wrong act in words."""
    row, act, event = verdict
    expected, told = act.get("place", {}), row["text"]
    where = told[expected["start"] : expected["end"]] + "/" + expected["country"] if expected else "none"
    got = "not coded"
    if event is not None:
        got = f"{event.place or 'none'}/{event.place_country} {event.date_start}..{event.date_end} {event.date_from}"
    right = f"place {verdict.place} days {verdict.days}"
    when = f"{act.get('date_start', '?')}..{act.get('date_end', '?')}"
    return (
        f"{row['id']} {row['kind']} {told}\n    [{told[act['start'] : act['end']]}] {where} {when}\n    {right}: {got}"
    )


def falls(verdicts: Sequence[Verdict]) -> list[str]:
    """Return a line for each figure below its floor in quality/floors.json."""
    entries = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    floors = next((entry["floors"] for entry in entries if entry["task"] == "event_places"), {})
    lines = []
    for name, told in (("place", [v.place for v in verdicts]), ("days", [v.days for v in verdicts])):
        counted = [verdict for verdict in told if verdict is not None]
        if sum(counted) / len(counted) < floors.get(name, 0.0):
            lines.append(f"FELL the share with the right {name} is under its floor")
    return lines


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "event_places.jsonl")
    parser.add_argument("--part", help="only this part of the set, A, B or C")
    parser.add_argument("--errors", type=Path, help="write the wrong acts to this file")
    told = parser.parse_args(arguments)
    rows = [json.loads(line) for line in told.gold.read_text(encoding="utf-8").splitlines()]
    verdicts = list(measure([row for row in rows if told.part in (None, row["part"])]))
    sys.stdout.write("\n".join(table(verdicts)) + "\n")
    if told.errors:
        wrong = [error(v) for v in verdicts if v.event is None or v.place is False or v.days is False]
        told.errors.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    below = [] if told.part else falls(verdicts)
    sys.stdout.write("".join(f"{line}\n" for line in below))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
