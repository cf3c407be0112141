"""Frame and classifier decide together: which type an act has, whether it is one, and how sure a row is.

The frame knows the words and where the parties stand; the classifier (learned/classifiers.py) has read the whole
sentence with the parties marked. It says how sure a row is, and where the frame leaves doubt (a bare word without a
pattern, a party found by a fallback rule, a side without a state) what its type is. Where it sees no event there the
act is dropped.

Their opinions are added on the scale of log-odds: the classifier's type wins only where it is so much likelier that it
outweighs the frame, and a frame weighs the more the more words its pattern has. An act that another row of the sentence
already tells is no reason to change a type, since the classifier cannot tell two acts of one pair apart.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from math import exp
from typing import NamedTuple, Protocol

from detente.events.actors import CITIZEN
from detente.events.codebook import Codebook
from detente.events.rows import event_id, with_scores
from detente.learned.classifiers import NO_EVENT, MarkedSentence, TypeProbabilities
from detente.lexicons.user_entries import is_users
from detente.record.model import COUNTED, Event, Span
from detente.record.reading import Reading

# Rows whose type matters to a count, now or once their date has come; the others are not worth an encoder's time.
JUDGED = ("happened", "ongoing", "planned", "alleged")
# Log-odds a frame is worth, by the slots of its pattern: a bare word is overruled at odds of 12 to 1, two slots at 60.
# Swept on the development set of triples: 2.0 with 0.5 a slot gives F1 .630, these and 3.0 .642, 4.0 with 1.0 .636.
BASE_WEIGHT, SLOT_WEIGHT = 2.5, 0.8
LEAST = 0.6
FLOOR = 0.02
# How much a row's own strength weighs beside the classifier. Of 415 rows of sentences held out the strength alone tells
# right from wrong with an area under the curve of .53, the classifier with .78.
OWN = 0.25
# Above this probability of no event an act is dropped: where the frame's own places hold two states, where they hold
# one, and where a rule guessed a party. Two states in the places of a frame are an act almost always: the classifier
# doubts one in ten of 278 such acts in our stories, and 5 of our 61 false events are of the kind. With .02 for all, as
# the development set of triples alone would have it, a third of the acts of our stories is lost.
TWO_STATES, ONE_STATE, GUESS = 0.9, 0.3, 0.25
# Sectors of a state's organs (codebook/state_sectors.tsv).
OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
# Rules that find a party where the frame's own places hold none, or give it a state that its words do not name.
GUESSED = frozenset(
    {
        "rule:target_nearby", "rule:target_in_complement", "rule:target_in_condition", "rule:locative",
        "rule:speaker_pronoun", "rule:country_beside", "rule:country_of_place", "rule:same_state",
    }
)  # fmt: skip


class TypeClassifier(Protocol):
    """What an arbiter needs of a classifier (learned.classifiers.EventClassifier has it)."""

    name: str

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        """Return the probabilities of the types, one item a sentence, in the order given."""


def evidence_of(classifier: TypeClassifier, type_: str, opinion: TypeProbabilities) -> str:
    """Name the model, and how likely it takes a type to be, as an item of a row's evidence."""
    return f"model:{classifier.name}:{type_}:{opinion.of(type_):.4f}"


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
        cases = [case for case in _cases(reading, rows) if self._is_asked(case)]
        opinions = self._classifier.classify([case.sentence for case in cases])
        settled: dict[str, Event | None] = {}
        for case, opinion in zip(cases, opinions, strict=True):
            type_ = self._verdict(case, opinion, rows) if self._is_doubtful(case) else case.rows[0].type
            for row in case.rows:
                settled[row.event_id] = self._changed(row, type_, opinion) if type_ else None
        followed = (_follow(row, settled) for row in rows)
        return [self._calibrated(row) for row in followed if row is not None]

    def _calibrated(self, row: Event) -> Event:
        return row if self._calibration is None else replace(row, confidence=self._calibration(row.confidence))

    def _is_asked(self, case: Case) -> bool:
        """Tell whether the classifier is asked: about every act that would count, and about others in doubt."""
        return case.rows[0].status in COUNTED or self._is_doubtful(case)

    def _is_doubtful(self, case: Case) -> bool:
        """Tell whether the classifier may change the type of an act, or drop it; elsewhere it only says how sure it is.

        Not where a pattern puts two states in its own places: there its verdicts cost .006 of F1 on the development set
        of triples. Of acts to come only those that the frame leaves in doubt.
        """
        row, marked = case.rows[0], case.sentence
        bare, guessed = self._slots.get(row.evidence[0], 0) == 0, _is_guessed(row)
        if row.status in COUNTED:
            return bare or guessed or not _has_two_states(row)
        if row.source_country and row.source_sector in OFFICIAL:
            return False
        return bare or guessed or marked.source is None or marked.target is None

    def _verdict(self, case: Case, opinion: TypeProbabilities, rows: list[Event]) -> str:
        """Return the type of an act, "" where it is none."""
        return self._decide(case, opinion, rows) if opinion.of(NO_EVENT) < _bound(case) else ""

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
        evidence = (*row.evidence, evidence_of(self._classifier, type_, opinion))
        likely = max(probability * (1 - opinion.of(NO_EVENT)), FLOOR)
        sure = round(row.confidence**OWN * likely ** (1 - OWN), 4)
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


def _bound(case: Case) -> float:
    """How likely it may be that there is no act before an act is dropped."""
    row = case.rows[0]
    if _is_guessed(row):
        return GUESS
    return TWO_STATES if _has_two_states(row) else ONE_STATE


def _has_two_states(row: Event) -> bool:
    return bool(row.source_country) and bool(row.target_country) and row.source_country != row.target_country


def _is_guessed(row: Event) -> bool:
    """Tell whether a rule found a party, or took a plain noun for one."""
    return not GUESSED.isdisjoint(row.evidence) or any(item.startswith(CITIZEN) for item in row.evidence)


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
