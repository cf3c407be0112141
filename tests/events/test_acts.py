import pytest

from detente.events.acts import link
from detente.events.patterns import FrameIndex
from detente.lexicons.entries import FrameLine
from events.parses import parse


def frame(lemma: str, pos: str, type_: str, content: str = "", pattern: str = "") -> FrameLine:
    return FrameLine(f"{lemma}.{pos}", lemma, pos, pattern, type_, "", "", (), (), False, content, "")


FRAMES = [
    frame("agree", "VERB", "AGREE", "planned"),
    frame("lift", "VERB", "RETREAT"),
    frame("condemn", "VERB", "ACCUSE"),
    frame("attack", "NOUN", "ASSAULT"),
    frame("discuss", "VERB", "CONSULT"),
    frame("withdrawal", "NOUN", "RETREAT"),
    frame("refuse", "VERB", "REJECT"),
    frame("call", "VERB", "REQUEST", "demanded", "prep:for"),
    frame("talk", "NOUN", "CONSULT"),
    frame("bomb", "VERB", "ASSAULT"),
    frame("meet", "VERB", "CONSULT"),
    frame("plan", "VERB", ""),
    frame("send", "VERB", "AID"),
]


@pytest.mark.parametrize(
    ("sentence", "links"),
    [
        ("Peru agreed to lift its ban on Chile .", [("AGREE", "act"), ("RETREAT", "content")]),
        ("Peru refused to lift its ban on Chile .", [("REJECT", "act"), ("RETREAT", "topic")]),
        ("Peru condemned Chile 's attack on Ecuador .", [("ACCUSE", "act"), ("ASSAULT", "own")]),
        ("Peru discussed the withdrawal of its troops with Chile .", [("CONSULT", "act"), ("RETREAT", "topic")]),
        ("Peru called for talks with Chile .", [("REQUEST", "act"), ("CONSULT", "content")]),
        ("Peru , which bombed Chile , met Ecuador .", [("ASSAULT", "act"), ("CONSULT", "act")]),
        ("Peru plans to send aid to Chile .", [("AID", "act")]),
        ("The Chile peace talks coordinator smiled .", []),
    ],
)
def test_links(sentence: str, links: list[tuple[str, str]]) -> None:
    parsed = parse(sentence)
    found = link(parsed, FrameIndex(FRAMES, (), frozenset()).matches(parsed))
    assert sorted((c.match.frame.line.type, c.link) for c in found) == sorted(links)
