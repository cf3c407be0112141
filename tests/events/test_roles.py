import pytest

from detente.events.actors import Actors
from detente.events.patterns import FrameIndex
from detente.events.roles import Finder
from detente.lexicons.entries import FrameLine
from events.parses import actors, parse


def frame(lemma: str, pos: str, source: str, target: str, *, reciprocal: bool = False) -> FrameLine:
    return FrameLine(
        lemma, lemma, pos, "", "ACCUSE", "", "", tuple(source.split()), tuple(target.split()), reciprocal, "", ""
    )  # fmt: skip


CASES = [
    ("Chile was condemned by Peru .", frame("condemn", "VERB", "subj", "obj"), "PER", "CHL"),
    ("Peru condemned Chile 's attack on Ecuador .", frame("condemn", "VERB", "subj", "obj"), "PER", "CHL"),
    ("Peru condemned Chile 's attack on Ecuador .", frame("attack", "NOUN", "poss", "on"), "CHL", "ECU"),
    ("Peru sent aid to Chile and Ecuador .", frame("send", "VERB", "subj", "to"), "PER", "CHL ECU"),
    ("Peru and Chile held talks in Lima .", frame("talk", "NOUN", "subj", "with", reciprocal=True), "PER CHL", ""),
    (
        "Talks between Peru and Chile began in Lima .",
        frame("talk", "NOUN", "subj", "with", reciprocal=True),
        "PER CHL",
        "",
    ),
    ("The sanctions imposed on Chile by Peru hurt trade .", frame("sanction", "NOUN", "subj", "on"), "PER", "CHL"),
    ("Peru demanded that Chile withdraw its troops .", frame("demand", "VERB", "subj", "obj compl_subj"), "PER", "CHL"),
    ("Peru agreed to lift its ban on Chile .", frame("ban", "NOUN", "subj", "on"), "PER", "CHL"),
    ("Peru threatened to bomb Chile .", frame("threaten", "VERB", "subj", "obj compl_obj"), "PER", "CHL"),
    ("Peru bombed and shelled Chile .", frame("bomb", "VERB", "subj", "obj"), "PER", "CHL"),
    ("A Peruvian activist was arrested in Chile .", frame("arrest", "VERB", "subj", "obj"), "", "PER"),
]


@pytest.mark.parametrize(("sentence", "line", "sources", "targets"), CASES)
def test_parties(sentence: str, line: FrameLine, sources: str, targets: str) -> None:
    parsed = parse(sentence)
    match = FrameIndex([line], (), frozenset()).matches(parsed)[0]
    held = Actors(parsed, actors(sentence), {match.trigger: match})
    roles = Finder(parsed, held, frozenset(), {"hold", "lift", "impose"}).roles(match)
    assert " ".join(party.mention.code for party in roles.sources) == sources
    assert " ".join(party.mention.code for party in roles.targets) == targets


def test_the_subject_of_another_act_is_not_the_subject_of_its_object() -> None:
    sentence = "Peru condemned Chile 's attack on Ecuador ."
    parsed = parse(sentence)
    match = FrameIndex([frame("attack", "NOUN", "subj", "on")], (), frozenset()).matches(parsed)[0]
    roles = Finder(parsed, Actors(parsed, actors(sentence), {}), {1}, {"condemn"}).roles(match)
    assert roles.sources == ()
