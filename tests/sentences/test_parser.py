"""The parser itself, on a few lines: this file loads the model."""

import pytest

from detente import sentences
from detente.record.model import Document
from detente.record.reading import ParsedSentence, Reading
from detente.settings import Settings

PARSE = sentences.prepare(Settings())


def parse(text: str, title: str = "") -> tuple[ParsedSentence, ...]:
    document = Document("doc", "t", "", title, "", "", None, "unknown", "en", text, len(text.split()))
    return PARSE(Reading(document, "test")).sentences


def test_offsets_are_document_offsets() -> None:
    text = "Rome and Tunis talked.\n\nThey  agreed on “fish”."
    for parsed in parse(text):
        assert all(text[token.start : token.end] == token.text for token in parsed.tokens)
        assert (parsed.sentence.start, parsed.sentence.end) == (parsed.tokens[0].start, parsed.tokens[-1].end)


def test_no_sentence_runs_over_a_paragraph() -> None:
    found = parse("Rome and Tunis talk\n\nMalta listens.\n\nNobody wins.")
    assert [parsed.paragraph for parsed in found] == [0, 1, 2]


def test_title_is_a_headline() -> None:
    found = parse("Rome, Tunis talk\n\nRome and Tunis talked on Monday.", title="Rome, Tunis talk")
    assert [parsed.sentence.headline for parsed in found] == [True, False]


@pytest.mark.parametrize("text", ["", "   \n\n ", "…", "* * *"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert parse(text) == ()


def test_endless_paragraph_is_cut_without_losing_words() -> None:
    text = "word " * 3000
    found = parse(text)
    assert sum(token.text == "word" for parsed in found for token in parsed.tokens) == 3000


def test_same_text_same_parse() -> None:
    text = "Rome accused Tunis of overfishing. Tunis denied it."
    assert parse(text) == parse(text)
