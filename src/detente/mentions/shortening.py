"""Short names a document introduces itself: "(RUF)" after a full name, "the Agency" after a full one."""

from detente.mentions.domestic import Found
from detente.mentions.identities import Context, Identity, Known
from detente.mentions.phrases import Phrase, text_of
from detente.record.reading import ParsedSentence


def in_brackets_after(found: Found, phrase: Phrase) -> bool:
    """Whether a phrase stands alone in brackets right after another one: "World Food Programme (WFP)"."""
    tokens, before, after = found.parsed.tokens, phrase.first - 1, phrase.last + 1
    if before != found.phrase.last + 1 or after >= len(tokens) or tokens[before].text != "(":
        return False
    return tokens[after].text == ")"


def remember_short(found: Found, mention_id: str, context: Context) -> None:
    """Keep the last word of a body's name of several words, if it has a capital."""
    head, tokens = found.phrase.head, found.parsed.tokens
    if head.kind != "body" or head.first == head.last or found.place or found.identity.antecedent:
        return
    last = tokens[head.last].text
    if last[0].isupper():
        context.short[last] = Known(found.identity, mention_id, tokens[head.first].start)


def short_form(parsed: ParsedSentence, phrase: Phrase, context: Context) -> Identity | None:
    """The body a short form goes back to, or None; a last word needs its article: "the Journal"."""
    if phrase.head.kind not in ("agent", "unknown") or phrase.owners or phrase.titles or not context.short:
        return None
    text = text_of(parsed, phrase.first, phrase.last)
    known = context.short.get(text)
    if known is None or known.start >= parsed.tokens[phrase.first].start:
        return None
    article = phrase.first > 0 and parsed.tokens[phrase.first - 1].text.lower() == "the"
    if not article and not text.isupper():
        return None
    return known.identity.because("rule:short-form", confidence=0.85)._replace(antecedent=known.mention_id)
