"""Where the verb over a time expression looks: back, ahead, or at the present."""

from typing import NamedTuple

from detente.mentions.time_words import TimeWords
from detente.record.reading import Clause, ParsedSentence, Token


class Tense(NamedTuple):
    """-1 where the verb looks back, 1 where it looks ahead, 0 where the tree does not say; `present`: see Clock."""

    direction: int
    present: bool


UNKNOWN = Tense(0, present=False)


def tense_of(parsed: ParsedSentence, offset: int, words: TimeWords, *, weekday: bool) -> Tense:
    """As tense_at, but what is said to lie ahead does so: "ahead of Friday's vote", "scheduled for Monday".

    A day of the calendar there is the nearest one: "ahead of the June 12 vote" may be told long afterwards.
    """
    token = next((token for token in parsed.tokens if token.end > offset), None)
    if token is not None and _lies_ahead(parsed, token, words):
        return Tense(int(weekday), present=False)
    return tense_at(parsed, offset)


def _lies_ahead(parsed: ParsedSentence, token: Token, words: TimeWords) -> bool:
    before = [t.text.lower() for t in parsed.tokens[max(0, token.i - 3) : token.i] if t.pos != "DET"]
    if any(" ".join(before[-n:]) in words.words["ahead_of"] for n in (1, 2)):
        return True
    preposition = parsed.tokens[token.i - 1] if token.i else None
    if preposition is None or preposition.text.lower() not in words.words["until"]:
        return False
    return parsed.tokens[preposition.head].lemma in words.words["scheduling"]


def tense_at(parsed: ParsedSentence, offset: int) -> Tense:
    """Return where the verb over the word at `offset` looks."""
    token = next((token for token in parsed.tokens if token.end > offset), None)
    if token is None:
        return UNKNOWN
    clauses = {clause.head: clause for clause in parsed.clauses}
    within_noun = False
    for i in (token.i, *parsed.ancestors(token.i)):
        clause = clauses.get(i)
        # "fell for days, losing all in an hour": a gerund looks where its clause does
        gerund = clause is not None and clause.tense == "participle" and parsed.tokens[i].tag == "VBG"
        if clause is not None and not gerund:
            return _look(parsed, clause, within_noun=within_noun)
        within_noun = within_noun or (i != token.i and parsed.tokens[i].pos in ("NOUN", "PROPN"))
    return UNKNOWN


def _look(parsed: ParsedSentence, clause: Clause, *, within_noun: bool) -> Tense:
    if clause.tense in ("past", "perfect") or (
        clause.tense == "participle" and parsed.tokens[clause.head].tag == "VBN"
    ):
        return Tense(-1, present=False)
    # "is to meet on Monday", "plans to visit in May", "is due on Friday": an infinitive looks ahead
    if clause.tense in ("future", "infinitive") or clause.modal:
        return Tense(1, present=False)
    if clause.tense == "present":
        # "is meeting on Friday" looks ahead, "opens on Friday" too; in "condemns Friday's attack" the noun has the day
        going = parsed.tokens[clause.head].tag == "VBG"
        return Tense(int(going), present=not within_noun and not parsed.sentence.headline)
    return UNKNOWN
