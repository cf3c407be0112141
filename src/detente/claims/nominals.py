"""Noun, adjective and preposition cues: "the claim that", "is sure that", "according to"."""

from collections.abc import Iterator
from typing import NamedTuple

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft, hull, spans_of
from detente.claims.speakers import NO_SOURCE, Source, noun_phrase, source_of
from detente.lexicons.entries import CueLine
from detente.record.reading import ParsedSentence, Token


class NominalContent(NamedTuple):
    """Token indexes of a content, the lexicon line of its cue, and the kind of cue: noun, adjective or preposition."""

    tokens: list[int]
    line: CueLine
    rule: str


def nominal_drafts(parsed: ParsedSentence, number: int, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield the attributions that nouns, adjectives and prepositions of a sentence make."""
    for token in parsed.tokens:
        found = None
        if token.pos == "NOUN" and token.lemma in lexicon.nouns:
            found = _noun_draft(parsed, number, token.i, lexicon)
        elif is_adjective(parsed, token, lexicon):
            found = _adjective_draft(parsed, number, token.i, lexicon)
        if found is None and token.text.lower() in lexicon.prepositions:
            found = _preposition_draft(parsed, number, token.i, lexicon)
        if found is not None:
            yield found


def _noun_draft(parsed: ParsedSentence, number: int, noun: int, lexicon: CueLexicon) -> Draft | None:
    line = lexicon.nouns[parsed.tokens[noun].lemma]
    content = _noun_content(parsed, noun, line) or _beside_verb(parsed, noun, line, lexicon)
    if content is None:
        return None
    words, more = content
    source, extra = _noun_source(parsed, noun, lexicon)
    if source.head < 0:
        return None
    return _draft(parsed, number, source, [noun, *more, *extra], NominalContent(words, line, "noun"))


def _noun_content(parsed: ParsedSentence, noun: int, line: CueLine) -> tuple[list[int], tuple[int, ...]] | None:
    for child in parsed.children[noun]:
        token = parsed.tokens[child]
        if token.dep in ("acl", "ccomp", "xcomp") and child > noun:
            opens = parsed.tokens[min(parsed.subtree(child))]
            if opens.text.lower() == "that" or opens.tag == "TO":
                return parsed.subtree(child), ()
    for child in parsed.children[noun]:
        token = parsed.tokens[child]
        if token.dep == "prep" and token.text.lower() in line.takes and child > noun:
            below = [i for i in parsed.subtree(child) if i > child]
            return (hull(below), (child,)) if below else None
    return None


def _beside_verb(
    parsed: ParsedSentence, noun: int, line: CueLine, lexicon: CueLexicon
) -> tuple[list[int], tuple[int, ...]] | None:
    """The content where the parser hangs its preposition on the light verb: "cast doubt on the alibi"."""
    token = parsed.tokens[noun]
    if token.dep != "dobj" or not lexicon.member("light", parsed.tokens[token.head].lemma):
        return None
    for child in parsed.children[token.head]:
        preposition = parsed.tokens[child]
        if child == noun + 1 and preposition.dep == "prep" and preposition.text.lower() in line.takes:
            below = [i for i in parsed.subtree(child) if i > child]
            return (hull(below), (child,)) if below else None
    return None


def _noun_source(parsed: ParsedSentence, noun: int, lexicon: CueLexicon) -> tuple[Source, tuple[int, ...]]:
    """Whose claim it is: a possessive, a "by" phrase, or the subject of a light verb, which then joins the cue."""
    owner = parsed.child(noun, "poss")
    if owner is not None:
        words = tuple(i for i in noun_phrase(parsed, owner) if parsed.tokens[i].dep != "case")
        return Source(words, owner, "rule:source.possessive"), ()
    for child in parsed.children[noun]:
        if parsed.tokens[child].text.lower() in ("by", "from"):
            named = parsed.child(child, "pobj")
            if named is not None:
                return Source(noun_phrase(parsed, named), named, "rule:source.by"), ()
    named = next((c for c in parsed.children[noun] if c == noun - 1 and _speaks(parsed, c, lexicon)), None)
    if named is not None:  # "a newspaper report that"
        return Source((named,), named, "rule:source.modifier"), ()
    verb = parsed.tokens[noun].head
    if parsed.tokens[noun].dep == "dobj" and lexicon.member("light", parsed.tokens[verb].lemma):
        return source_of(parsed, verb), (verb,)
    return NO_SOURCE, ()


def _speaks(parsed: ParsedSentence, i: int, lexicon: CueLexicon) -> bool:
    token = parsed.tokens[i]
    if token.dep not in ("compound", "nmod", "amod"):
        return False
    return token.pos == "PROPN" or any(lexicon.member(kind, token.lemma) for kind in ("official", "media", "group"))


def is_adjective(parsed: ParsedSentence, token: Token, lexicon: CueLexicon) -> bool:
    """An adjective that says what somebody thinks, also where the parser takes it for a passive: "is convinced"."""
    if token.pos not in ("ADJ", "VERB"):
        return False
    if token.lemma in lexicon.adjectives:
        return token.dep in ("acomp", "conj", "oprd")
    if token.tag != "VBN" or token.text.lower() not in lexicon.adjectives or parsed.child(token.i, "agent") is not None:
        return False
    return token.dep == "acomp" or parsed.child(token.i, "auxpass") is not None


def _adjective_draft(parsed: ParsedSentence, number: int, adjective: int, lexicon: CueLexicon) -> Draft | None:
    token = parsed.tokens[adjective]
    line = lexicon.adjectives.get(token.lemma) or lexicon.adjectives[token.text.lower()]
    words, more = _adjective_content(parsed, adjective, line)
    verb = adjective if parsed.child(adjective, "auxpass") is not None else token.head
    source = source_of(parsed, verb)
    subject = parsed.child(verb, "nsubjpass")
    if verb == adjective and subject is not None:
        source = Source(noun_phrase(parsed, subject), subject, "rule:source.subject")
    if not words or source.head < 0 or parsed.tokens[source.head].text.lower() == "it":
        return None
    near = [c for c in parsed.children[verb] if parsed.tokens[c].dep in ("aux", "auxpass", "neg")]
    cue = list(dict.fromkeys([adjective, verb, *near, *more]))
    return _draft(parsed, number, source, cue, NominalContent(words, line, "adjective"))


def _adjective_content(parsed: ParsedSentence, adjective: int, line: CueLine) -> tuple[list[int], tuple[int, ...]]:
    for child in parsed.children[adjective]:
        token = parsed.tokens[child]
        if child < adjective:
            continue
        if (token.dep == "ccomp" and "clause" in line.takes) or (token.dep == "xcomp" and "infinitive" in line.takes):
            return parsed.subtree(child), ()
        if token.dep == "prep" and token.text.lower() in line.takes:
            return [i for i in parsed.subtree(child) if i > child], (child,)
    return [], ()


def _preposition_draft(parsed: ParsedSentence, number: int, first: int, lexicon: CueLexicon) -> Draft | None:
    tokens = parsed.tokens
    for words, line in lexicon.prepositions[tokens[first].text.lower()]:
        last = first + len(words) - 1
        if tuple(token.text.lower() for token in tokens[first : last + 1]) != words:
            continue
        named = next(
            (t.i for t in tokens[last + 1 :] if t.dep in ("pobj", "pcomp") and t.head in range(first, last + 1)), None
        )
        if named is None:
            continue
        phrase = tuple(i for i in noun_phrase(parsed, named) if i > last)
        if not phrase:
            continue
        source = Source(phrase, named, "rule:source.preposition")
        content = _clause_around(parsed, first, max(phrase))
        if line.lemma == "per" and tokens[first - 1].text != "," and first > 0:
            continue
        cue = list(range(first, last + 1))
        return _draft(parsed, number, source, cue, NominalContent(content, line, "preposition"))
    return None


def _clause_around(parsed: ParsedSentence, first: int, last: int) -> list[int]:
    """The clause a prepositional cue speaks of: all after it if it opens the sentence, else all before it."""
    count = len(parsed.tokens)
    if not any(parsed.tokens[i].pos in ("VERB", "AUX") for i in range(first)):
        return list(range(last + 1, count))
    host = next((i for i in parsed.ancestors(first) if parsed.tokens[i].dep == "relcl"), None)
    if host is not None:  # "..., who was greeted with cheers, according to aides"
        return [i for i in parsed.subtree(host) if i < first]
    before = list(range(first))
    rest = [i for i in range(last + 1, count) if parsed.tokens[i].pos != "PUNCT"]
    main = next((i for i in parsed.ancestors(first) if parsed.tokens[i].pos in ("VERB", "AUX")), None)
    # "The army, according to aides, will leave": the words after it belong to the clause it interrupts.
    if rest and main is not None and main > last:
        return before + list(range(last + 1, count))
    return before


def _draft(
    parsed: ParsedSentence, number: int, source: Source, cue: list[int], content: NominalContent
) -> Draft | None:
    """Build the attribution; `cue` starts with the word that heads it."""
    taken = {*cue, *source.tokens}
    spans = spans_of(parsed, [i for i in content.tokens if i not in taken])
    if not spans:
        return None
    line = content.line
    return Draft(
        sentence=number,
        cue_head=cue[0],
        source_head=source.head,
        source=spans_of(parsed, source.tokens),
        cue=spans_of(parsed, cue),
        content=spans,
        stance=line.stance,
        form=line.form,
        takes=content.rule,
        evidence=(line.id, f"rule:cue.{content.rule}", source.rule),
        confidence=0.7,
    )
