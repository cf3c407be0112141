"""How an act is told: tense, negation, modality, and the words above it that say whether it is planned, tried, doubted.

A trigger's own verb may be an infinitive ("continued to shell"), so what counts is read along the chain of verbs and
adjectives it hangs on, up to the finite one; kinds of such words are lexicon lines (en/event_words.tsv). An act named
by a noun is read in noun_manner.py first.
"""

from typing import NamedTuple

from detente.events.arguments import PREDICATES
from detente.events.event_words import COMMITTING, EventWords
from detente.events.noun_manner import verb_of_noun
from detente.events.patterns import Match
from detente.events.telling_words import NOT_FINITE, Gathered, has_no_subject, has_to, particle_of
from detente.record.reading import ParsedSentence, Token

LONGEST_CHAIN = 8
# Kind of an infinitive on a noun that no line knows: "the right to attack" says nothing of an attack.
OPEN = "open"
# What negation undoes: "did not deny that", "nobody doubts that".
TURNED = frozenset({"denial", "doubt"})
# Kind of what there is no evidence of.
GROUNDLESS = "groundless"


class Manner(NamedTuple):
    """How a trigger is said.

    Attributes:
        tense: as in Clause, of the finite verb the trigger hangs on.
        modal: lemma of a modal on the way up, or "".
        perfect: a modal with have ("could have passed").
        negated, conditional, question, progressive: as the words say.
        unless, on_condition: the act will be done unless, or if, something else happens.
        gerund: the act is the subject of a sentence ("lifting the ban would help").
        forestalled: the words say that it did not come to it ("too weak to resist", "before he could testify").
        kinds: kinds of the words above the trigger and, for a noun, before it (aspect, plan, wish ...).
        evidence: ids of the lexicon lines behind `kinds`.
    """

    tense: str
    modal: str
    negated: bool
    conditional: bool
    question: bool
    progressive: bool
    unless: bool
    on_condition: bool
    gerund: bool
    kinds: frozenset[str]
    evidence: tuple[str, ...]
    perfect: bool = False
    forestalled: bool = False


def manner(parsed: ParsedSentence, match: Match, words: EventWords, acts: frozenset[int]) -> Manner:
    """Read how a trigger is said; the way up ends below the trigger of another act (`acts`)."""
    found = Gathered()
    start = match.trigger
    if parsed.tokens[start].pos not in PREDICATES and parsed.clause_of(start) is None:
        start = verb_of_noun(parsed, match, words, found, acts)
    if start >= 0:
        _climb(parsed, start, words, found, acts)
    return _done(found)


def _done(found: Gathered) -> Manner:
    kinds = frozenset(line.kind for line in found.lines) | (frozenset({OPEN}) if found.open else frozenset())
    kinds |= frozenset({GROUNDLESS}) if found.groundless else frozenset()
    evidence = tuple(line.id for line in found.lines)
    return Manner(
        found.tense or "present", found.modal, found.negated, found.conditional, found.question, found.progressive,
        found.unless, found.on_condition, found.gerund, kinds, evidence, found.perfect, found.forestalled,
    )  # fmt: skip


def _climb(parsed: ParsedSentence, start: int, words: EventWords, found: Gathered, acts: frozenset[int]) -> None:
    i = start
    for _ in range(LONGEST_CHAIN):
        found.read_word(parsed, i, words)
        token = parsed.tokens[i]
        if token.head == i or token.head in acts or not _goes_up(parsed, i, words, found):
            return
        i = token.head


def _goes_up(parsed: ParsedSentence, i: int, words: EventWords, found: Gathered) -> bool:
    """Take what the word above says of this one; tell whether that word's own manner is this one's too."""
    token = parsed.tokens[i]
    above = parsed.tokens[token.head]
    infinitive = has_to(parsed, i)
    if (token.dep in ("acl", "ccomp") or _is_that_clause(parsed, i)) and _is_finite(parsed, i):
        _take_commitment(parsed, i, words, found)
        return False
    if token.dep in ("xcomp", "pcomp", "ccomp") or (token.dep in ("acl", "relcl") and infinitive):
        _take_governor(parsed, above.i, words, found, infinitive=infinitive)
        return True
    if token.dep == "prep":
        if token.lemma == "without":
            found.negated = True
            return False
        _take_governor(parsed, above.i, words, found, preposition=token.lemma)
        return True
    if _passes_on(token, above, found.tense):
        return True
    if token.dep == "advcl":
        _read_adverbial(parsed, i, words, found)
    return False


def _is_that_clause(parsed: ParsedSentence, i: int) -> bool:
    """Tell whether a clause on a noun says what the noun is about: "the charge that B attacked"."""
    mark = parsed.child(i, "mark")
    return parsed.tokens[i].dep == "relcl" and mark is not None


def _is_finite(parsed: ParsedSentence, i: int) -> bool:
    """Tell whether a clause has a subject and a tense of its own."""
    clause = parsed.clause_of(i)
    return parsed.child(i, "nsubj", "nsubjpass") is not None and clause is not None and clause.tense not in NOT_FINITE


def _passes_on(token: Token, above: Token, tense: str) -> bool:
    """Tell whether the word above says how this one is meant too."""
    if token.dep == "conj":
        return tense in NOT_FINITE
    return token.dep in ("acomp", "attr", "oprd", "pobj", "dobj") and above.pos in (*PREDICATES, "ADP")


def _take_commitment(parsed: ParsedSentence, i: int, words: EventWords, found: Gathered) -> None:
    """Take what a verb or noun makes of a clause that follows it: "believe that B attacked", "no evidence that"."""
    above = parsed.tokens[parsed.tokens[i].head]
    if above.lemma in words.grounds:
        denied = any(words.modifier(parsed.tokens[c].lemma) is not None for c in parsed.children[above.i])
        clause = parsed.clause_of(above.head)
        found.groundless = denied or (clause is not None and clause.negated)
        return
    line = words.governor(above.lemma, infinitive=False, particle=particle_of(parsed, above.i))
    if (
        line is not None
        and line.kind in COMMITTING
        and not (line.kind in TURNED and _is_negated(parsed, above.i, words))
    ):
        found.lines.append(line)


def _is_negated(parsed: ParsedSentence, verb: int, words: EventWords) -> bool:
    clause = parsed.clause_of(verb)
    return (clause is not None and clause.negated) or has_no_subject(parsed, verb, words)


def _take_governor(
    parsed: ParsedSentence,
    i: int,
    words: EventWords,
    found: Gathered,
    *,
    infinitive: bool = False,
    preposition: str = "",
) -> None:
    if infinitive and parsed.tokens[i].pos == "NOUN" and not found.lines:
        found.open = not any(parsed.tokens[c].lemma in words.ordinals for c in parsed.children[i])
    if infinitive and any(parsed.tokens[c].lemma == "too" for c in parsed.children[i]):
        found.forestalled = True
    predicative = parsed.child(i, "acomp", "attr") is not None  # "is bound to" is a matter of "bound"
    beside = particle_of(parsed, i) or preposition
    line = words.governor(parsed.tokens[i].lemma, infinitive=infinitive and not predicative, particle=beside)
    if line is not None:
        found.open = False
        found.lines.append(line)


def _read_adverbial(parsed: ParsedSentence, i: int, words: EventWords, found: Gathered) -> None:
    """Read an adverbial clause: one without a tense has that of the verb above it."""
    clause, above = parsed.clause_of(i), parsed.tokens[i].head
    if clause is None:
        return
    infinitive = has_to(parsed, i)
    too = (c for c in (above, *parsed.children[above]) if parsed.tokens[c].dep in ("acomp", "advmod", "ROOT"))
    if infinitive and any(parsed.tokens[c].lemma == "too" for j in too for c in parsed.children[j]):
        found.forestalled = True
    outcome = infinitive and parsed.tokens[i].lemma in words.outcomes  # "rose to become the largest"
    if (clause.tense == "participle" and not clause.conditional) or outcome:
        found.borrow(parsed.clause_of(above))
    if clause.modal in ("can", "could") and any(parsed.tokens[c].lemma == "before" for c in parsed.children[i]):
        found.forestalled = True
