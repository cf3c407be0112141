import pytest

from detente.events import load_lexicons
from detente.events.coding import EventStep
from detente.events.completing import TargetReader
from events.parses import reading
from events.test_unframed import Opinion

LEXICONS = load_lexicons()
DEPLOYED = "Peru deployed troops as Chile celebrated ."


def targets(opinion: Opinion, sentence: str = DEPLOYED) -> list[tuple[str, str]]:
    events = EventStep(LEXICONS, None, None, TargetReader(opinion))(reading(sentence)).events
    return [(event.type, event.target_country) for event in events]


@pytest.mark.parametrize(
    ("opinion", "target"),
    [
        (Opinion(MOBILIZE=0.95, NONE=0.01), "CHL"),
        (Opinion(MOBILIZE=0.8, NONE=0.01), ""),
        (Opinion(MOBILIZE=0.9, NONE=0.1), ""),
        (Opinion(ASSAULT=0.95, MOBILIZE=0.04, NONE=0.01), ""),
    ],
)
def test_a_far_target_is_read_by_the_classifier(opinion: Opinion, target: str) -> None:
    assert targets(opinion) == [("MOBILIZE", target)]


def test_a_row_with_a_target_is_not_asked_about() -> None:
    opinion = Opinion(THREATEN=0.95, NONE=0.0)
    EventStep(LEXICONS, None, None, TargetReader(opinion))(reading("Peru threatened to bomb Chile ."))
    assert opinion.asked == []


def test_content_rows_follow_their_act() -> None:
    step = EventStep(LEXICONS, None, None, TargetReader(Opinion(AGREE=0.95, NONE=0.0)))
    act, content = step(reading("Peru agreed to resign as Chile celebrated .")).events
    assert (act.target_country, content.content_of) == ("CHL", act.event_id)


def test_a_completed_row_names_rule_and_model_and_is_less_sure() -> None:
    plain = EventStep(LEXICONS)(reading(DEPLOYED)).events[0]
    step = EventStep(LEXICONS, None, None, TargetReader(Opinion(MOBILIZE=0.95, NONE=0.01)))
    found = step(reading(DEPLOYED)).events[0]
    assert found.evidence[-2:] == ("rule:target_read", "model:opinion-1:MOBILIZE:0.9500")
    assert found.confidence < plain.confidence
    assert found.event_id != plain.event_id
