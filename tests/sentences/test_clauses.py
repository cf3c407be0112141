"""Clauses read off trees built by hand."""

import pytest

from detente.sentences.repairs import repair
from trees import tree

CASES = [
    ("They they PRON PRP nsubj 1\nmet meet VERB VBD ROOT 1", "past", False, "", False),
    ("They they PRON PRP nsubj 2\nhave have AUX VBP aux 2\nmet meet VERB VBN ROOT 2", "perfect", False, "", False),
    ("They they PRON PRP nsubj 2\nwill will AUX MD aux 2\nmeet meet VERB VB ROOT 2", "future", False, "will", False),
    (
        "They they PRON PRP nsubj 3\nmay may AUX MD aux 3\nnot not PART RB neg 3\nmeet meet VERB VB ROOT 3",
        "present",
        True,
        "may",
        False,
    ),
    (
        "Ships ship NOUN NNS nsubjpass 2\nwere be AUX VBD auxpass 2\nseized seize VERB VBN ROOT 2",
        "past",
        False,
        "",
        True,
    ),
    ("They they PRON PRP nsubj 2\nnever never ADV RB advmod 2\nmet meet VERB VBD ROOT 2", "past", True, "", False),
]


@pytest.mark.parametrize(("table", "tense", "negated", "modal", "passive"), CASES)
def test_clause(table: str, tense: str, negated: bool, modal: str, passive: bool) -> None:
    (clause,) = tree(table).clauses
    assert (clause.tense, clause.negated, clause.modal, clause.passive) == (tense, negated, modal, passive)


def test_infinitive_hangs_on_its_governor() -> None:
    parsed = tree(
        "They they PRON PRP nsubj 1\nagreed agree VERB VBD ROOT 1\nto to PART TO aux 3\nlift lift VERB VB xcomp 1"
    )
    agreed, lift = parsed.clauses
    assert (agreed.tense, lift.tense, lift.governor) == ("past", "infinitive", 1)


def test_condition_is_marked() -> None:
    parsed = tree(
        "Leave leave VERB VB ROOT 0\nif if SCONJ IN mark 3\nthey they PRON PRP nsubj 3\nattack attack VERB VBP advcl 0"
    )
    assert [clause.conditional for clause in parsed.clauses] == [False, True]


def test_second_verb_shares_the_auxiliary() -> None:
    parsed = tree(
        "They they PRON PRP nsubj 2\nhave have AUX VBP aux 2\nmet meet VERB VBN ROOT 2\n"
        "and and CCONJ CC cc 2\nsigned sign VERB VBD conj 2"
    )
    assert [clause.tense for clause in parsed.clauses] == ["perfect", "perfect"]


def test_a_verb_keeps_the_nearest_of_several_subjects() -> None:
    parsed = tree(
        "April april PROPN NNP nsubj 4\n, , PUNCT , punct 4\nMali mali PROPN NNP nsubj 4\n"
        "will will AUX MD aux 4\ntalk talk VERB VB ROOT 4"
    )
    assert [token.dep for token in repair(parsed.tokens)] == ["dep", "punct", "nsubj", "aux", "ROOT"]
