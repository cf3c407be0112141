from collections.abc import Callable
from dataclasses import replace

import pytest

import made
from detente.errors import FactError
from detente.record.evidence import check_coded, lines_of, rules_of, words_of
from detente.record.model import Coded, Loaded


def test_every_span_of_a_fact_is_found() -> None:
    claim = made.batch(1).claims[0]
    found = {words.part: made.WORDS[words.start : words.end] for words in words_of(claim)}
    assert found == {"source": "a spokesman", "cue": "said", "content": "Northland accused Southland of cheating,"}


def test_missing_spans_are_left_out() -> None:
    event = made.batch(1).events[0]
    assert [words.part for words in words_of(event)] == ["", "source"]


def test_evidence_is_told_apart() -> None:
    evidence = made.batch(1).events[0].evidence
    assert (lines_of(evidence), rules_of(evidence)) == (("f-1",), ("subject",))


def test_a_sound_batch_passes() -> None:
    check_coded(made.batch(1, 2))


def astray(coded: Coded) -> Coded:
    return replace(coded, loaded=(Loaded(coded.documents[0].doc_id, 80, 99, "x", "framing", 0.5),))


def foreign(coded: Coded) -> Coded:
    return replace(coded, documents=())


def twice(coded: Coded) -> Coded:
    return replace(coded, events=coded.events * 3)


def broken(coded: Coded) -> Coded:
    return replace(coded, claims=(replace(coded.claims[0], content_spans=((25, 34), (35, 999))),))


def halved(coded: Coded) -> Coded:
    return replace(coded, documents=(replace(coded.documents[0], text="half \ud800"),))


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (astray, r"80\.\.99 in a text of 83"),
        (foreign, "not among those coded"),
        (twice, "3 rows of events have the id"),
        (broken, "outside its text"),
        (halved, "lone surrogate"),
    ],
)
def test_facts_that_cannot_be_are_found(spoil: Callable[[Coded], Coded], message: str) -> None:
    with pytest.raises(FactError, match=message):
        check_coded(spoil(made.batch(1)))
