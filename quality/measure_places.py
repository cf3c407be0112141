"""Measure where: `python quality/measure_places.py [GOLD] [--errors FILE]`.

Reads quality/gold/places.jsonl (its guide is PLACES.md beside it) and prints the share of its places that are found
with the right country and with the right id, the share of its names that are no places and are left alone, and how many
of the places found stand in the gold set at all. Exits 1 where the share with the right country falls below the floor
of the task `places` in quality/floors.json, if one is set.

A place is found if a place mention covers the last character of its words; a dateline must be noted as one. A summit's
time is right if a time mention over its last character has its first and last day.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
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
    """A marked name of the gold set, and the place mention over its head, if any."""

    row: dict[str, Any]
    place: dict[str, Any]
    found: Mention | None

    @property
    def country(self) -> bool:
        """Whether the country is right, or nothing was found where nothing is."""
        if self.place["role"] == "none":
            return self.found is None
        noted = self.found is not None and (self.found.note == "dateline") == (self.place["role"] == "dateline")
        return noted and self.found is not None and self.found.country == self.place["country"]

    @property
    def exact(self) -> bool:
        """Whether the very place is right."""
        return self.country and (self.found is None or self.found.entity == self.place["entity"])


class Figures(NamedTuple):
    """Verdicts on the marked names, on the summits' times, and for each place found whether the gold set has it."""

    verdicts: list[Verdict]
    times: list[bool]
    known: list[bool]


def measure(rows: Sequence[dict[str, Any]]) -> Figures:
    """Find the places of every text."""
    settings = Settings()
    parse, find = sentences.prepare(settings), mentions.prepare(settings)
    figures = Figures([], [], [])
    for row in rows:
        day, text = date.fromisoformat(row["date"]), row["text"]
        document = Document(row["id"], row["id"], "", "", "", "", day, "given", "en", text, len(text.split()))
        found = find(parse(begin(document, coded_with()))).mentions
        places = [mention for mention in found if mention.kind == "place"]
        for place in row["places"]:
            over = next((m for m in places if m.start < place["end"] <= m.end), None)
            figures.verdicts.append(Verdict(row, place, over))
        marked = [place for place in row["places"] if place["role"] != "none"]
        figures.known.extend(any(m.start < p["end"] <= m.end for p in marked) for m in places)
        for time in row.get("times", ()):
            over_time = [m for m in found if m.kind == "time" and m.start < time["end"] <= m.end]
            days = {(str(m.date_start), str(m.date_end)) for m in over_time}
            figures.times.append((time["date_start"], time["date_end"]) in days)
    return figures


def share(verdicts: Sequence[bool]) -> str:
    """Return a share with its count: `0.912 (31/34)`."""
    return f"{sum(verdicts) / len(verdicts):.3f} ({sum(verdicts)}/{len(verdicts)})" if verdicts else "-"


def table(figures: Figures) -> list[str]:
    """Return the figures, one a line."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for verdict in figures.verdicts:
        kinds[verdict.row["kind"]].append(verdict.exact)
    places = [verdict for verdict in figures.verdicts if verdict.place["role"] != "none"]
    others = [verdict for verdict in figures.verdicts if verdict.place["role"] == "none"]
    return [
        *(f"{kind:16} {share(found)}" for kind, found in sorted(kinds.items())),
        f"{'id':16} {share([verdict.exact for verdict in places])}",
        f"{'no place':16} {share([verdict.country for verdict in others])}",
        f"{'summit days':16} {share(figures.times)}",
        f"{'found in gold':16} {share(figures.known)}",
        f"{'country':16} {share([verdict.country for verdict in places])}",
    ]


def error(verdict: Verdict) -> str:
    """Return one wrong name in words."""
    row, place, found = verdict
    text = row["text"]
    words = f"{text[: place['start']]}[{text[place['start'] : place['end']]}]{text[place['end'] :]}"
    got = f"{found.country} {found.name} {' '.join(found.evidence)}" if found else "nothing"
    return f"{row['id']} {row['kind']} expected {place['country']} {place['entity'] or 'no place'}: {words}\n    {got}"


def floor() -> float:
    """Return the floor in quality/floors.json, or 0."""
    entries = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    return next((float(entry["floors"]["country"]) for entry in entries if entry["task"] == "places"), 0.0)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=HERE / "gold" / "places.jsonl")
    parser.add_argument("--errors", type=Path, help="write the wrong names to this file")
    told = parser.parse_args(arguments)
    rows = [json.loads(line) for line in told.gold.read_text(encoding="utf-8").splitlines()]
    figures = measure(rows)
    sys.stdout.write("\n".join(table(figures)) + "\n")
    if told.errors:
        wrong = [error(verdict) for verdict in figures.verdicts if not verdict.exact]
        told.errors.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    places = [verdict.country for verdict in figures.verdicts if verdict.place["role"] != "none"]
    if sum(places) / len(places) < floor():
        sys.stdout.write("FELL the share with the right country is under its floor\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
