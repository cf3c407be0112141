"""Where in the tree the parties of a frame may stand: its slots as token indexes.

"Place" is a place in the sentence here. Of a verb, modifiers and prepositions are also looked for on its object and on
the pattern's further words; of a noun, on the nouns above it ("a round of talks with B") and on its light verb.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from detente.events.arguments import (
    PREDICATES,
    agent,
    complements,
    governing_verb,
    indirect_object,
    logical_object,
    logical_subject,
    owner,
    preposition_object,
)
from detente.events.patterns import NOMINAL, Match
from detente.record.reading import ParsedSentence

DEEPEST = 3
MODIFIERS = ("amod", "compound", "nmod", "nummod")


class Bearers(NamedTuple):
    """The verb of an act, or None, and the words whose prepositions and modifiers can hold a party."""

    trigger: int
    verb: int | None
    words: tuple[int, ...]


def places(parsed: ParsedSentence, match: Match, slot: str) -> Iterator[int]:
    """Yield token indexes where the parties of a frame's slot may stand, the likeliest first."""
    held = bearers(parsed, match)
    find = SLOTS.get(slot)
    if find is not None:
        yield from find(parsed, held)
        return
    for word in held.words:
        found = preposition_object(parsed, word, slot)
        if found is not None:
            yield found


def bearers(parsed: ParsedSentence, match: Match) -> Bearers:
    """Return the words that can hold the parties of a match."""
    trigger = match.trigger
    token = parsed.tokens[trigger]
    if token.pos == "ADJ":
        return Bearers(trigger, token.head, (trigger, token.head))
    if token.pos not in NOMINAL:
        direct = parsed.child(trigger, "dobj", "obj")
        words = [trigger, *((direct,) if direct is not None else ()), *match.claimed]
        return Bearers(trigger, trigger, tuple(dict.fromkeys(words)))
    verb = match.light if match.light != -1 else governing_verb(parsed, trigger)
    words = [trigger]
    for i in parsed.ancestors(trigger):
        if parsed.tokens[i].pos in PREDICATES or len(words) > DEEPEST:
            break
        if parsed.tokens[i].pos == "NOUN":
            words.append(i)
    told = [token.head] if token.dep == "nsubj" and parsed.tokens[token.head].pos == "VERB" else []
    return Bearers(trigger, verb, (*words, *((verb,) if verb is not None else told)))  # "talks began between A and B"


def _subj(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    found = logical_subject(parsed, held.verb) if held.verb is not None else None
    if found is None or held.verb is None or found == held.trigger:
        return
    yield found
    verb = parsed.tokens[held.verb]
    if verb.dep == "acl" and verb.tag == "VBG":  # "issued a statement demanding that ...": its owner demands
        beyond = owner(parsed, found)
        if beyond is not None:
            yield beyond


def _obj(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    found = logical_object(parsed, held.verb) if held.verb is not None else None
    if found is not None and found != held.trigger:
        yield found


def _iobj(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    found = indirect_object(parsed, held.verb) if held.verb is not None else None
    if found is not None:
        yield found


def _complement_subject(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    for clause in (c for word in held.words for c in complements(parsed, word)):
        found = parsed.child(clause, "nsubj", "nsubjpass")
        if found is not None:
            yield found


def _complement_object(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    for clause in (c for word in held.words for c in complements(parsed, word)):
        found = logical_object(parsed, clause)
        if found is not None:
            yield found
        below = (parsed.child(word, "pobj") for word in parsed.children[clause])
        yield from (word for word in below if word is not None)


def _poss(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    yield from (c for word in held.words for c in parsed.children[word] if parsed.tokens[c].dep == "poss")


def _mod(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    yield from (c for word in held.words for c in parsed.children[word] if parsed.tokens[c].dep in MODIFIERS)


def _by(parsed: ParsedSentence, held: Bearers) -> Iterator[int]:
    for word in held.words:
        for found in (agent(parsed, word), preposition_object(parsed, word, "by")):
            if found is not None:
                yield found
    for child in parsed.children[held.trigger]:  # "the demonstration staged by students"
        if parsed.tokens[child].dep == "acl" and parsed.tokens[child].tag == "VBN":
            found = agent(parsed, child)
            if found is not None:
                yield found


SLOTS: dict[str, Callable[[ParsedSentence, Bearers], Iterator[int]]] = {
    "subj": _subj,
    "obj": _obj,
    "iobj": _iobj,
    "compl_subj": _complement_subject,
    "compl_obj": _complement_object,
    "poss": _poss,
    "mod": _mod,
    "by": _by,
}
