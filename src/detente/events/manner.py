"""How an act is told: tense, negation, modality, and the words above it that say whether it is planned, tried, doubted.

A trigger's own verb may be an infinitive ("continued to shell"), so what counts is read along the chain of verbs and
adjectives it hangs on, up to the finite one; kinds of such words are lexicon lines (en/event_words.tsv).
"""

from collections.abc import Iterable
from typing import NamedTuple

from detente.events.arguments import PREDICATES, governing_verb
from detente.events.patterns import Match
from detente.lexicons.entries import PhraseLine
from detente.record.reading import Clause, ParsedSentence, Token

LONGEST_CHAIN = 8
GOVERNORS = ("aspect", "ongoing", "failed", "attempt", "plan", "propose", "wish", "doubt", "prevent", "must", "motion")
# Kind of an infinitive on a noun that no line knows: "the right to attack" says nothing of an attack.
OPEN = "open"
NOT_FINITE = ("infinitive", "participle")


class Manner(NamedTuple):
    """How a trigger is said.

    Attributes:
        tense: as in Clause, of the finite verb the trigger hangs on.
        modal: lemma of a modal on the way up, or "".
        negated, conditional, question, progressive: as the words say.
        unless, on_condition: the act will be done unless, or if, something else happens.
        gerund: the act is the subject of a sentence ("lifting the ban would help").
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


class EventWords:
    """The lines of en/event_words.tsv by word, governors apart from the words that stand before a noun."""

    def __init__(self, lines: Iterable[PhraseLine]) -> None:
        self._governors: dict[str, PhraseLine] = {}
        self._modifiers: dict[str, PhraseLine] = {}
        self._prepositions: dict[str, PhraseLine] = {}
        by_kind: dict[str, list[PhraseLine]] = {}
        for line in lines:
            by_kind.setdefault(line.kind, []).append(line)
            if line.kind.startswith("noun_"):
                self._modifiers[line.phrase] = line
            elif line.kind in ("topic", "presupposing"):
                self._prepositions[line.phrase] = line
            elif line.kind in GOVERNORS:
                self._governors[line.phrase] = line
        carrying = ("bearing", "aspect", "ongoing", "attempt", "failed", "motion", "plan")
        self.bearing = frozenset(line.phrase for kind in carrying for line in by_kind.get(kind, ()))
        self.ordinals = frozenset(line.phrase for line in by_kind.get("ordinal", ()))
        self.quantities = frozenset(line.phrase for line in by_kind.get("quantity", ()))
        self.background = tuple(by_kind.get("background", ()))
        self.no_event = tuple(by_kind.get("no_event", ()))
        self.sport = tuple(by_kind.get("sport", ()))

    def governor(self, lemma: str, *, infinitive: bool) -> PhraseLine | None:
        """Return the line of a word above a trigger; "have to" differs from "have"."""
        if infinitive and lemma + " to" in self._governors:
            return self._governors[lemma + " to"]
        return self._governors.get(lemma)

    def modifier(self, lemma: str) -> PhraseLine | None:
        """Return the line of a word before a noun ("alleged", "planned", "no")."""
        return self._modifiers.get(lemma)

    def preposition(self, lemma: str) -> PhraseLine | None:
        """Return the line of a preposition before a noun: it presupposes the act or only names it as a topic."""
        return self._prepositions.get(lemma)


class _Draft:
    """What has been gathered on the way up."""

    def __init__(self) -> None:
        self.tense = ""
        self.modal = ""
        self.negated = False
        self.conditional = False
        self.question = False
        self.progressive = False
        self.unless = False
        self.on_condition = False
        self.gerund = False
        self.open = False
        self.lines: list[PhraseLine] = []

    def take(self, clause: Clause, token: Token) -> None:
        """Add what a clause says of itself."""
        if not self.tense or self.tense in NOT_FINITE:
            self.tense = clause.tense
            self.progressive = token.tag == "VBG" and clause.tense in ("present", "past", "future")
        self.modal = self.modal or clause.modal
        self.negated = self.negated or clause.negated
        self.conditional = self.conditional or clause.conditional
        self.question = self.question or clause.question

    def done(self) -> Manner:
        """Return the finished manner."""
        kinds = frozenset(line.kind for line in self.lines) | (frozenset({OPEN}) if self.open else frozenset())
        evidence = tuple(line.id for line in self.lines)
        return Manner(
            self.tense or "present", self.modal, self.negated, self.conditional, self.question, self.progressive,
            self.unless, self.on_condition, self.gerund, kinds, evidence,
        )  # fmt: skip


def manner(parsed: ParsedSentence, match: Match, words: EventWords, acts: frozenset[int]) -> Manner:
    """Read how a trigger is said; the way up ends below the trigger of another act (`acts`)."""
    draft = _Draft()
    start = match.trigger
    if parsed.tokens[start].pos not in PREDICATES:
        start = _verb_of_noun(parsed, match, words, draft, acts)
    if start >= 0:
        _climb(parsed, start, words, draft, acts)
    return draft.done()


def _verb_of_noun(parsed: ParsedSentence, match: Match, words: EventWords, draft: _Draft, acts: frozenset[int]) -> int:
    """Read a noun's modifiers and preposition; return the verb to climb from, or -1 where it is another act."""
    for child in parsed.children[match.trigger]:
        line = words.modifier(parsed.tokens[child].lemma)
        if line is not None:
            draft.lines.append(line)
            draft.negated = draft.negated or line.kind == "noun_negated"
    if match.light != -1:
        return match.light
    verb = governing_verb(parsed, match.trigger)
    token = parsed.tokens[_whole(parsed, match.trigger, words)]
    if token.dep == "pobj":
        line = words.preposition(parsed.tokens[token.head].lemma)
        if line is not None:
            draft.lines.append(line)
    if verb is None:
        verb = next((i for i in parsed.ancestors(match.trigger) if parsed.tokens[i].pos in PREDICATES), -1)
    if verb == -1 or verb in acts:
        if verb != -1:
            draft.tense = next((c.tense for c in parsed.clauses if c.head == verb), "")
        return -1
    line = words.governor(parsed.tokens[verb].lemma, infinitive=False)
    if line is not None and (token.dep != "pobj" or line.kind == "motion"):
        draft.lines.append(line)
    return verb


def _whole(parsed: ParsedSentence, i: int, words: EventWords) -> int:
    """Return the quantity a noun is part of ("ten days of talks"), or the noun itself."""
    token = parsed.tokens[i]
    if token.dep == "pobj" and parsed.tokens[token.head].lemma == "of":
        above = parsed.tokens[parsed.tokens[token.head].head]
        if above.lemma in words.quantities:
            return above.i
    return i


def _climb(parsed: ParsedSentence, start: int, words: EventWords, draft: _Draft, acts: frozenset[int]) -> None:
    i = start
    for _ in range(LONGEST_CHAIN):
        clause = parsed.clause_of(i)
        token = parsed.tokens[i]
        if clause is not None:
            draft.take(clause, token)
            draft.unless = draft.unless or _has_condition(parsed, i, "unless")
            draft.on_condition = draft.on_condition or _has_condition(parsed, i, "unless", "if")
            draft.gerund = draft.gerund or (token.tag == "VBG" and token.dep in ("csubj", "csubjpass"))
        if token.head == i or token.head in acts:
            return
        above = parsed.tokens[token.head]
        infinitive = any(parsed.tokens[c].tag == "TO" for c in parsed.children[i])
        completes = token.dep in ("xcomp", "pcomp", "acl") or (token.dep == "relcl" and infinitive)
        if completes or (token.dep == "ccomp" and not _has_subject(parsed, i)):
            _take_governor(parsed, above.i, words, draft, infinitive=infinitive)
        elif token.dep == "prep":
            _take_governor(parsed, above.i, words, draft, infinitive=False)
        elif _passes_on(token, above, draft.tense):
            pass
        elif token.dep == "advcl" and clause is not None and clause.tense == "participle" and not clause.conditional:
            _borrow_tense(parsed, above.i, draft)
            return
        else:
            return
        i = above.i


def _passes_on(token: Token, above: Token, tense: str) -> bool:
    """Tell whether the word above says how this one is meant too."""
    if token.dep == "conj":
        return tense in NOT_FINITE
    return token.dep in ("acomp", "attr", "oprd", "pobj", "dobj") and above.pos in (*PREDICATES, "ADP")


def _has_condition(parsed: ParsedSentence, i: int, *marks: str) -> bool:
    below = (c for c in parsed.children[i] if parsed.tokens[c].dep == "advcl")
    return any(parsed.tokens[c].lemma in marks for clause in below for c in parsed.children[clause])


def _has_subject(parsed: ParsedSentence, i: int) -> bool:
    return parsed.child(i, "nsubj", "nsubjpass") is not None


def _take_governor(parsed: ParsedSentence, i: int, words: EventWords, draft: _Draft, *, infinitive: bool) -> None:
    if infinitive and parsed.tokens[i].pos == "NOUN" and not draft.lines:
        draft.open = not any(parsed.tokens[c].lemma in words.ordinals for c in parsed.children[i])
    predicative = parsed.child(i, "acomp", "attr") is not None  # "is bound to" is a matter of "bound"
    line = words.governor(parsed.tokens[i].lemma, infinitive=infinitive and not predicative)
    if line is not None:
        draft.open = False
        draft.lines.append(line)


def _borrow_tense(parsed: ParsedSentence, i: int, draft: _Draft) -> None:
    clause = parsed.clause_of(i)
    if clause is not None:
        draft.tense = clause.tense
        draft.modal = draft.modal or clause.modal
