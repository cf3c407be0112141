"""What has been gathered of an act's manner on the way up from its trigger."""

from detente.events.event_words import EventWords
from detente.lexicons.entries import PhraseLine
from detente.record.reading import Clause, ParsedSentence

NOT_FINITE = ("infinitive", "participle", "")


class Gathered:
    """A manner in the making; the fields are those of manner.Manner, `lines` the lexicon lines behind its kinds."""

    def __init__(self) -> None:
        self.tense = ""
        self.modal = ""
        self.negated = self.conditional = self.question = self.progressive = False
        self.unless = self.on_condition = self.gerund = self.open = False
        self.perfect = self.forestalled = self.groundless = False
        self.lines: list[PhraseLine] = []

    def read_word(self, parsed: ParsedSentence, i: int, words: EventWords) -> None:
        """Add what a word on the way says: its clause, its adverbs, its conditions."""
        token, clause = parsed.tokens[i], parsed.clause_of(i)
        if clause is not None:
            bare = clause.tense == "infinitive" and token.dep == "ROOT" and not has_to(parsed, i)
            self._take(
                clause._replace(tense="present") if bare else clause, token.tag, perfect=_has_have(parsed, clause)
            )
            self.unless = self.unless or has_condition(parsed, i, "unless")
            self.on_condition = self.on_condition or has_condition(parsed, i, "unless", "if")
            self.gerund = self.gerund or (token.tag == "VBG" and token.dep in ("csubj", "csubjpass"))
            self.negated = self.negated or has_no_subject(parsed, i, words)
            self._read_setting(parsed, i, words)

    def _take(self, clause: Clause, tag: str, *, perfect: bool) -> None:
        if self.tense in NOT_FINITE:
            self.tense = clause.tense
            self.progressive = tag == "VBG" and clause.tense in ("present", "past", "future")
        self.modal = self.modal or clause.modal
        self.perfect = self.perfect or perfect
        self.negated = self.negated or clause.negated
        self.conditional = self.conditional or clause.conditional
        self.question = self.question or clause.question

    def _read_setting(self, parsed: ParsedSentence, i: int, words: EventWords) -> None:
        """Adverbs ("reportedly", "almost") and the work of fiction it happens in ("in the novel")."""
        for child in parsed.children[i]:
            token = parsed.tokens[child]
            line = words.adverb(token.lemma) if token.dep in ("advmod", "npadvmod", "neg") else None
            if line is None and token.dep == "prep" and token.lemma == "in":
                below = parsed.child(child, "pobj")
                line = words.fiction.get(parsed.tokens[below].lemma) if below is not None else None
            if line is not None:
                self.lines.append(line)

    def borrow(self, clause: Clause | None) -> None:
        """Take tense and modal of another clause."""
        if clause is not None:
            self.tense = clause.tense
            self.modal = self.modal or clause.modal


def _has_have(parsed: ParsedSentence, clause: Clause) -> bool:
    if not clause.modal:
        return False
    return any(parsed.tokens[c].lemma == "have" and parsed.tokens[c].dep == "aux" for c in parsed.children[clause.head])


def has_condition(parsed: ParsedSentence, i: int, *marks: str) -> bool:
    """Tell whether a clause with one of these conjunctions hangs on a word."""
    below = (c for c in parsed.children[i] if parsed.tokens[c].dep == "advcl")
    return any(parsed.tokens[c].lemma in marks for clause in below for c in parsed.children[clause])


def particle_of(parsed: ParsedSentence, i: int) -> str:
    """Return the particle of a verb, or ""."""
    particle = parsed.child(i, "prt")
    return parsed.tokens[particle].lemma if particle is not None else ""


def has_to(parsed: ParsedSentence, i: int) -> bool:
    """Tell whether a verb has the to of an infinitive."""
    return any(parsed.tokens[c].tag == "TO" for c in parsed.children[i])


def has_no_subject(parsed: ParsedSentence, i: int, words: EventWords) -> bool:
    """Tell whether nobody does it: "no country attended", "neither side fired"."""
    subject = parsed.child(i, "nsubj", "nsubjpass")
    if subject is None:
        return False
    around = (subject, *(c for c in parsed.children[subject] if parsed.tokens[c].dep in ("det", "preconj", "neg")))
    negating = (words.modifier(parsed.tokens[c].lemma) for c in around)
    return parsed.tokens[subject].lemma in words.nobody or any(
        line is not None and line.kind == "noun_negated" for line in negating
    )
