from collections.abc import Sequence

import pytest

from detente.events import load_lexicons
from detente.events.arbitration import Arbiter
from detente.events.coding import EventStep
from detente.events.materials import Lexicons
from detente.learned.classifiers import MarkedSentence, TypeProbabilities
from detente.lexicons.entries import FrameLine, OwnTypeLine
from detente.lexicons.user_codebook import UserCodebook
from detente.record.model import Event
from events.parses import reading

TALKS = "Peru and Chile held talks in Lima ."
MET = "Peru met with Chile on Monday ."
AGREED = "Peru agreed to lift its ban on Chile ."


def frame(number: int, lemma: str, pos: str, pattern: str = "", type_: str = "PARLEY") -> FrameLine:
    return FrameLine(
        f"user:mine.tsv:{number}", lemma, pos, pattern, type_, "", "", ("subj",), ("with", "on"), True, "", ""
    )


USERS = UserCodebook(
    (
        OwnTypeLine("user:mine.tsv:1", "PARLEY", "", "", "Talks.", 1, 4.5),
        OwnTypeLine("user:mine.tsv:2", "EASE", "", "", "", None, None),
    ),
    (frame(3, "meet", "VERB"), frame(4, "talk", "NOUN"), frame(5, "lift", "VERB", type_="EASE")),
)  # fmt: skip
BOOK = load_lexicons(USERS)


class Contrary:
    """A classifier that knows PLOVER's types alone and is sure of the wrong one."""

    def __init__(self) -> None:
        self.name = "contrary"
        self.asked: list[MarkedSentence] = []

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        self.asked += pairs
        labels = ("NONE", "ASSAULT", "AGREE", "CONSULT")
        return [TypeProbabilities(labels, (0.0, 1.0, 0.0, 0.0)) for _ in pairs]


def coded(sentence: str, lexicons: Lexicons = BOOK, only: frozenset[str] | None = None) -> list[Event]:
    return list(EventStep(lexicons, only=only)(reading(sentence)).events)


@pytest.mark.parametrize(("sentence", "line"), [(TALKS, "user:mine.tsv:4"), (MET, "user:mine.tsv:3")])
def test_the_users_frame_wins(sentence: str, line: str) -> None:
    (event,) = coded(sentence)
    assert (event.type, event.evidence[0], event.quad, event.plover_score) == ("PARLEY", line, 1, 4.5)
    assert {event.source_code, event.target_code} == {"PER", "CHL"}


def test_a_frame_without_type_takes_an_act_away() -> None:
    silent = load_lexicons(UserCodebook((), (frame(3, "meet", "VERB", type_=""),)))
    assert (coded(MET, silent), len(coded(MET, load_lexicons()))) == ([], 1)


def test_an_act_that_speaks_of_a_users_type_keeps_its_own() -> None:
    act, content = coded(AGREED)
    assert (act.type, content.type, content.status) == ("AGREE", "EASE", "planned")
    assert (content.content_of, content.quad, content.plover_score) == (act.event_id, None, None)


def test_only_the_users_types_are_kept_and_stand_for_themselves() -> None:
    (content,) = coded(AGREED, only=USERS.own)
    assert (content.type, content.status, content.content_of) == ("EASE", "planned", "")
    assert content.event_id != coded(AGREED)[1].event_id
    assert coded("Peru sent aid to Chile and Ecuador .", only=USERS.own) == []


def test_the_classifier_is_not_asked_about_a_users_frame() -> None:
    contrary = Contrary()
    step = EventStep(BOOK, Arbiter(contrary, BOOK.codebook, {}))
    assert [event.type for event in step(reading(MET)).events] == ["PARLEY"]
    assert contrary.asked == []


def test_a_refusal_of_a_users_type_has_the_root_code() -> None:
    assert BOOK.codebook.performed("REJECT", "PARLEY", ()).cameo == "120"
