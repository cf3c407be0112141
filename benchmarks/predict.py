"""Predictions for the scorers: `python benchmarks/predict.py TASK INPUT.jsonl OUTPUT.jsonl`.

One line in, one line out, joined on `id`. Only input fields are read: id, text, source, target, date, publisher, dct,
start, end. A label in the input is never looked at. Tasks are declared in TASKS.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente import documents, pipeline
from detente.errors import InputError
from detente.events import load_lexicons
from detente.events.factuality import StatusReader
from detente.events.materials import Lexicons
from detente.learned.classifiers import EventClassifier
from detente.record.model import Document
from detente.record.reading import Reading
from detente.settings import Settings
from happening import StatusTranslation
from marked import best_type
from timexes import as_timexes
from translation import Translation
from triples import TripleTranslation

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the tasks share, loaded once."""

    pipeline: pipeline.Pipeline
    classifier: EventClassifier
    plv: Translation
    gsr: TripleTranslation
    statuses: StatusTranslation
    lexicons: Lexicons


def read(row: Row, tools: Tools, day: str = "date") -> Reading:
    """Read the row's text through all steps; a date that is none counts as unknown."""
    return tools.pipeline.read(as_document(row, day))


def as_document(row: Row, day: str) -> Document:
    """Take the text as it stands: offsets of the gold sets are offsets into it."""
    published: date | None = None
    try:
        published = date.fromisoformat(str(row.get(day) or "")[:10])
    except ValueError:
        published = None
    return documents.from_text(row["text"], publisher=row.get("publisher") or "", published=published, keep_text=True)


def classify(row: Row, tools: Tools) -> dict[str, Any]:
    """Type of a sentence whose source and target are marked, in the words of the set (the quad follows from it)."""
    source, target = ((party["start"], party["end"]) if party else None for party in (row["source"], row["target"]))
    kind = best_type(tools.classifier, read(row, tools).events, row["text"], source, target)
    return {"id": row["id"], "type": tools.plv.type_for(kind, row["text"])}


def extract(row: Row, tools: Tools) -> dict[str, Any]:
    """Events of a sentence, the surest first."""
    return {"id": row["id"], "events": [asdict(triple) for triple in tools.gsr.triples(read(row, tools).events)]}


def attribution(row: Row, tools: Tools) -> dict[str, Any]:
    """Sources, cues and contents of a text; the set annotates no claim inside another, so the outermost ones only."""
    return {
        "id": row["id"],
        "attributions": [
            {"source": claim.source_spans, "cue": claim.cue_spans, "content": claim.content_spans}
            for claim in read(row, tools).claims
            if not claim.within_claim
        ],
    }


def timex(row: Row, tools: Tools) -> dict[str, Any]:
    """Time expressions with their TIMEX3 types and values."""
    return {"id": row["id"], "timexes": as_timexes(read(row, tools, "dct").mentions)}


def factuality(row: Row, tools: Tools) -> dict[str, Any]:
    """Whether the event that a trigger names has happened, whatever its kind."""
    reading = pipeline.begin(as_document(row, "dct"), tools.pipeline.coded_with)
    for step in (tools.pipeline.parse_sentences, tools.pipeline.find_mentions, tools.pipeline.find_claims):
        reading = step(reading)
    verdict = StatusReader(reading, tools.lexicons).status(row["start"], row["end"])
    return {"id": row["id"], "label": tools.statuses.label(verdict)}


def opinion(row: Row, tools: Tools) -> dict[str, Any]:
    """Opinion or report (what a ministry states is told, not argued), and the author's and sources' loaded words."""
    try:
        document = as_document(row, "date")
    except InputError:  # refused, as when its language is misread: most texts report
        return {"id": row["id"], "label": "report", "p": 0.0, "biased_words": []}
    reading = pipeline.begin(document, tools.pipeline.coded_with)
    for step in (tools.pipeline.parse_sentences, tools.pipeline.find_mentions, tools.pipeline.find_claims):
        reading = step(reading)
    argues = reading.document.genre == "opinion"
    p = reading.document.genre_p if argues else 1 - reading.document.genre_p
    words = [loaded.text for loaded in reading.loaded]
    return {"id": row["id"], "label": "opinion" if argues else "report", "p": round(p, 3), "biased_words": words}


TASKS: dict[str, Callable[[Row, Tools], dict[str, Any]]] = {
    "classify": classify,
    "extract": extract,
    "attribution": attribution,
    "timex": timex,
    "factuality": factuality,
    "opinion": opinion,
}


def rows(path: Path) -> Iterator[Row]:
    """Read JSON lines, skipping empty ones."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def main(arguments: list[str]) -> int:
    """Predict every row of a file."""
    if len(arguments) != 3 or arguments[0] not in TASKS:
        sys.stderr.write(f"usage: predict.py {{{','.join(TASKS)}}} INPUT.jsonl OUTPUT.jsonl\n")
        return 2
    task = TASKS[arguments[0]]
    tools = Tools(
        pipeline.prepare(Settings()),
        EventClassifier.load(),
        Translation.load(),
        TripleTranslation.load(),
        StatusTranslation.load(),
        load_lexicons(),
    )
    with Path(arguments[2]).open("w", encoding="utf-8") as out:
        for row in rows(Path(arguments[1])):
            out.write(json.dumps(task(row, tools), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
