"""Frame and classifier decide together: which type an act has, whether it is one, and how sure a row is.

The frame knows the words and where the parties stand; the classifier (learned/classifiers.py) has read the whole
sentence with the parties marked. It is asked where the frame leaves doubt: a bare word without a pattern, a party found
by a fallback rule, a party missing; not where the source is an organ of a state, whose acts are political. Where it
sees no event the act is dropped.

Their opinions are added on the scale of log-odds: the classifier's type wins only where it is so much likelier that it
outweighs the frame, and a frame weighs the more the more words its pattern has. An act that another row of the sentence
already tells is no reason to change a type, since the classifier cannot tell two acts of one pair apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from math import exp
from typing import NamedTuple, Protocol

from detente.events.codebook import Codebook
from detente.events.rows import event_id, with_scores
from detente.learned.classifiers import MarkedSentence, TypeProbabilities
from detente.lexicons.user_entries import is_users
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
# Above this probability of no event an act is dropped. Of 1,370 acts that coding finds in the development sets of
# events, which have one in every sentence, 1 % lie above; of those in sentences without any, more than half.
NO_ACT = 0.15
# Sectors of a state's organs (codebook/state_sectors.tsv).
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# Rules that find a party where the frame's own places hold none, or give it a state that its words do not name.
GUESSED = frozenset(
    {
        "rule:target_nearby", "rule:target_in_complement", "rule:target_in_condition", "rule:locative",
        "rule:speaker_pronoun", "rule:country_beside", "rule:country_of_place",
    }
)  # fmt: skip


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

    def __init__(
        self,
        classifier: TypeClassifier,
        codebook: Codebook,
        slots: Mapping[str, int],
        calibration: Callable[[float], float] | None = None,
    ) -> None:
        """Take what settles acts.

        Args:
            classifier: a loaded classifier.
            codebook: the codebook.
            slots: the number of slots of each frame by line id.
            calibration: what a raw score is worth (events.confidence); None leaves scores as they are.
        """
        self._calibration = calibration
        self._classifier = classifier
        self._codebook = codebook
        self._slots = slots

    def settle(self, reading: Reading, events: Iterable[Event]) -> list[Event]:
        """Return the events with types, confidence and ids settled; content rows follow the act they belong to."""
        rows = list(events)
        cases = [case for case in _cases(reading, rows) if self._is_doubtful(case)]
        opinions = self._classifier.classify([case.sentence for case in cases])
        settled: dict[str, Event | None] = {}
        for case, opinion in zip(cases, opinions, strict=True):
            type_ = self._decide(case, opinion, rows) if opinion.of(NO_EVENT) < NO_ACT else ""
            for row in case.rows:
                settled[row.event_id] = self._changed(row, type_, opinion) if type_ else None
        followed = (_follow(row, settled) for row in rows)
        return [self._calibrated(row) for row in followed if row is not None]

    def _calibrated(self, row: Event) -> Event:
        return row if self._calibration is None else replace(row, confidence=self._calibration(row.confidence))

    def _is_doubtful(self, case: Case) -> bool:
        """Tell whether the classifier is asked.

        Asking about every act costs three times as much and gains .01 of type F1 on the development set of triples,
        and 3 false events in a thousand sentences.
        """
        row, marked = case.rows[0], case.sentence
        if row.source_country and row.source_sector in OFFICIAL:
            return False
        guessed = not GUESSED.isdisjoint(row.evidence) or marked.source is None or marked.target is None
        return guessed or self._slots.get(row.evidence[0], 0) == 0

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
        if source is not None or target is not None:
            yield Case(act, MarkedSentence(text, source, target))


def _is_ruled(row: Event) -> bool:
    """A demand or charge that lies in the situation and not in the words: the classifier sees only the words.

    What a frame of the user's says is settled too: the classifier has never seen the user's types.
    """
    users = bool(row.evidence) and is_users(row.evidence[0])
    return users or "rule:party_claim" in row.evidence or "rule:duty" in row.evidence


def _inside(start: int | None, end: int | None, first: int, last: int) -> Span | None:
    """Return a party's span within its sentence; a speaker named in another sentence has none."""
    if start is None or end is None or not first <= start < end <= last:
        return None
    return start - first, end - first


def _follow(row: Event, settled: Mapping[str, Event | None]) -> Event | None:
    """Return an act as settled, or a content row pointing at the new id of its act; None for what was dropped."""
    if not row.content_of:
        return settled.get(row.event_id, row)
    act = settled.get(row.content_of, row)
    if act is None:
        return None
    if act is row or act.event_id == row.content_of:
        return row
    moved = replace(row, content_of=act.event_id)
    return replace(moved, event_id=event_id(moved))
