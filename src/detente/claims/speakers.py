"""Who says it: the source of a verb, read off the tree."""

from typing import NamedTuple

from detente.record.reading import ParsedSentence

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
# A verb under one of these labels borrows the subject of the verb it hangs on ("left, saying", "wants to say").
BORROWERS = ("xcomp", "advcl", "pcomp", "prep", "ccomp", "dep")


DASHES = ("—", "–", "―", "--", "-")


class Source(NamedTuple):
    """The words of a source: token indexes, the head among them (-1: none), and the rule that found it."""

    tokens: tuple[int, ...]
    head: int
    rule: str


NO_SOURCE = Source((), -1, "rule:source.none")


def source_of(parsed: ParsedSentence, verb: int) -> Source:
    """Find the source of a cue verb: its subject, the agent of a passive, or the subject it shares or borrows."""
    seen: set[int] = set()
    at = verb
    while at not in seen:
        seen.add(at)
        found = _own_source(parsed, at, verb)
        if found is not None:
            return found
        token = parsed.tokens[at]
        if token.head == at:
            break
        accused = _accused(parsed, at)
        if accused is not None:
            return Source(noun_phrase(parsed, accused), accused, "rule:source.accused")
        if token.dep in ("acl", "relcl") and parsed.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            return _noun_source(parsed, token.head, at)
        if token.dep not in ("conj", *BORROWERS) and not (token.dep == "advmod" and token.lemma == "short"):
            break
        at = _reporter(parsed, at) if token.tag == "VBG" and token.dep == "advcl" else token.head
    return NO_SOURCE


def _accused(parsed: ParsedSentence, gerund: int) -> int | None:
    """Whoever a gerund after "of" or "for" is said of: "accused Washington of claiming that"."""
    token = parsed.tokens[gerund]
    preposition = parsed.tokens[token.head]
    if token.dep != "pcomp" or preposition.lemma not in ("of", "for") or parsed.tokens[preposition.head].pos != "VERB":
        return None
    blamed = parsed.child(preposition.head, "dobj")
    return blamed if blamed is not None and preposition.head < blamed < preposition.i else None


def _reporter(parsed: ParsedSentence, participle: int) -> int:
    """Return the verb whose subject a participle shares.

    The parser hangs ", adding that" on the nearest verb; after a comma it goes on from the verb that reports.
    """
    first = min(parsed.subtree(participle))
    at = parsed.tokens[participle].head
    if first == 0 or parsed.tokens[first - 1].text != ",":
        return at
    while parsed.tokens[at].dep in ("ccomp", "xcomp", "relcl", "acl", "advcl") and parsed.tokens[at].head < at:
        above = parsed.tokens[at].head
        if parsed.tokens[above].pos not in ("VERB", "AUX"):
            above = parsed.tokens[above].head
        at = above
        if parsed.tokens[at].pos not in ("VERB", "AUX"):
            break
    return at


def noun_phrase(parsed: ParsedSentence, head: int, stop: int | None = None) -> tuple[int, ...]:
    """Token indexes of a noun phrase around `head`, without the part that holds `stop`, unbroken, edges trimmed."""
    below = parsed.subtree(head)
    if stop is not None and stop in below:
        below = [i for i in below if i < stop] if head < stop else [i for i in below if i > stop]
    place = below.index(head) if head in below else 0
    first = last = place
    while first > 0 and below[first - 1] == below[first] - 1:
        first -= 1
    while last + 1 < len(below) and below[last + 1] == below[last] + 1:
        last += 1
    kept = below[first : last + 1]
    kept = _after_dateline(parsed, kept, head)
    while len(kept) > 1 and parsed.tokens[kept[-1]].pos == "PUNCT" and not _closes_bracket(parsed, kept):
        kept.pop()
    while len(kept) > 1 and parsed.tokens[kept[0]].pos in ("PUNCT", "CCONJ"):
        kept.pop(0)
    return tuple(kept)


def _after_dateline(parsed: ParsedSentence, kept: list[int], head: int) -> list[int]:
    """`CAIRO, May 3 (Agency) — Minister Adel said`: what stands before the dash is no part of the name."""
    dash = max((i for i in kept if i < head and parsed.tokens[i].text in DASHES), default=-1)
    return [i for i in kept if i > dash]


def _closes_bracket(parsed: ParsedSentence, kept: list[int]) -> bool:
    return parsed.tokens[kept[-1]].text == ")" and any(parsed.tokens[i].text == "(" for i in kept)


def is_passive(parsed: ParsedSentence, verb: int) -> bool:
    """Whether the verb's subject undergoes the act: was told, is said."""
    below = [parsed.tokens[c].dep for c in parsed.children[verb]]
    if "nsubjpass" in below or "auxpass" in below or "csubjpass" in below:
        return True
    # A bare participle undergoes too ("repeated often, the claim ..."); the tagger calls some of them past tenses.
    token = parsed.tokens[verb]
    return token.tag == "VBN" and (
        token.dep == "acl" or not ("aux" in below or "nsubj" in below or token.dep == "conj")
    )


def _own_source(parsed: ParsedSentence, at: int, verb: int) -> Source | None:
    if is_passive(parsed, at):
        if at == verb:
            agent = parsed.child(at, "agent")
            named = parsed.child(agent, "pobj") if agent is not None else None
            if named is not None:
                return Source(noun_phrase(parsed, named), named, "rule:source.agent")
            return NO_SOURCE
        subject = parsed.child(at, *PASSIVE_SUBJECTS)
    else:
        subject = parsed.child(at, *SUBJECTS)
    if subject is None:
        return None
    rule = "rule:source.subject" if at == verb else "rule:source.shared_subject"
    return Source(noun_phrase(parsed, subject, verb), subject, rule)


def _noun_source(parsed: ParsedSentence, noun: int, clause: int) -> Source:
    """A noun that a participle hangs on speaks: "a letter saying", but not under a passive ("a man accused of")."""
    if is_passive(parsed, clause):
        return NO_SOURCE
    first = min(parsed.subtree(clause))
    return Source(noun_phrase(parsed, noun, first), noun, "rule:source.noun")
