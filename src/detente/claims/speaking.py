"""The verb right beside a quotation: `"...," said Lee`, `Lee told reporters: "..."`."""

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft, spans_of
from detente.claims.quotations import Quote
from detente.claims.speakers import NO_SOURCE, Source, noun_phrase, source_of
from detente.claims.verbs import UNLISTED, cue_line, cue_tokens
from detente.lexicons.entries import CueLine
from detente.record.reading import ParsedSentence, Token

# A verb no list holds speaks only where what it quotes is more than a name or a turn of phrase.
SENTENCE_WORDS = 4
# Whom it was said to, where and when may stand between verb and quotation: no more words than these.
MOST_BETWEEN = 12
INTRODUCING = (",", ":", "—", "–")


def speaking_draft(text: str, parsed: ParsedSentence, number: int, quote: Quote, lexicon: CueLexicon) -> Draft | None:
    """Return the attribution that the nearest fitting verb of the sentence makes of a quotation."""
    words = [t for t in parsed.tokens if quote.start <= t.start < quote.end and t.pos != "PUNCT"]
    best: tuple[int, Draft] | None = None
    for token in parsed.tokens:
        if token.pos != "VERB" or quote.start <= token.start < quote.end or lexicon.member("not_cue", token.lemma):
            continue
        line, more = cue_line(parsed, token.i, lexicon)
        line = line or UNLISTED
        if line.form == "intent" or not _quotable(token, line, quote, words, lexicon):
            continue
        source, cue = _beside(parsed, token.i, quote), cue_tokens(parsed, token.i, more)
        gap = _gap(text, parsed, quote, source, cue)
        if gap is None or (line is UNLISTED and source.head < 0) or (best is not None and gap >= best[0]):
            continue
        best = (gap, _draft(parsed, number, token.i, quote, (line, source, cue)))
    return best[1] if best is not None else None


def _draft(
    parsed: ParsedSentence, number: int, verb: int, quote: Quote, parts: tuple[CueLine, Source, list[int]]
) -> Draft:
    line, source, cue = parts
    return Draft(
        sentence=number,
        cue_head=verb,
        source_head=source.head,
        source=spans_of(parsed, source.tokens),
        cue=spans_of(parsed, cue),
        content=((quote.start, quote.end),),
        stance=line.stance,
        form=line.form,
        takes="quote",
        evidence=(line.id or "rule:cue.unlisted", "rule:content.quote", source.rule),
        confidence=0.7 if line is UNLISTED else 0.9,
    )


def _quotable(token: Token, line: CueLine, quote: Quote, words: list[Token], lexicon: CueLexicon) -> bool:
    """Whether this verb can have a quotation like this: a sentence for speaking verbs, a name for "called"."""
    if line is UNLISTED:
        return len(words) >= SENTENCE_WORDS and any(t.pos in ("VERB", "AUX") for t in words)
    if "clause" not in line.takes:
        before = token.start < quote.start
        return "object" in line.takes and before and not lexicon.member("addressee", line.lemma)
    return len(words) >= SENTENCE_WORDS or line.form == "speech"


def _beside(parsed: ParsedSentence, verb: int, quote: Quote) -> Source:
    """The source of a verb by a quotation; after an inverted verb the parser may call it an object."""
    source = source_of(parsed, verb)
    inside = source.head >= 0 and quote.start <= parsed.tokens[source.head].start < quote.end
    if source.head >= 0 and not inside:
        return source
    if parsed.tokens[verb].start >= quote.end:
        labels = ("dobj", "attr", "dep")
        after = next((c for c in parsed.children[verb] if c > verb and parsed.tokens[c].dep in labels), None)
        if after is not None and parsed.tokens[after].pos in ("PROPN", "NOUN", "PRON"):
            return Source(noun_phrase(parsed, after), after, "rule:source.inverted")
    return NO_SOURCE


def _gap(text: str, parsed: ParsedSentence, quote: Quote, source: Source, cue: list[int]) -> int | None:
    """Words between quotation and speaker group that are not theirs; None if too many or on the wrong side.

    Before a quotation a comma, a colon or nothing must stand; whom it was said to, where and when may take some words.
    """
    tokens = parsed.tokens
    if tokens[cue[0]].start >= quote.end:
        first = min((*source.tokens, *cue))
        between = [t for t in tokens if quote.end <= t.start and t.i < first]
        broken = "\n" in text[quote.end : tokens[first].start]
        return None if broken or any(t.pos not in ("PUNCT", "ADV") for t in between) else 0
    between = [t for t in tokens if t.i > max(cue) and t.end <= quote.start and t.i not in source.tokens]
    if not between:
        return 0
    strange = [t for t in between if t.pos != "PUNCT"]
    fits = len(strange) <= MOST_BETWEEN and not any(t.pos == "VERB" for t in strange)
    return len(strange) if fits and between[-1].text in INTRODUCING else None
