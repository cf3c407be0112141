"""The type of a sentence whose parties are given: the classifier's probability, and what coding finds between them."""

from collections.abc import Sequence
from math import log

from detente.learned.classifiers import EventClassifier, MarkedSentence
from detente.record.model import Event, Span

# What a coded event adds to the log-probability of its type when both, one or none of its parties are the marked ones.
# Round figures; swept over (1, .5, .2), (2, 1, .5), (3, 1.5, .5) on plv_dev they move macro-F1 by less than .01.
BONUS = (0.5, 1.0, 1.5)
# Keeps a type the classifier excludes in play for a clear frame.
FLOOR = 1e-3


def best_type(
    classifier: EventClassifier, events: Sequence[Event], text: str, source: Span | None, target: Span | None
) -> str:
    """Return the likeliest PLOVER type; `events` are those coding found in the sentence."""
    (probabilities,) = classifier.classify([MarkedSentence(text, source, target)])
    scores = {
        label: log(value + FLOOR)
        for label, value in zip(probabilities.labels, probabilities.values, strict=True)
        if label != "NONE"
    }
    bonus: dict[str, float] = {}
    for event in events:
        if not event.content_of:
            right = int(_overlap(source, event.source_start, event.source_end))
            right += int(_overlap(target, event.target_start, event.target_end))
            bonus[event.type] = max(bonus.get(event.type, 0.0), BONUS[right])
    return max(scores, key=lambda label: (scores[label] + bonus.get(label, 0.0), label))


def _overlap(span: Span | None, start: int | None, end: int | None) -> bool:
    return span is not None and start is not None and end is not None and start < span[1] and end > span[0]
