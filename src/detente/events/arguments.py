"""Where the arguments of a trigger stand in the tree: logical subject and object, complements, prepositions.

Logical means: a passive's subject is its object, a participle's noun its subject, an infinitive's subject is borrowed
from the verb above it (control), a relative pronoun stands for the noun before the clause. Positions are token indexes
in the sentence. The labels are spaCy's English ones; where the small parser is known to waver, both readings are tried.
"""

from collections.abc import Iterator
from functools import cache

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.reading import ParsedSentence

PREDICATES = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OBJECTS = ("dobj", "obj")
RELATIVES = ("WDT", "WP", "WP$")
# A verb that takes over the subject of the one above it, however deep the stack of infinitives.
DEEPEST = 6
# "accused B of shelling", "stopped B from landing": the gerund's subject is the object.
COMPLEMENT_PREPOSITIONS = ("of", "from", "into", "for", "on", "about", "to", "against", "at", "with", "over")
OBJECT_CONTROL = ("of", "from", "into", "for")


def is_passive(parsed: ParsedSentence, verb: int) -> bool:
    """Tell whether the verb's surface subject undergoes the act."""
    tokens = parsed.tokens
    token = tokens[verb]
    below = [tokens[c].dep for c in parsed.children[verb]]
    if token.tag == "VBN" and token.lemma in _statives() and "agent" not in below:
        return False
    if is_misread_verb(parsed, verb):
        return False
    if "auxpass" in below or "nsubjpass" in below:
        return True
    if token.tag != "VBN" or "aux" in below or "nsubj" in below:
        return False
    if token.dep == "conj":
        return "dobj" not in below and is_passive(parsed, token.head)
    return token.dep in ("acl", "relcl", "advcl", "amod") and "dobj" not in below


def is_misread_verb(parsed: ParsedSentence, i: int) -> bool:
    """Tell whether a sentence's only verb was read as a participle of its subject: "A report called for talks"."""
    token = parsed.tokens[i]
    head = parsed.tokens[token.head]
    if token.dep != "acl" or token.tag not in ("VBN", "VBD") or head.pos not in ("NOUN", "PROPN"):
        return False
    if head.dep not in ("ROOT", "dep", "ccomp"):  # as dep before "Japan said"
        return False
    return all(parsed.tokens[c].dep not in ("agent", "auxpass") for c in parsed.children[i])


@cache
def _statives() -> frozenset[str]:
    """Participles that tell a stand and undergo nothing: "is opposed to", "is committed to"."""
    return frozenset(line.phrase for line in read_lines("en/event_words.tsv", PhraseLine) if line.kind == "stative")


def logical_subject(parsed: ParsedSentence, i: int) -> int | None:
    """Return the head of who acts: the subject, or the agent of a passive."""
    if is_passive(parsed, i):
        return agent(parsed, i)
    return surface_subject(parsed, i)


def logical_object(parsed: ParsedSentence, i: int) -> int | None:
    """Return the head of what is acted on: the object, or the subject of a passive."""
    direct = parsed.child(i, *OBJECTS)
    if is_passive(parsed, i):
        return direct if direct is not None else surface_subject(parsed, i)
    if direct is not None:
        return antecedent(parsed, i, direct)
    gap = _relative_gap(parsed, i)
    return gap if gap is not None else _shared_object(parsed, i)


def indirect_object(parsed: ParsedSentence, i: int) -> int | None:
    """Return the head of who is given or told something: a dative, or the subject of a passive with an object."""
    found = parsed.child(i, "dative", "iobj")
    if found is not None:
        below = parsed.child(found, "pobj")
        return below if below is not None else found
    if is_passive(parsed, i) and parsed.child(i, *OBJECTS) is not None:
        return surface_subject(parsed, i)
    return None


def agent(parsed: ParsedSentence, i: int) -> int | None:
    """Return the object of a passive's by-phrase; a by-phrase after several passives serves them all."""
    for child in parsed.children[i]:
        token = parsed.tokens[child]
        if token.dep == "agent" or (token.dep == "prep" and token.lemma == "by"):
            return parsed.child(child, "pobj")
    for child in parsed.children[i]:
        if parsed.tokens[child].dep == "conj" and parsed.tokens[child].tag == "VBN":
            return agent(parsed, child)
    given = parsed.child(i, *OBJECTS)  # "was sent tons of flour by B": the parser hangs B on the flour
    return preposition_object(parsed, given, "by") if given is not None else None


def surface_subject(parsed: ParsedSentence, i: int, depth: int = 0) -> int | None:
    """Return the subject as the words stand, its own or the one it borrows."""
    own = parsed.child(i, *SUBJECTS)
    if own is not None:
        return antecedent(parsed, i, own)
    token = parsed.tokens[i]
    if depth > DEEPEST or token.head == i:
        return None
    borrow = BORROWED.get(token.dep)
    return borrow(parsed, i, depth) if borrow is not None else None


def _subject_above(parsed: ParsedSentence, i: int, depth: int) -> int | None:
    """Subject of a verb joined to another by "and", or of a clause or predicate that has none of its own."""
    token = parsed.tokens[i]
    head = parsed.tokens[token.head]
    if head.pos not in (*PREDICATES, "ADJ", "ADP", "SCONJ"):
        return None
    return surface_subject(parsed, head.i, depth + 1)


def _controller(parsed: ParsedSentence, i: int, depth: int) -> int | None:
    """Subject of an infinitive under a verb: that verb's object if it has one, else its subject."""
    above = parsed.tokens[i].head
    direct = parsed.child(above, *OBJECTS)
    if (
        direct is not None
        and direct < i
        and parsed.tokens[above].pos in PREDICATES
        and parsed.tokens[above].lemma not in ("promise", "threaten", "vow")
    ):
        return antecedent(parsed, above, direct)
    return surface_subject(parsed, above, depth + 1)


def _subject_beside_noun(parsed: ParsedSentence, i: int, depth: int) -> int | None:
    """Subject of a clause that hangs on a noun: the noun, or whoever owns it ("its decision to withdraw")."""
    token = parsed.tokens[i]
    infinitive = any(parsed.tokens[c].tag == "TO" for c in parsed.children[i])
    noun = parsed.tokens[token.head]
    if noun.dep == "attr" and parsed.tokens[noun.head].pos in PREDICATES:  # "A was the first country to recognise B"
        return surface_subject(parsed, noun.head, depth + 1)
    if token.dep == "acl" and infinitive:
        return owner(parsed, token.head, depth)
    return token.head


def _subject_of_gerund(parsed: ParsedSentence, i: int, depth: int) -> int | None:
    preposition = parsed.tokens[parsed.tokens[i].head]
    above = preposition.head
    if parsed.tokens[above].pos not in PREDICATES:
        if parsed.tokens[above].dep in OBJECTS and preposition.lemma in OBJECT_CONTROL:
            return above
        return (
            owner(parsed, above, depth)
            if parsed.tokens[above].pos == "NOUN"
            else surface_subject(parsed, above, depth + 1)
        )
    if preposition.lemma in OBJECT_CONTROL:
        direct = logical_object(parsed, above)
        if direct is not None:
            return direct
    return surface_subject(parsed, above, depth + 1)


def owner(parsed: ParsedSentence, noun: int, depth: int = 0) -> int | None:
    """Return whose act a noun is: its possessor, the object of by or of, or the subject of the verb it serves."""
    possessor = parsed.child(noun, "poss")
    if possessor is not None:
        return possessor
    for preposition in ("by", "of") if any(parsed.tokens[c].dep == "acl" for c in parsed.children[noun]) else ("by",):
        found = preposition_object(parsed, noun, preposition)
        if found is not None:
            return found
    verb = governing_verb(parsed, noun)
    return _subject_at(parsed, verb, depth) if verb is not None and depth <= DEEPEST else None


def _subject_at(parsed: ParsedSentence, verb: int, depth: int) -> int | None:
    return agent(parsed, verb) if is_passive(parsed, verb) else surface_subject(parsed, verb, depth + 1)


def antecedent(parsed: ParsedSentence, verb: int, i: int) -> int:
    """Return the noun a relative pronoun stands for, or i itself."""
    if parsed.tokens[i].tag not in RELATIVES and not (
        parsed.tokens[i].lemma == "that" and parsed.tokens[verb].dep == "relcl"
    ):
        return i
    for clause in (verb, *parsed.ancestors(verb)):
        if parsed.tokens[clause].dep == "relcl":
            return parsed.tokens[clause].head
    return i


def _relative_gap(parsed: ParsedSentence, verb: int) -> int | None:
    """Object left out of a relative clause: "the town that B shelled"."""
    if parsed.tokens[verb].dep != "relcl":
        return None
    own = parsed.child(verb, *SUBJECTS)
    if own is None or parsed.tokens[own].tag in RELATIVES:
        return None
    return parsed.tokens[verb].head


def _shared_object(parsed: ParsedSentence, verb: int) -> int | None:
    """Object of the last of several verbs that serves them all: "bombed and shelled the town"."""
    for child in parsed.children[verb]:
        token = parsed.tokens[child]
        if token.dep == "conj" and token.pos == "VERB" and parsed.child(child, *SUBJECTS) is None and child - verb <= 3:
            return parsed.child(child, *OBJECTS)
    return None


def governing_verb(parsed: ParsedSentence, noun: int) -> int | None:
    """Return the verb a noun is object or passive subject of, also through a preposition or "and"."""
    i = noun
    for _ in range(DEEPEST):
        token = parsed.tokens[i]
        head = parsed.tokens[token.head]
        if token.dep in ("dobj", "obj", "nsubjpass", "attr", "oprd", "dative") and head.pos in PREDICATES:
            return head.i
        if token.dep in ("pobj", "conj", "prep", "nmod", "agent"):
            if token.dep == "prep" and head.pos in PREDICATES:
                return head.i
            i = head.i
            continue
        return _participle(parsed, noun)
    return None


def _participle(parsed: ParsedSentence, noun: int) -> int | None:
    """Passive participle after a noun: "the sanctions imposed by A"."""
    for child in parsed.children[noun]:
        token = parsed.tokens[child]
        if token.dep in ("acl", "relcl") and token.tag in ("VBN", "VBD") and token.pos == "VERB":
            return child
    return None


def prepositions(parsed: ParsedSentence, i: int) -> Iterator[int]:
    """Yield the prepositions of a word, with those stacked on them ("out of", "away from")."""
    fronted = (
        parsed.tokens[i].pos in PREDICATES
    )  # "On Monday A called for talks": the phrase before a verb sets the scene
    for child in parsed.children[i]:
        token = parsed.tokens[child]
        if fronted and child < i:
            continue
        if token.dep in ("prep", "agent", "dative", "prt", "advmod", "mark") and (
            token.pos in ("ADP", "SCONJ", "ADV", "PART")
        ):
            yield child
            for below in parsed.children[child]:
                if parsed.tokens[below].dep in ("prep", "pcomp") and parsed.tokens[below].pos in ("ADP", "SCONJ"):
                    yield below


def preposition_object(parsed: ParsedSentence, i: int, preposition: str) -> int | None:
    """Return the object of a word's preposition, or None."""
    for child in prepositions(parsed, i):
        if parsed.tokens[child].lemma == preposition:
            found = parsed.child(child, "pobj", "pcomp")
            found = found if found is not None else _stranded_object(parsed, child)
            if found is not None:
                return found
    return None


def _stranded_object(parsed: ParsedSentence, preposition: int) -> int | None:
    """Return the noun right after a preposition that the parser left alone ("asylum to five officers holed up in")."""
    if parsed.children[preposition]:
        return None
    for token in parsed.tokens[preposition + 1 : preposition + 8]:
        if token.pos not in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "ADV"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON") and token.dep not in ("compound", "poss", "amod", "nmod"):
            return token.i
    return None


def complements(parsed: ParsedSentence, i: int) -> Iterator[int]:
    """Yield the verbs of the clauses that complete a word: infinitives, that-clauses, gerunds after a preposition."""
    for child in parsed.children[i]:
        token = parsed.tokens[child]
        if token.dep in ("xcomp", "ccomp") or (token.dep == "acl" and is_infinitive(parsed, child)):
            yield child
        elif token.dep == "prep" and token.lemma in COMPLEMENT_PREPOSITIONS:
            gerund = parsed.child(child, "pcomp")
            if gerund is not None:
                yield gerund
        elif token.dep in ("acomp", "oprd", "attr") and token.pos in ("ADJ", "NOUN"):
            yield from complements(parsed, child)
    direct = parsed.child(i, *OBJECTS)
    if direct is not None:  # the small parser often hangs "asked B to go" on B
        yield from (c for c in complements(parsed, direct) if parsed.tokens[c].dep in ("acl", "relcl", "pcomp"))


def purposes(parsed: ParsedSentence, i: int) -> Iterator[int]:
    """Yield the infinitives that say what an act is for."""
    yield from (c for c in parsed.children[i] if parsed.tokens[c].dep == "advcl" and is_infinitive(parsed, c))


def is_infinitive(parsed: ParsedSentence, i: int) -> bool:
    """Tell whether a verb is an infinitive with to."""
    return parsed.tokens[i].tag == "VB" and any(parsed.tokens[c].tag == "TO" for c in parsed.children[i])


# How a verb without a subject of its own borrows one, by its label.
BORROWED = {
    "acl": _subject_beside_noun,
    "relcl": _subject_beside_noun,
    "pcomp": _subject_of_gerund,
    "xcomp": _controller,
    **dict.fromkeys(("conj", "advcl", "ccomp", "acomp", "attr", "oprd", "prep", "dep"), _subject_above),
}
