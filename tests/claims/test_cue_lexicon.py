from detente.claims.cues import load_cues
from detente.lexicons.entries import CueLine
from detente.lexicons.reading import read_lines
from detente.record.model import STANCES

FORMS = {"speech", "thought", "intent", "document"}


def test_every_cue_line_is_well_formed() -> None:
    for line in read_lines("en/cues.tsv", CueLine):
        assert line.stance in STANCES, line
        assert line.form in FORMS, line
        assert line.pos in ("VERB", "NOUN", "ADJ", "PREP"), line
        assert line.takes, line
        assert line.id == f"cue:{line.pos.lower()}.{line.lemma.replace(' ', '_')}"


def test_no_verb_is_both_cue_and_none() -> None:
    cues = load_cues()
    assert not set(cues.verbs) & set(cues.classes["not_cue"])


def test_phrases_are_found_by_their_first_word() -> None:
    assert "point out" in {line.lemma for line in load_cues().phrasal["point"]}
    assert [words for words, _ in load_cues().prepositions["according"]] == [("according", "to")]
