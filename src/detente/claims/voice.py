"""Whose words a sentence holds: the author's own, or those of the sources it quotes and reports."""

from typing import NamedTuple

from detente.claims.quotations import Quote, quotes_within
from detente.claims.spans import SpanIndex
from detente.record.model import Span
from detente.record.reading import ParsedSentence, Reading, Token


class OwnWords(NamedTuple):
    """A sentence, split by voice.

    Attributes:
        parsed: the sentence.
        tokens: its words outside quotations and outside what sources are said to say.
        quoted: share of its characters inside quotation marks, 0 to 1.
        spoken: share of its characters that are put down to a source, 0 to 1.
        attributed: whether anything in it is put down to a source.
    """

    parsed: ParsedSentence
    tokens: tuple[Token, ...]
    quoted: float
    spoken: float
    attributed: bool


def own_words(reading: Reading, quotes: tuple[Quote, ...]) -> list[OwnWords]:
    """Split every sentence of a reading by voice; what the author claims ("I think ...") is the author's own."""
    contents = [span for claim in reading.claims if claim.source_kind != "author" for span in claim.content_spans]
    index = SpanIndex(contents)
    found = []
    for parsed in reading.sentences:
        start, end = parsed.sentence.start, parsed.sentence.end
        inside = [(quote.start, quote.end) for quote in quotes_within(quotes, start, end)]
        spoken = [contents[i] for i in index.over(start, end)]
        others = inside + spoken
        tokens = parsed.tokens
        if others:
            tokens = tuple(t for t in tokens if not any(s <= t.start < e for s, e in others))
        found.append(
            OwnWords(parsed, tokens, _share(inside, start, end), _share(spoken, start, end), attributed=bool(spoken))
        )
    return found


def is_of_name(token: Token) -> bool:
    """Whether a word is (part of) a name or an adjective of one: "Ministry", "Russian"."""
    return token.text[0].isupper() and (token.i > 0 or token.pos == "ADJ")


def _share(spans: list[Span], start: int, end: int) -> float:
    covered = sum(min(e, end) - max(s, start) for s, e in spans)
    return min(1.0, covered / (end - start))
