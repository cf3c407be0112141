"""What pronouns and descriptions may go back to, and the questions to the tree that decide it."""

from typing import NamedTuple

from detente.mentions.identities import Identity
from detente.record.reading import ParsedSentence, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Referent(NamedTuple):
    """A mention other words may go back to, with the sentence and token it stands at."""

    number: int
    at: int
    mention_id: str
    identity: Identity
    person: bool
    plural: bool
    words: frozenset[str]
    roles: frozenset[str]
    subject: bool
    group: int


class Reference(NamedTuple):
    """Tokens first..last of a sentence and the actor they go back to."""

    number: int
    first: int
    last: int
    identity: Identity


def only_one(found: list[Referent], confidence: float) -> list[tuple[Referent, float, str]]:
    """The last of these mentions if they are all of one actor."""
    one = len({referent.identity.entity or referent.identity.name for referent in found}) == 1
    return [(found[-1], confidence, "rule:only-candidate")] if one else []


def latest_two(candidates: list[Referent], number: int, at: int) -> list[Referent]:
    """The two distinct actors of the latest sentence, up to three back, that names just two or joins just two."""
    for back in range(4):
        there = [found for found in candidates if found.number == number - back and (back or found.at < at)]
        there = [found for found in there if back or not found.identity.antecedent]
        two = two_of(there) or next((pair for group in joined_groups(there) if (pair := two_of(group))), [])
        if two or there:
            return two
    return []


def two_of(found: list[Referent]) -> list[Referent]:
    """The two actors among these mentions in the order of the text, or none if they are not just two."""
    distinct = {referent.identity.entity: referent for referent in reversed(found)}
    return sorted(distinct.values(), key=lambda referent: referent.at) if len(distinct) == 2 else []


def joined_groups(found: list[Referent]) -> list[list[Referent]]:
    """Actors joined by "and", group by group, subjects first."""
    joined: dict[int, list[Referent]] = {}
    for referent in found:
        joined.setdefault(referent.group, []).append(referent)
    return sorted(joined.values(), key=lambda group: not group[0].subject)


def head_within(parsed: ParsedSentence, first: int, last: int) -> int:
    """Token of first..last whose head lies outside."""
    for i in range(first, last + 1):
        if not first <= parsed.tokens[i].head <= last or parsed.tokens[i].head == i:
            return i
    return last


def is_subject(parsed: ParsedSentence, at: int) -> bool:
    """Subject of the main clause, or joined to it by "and"."""
    tokens, at = parsed.tokens, first_conjunct(parsed, at)
    return tokens[at].dep in SUBJECTS and tokens[tokens[at].head].dep in ("ROOT", "ccomp")


def first_conjunct(parsed: ParsedSentence, at: int) -> int:
    """The first of words joined by "and", which carries their role in the sentence."""
    while parsed.tokens[at].dep == "conj" and parsed.tokens[at].head != at:
        at = parsed.tokens[at].head
    return at


def with_conjuncts(parsed: ParsedSentence, at: int) -> set[int]:
    """A token and all that are joined to it by "and"."""
    found, waiting = set(), [at]
    while waiting:
        i = waiting.pop()
        found.add(i)
        waiting.extend(c for c in parsed.children[i] if parsed.tokens[c].dep == "conj")
    return found


def own_subject(parsed: ParsedSentence, token: Token) -> int | None:
    """The subject of an object pronoun's own clause, which it never means: "Cestria denied it"."""
    if token.dep == "poss" or token.dep in SUBJECTS or token.text.lower().endswith(("self", "selves")):
        return None
    for i in parsed.ancestors(token.i):
        subject = parsed.child(i, *SUBJECTS)
        if subject is not None:
            return subject
    return None


def subject_above(parsed: ParsedSentence, token: Token, own: int | None) -> int | None:
    """The nearest subject over a pronoun, itself and its own clause's left out; None at the top of the sentence."""
    for i in parsed.ancestors(token.i):
        subject = parsed.child(i, *SUBJECTS)
        if subject is None or subject in (token.i, own) or token.i in parsed.subtree(subject):
            continue
        return subject if subject < token.i else None
    return None


def is_bare_noun(parsed: ParsedSentence, token: Token) -> bool:
    """A noun with "the" and nothing else that takes part in the act: "the kingdom froze trade"."""
    party = token.dep == "pobj" and parsed.tokens[token.head].text.lower() in ("by", "with", "against")
    if not (party or token.dep in (*SUBJECTS, "dobj", "poss", "conj")):
        return False
    below = [parsed.tokens[child] for child in parsed.children[token.i]]
    return any(child.text.lower() == "the" for child in below) and all(child.dep in ("det", "case") for child in below)


def is_expletive(parsed: ParsedSentence, token: Token) -> bool:
    """In "it is clear that ...", "it's hard imagining ..." the pronoun stands for the clause, not for an actor."""
    if token.dep == "expl":
        return True
    verb = parsed.tokens[token.head]
    return token.dep in SUBJECTS and verb.lemma in ("be", "seem", "appear", "become", "take")
