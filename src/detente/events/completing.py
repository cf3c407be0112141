"""A target that stands far from its act: the classifier says whether the act is aimed at another actor of the sentence.

"Addis Ababa recalled its envoys, since Oslo ...": no grammar leads from the act to Oslo. Where a row has a source and
no target and the sentence names another state, the classifier is shown the two as parties. It must name the very type
of the row, and be surer than where words tie the party to the act.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from detente.events.arbitration import JUDGED, TypeClassifier, evidence_of
from detente.events.rows import with_target
from detente.events.unframed import marked
from detente.learned.classifiers import NO_EVENT, MarkedSentence, TypeProbabilities
from detente.record.model import Event, Mention
from detente.record.reading import ParsedSentence

RULE = "rule:target_read"
NO_ACT, LEAST = 0.02, 0.85
# Others of a sentence that are tried, the nearest to the act first.
MOST = 2


class OpenTarget(NamedTuple):
    """A row without a target, somebody who may be it, and the sentence with both marked."""

    event: Event
    target: Mention
    sentence: MarkedSentence


def open_targets(
    parsed: ParsedSentence, text: str, events: Sequence[Event], actors: Iterable[Mention]
) -> Iterator[OpenTarget]:
    """Yield rows of a sentence that have no target with actors of other states that are no parties to its rows.

    `text` is the document's, `actors` are the sentence's.
    """
    parties = {country for event in events for country in (event.source_country, event.target_country)}
    others = [mention for mention in actors if mention.country and mention.country not in parties]
    for event in events if others else ():
        if not _lacks_target(event):
            continue
        source = (event.source_start or 0, event.source_end or 0)
        if not parsed.sentence.start <= source[0] < parsed.sentence.end:
            continue
        at = event.start or 0
        for mention in sorted(others, key=lambda m: abs(m.start - at))[:MOST]:
            yield OpenTarget(event, mention, marked(parsed, text, source, (mention.start, mention.end)))


def _lacks_target(event: Event) -> bool:
    told = bool(event.source_country) and event.source_start is not None and event.target_start is None
    return told and not event.content_of and event.status in JUDGED


class TargetReader:
    """Completes the rows of a document, in one batch."""

    def __init__(self, classifier: TypeClassifier) -> None:
        """Take a loaded classifier."""
        self._classifier = classifier

    def complete(self, events: Iterable[Event], open_: Sequence[OpenTarget], text: str) -> list[Event]:
        """Return the events, with a target where the classifier is sure of one; content rows follow their act."""
        opinions = self._classifier.classify([item.sentence for item in open_])
        best: dict[str, tuple[float, Event]] = {}
        for item, opinion in zip(open_, opinions, strict=True):
            probability = opinion.of(item.event.type) if _is_sure(item.event, opinion) else 0.0
            if probability > best.get(item.event.event_id, (0.0,))[0]:
                why = evidence_of(self._classifier, item.event.type, opinion)
                found = with_target(item.event, item.target, (RULE, why), text)
                best[item.event.event_id] = (probability, found)
        return [_moved(event, {id_: found for id_, (_, found) in best.items()}) for event in events]


def _is_sure(event: Event, opinion: TypeProbabilities) -> bool:
    return opinion.best() == event.type and opinion.of(event.type) >= LEAST and opinion.of(NO_EVENT) <= NO_ACT


def _moved(event: Event, found: Mapping[str, Event]) -> Event:
    if event.event_id in found:
        return found[event.event_id]
    act = found.get(event.content_of) if event.content_of else None
    return replace(event, content_of=act.event_id) if act is not None else event
