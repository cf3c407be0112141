import pytest

from detente.events.actors import Actors
from detente.events.fallbacks import Fallbacks
from detente.events.patterns import FrameIndex
from detente.events.roles import Finder, Party, Roles
from detente.events.voices import AUTHOR, Voice
from detente.lexicons.entries import FrameLine
from detente.record.model import Mention
from events.parses import actor, actors, parse

NOBODY = Roles((), ())
WAR = "Chile helped refugees of the war in Ecuador ."


def completed(sentence: str, lemma: str, type_: str, mentions: tuple[Mention, ...], voice: Voice = AUTHOR) -> list[str]:
    parsed = parse(sentence)
    line = FrameLine(lemma, lemma, "VERB", "", type_, "", "", ("subj",), (), False, "", "")
    match = FrameIndex([line], (), frozenset()).matches(parsed)[0]
    roles = Fallbacks(parsed, Actors(parsed, mentions, {}), ()).complete(match, NOBODY, voice)
    return [f"{party.mention.code} {party.rule}" for party in (*roles.sources, *roles.targets)]


@pytest.mark.parametrize(
    ("sentence", "lemma", "type_", "found"),
    [
        (
            "A Peruvian activist was arrested in Chile .",
            "arrest",
            "COERCE",
            ["CHL rule:locative", "PER rule:target_nearby"],
        ),
        ("Peru agreed to lift its ban on Chile .", "agree", "AGREE", ["CHL rule:target_in_complement"]),
        (
            "Peru threatened a boycott unless Chile lifted its ban .",
            "threaten",
            "THREATEN",
            ["CHL rule:target_in_condition"],
        ),
        ("Peru banned fishing boats from Chile .", "ban", "COERCE", ["CHL rule:target_nearby"]),
        ("Peru met with Chile on Monday .", "meet", "CONSULT", []),
    ],
)
def test_missing_sides(sentence: str, lemma: str, type_: str, found: list[str]) -> None:
    assert completed(sentence, lemma, type_, actors(sentence)) == found


def test_we_is_the_speaker() -> None:
    sentence = "We will not talk to Chile ."
    speaker = Mention("doc", "m9", 90, 94, "actor", entity="PER", code="PER", country="PER")
    assert completed(sentence, "talk", "CONSULT", (), Voice(None, speaker)) == ["PER rule:speaker_pronoun"]


def test_a_role_noun_takes_the_state_its_phrase_names() -> None:
    refugees = Mention("doc", "m1", WAR.index("refugees"), WAR.index(" of the"), "actor", code="REF", sector="REF")
    parsed = parse(WAR)
    line = FrameLine("help", "help", "VERB", "", "AID", "", "", ("subj",), ("obj",), False, "", "")
    match = FrameIndex([line], (), frozenset()).matches(parsed)[0]
    held = Actors(parsed, (actor(WAR, "Chile", "CHL"), refugees, actor(WAR, "Ecuador", "ECU")), {})
    roles = Finder(parsed, held).roles(match)
    assert roles.targets == (Party(refugees),)
    [target] = Fallbacks(parsed, held, ()).complete(match, roles, AUTHOR).targets
    assert (target.mention.code, target.rule) == ("ECUREF", "rule:country_beside")
