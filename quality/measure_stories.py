"""Measure how reports of one act are brought together: `python quality/measure_stories.py [--half N] [--errors FILE]`.

Reads quality/gold/stories.jsonl and story_acts.jsonl (their guide is STORIES.md beside them), codes the reports into a
record of its own, links it, and prints pairwise F1 and B-cubed (Bagga & Baldwin 1998) over the main acts, once for
the acts as coded and once for perfect acts: type, parties, day and place as the gold gives them, in the report's words.

The rule: the items are the main acts of the reports. An item stands for the counted events of its report whose type is
one of its story's types and which share a party with it, or whose type is near (same quad) and both of whose parties
are right; of several the best match counts, by
the parties named first in the gold. An item without such an event is alone. Links that the gold does
not know count against precision: a report that a predicted story holds beside an item, although the act is
neither one of its main acts nor in its background, is an item too, alone in the gold.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from detente import documents, pipeline, stories
from detente.lexicons.entries import TypeLine
from detente.lexicons.reading import read_lines
from detente.record.ids import fact_id
from detente.record.model import COUNTED, Coded, Document, Event, Mention, Sentence, StoryEvent
from detente.record.store import Record
from detente.settings import Settings

GOLD = Path(__file__).parent / "gold"
FLOORS = Path(__file__).parent / "floors.json"


@dataclass(frozen=True, slots=True)
class Act:
    """A story of the gold set: its types (the first is the proper one), states of the parties, day and place."""

    story: str
    half: int
    types: tuple[str, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    reciprocal: bool
    date: date
    place: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the gold set with the stories of its main acts, and those it only mentions."""

    id: str
    half: int
    title: str
    publisher: str
    date: date
    text: str
    stories: tuple[str, ...]
    background: tuple[str, ...]

    def document(self) -> Document:
        """The report as the coder reads it, with its title as the headline."""
        text = f"{self.title}\n\n{self.text}"
        found = documents.from_text(text, title=self.title, published=self.date, publisher=self.publisher)
        return replace(found, uri=self.id)


class Item(NamedTuple):
    """A main act of a report: what the gold says it tells, and the story it was put into."""

    report: str
    gold: str
    found: str


class Figures(NamedTuple):
    """Precision, recall and F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_gold() -> tuple[list[Report], dict[str, Act]]:
    """Read both files of the gold set."""
    reports = [Report(**_typed(line)) for line in (GOLD / "stories.jsonl").read_text("utf-8").splitlines()]
    acts = [json.loads(line) for line in (GOLD / "story_acts.jsonl").read_text("utf-8").splitlines()]
    for act in acts:
        del act["what"]
    return reports, {act["story"]: Act(**_typed(json.dumps(act))) for act in acts}


def _typed(line: str) -> dict[str, object]:
    row = {key: tuple(value) if isinstance(value, list) else value for key, value in json.loads(line).items()}
    return {**row, "date": date.fromisoformat(row["date"])}


def fits(event: Event, act: Act, quads: Mapping[str, int], sentence: str = "") -> int:
    """How well an event in a sentence matches a main act, 0 for not at all."""
    ends = [(event.source_country, event.target_country)]
    if event.reciprocal or act.reciprocal:
        ends.append((event.target_country, event.source_country))
    sides = max((one in act.sources and one != "") + (other in act.targets and other != "") for one, other in ends)
    proper = event.type in act.types
    near = quads[event.type] == quads[act.types[0]]
    if event.content_of or event.status not in COUNTED or not ((proper and sides) or (near and sides == 2)):
        return 0
    first = event.source_country == act.sources[0] or event.target_country == act.targets[0]
    return 8 * sides + 12 * proper + 2 * (act.place != "" and act.place in sentence) + first


def items(
    reports: Sequence[Report], acts: Mapping[str, Act], record: Record, quads: Mapping[str, int]
) -> Iterator[Item]:
    """The main acts with the stories they were put into, and the links that the gold does not know."""
    story_of = {link.event_id: link.story_id for link in record.facts(StoryEvent)}
    told = {document.doc_id: document for document in record.facts(Document)}
    lines = {s.sentence_id: told[s.doc_id].text[s.start : s.end] for s in record.facts(Sentence)}
    events: dict[str, list[Event]] = defaultdict(list)
    for event in record.facts(Event):
        events[told[event.doc_id].uri].append(event)
    held: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        for key in report.stories:
            ranked = [(fits(e, acts[key], quads, lines[e.sentence_id]), e) for e in events[report.id]]
            fit, best = max(ranked, key=lambda pair: pair[0], default=(0, None))
            if best is None or not fit:
                yield Item(report.id, key, f"not coded {report.id} {key}")
            else:
                held[story_of[best.event_id]].add(key)
                yield Item(report.id, key, story_of[best.event_id])
    for report in reports:
        for story in sorted({story_of[e.event_id] for e in events[report.id] if e.event_id in story_of} & held.keys()):
            if not held[story] & {*report.stories, *report.background}:
                yield Item(report.id, f"no main act {report.id} {story}", story)


def pairwise(found: Sequence[Item]) -> Figures:
    """Share of linked pairs that are right, and of right pairs that are linked."""
    linked = [(one, other) for one, other in combinations(found, 2) if one.found == other.found]
    right = sum(one.gold == other.gold for one, other in linked)
    wanted = sum(one.gold == other.gold for one, other in combinations(found, 2))
    return Figures(right / max(len(linked), 1), right / max(wanted, 1))


def b_cubed(found: Sequence[Item]) -> Figures:
    """Precision and recall of the cluster of each item, averaged over items."""
    by_found: dict[str, list[Item]] = defaultdict(list)
    by_gold: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        by_found[item.found].append(item)
        by_gold[item.gold].append(item)
    shared = [(sum(other.gold == item.gold for other in by_found[item.found]), item) for item in found]
    precision = sum(both / len(by_found[item.found]) for both, item in shared) / len(found)
    recall = sum(both / len(by_gold[item.gold]) for both, item in shared) / len(found)
    return Figures(precision, recall)


def perfect(report: Report, acts: Mapping[str, Act], document: Document, sentences: Sequence[Sentence]) -> list[Event]:
    """The main acts of a report as a coder without faults would code them."""
    return [
        perfect_event(act, document, side, sentences)
        for act in (acts[key] for key in report.stories)
        for side in [(act.sources[0], act.targets[0])]
    ]


def perfect_event(act: Act, document: Document, side: tuple[str, str], sentences: Sequence[Sentence]) -> Event:
    """One act of the gold, in the first sentence after the headline that holds one of its words."""
    body = [sentence for sentence in sentences if not sentence.headline]
    lines = {sentence: document.text[sentence.start : sentence.end] for sentence in body}
    best = max(
        body,
        key=lambda s: (
            2 * (act.place != "" and act.place in lines[s]) + any(word in lines[s].lower() for word in act.words)
        ),
    )
    source, target = side
    named = act.place and act.place in document.text
    return Event(
        fact_id(document.doc_id, "event", best.start, best.end, act.story),
        document.doc_id, best.sentence_id, best.start, best.end, "", act.types[0], "happened",
        reciprocal=act.reciprocal, source_code=source, source_country=source, source_entity=source,
        target_code=target, target_country=target, target_entity=target,
        date_start=act.date, date_end=act.date, date_from="text", place=act.place if named else "",
        coded_with=document.coded_with,
    )  # fmt: skip


def code(reports: Sequence[Report], folder: Path) -> Record:
    """Code the reports into a record."""
    coder = pipeline.prepare(Settings())
    record = Record.create(folder)
    with record.writing():
        for report in reports:
            record.append(coder(report.document()))
    return record


def perfected(record: Record, reports: Sequence[Report], acts: Mapping[str, Act], folder: Path) -> Record:
    """A record of the same documents with the acts of the gold."""
    by_id = {report.id: report for report in reports}
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in record.facts(Sentence):
        sentences[sentence.doc_id].append(sentence)
    other = Record.create(folder)
    with other.writing():
        told = tuple(record.facts(Document))
        lines = tuple(sentence for found in sentences.values() for sentence in found)
        events = [e for d in told for e in perfect(by_id[d.uri], acts, d, sentences[d.doc_id])]
        other.append(Coded(told, lines, tuple(record.facts(Mention, "kind = 'place'")), events=tuple(events)))
    return other


def linked(record: Record) -> Record:
    """Link a record anew."""
    with record.writing():
        stories.link(record, Settings())
    return record


def table(name: str, found: Sequence[Item]) -> str:
    """Return the figures of one set of items in a line."""
    pairs, cubed = pairwise(found), b_cubed(found)
    missing = sum(item.found.startswith("not coded") for item in found)
    false = sum(item.gold.startswith("no main act") for item in found)
    return (
        f"{name:22} pairwise F1 {pairs.f1:.3f} (P {pairs.precision:.3f} R {pairs.recall:.3f})  "
        f"B-cubed {cubed.f1:.3f} (P {cubed.precision:.3f} R {cubed.recall:.3f})  "
        f"{len(found) - false} acts, {missing} not coded, {false} false"
    )


def errors(found: Sequence[Item]) -> Iterator[str]:
    """Stories that hold more than one act, and acts that are spread over more than one."""
    for side, other in (("found", "gold"), ("gold", "found")):
        groups: dict[str, list[Item]] = defaultdict(list)
        for item in found:
            groups[getattr(item, side)].append(item)
        for key, group in sorted(groups.items()):
            parts = sorted({getattr(item, other) for item in group})
            if len(parts) > 1:
                lines = [
                    f"  {part}: {' '.join(i.report for i in group if getattr(i, other) == part)}" for part in parts
                ]
                yield "\n".join([f"{side} {key}", *lines])


def floors() -> dict[str, float]:
    """The floors of the task `stories` in quality/floors.json."""
    entries = json.loads(FLOORS.read_text(encoding="utf-8"))
    return next((entry["floors"] for entry in entries if entry["task"] == "stories"), {})


def measure(folder: Path) -> dict[str, list[Item]]:
    """Code, link and match; return the items by name of the figure. A record that is there already is linked anew."""
    reports, acts = read_gold()
    quads = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine)}
    record = Record(folder) if (folder / "detente.json").exists() else code(reports, folder)
    coded = list(items(reports, acts, linked(record), quads))
    with tempfile.TemporaryDirectory() as other:
        gold = linked(perfected(record, reports, acts, Path(other) / "record"))
        ideal = list(items(reports, acts, gold, quads))
    return {"as coded": coded, "perfect acts": ideal}


def main(arguments: Sequence[str]) -> int:
    """Measure, print and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, help="keep the record here; one that is there is only linked anew")
    parser.add_argument("--errors", type=Path, help="write what is linked wrongly to this file")
    told = parser.parse_args(arguments)
    halves = {report.id: report.half for report in read_gold()[0]}
    with tempfile.TemporaryDirectory() as folder:
        found = measure(told.record or Path(folder) / "record")
    for name, rows in found.items():
        for half in (1, 2):
            part = [item for item in rows if halves[item.report] == half]
            sys.stdout.write(table(f"{name}, half {half}", part) + "\n")
        sys.stdout.write(table(name, rows) + "\n")
    coded = [item for item in found["as coded"] if not item.found.startswith("not coded")]
    sys.stdout.write(table("acts that are coded", coded) + "\n")
    if told.errors:
        lines = [f"== {name}\n" + "\n".join(errors(rows)) for name, rows in found.items()]
        told.errors.write_text("\n".join(lines) + "\n", encoding="utf-8")
    figures = {
        "perfect.pairwise": pairwise(found["perfect acts"]).f1,
        "coded.pairwise": pairwise(found["as coded"]).f1,
        "coded.b_cubed": b_cubed(found["as coded"]).f1,
    }
    fallen = [name for name, floor in floors().items() if figures[name] < floor]
    sys.stdout.write(
        ", ".join(f"{name} {value:.3f}" for name, value in figures.items()) + f"{' FELL' if fallen else ''}\n"
    )
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
