"""Attribution by layout alone: headlines with a colon, transcripts, signed quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from detente.claims.drafts import Draft
from detente.claims.quotations import Quote
from detente.record.model import Span
from detente.record.reading import ParsedSentence

# A speaker's turn: at a line's start a name in capitals (or Q, A), perhaps with a role in brackets, then a colon.
TURN = re.compile(
    r"^[\"“”']?(?P<name>(?:[A-Z][A-Z.'’-]*[A-Z.]|[QA])(?: [A-Z][A-Z.'’-]+){0,4})"
    r"(?: ?\([^)\n]{1,40}\))?(?P<colon>:)(?=\s)",
    re.MULTILINE,
)
# "Quotation." — Name, at the line's end. Signatures like to use the space that does not break (u00a0).
SIGNED = re.compile(
    r"\s*(?P<dash>―|—|–|--|-)\s*"
    r"(?P<name>[A-Z][\w.'’-]*(?:[ \u00a0](?:[A-Z][\w.'’-]*|de|van|von|al|bin|N|y)){0,5})"
    r"[ \u00a0]*[.,]?[ \u00a0]*(?=\n|$|,)"
)
BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")


def layout_drafts(text: str, sentences: tuple[ParsedSentence, ...], quotes: tuple[Quote, ...]) -> Iterator[Draft]:
    """Yield the attributions that need no cue word."""
    yield from _turns(text, sentences)
    yield from _signed(text, sentences, quotes)
    for number, parsed in enumerate(sentences):
        if parsed.paragraph > sentences[0].paragraph:
            break
        found = _headline(parsed, number)
        if found is not None:
            yield found


def _turns(text: str, sentences: tuple[ParsedSentence, ...]) -> Iterator[Draft]:
    """A transcript: two turns at least, each running to the next; the last one to the end of its paragraph."""
    found = list(TURN.finditer(text))
    if len(found) < 2:
        return
    ends = [after.start() for _, after in pairwise(found)]
    blank = BLANK_LINE.search(text, found[-1].end())
    ends.append(blank.start() if blank else len(text))
    starts = [parsed.sentence.start for parsed in sentences]
    for turn, end in zip(found, ends, strict=True):
        content = _paragraphs(text, turn.end(), end)
        if content:
            number = max(0, bisect_right(starts, turn.end()) - 1)
            yield _draft(number, turn.span("name"), turn.span("colon"), content, "transcript")


def _paragraphs(text: str, start: int, end: int) -> tuple[Span, ...]:
    spans = []
    for piece in re.finditer(r"[^\n]+", text[start:end]):
        words = piece.group().strip(' \t\u00a0"“”')
        # A stage direction in brackets or a stray mark is nobody's words.
        if words and not (words.startswith("(") and words.endswith(")")):
            at = start + piece.start() + piece.group().index(words)
            spans.append((at, at + len(words)))
    return tuple(spans)


def _signed(text: str, sentences: tuple[ParsedSentence, ...], quotes: tuple[Quote, ...]) -> Iterator[Draft]:
    starts = [parsed.sentence.start for parsed in sentences]
    for quote in quotes:
        found = SIGNED.match(text, quote.end)
        if found is None or quote.end - quote.start < 20:
            continue
        number = max(0, bisect_right(starts, quote.start) - 1)
        yield _draft(number, found.span("name"), found.span("dash"), ((quote.start, quote.end),), "signed")


def _headline(parsed: ParsedSentence, number: int) -> Draft | None:
    """`Ministry: Talks failed`: up to five words without a verb, a colon, then a clause."""
    tokens = parsed.tokens
    colon = next((t.i for t in tokens if t.text == ":"), -1)
    if not 0 < colon <= 5 or colon + 3 >= len(tokens):
        return None
    before = tokens[:colon]
    if not all(t.text[0].isupper() or t.pos in ("PART", "ADP", "DET") for t in before):
        return None
    if any(t.pos in ("VERB", "AUX") for t in before) or not any(t.pos in ("VERB", "AUX") for t in tokens[colon + 1 :]):
        return None
    end = tokens[-1].start if tokens[-1].text == "." else tokens[-1].end
    return _draft(
        number, (tokens[0].start, tokens[colon - 1].end), (tokens[colon].start, tokens[colon].end),
        ((tokens[colon + 1].start, end),), "headline",
    )  # fmt: skip


def _draft(number: int, source: Span, cue: Span, content: tuple[Span, ...], rule: str) -> Draft:
    return Draft(
        number, -1, -1, (source,), (cue,), content, "asserts", "speech", "layout", (f"rule:layout.{rule}",), 0.7
    )
