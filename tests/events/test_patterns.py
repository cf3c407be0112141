import pytest

from detente.events.patterns import FrameIndex
from detente.lexicons.entries import ClassLine, FrameLine
from events.parses import parse, word


def frame(lemma: str, pos: str, pattern: str = "", type_: str = "CONSULT") -> FrameLine:
    return FrameLine(f"{lemma}.{pattern}", lemma, pos, pattern, type_, "", "", ("subj",), ("obj",), False, "", "")


CLASSES = (ClassLine("c1", "measure", "sanction"), ClassLine("c2", "troops", "troop"))
CASES = [
    ("Peru imposed sanctions on Chile .", "imposed", frame("impose", "VERB", "obj:@measure"), True),
    ("The sanctions imposed on Chile by Peru hurt trade .", "imposed", frame("impose", "VERB", "obj:@measure"), True),
    ("Peru imposed sanctions on Chile .", "imposed", frame("impose", "VERB", "obj:@troops"), False),
    ("Peru imposed sanctions on Chile .", "sanctions", frame("sanction", "NOUN", "light:impose prep:on pobj:*"), True),
    ("Peru imposed sanctions on Chile .", "sanctions", frame("sanction", "NOUN", "light:lift"), False),
    ("Peru ruled out talks with Chile .", "ruled", frame("rule", "VERB", "part:out obj:talk"), True),
    ("Peru ruled out talks with Chile .", "ruled", frame("rule", "VERB", "part:in"), False),
    ("Peru called for talks with Chile .", "called", frame("call", "VERB", "prep:for pobj:talk"), True),
    ("Peru called for talks with Chile .", "called", frame("call", "VERB", "prep:for pobj:truce"), False),
    ("Peru agreed to lift its ban on Chile .", "agreed", frame("agree", "VERB", "inf:lift"), True),
    ("Peru accused Chile of shelling a town .", "accused", frame("accuse", "VERB", "comp:shell"), True),
    ("Peru demanded that Chile withdraw its troops .", "demanded", frame("demand", "VERB", "inf:*"), False),
    ("Peru demanded that Chile withdraw its troops .", "demanded", frame("demand", "VERB", "comp:*"), True),
    (
        "Peruvian troops killed 12 people and wounded 40 in Chile .",
        "killed",
        frame("kill", "VERB", "subj:@troops"),
        True,
    ),
    (
        "Peruvian troops killed 12 people and wounded 40 in Chile .",
        "troops",
        frame("troop", "NOUN", "mod:peruvian"),
        True,
    ),
]


@pytest.mark.parametrize(("sentence", "trigger", "line", "found"), CASES)
def test_pattern(sentence: str, trigger: str, line: FrameLine, found: bool) -> None:
    matches = FrameIndex([line], CLASSES, frozenset()).matches(parse(sentence))
    assert [match.trigger for match in matches] == ([word(sentence, trigger)] if found else [])


def test_the_most_specific_frame_wins_and_claims_its_words() -> None:
    lines = [frame("hold", "VERB", "obj:*"), frame("talk", "NOUN"), frame("talk", "NOUN", "light:hold prep:in")]
    matches = FrameIndex(lines, (), frozenset()).matches(parse("Peru and Chile held talks in Lima ."))
    assert [(match.frame.line.id, match.claimed_by) for match in matches] == [
        ("hold.obj:*", 4),
        ("talk.light:hold prep:in", -1),
    ]


def test_a_named_lemma_wins_over_a_class_and_any_word() -> None:
    lines = [frame("impose", "VERB", f"obj:{word}") for word in ("*", "@measure", "sanction")]
    matches = FrameIndex(lines, CLASSES, frozenset()).matches(parse("Peru imposed sanctions on Chile ."))
    assert [match.frame.line.id for match in matches] == ["impose.obj:sanction"]
