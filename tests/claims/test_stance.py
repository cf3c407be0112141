"""Stance: negations, biddings and announced harm; the trees are built by hand."""

import pytest

import stance_trees as sentences
from detente.claims.step import ClaimStep
from detente.settings import Settings
from trees import reading

STEP = ClaimStep(Settings())


@pytest.mark.parametrize(
    ("table", "stance"),
    [
        (sentences.NEITHER, "other"),
        (sentences.NO_LONGER, "doubts"),
        (sentences.SHORT_OF, "other"),
        (sentences.PLEDGED, "promises"),
        (sentences.TOLD_TO, "demands"),
        (sentences.OPEN_NOW, "demands"),
        (sentences.OWN_SIDE, "threatens"),
        (sentences.NOT_CONVINCED, "doubts"),
        (sentences.CAST_DOUBT, "doubts"),
        (sentences.HAVING, "denies"),
    ],
)
def test_stance(table: str, stance: str) -> None:
    claims = [claim for claim in STEP(reading(table)).claims if claim.source_text in ("Lee", "Norland")]
    assert claims[-1].stance == stance


def test_the_one_accused_of_claiming_claims() -> None:
    outer, inner = STEP(reading(sentences.ACCUSED_OF)).claims
    assert (outer.source_text, inner.source_text) == ("Norland", "Sudria")
    assert inner.within_claim == outer.claim_id


def test_whom_a_report_cites_stands_within_it() -> None:
    outer, inner = STEP(reading(sentences.CITING)).claims
    assert (outer.source_text, inner.source_text) == ("The paper", "a diplomat")
    assert inner.content_spans == outer.content_spans
    assert inner.within_claim == outer.claim_id
