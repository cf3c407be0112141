from collections.abc import Sequence

import pytest

from detente.events import load_lexicons
from detente.events.arbitration import Arbiter
from detente.events.coding import EventStep
from detente.learned.classifiers import MarkedSentence, TypeProbabilities
from events.parses import reading

LEXICONS = load_lexicons()
CONDEMNED = "Chile was condemned by Peru ."
THREATENED = "Peru threatened to bomb Chile ."


class Opinion:
    """A classifier with one opinion."""

    def __init__(self, **probabilities: float) -> None:
        self.name = "opinion-1"
        self.asked: list[MarkedSentence] = []
        whole = {"NONE": 0.0} | probabilities
        self._probabilities = TypeProbabilities(tuple(whole), tuple(whole.values()))

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        self.asked += pairs
        return [self._probabilities for _ in pairs]


def coded(sentence: str, opinion: Opinion) -> list[tuple[str, str]]:
    step = EventStep(LEXICONS, Arbiter(opinion, LEXICONS.codebook, {}))  # no slots: every frame leaves doubt
    events = step(reading(sentence)).events
    ids = {event.event_id: event.type for event in events}
    return [(event.type, ids.get(event.content_of, "")) for event in events]


@pytest.mark.parametrize(
    ("opinion", "type_"),
    [
        (Opinion(ACCUSE=0.9, REJECT=0.1), "ACCUSE"),
        (Opinion(ACCUSE=0.3, REJECT=0.7), "ACCUSE"),
        (Opinion(ACCUSE=0.0005, REJECT=0.9995), "REJECT"),
    ],
)
def test_only_a_much_likelier_type_outweighs_the_frame(opinion: Opinion, type_: str) -> None:
    assert coded(CONDEMNED, opinion) == [(type_, "")]


def test_content_rows_follow_their_act() -> None:
    assert coded(THREATENED, Opinion(THREATEN=0.0001, AGREE=0.9999)) == [("AGREE", ""), ("ASSAULT", "AGREE")]


@pytest.mark.parametrize("sentence", [CONDEMNED, THREATENED])
def test_an_act_in_which_no_event_is_seen_is_dropped_with_its_content(sentence: str) -> None:
    assert coded(sentence, Opinion(NONE=0.95, ACCUSE=0.05, THREATEN=0.0)) == []


@pytest.mark.parametrize(("none", "kept"), [(0.05, True), (0.3, False)])
def test_an_act_with_one_party_is_dropped_sooner(none: float, kept: bool) -> None:
    assert bool(coded("Peru withdrew its troops .", Opinion(NONE=none, RETREAT=1 - none))) == kept


@pytest.mark.parametrize(
    ("sentence", "slots", "asked", "kept"),
    [
        (THREATENED, 2, 1, True),  # two states in the places of a pattern: only how sure
        (THREATENED, 0, 1, False),
        ("Peru withdrew its troops .", 2, 1, False),
        ("Peru is to meet Chile in May .", 2, 0, True),
    ],
)
def test_the_classifier_drops_acts_where_the_frame_leaves_doubt(
    sentence: str, slots: int, asked: int, kept: bool
) -> None:
    opinion = Opinion(NONE=0.98, THREATEN=0.01, RETREAT=0.01)
    frames = dict.fromkeys(LEXICONS.frames.slots, slots)
    events = EventStep(LEXICONS, Arbiter(opinion, LEXICONS.codebook, frames))(reading(sentence)).events
    assert (len(opinion.asked), bool(events)) == (asked, kept)


def test_the_classifier_sees_the_parties_and_its_opinion_is_evidence() -> None:
    opinion = Opinion(ACCUSE=0.9, REJECT=0.1)
    step = EventStep(LEXICONS, Arbiter(opinion, LEXICONS.codebook, LEXICONS.frames.slots))
    [event] = step(reading(CONDEMNED)).events
    assert event.evidence[-1] == "model:opinion-1:ACCUSE:0.9000"
    assert opinion.asked == [MarkedSentence(CONDEMNED, (23, 27), (0, 5))]
