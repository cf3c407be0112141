"""Quotations and their attributions: within the sentence, over sentences, over paragraphs."""

import re
from bisect import bisect_right

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft
from detente.claims.quotations import Quote, quotes_within
from detente.claims.spans import SpanIndex
from detente.claims.speaking import speaking_draft
from detente.record.model import Span
from detente.record.reading import ParsedSentence

# How far a mark may stand from the words it encloses: a comma, a space, a bracket.
TOUCHING = 3
# Who spoke, to whom and where may stand between two parts of a quotation: no longer than this, in characters.
LONGEST_BREAK = 400
# A quotation carries on from a cue at most this many sentences before it.
FARTHEST = 2
# How many attributions before a quotation are looked at; those further back are in other paragraphs.
LOOK_BACK = 40
# Words that may stand between an object and the quoted name it is given: "branded it an '...'".
NAMING = re.compile(r"\s*,?\s*(?:an?|the|as|as an?|of)?\s*")
# Contents that end where they end: nothing is joined to them.
FIXED = ("noun", "adjective", "preposition", "infinitive", "layout", "as_clause", "clause_before")
ENDINGS = ".!?:”\"'’…"


def attach_quotes(
    text: str,
    sentences: tuple[ParsedSentence, ...],
    drafts: list[Draft],
    quotes: tuple[Quote, ...],
    lexicon: CueLexicon,
) -> list[Draft]:
    """Give each quotation to the attribution it belongs to, and make one where only a speaking verb stands by it."""
    signed = {draft for draft in drafts if "rule:layout.signed" in draft.evidence}
    taken = {draft.start for draft in signed}
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft in signed or not _told_by(signed, draft):
            by_sentence.setdefault(draft.sentence, []).append(draft)
    grown: list[Draft] = []
    for number, parsed in enumerate(sentences):
        own = by_sentence.get(number, [])
        here = [q for q in quotes_within(quotes, parsed.sentence.start, parsed.sentence.end) if q.start not in taken]
        if here:
            own = [_widened(text, draft, here) for draft in own]
        for quote in here:
            spoken = speaking_draft(text, parsed, number, quote, lexicon)
            if spoken is not None:
                own = _with_spoken(own, spoken, quote)
        grown.extend(own)
    return grown


def carry_on(
    text: str, sentences: tuple[ParsedSentence, ...], drafts: list[Draft], quotes: tuple[Quote, ...]
) -> list[Draft]:
    """Join quotations that no cue of their own claims to the attribution they continue."""
    ordered = sorted(drafts, key=lambda draft: draft.cue[0][0] if draft.cue else draft.start)
    cue_starts = [draft.cue[0][0] if draft.cue else draft.start for draft in ordered]
    owners = [place for place, draft in enumerate(ordered) for _ in draft.content]
    index = SpanIndex(span for draft in ordered for span in draft.content)
    starts = [parsed.sentence.start for parsed in sentences]
    for quote in quotes:
        over = {owners[i] for i in index.over(quote.start, quote.end)}
        if any(not _cue_inside(ordered[place], quote) for place in over) or not _stands_alone(text, quote):
            continue
        number = bisect_right(starts, quote.start) - 1
        last = bisect_right(cue_starts, quote.start)
        near = range(last - 1, max(-1, last - 1 - LOOK_BACK), -1)
        place = next((p for p in near if _continues(text, sentences, ordered[p], number, quote)), None)
        if number >= 0 and place is not None:
            ordered[place] = _joined(ordered[place], quote)
    return ordered


def _told_by(signed: set[Draft], draft: Draft) -> bool:
    """Whether an attribution runs over the signature of a signed quotation: then the parser read two lines as one."""
    spans = (*draft.source, *draft.cue)
    marks = [mark for other in signed for mark in (*other.source, *other.cue)]
    return any(start < mark[1] and end > mark[0] for mark in marks for start, end in spans)


def _with_spoken(own: list[Draft], spoken: Draft, quote: Quote) -> list[Draft]:
    """Add what a verb by a quotation says: as a claim of its own, or to the one the verb has already."""
    same = next((draft for draft in own if draft.cue_head == spoken.cue_head), None)
    if same is None:
        return [*own, spoken]
    if any(start < quote.end and end > quote.start for start, end in same.content):
        return own
    if same.takes == "quote":
        better = _joined(same, quote)
    elif not same.takes.startswith("clause") and quote.start > same.cue[0][0]:
        better = spoken
    else:
        return own
    return [better if draft is same else draft for draft in own]


def _widened(text: str, draft: Draft, quotes: list[Quote]) -> Draft:
    """Let a content that a quotation encloses, or nearly, run to the quotation's own ends."""
    spans = [_widened_span(text, span, draft, quotes) for span in draft.content]
    direct = draft.takes.startswith("clause") and any(
        q.start < end and q.end > start and not _cue_inside(draft, q) for start, end in draft.content for q in quotes
    )
    return draft._replace(content=merge(spans), takes="quote" if direct else draft.takes)


def _widened_span(text: str, span: Span, draft: Draft, quotes: list[Quote]) -> Span:
    start, end = span
    for quote in quotes:
        if _cue_inside(draft, quote) or quote.end <= start or quote.start >= end:
            continue
        if start >= quote.start - TOUCHING:
            start = min(start, quote.start)
        if end <= quote.end + 1:
            end = max(end, quote.end)
    following = next((quote for quote in quotes if end <= quote.start), None)
    if following is not None and draft.takes not in FIXED and NAMING.fullmatch(text[end : following.start]):
        end = following.end
    return start, end


def merge(spans: list[Span]) -> tuple[Span, ...]:
    """Order spans and join those that touch or overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _joined(draft: Draft, quote: Quote) -> Draft:
    rule = "rule:quote.joined"
    evidence = draft.evidence if rule in draft.evidence else (*draft.evidence, rule)
    return draft._replace(content=merge([*draft.content, (quote.start, quote.end)]), evidence=evidence)


def _cue_inside(draft: Draft, quote: Quote) -> bool:
    return bool(draft.cue) and quote.start <= draft.cue[0][0] < quote.end


def _stands_alone(text: str, quote: Quote) -> bool:
    """Whether the quotation is a sentence or more, not words quoted within one."""
    before = text[max(0, quote.start - 2) : quote.start].strip()
    return not before or before[-1] in ENDINGS


def _continues(text: str, sentences: tuple[ParsedSentence, ...], draft: Draft, number: int, quote: Quote) -> bool:
    """Whether a quotation goes on with a quoted attribution before it: near, or straight after an unclosed one."""
    end = max(draft.end, draft.cue[-1][1] if draft.cue else 0)
    if draft.takes != "quote" or end > quote.start:
        return False
    between = text[draft.end : quote.start]
    same_paragraph = sentences[draft.sentence].paragraph == sentences[number].paragraph
    near = same_paragraph and number - draft.sentence <= FARTHEST and len(between) < LONGEST_BREAK
    return near or not between.strip()
