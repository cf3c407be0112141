"""How an act named by a noun is told: the words before it, its preposition, and the verb it belongs to.

A noun shares the fate of a verb that brings the act about ("held talks", "called off the raid", "the vote took
place"), but an act named in passing is taken for granted whatever the verb is ("will discuss the raid", "the raid did
not change her mind"): presupposition survives negation and modality.
"""

from detente.events.arguments import PREDICATES, governing_verb
from detente.events.event_words import GOVERNING_NOUNS, NAMING, EventWords
from detente.events.patterns import Match
from detente.events.telling_words import Gathered, particle_of
from detente.lexicons.entries import PhraseLine
from detente.record.reading import ParsedSentence

DEFINITE = ("the", "this", "that", "these", "those", "both", "its", "his", "her", "their")
TIME_OWNERS = ("poss", "compound", "nmod", "npadvmod")
WITHIN = ("compound", "nmod", "amod", "poss")
OPEN, GIVEN = "open", "given"
# Tense of an act that the sentence takes for granted.
PASSING = "past"


def verb_of_noun(parsed: ParsedSentence, match: Match, words: EventWords, found: Gathered, acts: frozenset[int]) -> int:
    """Read a noun's surroundings; return the verb whose manner is its own too, or -1."""
    _read_modifiers(parsed, match.trigger, words, found)
    if match.light != -1:
        return match.light
    _read_naming_noun(parsed, match.trigger, words, found)
    whole = _whole(parsed, match.trigger, words)
    verb = governing_verb(parsed, match.trigger)
    placed = _preposition(parsed, whole, words, found)
    if verb is None:
        verb = next((i for i in parsed.ancestors(match.trigger) if parsed.tokens[i].pos in PREDICATES), -1)
    if verb == -1 or verb in acts:
        found.tense = next((c.tense for c in parsed.clauses if c.head == verb), "")
        return -1
    line = words.governor(parsed.tokens[verb].lemma, infinitive=False, particle=particle_of(parsed, verb))
    if line is not None and _governs(parsed, whole, line, placed):
        found.lines.append(line)
        return verb
    if placed != GIVEN and _shares_fate(parsed, whole, verb, words):
        return verb
    found.open = _is_weighed(parsed, whole, verb)
    found.tense = PASSING
    return -1


def _governs(parsed: ParsedSentence, noun: int, line: PhraseLine, placed: str) -> bool:
    """Tell whether the verb's line is about this noun; "announced a boycott" is news of one, "the boycott" is not."""
    if placed:
        aimed = parsed.tokens[parsed.tokens[noun].head].lemma == "for"  # "hopes for a recount"
        return line.kind == "motion" or (aimed and line.kind in NAMING)
    return line.kind in GOVERNING_NOUNS and not (line.kind == "announce" and _is_definite(parsed, noun))


def _read_modifiers(parsed: ParsedSentence, noun: int, words: EventWords, found: Gathered) -> None:
    """Take "alleged", "no", "planned" before a noun; "next month's vote" is still to come."""
    owners = [c for c in parsed.children[noun] if parsed.tokens[c].dep in TIME_OWNERS]
    near = [c for owner in owners for c in parsed.children[owner] if parsed.tokens[c].lemma == "next"]
    for child in (*parsed.children[noun], *near):
        line = words.modifier(parsed.tokens[child].lemma)
        if line is not None:
            found.lines.append(line)
            found.negated = found.negated or line.kind == "noun_negated"


def _read_naming_noun(parsed: ParsedSentence, noun: int, words: EventWords, found: Gathered) -> None:
    """Take the noun that this one is part of: "the prospect of a raid", "a rescue plan"."""
    token = parsed.tokens[noun]
    if token.dep in WITHIN or token.dep == "pobj":
        above = token.head if token.dep in WITHIN else parsed.tokens[token.head].head
        line = words.governor(parsed.tokens[above].lemma, infinitive=False)
        if line is not None and line.kind in NAMING and parsed.tokens[above].pos == "NOUN":
            found.lines.append(line)


def _preposition(parsed: ParsedSentence, whole: int, words: EventWords, found: Gathered) -> str:
    """Take the preposition before a noun: OPEN or GIVEN, or "" where there is none."""
    token = parsed.tokens[whole]
    if token.dep != "pobj":
        return ""
    preposition = parsed.tokens[token.head]
    line = words.preposition(preposition.lemma)
    above = words.preposition(parsed.tokens[preposition.head].lemma)  # "due to", "because of"
    if line is not None:
        found.lines.append(line)
    if preposition.lemma == "without":
        found.negated = True
    given = (line is not None and line.kind == "given") or (above is not None and above.kind == "given")
    return GIVEN if given or _is_definite(parsed, whole) else OPEN


def _shares_fate(parsed: ParsedSentence, noun: int, verb: int, words: EventWords) -> bool:
    """Tell whether the verb brings the act about, and does not merely speak of it."""
    lemma = parsed.tokens[verb].lemma
    while parsed.tokens[noun].dep == "conj":
        noun = parsed.tokens[noun].head
    dep = parsed.tokens[noun].dep
    if lemma in words.bearing and dep not in WITHIN:
        return True
    if dep == "nsubj":
        return lemma in words.occurring
    return dep not in WITHIN and not _is_definite(parsed, noun)


def _is_weighed(parsed: ParsedSentence, noun: int, verb: int) -> bool:
    """Tell whether an act is only thought about: "a visit is unthinkable", "a war would be a disaster"."""
    clause = parsed.clause_of(verb)
    indefinite = any(parsed.tokens[c].lemma in ("a", "an") for c in parsed.children[noun])
    standing = clause is not None and (clause.tense == "present" or bool(clause.modal))
    return indefinite and standing and parsed.tokens[noun].dep == "nsubj" and parsed.tokens[verb].lemma == "be"


def _is_definite(parsed: ParsedSentence, noun: int) -> bool:
    below = (parsed.tokens[c] for c in parsed.children[noun])
    return any(t.dep == "poss" or (t.dep == "det" and t.lemma in DEFINITE) for t in below)


def _whole(parsed: ParsedSentence, i: int, words: EventWords) -> int:
    """Return the quantity a noun is part of ("ten days of talks"), or the noun itself."""
    token = parsed.tokens[i]
    if token.dep == "pobj" and parsed.tokens[token.head].lemma == "of":
        above = parsed.tokens[parsed.tokens[token.head].head]
        if above.lemma in words.quantities:
            return above.i
    return i
