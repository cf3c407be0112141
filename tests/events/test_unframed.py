from collections.abc import Sequence

import pytest

from detente.events import load_lexicons
from detente.events.coding import EventStep
from detente.events.unframed import ActReader
from detente.learned.classifiers import MarkedSentence, TypeProbabilities
from events.parses import reading

LEXICONS = load_lexicons()
EXCHANGED = "Peru and Chile exchanged convicts ."
FERRIED = "Peru ferried Chile pilgrims home ."


class Opinion:
    """A classifier with one opinion."""

    def __init__(self, **probabilities: float) -> None:
        self.name = "opinion-1"
        self.asked: list[MarkedSentence] = []
        self._probabilities = TypeProbabilities(tuple(probabilities), tuple(probabilities.values()))

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        self.asked += pairs
        return [self._probabilities for _ in pairs]


def read(sentence: str, opinion: Opinion) -> list[str]:
    events = EventStep(LEXICONS, None, ActReader(opinion))(reading(sentence)).events
    read_ = [event for event in events if "rule:unframed" in event.evidence]
    return [f"{event.source_country} {event.type} {event.target_country} {event.status}" for event in read_]


@pytest.mark.parametrize(
    ("sentence", "opinion", "expected"),
    [
        (EXCHANGED, Opinion(COOPERATE=0.9, NONE=0.01), ["PER COOPERATE CHL happened"]),
        (FERRIED, Opinion(AID=0.9, NONE=0.01), ["PER AID CHL happened"]),
        (FERRIED, Opinion(AID=0.85, NONE=0.15), []),
        (FERRIED, Opinion(AID=0.5, RETREAT=0.49, NONE=0.01), []),
    ],
)
def test_a_word_without_a_frame_is_read_by_the_classifier(sentence: str, opinion: Opinion, expected: list[str]) -> None:
    assert read(sentence, opinion) == expected


@pytest.mark.parametrize("sentence", ["Peru agreed to lift its ban on Chile .", "Chile was condemned by Peru ."])
def test_what_a_frame_tells_is_not_asked_again(sentence: str) -> None:
    opinion = Opinion(SANCTION=0.99, NONE=0.0)
    assert read(sentence, opinion) == []
    assert opinion.asked == []


def test_evidence_names_rule_and_model() -> None:
    events = EventStep(LEXICONS, None, ActReader(Opinion(AID=0.9, NONE=0.01)))(reading(FERRIED)).events
    assert events[0].evidence[0] == "rule:unframed"
    assert events[0].evidence[-1] == "model:opinion-1:AID:0.9000"
    assert events[0].confidence < 0.9
