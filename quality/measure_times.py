"""Measure when: `python quality/measure_times.py [GOLD] [--part A|B|C] [--errors FILE]`.

Reads quality/gold/times.jsonl (its guide is TIMES.md beside it) and prints the share of its time expressions whose
first and last day are right, by kind and by part. Exits 1 where the share over all parts falls below the floor of the
task `times` in quality/floors.json, if one is set.

An expression is right if a time mention that overlaps the words marked covers exactly the days marked; where none are
marked, no time mention over the words may have days. `slack` allows days off at either end.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from detente import mentions, sentences
from detente.pipeline import begin
from detente.record.model import Document, Mention
from detente.settings import Settings
from detente.version import coded_with

HERE = Path(__file__).parent


class Verdict(NamedTuple):
    """A marked expression of the gold set, and the time mentions over its words."""

    row: dict[str, Any]
    time: dict[str, Any]
    found: list[Mention]

    @property
    def right(self) -> bool:
        """Whether the days are right."""
        dated = [mention for mention in self.found if mention.date_start]
        if self.time["date_start"] is None:
            return not dated
        days = (date.fromisoformat(self.time["date_start"]), date.fromisoformat(self.time["date_end"]))
        return any(self._near((m.date_start, m.date_end or m.date_start), days) for m in dated)

    def _near(self, found: tuple[date | None, date | None], days: tuple[date, date]) -> bool:
        slack = self.time.get("slack", 0)
        return all(one is not None and abs((one - day).days) <= slack for one, day in zip(found, days, strict=True))


def measure(rows: Sequence[dict[str, Any]]) -> Iterator[Verdict]:
    """Find the times of every text."""
    settings = Settings()
    parse, find = sentences.prepare(settings), mentions.prepare(settings)
    for row in rows:
        day, text = date.fromisoformat(row["date"]) if row["date"] else None, row["text"]
        known = "given" if day else "unknown"
        document = Document(row["id"], row["id"], "", "", "", "", day, known, "en", text, len(text.split()))
        times = [m for m in find(parse(begin(document, coded_with()))).mentions if m.kind == "time"]
        for time in row["times"]:
            yield Verdict(row, time, [m for m in times if m.start < time["end"] and m.end > time["start"]])


def share(verdicts: Sequence[bool]) -> str:
    """Return a share with its count: `0.912 (31/34)`."""
    return f"{sum(verdicts) / len(verdicts):.3f} ({sum(verdicts)}/{len(verdicts)})" if verdicts else "-"


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return the figures, one a line."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    parts: dict[str, list[bool]] = defaultdict(list)
    for verdict in verdicts:
        kinds[verdict.row["kind"]].append(verdict.right)
        parts[f"part {verdict.row['part']}"].append(verdict.right)
    lines = [f"{name:14} {share(of)}" for name, of in (*sorted(kinds.items()), *sorted(parts.items()))]
    return [*lines, f"{'days':14} {share([verdict.right for verdict in verdicts])}"]


def error(verdict: Verdict) -> str:
    """Return one wrong expression in words."""
    row, time, found = verdict
    text = row["text"]
    words = f"{text[: time['start']]}[{text[time['start'] : time['end']]}]{text[time['end'] :]}"
    got = "; ".join(f"{m.name} {m.value} {m.date_start}..{m.date_end} {' '.join(m.evidence[:1])}" for m in found)
    expected = f"{time['date_start']}..{time['date_end']}"
    return f"{row['id']} {row['kind']} {row['date']} expected {expected}: {words}\n    {got or 'nothing'}"


def floor() -> float:
    """Return the floor in quality/floors.json, or 0."""
    entries = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return next((float(entry["floors"]["days"]) for entry in entries if entry["task"] == "times"), 0.0)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "times.jsonl")
    parser.add_argument("--part", help="only this part of the set, A, B or C")
    parser.add_argument("--errors", type=Path, help="write the wrong expressions to this file")
    told = parser.parse_args(arguments)
    rows = [json.loads(line) for line in told.gold.read_text(encoding="utf-8").splitlines()]
    verdicts = list(measure([row for row in rows if told.part in (None, row["part"])]))
    sys.stdout.write("\n".join(table(verdicts)) + "\n")
    if told.errors:
        told.errors.write_text("\n".join(error(v) for v in verdicts if not v.right) + "\n", encoding="utf-8")
    right = [verdict.right for verdict in verdicts]
    if not told.part and sum(right) / len(right) < floor():
        sys.stdout.write("FELL the share with the right days is under its floor\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
