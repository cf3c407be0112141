"""Clauses: each verb with its tense, negation, modality, voice and what it hangs on, read off the tree.

The rules are the usual ones of English auxiliaries (Huddleston & Pullum 2002, ch. 3); the tree is spaCy's.
"""

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.reading import Clause, Token, children_of

PREDICATES = ("VERB", "AUX")
# A clause under one of these labels is a complement of its head: "agreed to lift", "said that it met".
COMPLEMENTS = ("xcomp", "ccomp", "acl", "pcomp", "advcl")
FINITE_PAST, FINITE_PRESENT = ("VBD",), ("VBZ", "VBP")


def find_clauses(tokens: tuple[Token, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in the order of their heads."""
    children = children_of(tokens)
    words = _words()
    question = tokens[-1].text == "?" or (len(tokens) > 1 and tokens[-2].text == "?")
    return tuple(
        _clause(token, tokens, children, words, question)
        for token in tokens
        if _heads_a_clause(token, tokens, children)
    )


def _words() -> dict[str, str]:
    return {line.phrase: line.kind for line in read_lines("en/grammar.tsv", PhraseLine)}


def _heads_a_clause(token: Token, tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]) -> bool:
    if token.pos == "VERB":
        return token.dep not in ("aux", "auxpass", "amod", "compound")
    if token.pos == "AUX":
        return token.dep not in ("aux", "auxpass")
    # The tagger calls some predicates nouns or adjectives: a word with a subject and an auxiliary is one too.
    deps = {tokens[c].dep for c in children[token.i]}
    return bool(deps & {"nsubj", "nsubjpass"}) and bool(deps & {"aux", "auxpass"})


def _clause(
    token: Token,
    tokens: tuple[Token, ...],
    children: tuple[tuple[int, ...], ...],
    words: dict[str, str],
    question: bool,  # noqa: FBT001 - one sentence, one mark
) -> Clause:
    below = [tokens[c] for c in children[token.i]]
    helpers = [word for word in below if word.dep in ("aux", "auxpass")]
    if not helpers and token.dep == "conj":  # "has met and signed": the first verb's auxiliaries serve both
        helpers = _shared_helpers(token, tokens, children)
    marks = {word.lemma for word in below if word.dep in ("mark", "advmod")}
    passive = any(word.dep in ("auxpass", "nsubjpass") for word in below) or (token.tag == "VBN" and token.dep == "acl")
    return Clause(
        head=token.i,
        tense=_tense(token, helpers),
        negated=any(_negates(word, words) for word in below),
        modal=next((word.lemma for word in helpers if word.tag == "MD"), ""),
        passive=passive or (bool(helpers) and helpers[-1].dep == "auxpass"),
        conditional=any(words.get(mark) == "condition" for mark in marks),
        question=question,
        governor=token.head if token.dep in COMPLEMENTS and token.head != token.i else -1,
    )


def _shared_helpers(token: Token, tokens: tuple[Token, ...], children: tuple[tuple[int, ...], ...]) -> list[Token]:
    first = tokens[token.head]
    own_subject = any(tokens[c].dep in ("nsubj", "nsubjpass") for c in children[token.i])
    # The tagger wavers between the past and the participle of a regular verb ("have met and signed").
    same_form = token.tag == first.tag or {token.tag, first.tag} == {"VBD", "VBN"}
    if own_subject or first.pos not in PREDICATES or not same_form:
        return []
    return [tokens[c] for c in children[first.i] if tokens[c].dep in ("aux", "auxpass")]


def _tense(token: Token, helpers: list[Token]) -> str:
    lemmas = {word.lemma for word in helpers}
    tags = {word.tag for word in helpers}
    modal = next((word for word in helpers if word.tag == "MD"), None)
    if modal is not None:
        return "future" if modal.lemma in ("will", "shall", "'ll", "wo") else "present"
    if "have" in lemmas and token.tag in ("VBN", "VBG", "VBD"):
        return "perfect"
    if token.tag in FINITE_PAST or tags & set(FINITE_PAST):
        return "past"
    if token.tag in FINITE_PRESENT or tags & set(FINITE_PRESENT):
        return "present"
    if "to" in lemmas or (token.tag == "VB" and not helpers):
        return "infinitive"
    return "participle"


def _negates(word: Token, words: dict[str, str]) -> bool:
    return word.dep == "neg" or words.get(word.lemma) == "negation"
