"""Frame and classifier decide together: which type an act has, and how sure a row is.

The frame knows the words and where the parties stand; the classifier (learned/classifiers.py) has read the whole
sentence with the two parties marked. Their opinions are added on the scale of log-odds: the classifier's type wins only
where it is so much likelier that it outweighs the frame, and a frame weighs the more the more words its pattern has. An
act that another row of the sentence already tells is no reason to change a type, since the classifier cannot tell two
acts of one pair apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from math import exp
from typing import NamedTuple, Protocol

from detente.events.codebook import Codebook
from detente.events.rows import event_id, with_scores
from detente.learned.classifiers import MarkedSentence, TypeProbabilities
from detente.record.model import Event, Span
from detente.record.reading import Reading

NO_EVENT = "NONE"
# Rows whose type matters to a count, now or once their date has come; the others are not worth an encoder's time.
JUDGED = ("happened", "ongoing", "planned", "alleged")
# Log-odds a frame is worth, by the slots of its pattern: a bare word is overruled at odds of 12 to 1, two slots at 60.
# Swept from 0.5 to 3.4 on both development sets of events, where it hardly matters: triple F1 .517 to .523 on the one,
# accuracy .831 to .837 on the other.
BASE_WEIGHT, SLOT_WEIGHT = 2.5, 0.8
LEAST = 0.6
FLOOR = 0.02


class TypeClassifier(Protocol):
    """What an arbiter needs of a classifier (learned.classifiers.EventClassifier has it)."""

    name: str

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        """Return the probabilities of the types, one item a sentence, in the order given."""


class Case(NamedTuple):
    """The rows of one act, of which the first is shown to the classifier."""

    rows: tuple[Event, ...]
    sentence: MarkedSentence


class Arbiter:
    """Settles type and confidence of a document's acts, in one batch."""

    def __init__(self, classifier: TypeClassifier, codebook: Codebook, slots: Mapping[str, int]) -> None:
        """Take a loaded classifier, the codebook, and the number of slots of each frame by line id."""
        self._classifier = classifier
        self._codebook = codebook
        self._slots = slots

    def settle(self, reading: Reading, events: Iterable[Event]) -> list[Event]:
        """Return the events with types, confidence and ids settled; content rows follow the act they belong to."""
        rows = list(events)
        cases = list(_cases(reading, rows))
        opinions = self._classifier.classify([case.sentence for case in cases])
        settled: dict[str, Event] = {}
        for case, opinion in zip(cases, opinions, strict=True):
            type_ = self._decide(case, opinion, rows)
            for row in case.rows:
                settled[row.event_id] = self._changed(row, type_, opinion)
        return [_follow(settled.get(row.event_id, row), settled) for row in rows]

    def _decide(self, case: Case, opinion: TypeProbabilities, rows: list[Event]) -> str:
        first = case.rows[0]
        best = opinion.best(event=True)
        if best == first.type or opinion.of(best) < LEAST:
            return first.type
        slots = self._slots.get(first.evidence[0], 0)
        shifted = any(item.startswith("act:") for item in first.evidence)
        weight = BASE_WEIGHT + SLOT_WEIGHT * (min(slots, 2) + shifted)
        told = any(row.type == best and row.sentence_id == first.sentence_id and not row.content_of for row in rows)
        if told or opinion.of(best) < exp(weight) * max(opinion.of(first.type), 1e-4):
            return first.type
        return best

    def _changed(self, row: Event, type_: str, opinion: TypeProbabilities) -> Event:
        probability = opinion.of(type_)
        evidence = (*row.evidence, f"model:{self._classifier.name}:{type_}:{probability:.4f}")
        sure = round(row.confidence**0.6 * max(probability, FLOOR) ** 0.4, 4)
        if type_ == row.type:
            return replace(row, evidence=evidence, confidence=sure)
        act = self._codebook.performed(type_, "", ())
        changed = replace(row, type=type_, modes=act.modes, cameo=act.cameo, evidence=evidence, confidence=sure)
        changed = with_scores(changed, self._codebook)
        return replace(changed, event_id=event_id(changed))


def _cases(reading: Reading, rows: list[Event]) -> Iterator[Case]:
    starts = {parsed.sentence.sentence_id: parsed.sentence for parsed in reading.sentences}
    judged = [row for row in rows if not row.content_of and row.status in JUDGED and not _is_ruled(row)]
    for (sentence_id, _, _), group in groupby(judged, key=lambda row: (row.sentence_id, row.start, row.type)):
        act = tuple(group)
        sentence = starts[sentence_id]
        first = act[0]
        text = reading.document.text[sentence.start : sentence.end]
        source = _inside(first.source_start, first.source_end, sentence.start, sentence.end)
        target = _inside(first.target_start, first.target_end, sentence.start, sentence.end)
        if source is not None and target is not None:
            yield Case(act, MarkedSentence(text, source, target))


def _is_ruled(row: Event) -> bool:
    """A demand or charge that lies in the situation and not in the words: the classifier sees only the words."""
    return "rule:party_claim" in row.evidence or "rule:duty" in row.evidence


def _inside(start: int | None, end: int | None, first: int, last: int) -> Span | None:
    """Return a party's span within its sentence; a speaker named in another sentence has none."""
    if start is None or end is None or not first <= start < end <= last:
        return None
    return start - first, end - first


def _follow(row: Event, settled: dict[str, Event]) -> Event:
    """Point a content row at the new id of its act."""
    act = settled.get(row.content_of)
    if act is None or act.event_id == row.content_of:
        return row
    moved = replace(row, content_of=act.event_id)
    return replace(moved, event_id=event_id(moved))
