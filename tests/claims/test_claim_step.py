"""The whole step on parsed text: the one test here that loads the parser."""

import pytest

from detente.claims import prepare as prepare_claims
from detente.record.model import Claim, Document
from detente.record.reading import Reading, Step
from detente.sentences import prepare as prepare_sentences
from detente.settings import Settings


@pytest.fixture(scope="module")
def steps() -> tuple[Step, Step]:
    return prepare_sentences(Settings()), prepare_claims(Settings())


def read(steps: tuple[Step, Step], text: str) -> Reading:
    document = Document("doc", "test", "", "", "", "", None, "unknown", "en", text, len(text.split()))
    sentences, claims = steps
    return claims(sentences(Reading(document, "test")))


def shown(claim: Claim, text: str) -> tuple[str, str]:
    return claim.source_text, " // ".join(text[start:end] for start, end in claim.content_spans)


@pytest.mark.parametrize(
    ("text", "source", "content", "quote"),
    [
        (
            "“We are ready,” the envoy said, “but they are not.”",
            "the envoy",
            "“We are ready,” // “but they are not.”",
            "direct",
        ),
        (
            '"We will never yield," Ana Silva told reporters in Oslo. "Our duty is clear."',
            "Ana Silva",
            '"We will never yield," // "Our duty is clear."',
            "direct",
        ),
        ("The envoy said the deal was “dead and buried.”", "The envoy", "the deal was “dead and buried.”", "mixed"),
        ("Talks, the minister said, had failed.", "the minister", "Talks // had failed", "indirect"),
        ("The minister continued:\n\n“We must wait.”", "The minister", "“We must wait.”", "direct"),
        ("The minister continued:\n\n“We wait.\n\n“We hope.”", "The minister", "“We wait. // “We hope.”", "direct"),
        (
            "“The border stays open for all of us.” ― Ana Silva",
            "Ana Silva",
            "“The border stays open for all of us.”",
            "direct",
        ),
        ("CAIRO, May 3 (Agency) — Kim Lee said talks had failed.", "Kim Lee", "talks had failed", "indirect"),
    ],
)
def test_claims_of_a_text(steps: tuple[Step, Step], text: str, source: str, content: str, quote: str) -> None:
    outer = [claim for claim in read(steps, text).claims if not claim.within_claim]
    assert [(*shown(claim, text), claim.quote) for claim in outer] == [(source, content, quote)]


def test_a_transcript_gives_each_turn_to_its_speaker(steps: tuple[Step, Step]) -> None:
    text = "SILVA: Will you sign?\n\nLEE: We will.\n\n(LAUGHTER)\n\nSILVA: When?"
    turns = [c for c in read(steps, text).claims if "rule:layout.transcript" in c.evidence]
    assert [shown(claim, text) for claim in turns] == [
        ("SILVA", "Will you sign?"),
        ("LEE", "We will."),
        ("SILVA", "When?"),
    ]


def test_every_claim_shows_its_words_and_names_its_cue(steps: tuple[Step, Step]) -> None:
    text = "Norland denied that it had fired. Sudria called the denial “a joke,” officials said."
    reading = read(steps, text)
    assert len(reading.claims) >= 3
    for claim in reading.claims:
        assert claim.source_text == text[claim.source_start : claim.source_end]
        assert claim.evidence[0].startswith(("cue:", "rule:"))
        assert claim.content_start == claim.content_spans[0][0]
        assert claim.content_end == claim.content_spans[-1][1]
    assert len({claim.claim_id for claim in reading.claims}) == len(reading.claims)


def test_an_empty_document_has_no_claims(steps: tuple[Step, Step]) -> None:
    assert read(steps, " \n ").claims == ()
