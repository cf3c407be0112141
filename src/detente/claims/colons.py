"""A sentence that ends in a colon hands over to the words of its speaker: the next quotation, or the next paragraph."""

from collections.abc import Iterator

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft, spans_of
from detente.claims.quotations import Quote, quotes_within
from detente.claims.speakers import source_of
from detente.claims.verbs import cue_line, cue_tokens
from detente.lexicons.entries import CueLine
from detente.record.model import Span
from detente.record.reading import ParsedSentence


def colon_drafts(
    sentences: tuple[ParsedSentence, ...], quotes: tuple[Quote, ...], lexicon: CueLexicon
) -> Iterator[Draft]:
    """Yield an attribution for each sentence like `The minister continued:`."""
    for number, parsed in enumerate(sentences[:-1]):
        if parsed.tokens[-1].text != ":" or quotes_within(quotes, parsed.sentence.end - 1, parsed.sentence.end):
            continue
        found = _cue(parsed, lexicon)
        if found is None:
            continue
        head, line, cue = found
        source = source_of(parsed, head)
        if source.head < 0:
            continue
        content = _following(sentences, number, quotes)
        yield Draft(
            number, head, source.head, spans_of(parsed, source.tokens), spans_of(parsed, cue), content, line.stance,
            line.form, "quote", (line.id, "rule:content.after_colon", source.rule), 0.8,
        )  # fmt: skip


def _cue(parsed: ParsedSentence, lexicon: CueLexicon) -> tuple[int, CueLine, list[int]] | None:
    """The main verb if it speaks ("continued:"), or a noun of speech that it governs ("made this statement:")."""
    root = next(token.i for token in parsed.tokens if token.head == token.i)
    line, more = cue_line(parsed, root, lexicon)
    if line is not None and line.form in ("speech", "document") and parsed.tokens[root].pos == "VERB":
        return root, line, cue_tokens(parsed, root, more)
    thing = parsed.child(root, "dobj")
    if thing is not None and lexicon.member("light", parsed.tokens[root].lemma):
        noun = lexicon.nouns.get(parsed.tokens[thing].lemma)
        if noun is not None:
            return root, noun, [root, *range(min(parsed.subtree(thing)), thing + 1)]
    return None


def _following(sentences: tuple[ParsedSentence, ...], number: int, quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    """The quotation that comes next, with those that carry it on, or the next paragraph whole."""
    first = sentences[number + 1]
    spans: list[Span] = []
    at = first.sentence.start
    for parsed in sentences[number + 1 :]:
        if parsed.sentence.start < at:
            continue
        opening = quotes_within(quotes, parsed.sentence.start, parsed.sentence.start + 1)
        if not opening or opening[0].start != parsed.sentence.start:
            break
        spans.append((opening[0].start, opening[0].end))
        at = opening[0].end
        if opening[0].closed:
            break
    if spans:
        return tuple(spans)
    block = [p for p in sentences[number + 1 :] if p.paragraph == first.paragraph]
    return ((block[0].sentence.start, block[-1].sentence.end),)
