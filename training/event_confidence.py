"""Rows that coding finds in our labelled sentences, right or wrong: what the confidence curve is fitted on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from training.sentences import Example

from detente import documents, pipeline
from detente.events import load_lexicons
from detente.events.arbitration import Arbiter
from detente.events.coding import EventStep
from detente.events.unframed import ActReader
from detente.learned.classifiers import EventClassifier
from detente.record.model import COUNTED, Event, Span
from detente.record.reading import Reading
from detente.settings import Settings

DAY = date(2021, 6, 1)


class Row(NamedTuple):
    """A raw score, whether the row is right, and whether the sentence was kept from the classifier's training."""

    raw: float
    right: bool
    held_out: bool


def rows_of(examples: list[Example]) -> Iterator[Row]:
    """Code the sentences and judge the rows between their marked parties.

    A row is right if it has the sentence's type and names nobody but the marked parties. Rows that the classifier was
    asked about count only in sentences it was not trained on. Acts of other parties are left out: the label is not
    about them.
    """
    lexicons = load_lexicons()
    classifier = EventClassifier.load()
    arbiter = Arbiter(classifier, lexicons.codebook, lexicons.frames.slots)
    settle = EventStep(lexicons, arbiter, ActReader(classifier))
    coder = pipeline.prepare(Settings())
    for example in examples:
        document = documents.from_text(example.text, published=DAY, keep_text=True)
        reading: Reading = pipeline.begin(document, coder.coded_with)
        for step in (coder.parse_sentences, coder.find_mentions, coder.find_claims, settle):
            reading = step(reading)
        for event in reading.events:
            asked = any(item.startswith("model:") for item in event.evidence)
            if event.status in COUNTED and not event.content_of and (example.held_out() or not asked):
                right = _judge(event, example)
                if right is not None:
                    yield Row(event.confidence, right, example.held_out())


def _judge(event: Event, example: Example) -> bool | None:
    """Tell whether a row is right; None where it is about other parties."""
    if example.type == "NONE":
        return False
    sides = (
        (example.source, event.source_start, event.source_end),
        (example.target, event.target_start, event.target_end),
    )
    met = [_overlap(span, start, end) for span, start, end in sides if start is not None]
    if not any(met):
        return None
    return event.type == example.type and all(met)


def _overlap(span: Span | None, start: int | None, end: int | None) -> bool:
    return span is not None and start is not None and end is not None and start < span[1] and end > span[0]
