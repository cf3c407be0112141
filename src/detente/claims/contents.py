"""What was said: the content of a verb cue, read off the tree."""

from typing import NamedTuple

from detente.claims.cues import CueLexicon
from detente.claims.drafts import hull
from detente.record.reading import ParsedSentence

RELATIVES = ("who", "that", "which")


class Content(NamedTuple):
    """Token indexes of a content, how it hangs on its cue, and further words of the cue ("called FOR")."""

    tokens: tuple[int, ...]
    takes: str
    cue_tokens: tuple[int, ...] = ()


def verb_content(parsed: ParsedSentence, verb: int, takes: tuple[str, ...], lexicon: CueLexicon) -> Content | None:
    """Find the content of a verb: a clause, then an infinitive, a preposition's object, an object."""
    found = _clause(parsed, verb)
    if found is None and "infinitive" in takes:
        found = _infinitive(parsed, verb, lexicon)
    if found is None:
        found = _preposition(parsed, verb, takes)
    if found is None and "object" in takes and not _purpose(parsed, verb):
        found = _object(parsed, verb, lexicon)
    if found is None:
        return None
    return found._replace(tokens=without_asides(parsed, found.tokens, verb, found.takes, lexicon))


def _purpose(parsed: ParsedSentence, verb: int) -> bool:
    """An infinitive of purpose or a plan ("met to discuss the ban") attributes no object."""
    token = parsed.tokens[verb]
    return token.dep in ("advcl", "acl", "relcl", "pcomp", "xcomp", "ccomp") and any(
        parsed.tokens[c].tag == "TO" for c in parsed.children[verb]
    )


def without_asides(
    parsed: ParsedSentence, words: tuple[int, ...], verb: int, takes: str, lexicon: CueLexicon
) -> tuple[int, ...]:
    """Cut a content where the report takes over again.

    That is at a comma before a participle ("..., adding that", "..., putting his name on the line"), before a clause
    with a cue and a speaker of its own ("..., while critics say"), and, after an object, before ", which".
    """
    known = set(words)
    cut = len(parsed.tokens)
    for i in words:
        token = parsed.tokens[i]
        if i <= verb or token.pos not in ("VERB", "AUX") or token.head not in known:
            continue
        if not (_is_aside(parsed, i, takes) or _speaks_itself(parsed, i, lexicon)):
            continue
        first = min(parsed.subtree(i))
        while first > 0 and parsed.tokens[first - 1].pos in ("CCONJ", "SCONJ"):
            first -= 1
        if first - 1 > verb + 1 and parsed.tokens[first - 1].text in (",", ";", "—", "–", "--"):
            cut = min(cut, first)
    kept = tuple(i for i in words if i < cut)
    return kept or words


def _is_aside(parsed: ParsedSentence, i: int, takes: str) -> bool:
    token = parsed.tokens[i]
    if token.dep == "advcl" and token.tag == "VBG":
        return not any(parsed.tokens[c].dep in ("mark", "aux", "nsubj") for c in parsed.children[i])
    return token.dep == "relcl" and not takes.startswith("clause")


def _speaks_itself(parsed: ParsedSentence, i: int, lexicon: CueLexicon) -> bool:
    token = parsed.tokens[i]
    if token.dep not in ("conj", "advcl") or token.lemma not in lexicon.verbs:
        return False
    deps = {parsed.tokens[c].dep for c in parsed.children[i]}
    return "nsubj" in deps and "ccomp" in deps


def _clause(parsed: ParsedSentence, verb: int) -> Content | None:
    token = parsed.tokens[verb]
    clause = next((c for c in parsed.children[verb] if _is_clause(parsed, c)), None)
    if clause is None:
        if token.dep == "parataxis":
            outside = set(parsed.subtree(token.head)) - set(parsed.subtree(verb))
            return Content(_without_edges(parsed, outside, verb), "clause")
        return None
    below = set(parsed.subtree(clause))
    if max(below) < verb:
        # "Claiming victory, he told ...": a participle before the verb is no content.
        if parsed.tokens[clause].tag == "VBG" and parsed.child(clause, "nsubj", "aux") is None:
            return None
        return Content(tuple(sorted(below)), "clause_before")
    below -= {i for i in below if i <= verb}
    return Content((*hull(below),), "clause") if below else None


def _is_clause(parsed: ParsedSentence, i: int) -> bool:
    token = parsed.tokens[i]
    if token.pos == "ADJ" and parsed.child(i, "nsubj") == i - 1 and parsed.tokens[i - 1].text.lower() == "it":
        return False  # "found it difficult to stay"
    return token.dep == "ccomp" and token.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV", "PRON", "NUM", "ADP")


def _without_edges(parsed: ParsedSentence, indexes: set[int], verb: int) -> tuple[int, ...]:
    """The words around an inserted "he said": commas that set it off belong to neither side."""
    inserted = parsed.subtree(verb)
    around = {min(inserted) - 1, max(inserted) + 1}
    return tuple(sorted(i for i in indexes if not (i in around and parsed.tokens[i].text == ",")))


def _infinitive(parsed: ParsedSentence, verb: int, lexicon: CueLexicon) -> Content | None:
    clause = next((c for c in parsed.children[verb] if parsed.tokens[c].dep == "xcomp" and c > verb), None)
    if clause is None:
        return None
    token = parsed.tokens[clause]
    # "to leave", "leaving", "having left"
    if token.tag not in ("VB", "VBG") and not any(
        parsed.tokens[c].tag in ("TO", "VBG") for c in parsed.children[clause]
    ):
        return None
    below = [i for i in parsed.subtree(clause) if i > verb]
    if token.tag == "VB" and parsed.tokens[verb].tag != "VB":
        # "wants to cut taxes, raise wages": the parser hangs "raise" on "wants".
        for child in parsed.children[verb]:
            bare = parsed.tokens[child].dep == "conj" and parsed.tokens[child].tag == "VB"
            if bare and parsed.child(child, "nsubj", "aux") is None:
                below += parsed.subtree(child)
    spoken_to = parsed.child(verb, "dobj")
    told = lexicon.member("addressee", parsed.tokens[verb].lemma)
    if spoken_to is not None and verb < spoken_to < min(below) and not told:
        below += parsed.subtree(spoken_to)
    return Content((*hull(below),), "infinitive")


def _preposition(parsed: ParsedSentence, verb: int, takes: tuple[str, ...]) -> Content | None:
    for child in parsed.children[verb]:
        token = parsed.tokens[child]
        if token.dep in ("prep", "prt", "advmod") and token.text.lower() in takes and child > verb:
            below = [i for i in parsed.subtree(child) if i > child]
            if below and token.text.lower() == "for":  # "called for voters to wait"
                below += [
                    i for c in parsed.children[verb] if parsed.tokens[c].dep == "xcomp" for i in parsed.subtree(c)
                ]
            if below:
                return Content((*hull(below),), token.text.lower(), (child,))
    return None


def _object(parsed: ParsedSentence, verb: int, lexicon: CueLexicon) -> Content | None:
    thing = parsed.child(verb, "dobj")
    named = parsed.child(verb, "oprd")
    if thing is None and named is None:
        return None
    below: list[int] = []
    if thing is not None:
        below += parsed.subtree(thing)
    if named is not None:
        below += parsed.subtree(named)
    for child in parsed.children[verb]:
        token = parsed.tokens[child]
        if token.dep == "prep" and child > verb and lexicon.member("content_prep", token.text.lower()):
            below += parsed.subtree(child)
    after = [i for i in below if i > verb]
    before = [i for i in below if i < verb]
    return Content((*before, *(hull(after) if after else ())), "object") if below else None
