import pytest

from detente.events.event_words import EventWords
from detente.events.manner import manner
from detente.events.patterns import FrameIndex, Match
from detente.lexicons.entries import FrameLine, PhraseLine
from detente.lexicons.reading import read_lines
from events.parses import parse

WORDS = EventWords(read_lines("en/event_words.tsv", PhraseLine))


def match_of(sentence: str, lemma: str, pos: str) -> Match:
    line = FrameLine(lemma, lemma, pos, "", "CONSULT", "", "", (), (), False, "", "")
    return FrameIndex([line], (), frozenset()).matches(parse(sentence))[0]


@pytest.mark.parametrize(
    ("sentence", "lemma", "pos", "tense", "kind"),
    [
        ("Peru began to withdraw its troops from Chile .", "withdraw", "VERB", "past", "aspect"),
        ("Peru is to meet Chile in May .", "meet", "VERB", "present", "plan"),
        ("Peru plans to send aid to Chile .", "send", "VERB", "present", "plan"),
        ("Peru said it will meet Chile in May .", "meet", "VERB", "future", ""),
        ("Peru failed to reach an agreement with Chile .", "reach", "VERB", "past", "failed"),
        ("Peru called for talks with Chile .", "talk", "NOUN", "past", "topic"),
        ("Peru discussed the withdrawal of its troops with Chile .", "withdrawal", "NOUN", "past", "propose"),
        ("Talks between Peru and Chile began in Lima .", "talk", "NOUN", "past", "aspect"),
    ],
)
def test_tense_and_kind(sentence: str, lemma: str, pos: str, tense: str, kind: str) -> None:
    found = manner(parse(sentence), match_of(sentence, lemma, pos), WORDS, frozenset())
    assert (found.tense, found.kinds) == (tense, frozenset({kind} if kind else ()))


@pytest.mark.parametrize(
    ("sentence", "lemma", "said"),
    [
        ("Peru did not attack Chile .", "attack", {"negated": True}),
        ("Peru will not lift its ban on Chile .", "lift", {"negated": True}),
        ("If Peru attacks Chile , Ecuador will send aid .", "attack", {"conditional": True}),
        ("If Peru attacks Chile , Ecuador will send aid .", "send", {}),
        ("Has Peru bombed Chile ?", "bomb", {"question": True}),
        ("Chile must withdraw its troops , Peru said .", "withdraw", {"modal": "must"}),
        ("Peru may bomb Chile , its minister warned .", "bomb", {"modal": "may"}),
    ],
)
def test_what_is_said_of_the_act(sentence: str, lemma: str, said: dict[str, object]) -> None:
    found = manner(parse(sentence), match_of(sentence, lemma, "VERB"), WORDS, frozenset())._asdict()
    plain = {"negated": False, "conditional": False, "question": False}
    assert {key: found[key] for key in plain | said} == plain | said
