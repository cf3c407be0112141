"""Pronouns and definite descriptions: who "he", "its", "the minister", "the two" go back to.

By rule and careful: the subject of the clause above, then the subject of the sentence before. Where the nearest
candidate is no actor, or two are as near, there is no antecedent: a wrong one would put an act on the wrong state.
"""

from collections.abc import Iterator

from detente.mentions.antecedents import (
    SUBJECTS,
    Reference,
    Referent,
    first_conjunct,
    head_within,
    is_bare_noun,
    is_expletive,
    is_subject,
    latest_two,
    only_one,
    own_subject,
    subject_above,
    with_conjuncts,
)
from detente.mentions.domestic import Found
from detente.mentions.identities import Identity
from detente.mentions.lexicon import ActorLexicon
from detente.mentions.phrases import PEOPLE
from detente.mentions.scanning import Item
from detente.record.reading import ParsedSentence, Token

PERSONAL = ("he", "she")
SHARED = frozenset({"rule:coordinated-qualifiers", "rule:shared-role"})
ONE_OF_TWO = frozenset({"former", "latter"})
# Kinds of words that name an actor again: `again:REB` holds "group".
AGAIN = "again:"
# Sentences back that a reference can reach.
REACH = 4


class Coreference:
    """Follow pronouns and descriptions to the actors named before them."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        again: dict[str, set[str]] = {}
        for kind, nouns in lexicon.words.by_kind.items():
            if kind.startswith(AGAIN):
                for noun in nouns:
                    again.setdefault(noun, set()).add(kind.removeprefix(AGAIN))
        self._again = {noun: frozenset(kinds) for noun, kinds in again.items()}

    def referent(self, entry: Found, mention_id: str) -> Referent:
        """What a named actor offers to later words."""
        phrase, tokens = entry.phrase, entry.parsed.tokens
        offices = [item for item in (*phrase.titles, phrase.head) if not self._is_institution(entry.parsed, item)]
        roles = [item.agent.role for item in offices if item.agent is not None]
        head = tokens[phrase.head.last]
        at = head_within(entry.parsed, phrase.first, phrase.last)
        # "Kenyan and Ugandan generals", "the presidents of Peru and Chile": what the role is, each of them is
        role = phrase.head.last if SHARED & set(phrase.rules) else at
        named = phrase.head.kind in (*PEOPLE, "unknown") and "rule:short-form" not in entry.identity.evidence
        human = phrase.head.kind == "agent" and head.tag == "NN" and self._words.has("human", head.lemma)
        return Referent(
            number=entry.number,
            at=at,
            mention_id=mention_id,
            identity=entry.identity,
            person=named or human or any(roles),
            plural=head.tag in ("NNS", "NNPS") and (phrase.head.kind == "agent" or entry.identity.sector == "CVL"),
            words=frozenset(token.text.lower() for token in tokens[phrase.first : phrase.last + 1]),
            roles=frozenset(role for role in roles if role),
            subject=is_subject(entry.parsed, role),
            group=first_conjunct(entry.parsed, role),
        )

    def _is_institution(self, parsed: ParsedSentence, item: Item) -> bool:
        return self._words.has("institution", parsed.tokens[item.last].lemma)

    def again(self, reference: Reference, parsed: ParsedSentence, mention_id: str, before: list[Referent]) -> Referent:
        """What a resolved pronoun offers to later words: what its antecedent offers, from its own place."""
        origin = next(found for found in before if found.mention_id == reference.identity.antecedent)
        at = head_within(parsed, reference.first, reference.last)
        # doubt about a chain of pronouns grows slowly: each was chosen with the one before it in view
        identity = reference.identity._replace(confidence=round(origin.identity.confidence * 0.9, 3))
        subject = is_subject(parsed, at)
        return origin._replace(
            number=reference.number,
            at=at,
            mention_id=mention_id,
            identity=identity,
            plural=False,
            subject=subject,
            group=first_conjunct(parsed, at),
        )

    def described(self, entry: Found, before: list[Referent]) -> Identity | None:
        """The person a bare definite role goes back to: "the minister" after "Foreign Minister Ruiz"."""
        phrase, tokens = entry.phrase, entry.parsed.tokens
        head = tokens[phrase.head.last]
        article = tokens[phrase.first - 1].text.lower() if phrase.first else ""
        if phrase.head.kind != "agent" or phrase.owners or article != "the" or head.tag in ("NNS", "NNPS"):
            return None
        fitting = [
            found
            for found in before
            if found.person and (head.lemma in found.words or head.lemma in found.identity.office.lower().split())
        ]
        latest = [found for found in fitting if found.number == fitting[-1].number] if fitting else []
        if len({found.identity.entity or found.identity.name for found in latest}) != 1:
            return None
        found = latest[-1].identity.because("rule:role-before", confidence=0.8)
        return found._replace(antecedent=latest[-1].mention_id)

    def follow(self, number: int, sentences: tuple[ParsedSentence, ...], before: list[Referent]) -> Iterator[Reference]:
        """References of one sentence; `before` holds the referents of it and of earlier sentences, in order."""
        parsed = sentences[number]
        for token in parsed.tokens:
            lowered = token.text.lower()
            if token.pos == "PRON":
                found = self._pronoun(number, sentences, token, lowered, before)
                span = (token.i, token.i)
            elif self._words.has("pair", lowered) or lowered in ONE_OF_TWO:
                found, span = self._pair(number, parsed, token, lowered, before)
            elif token.lemma in self._again and self._stands_alone(parsed, token):
                found, span = self._named_by_kind(number, token, before), (token.i, token.i)
            else:
                continue
            for referent, confidence, rule in found:
                identity = referent.identity.because(rule, confidence=confidence)
                yield Reference(number, *span, identity._replace(antecedent=referent.mention_id))

    def _pronoun(
        self, number: int, sentences: tuple[ParsedSentence, ...], token: Token, lowered: str, before: list[Referent]
    ) -> list[tuple[Referent, float, str]]:
        """Antecedents with confidence and rule: the subject above, the only candidate, the subject before."""
        parsed = sentences[number]
        kind = next((kind for kind in ("he", "she", "it", "they") if self._words.has(kind, lowered)), "")
        if not kind or (kind == "it" and is_expletive(parsed, token)):
            return []
        own = own_subject(parsed, token)
        here = [found for found in before if found.number == number and found.at < token.i]
        here = [found for found in here if own is None or found.at not in with_conjuncts(parsed, own)]
        above = subject_above(parsed, token, own)
        barred = above is not None and kind in PERSONAL and self._is_thing(parsed, above, here)
        if above is not None and not barred:
            return self._under(kind, parsed, token, above, here)
        only = [found for found in here if self._fits(kind, found)]
        if only and kind != "they":
            return only_one(only, 0.6)
        if token.dep not in SUBJECTS and token.dep != "poss":
            return []
        return self._before(kind, number, sentences, before)

    def _is_thing(self, parsed: ParsedSentence, at: int, here: list[Referent]) -> bool:
        """Whether a subject is a state or body, which "he" never means: "the Courier quoted a minister saying he"."""
        subjects = [found for found in here if found.at in with_conjuncts(parsed, at)]
        return bool(subjects) and not any(found.person for found in subjects)

    def _under(
        self, kind: str, parsed: ParsedSentence, token: Token, above: int, here: list[Referent]
    ) -> list[tuple[Referent, float, str]]:
        """The subject above, unless the pronoun is no subject and a rival stands between."""
        fitting = [found for found in here if found.at in with_conjuncts(parsed, above)]
        rivals = {found.identity.entity for found in here if found.at > above and self._fits(kind, found)}
        if token.dep not in SUBJECTS and rivals - {found.identity.entity for found in fitting}:
            return []
        return self._fitting(kind, fitting, 0.75, "rule:subject-above")

    def _before(
        self, kind: str, number: int, sentences: tuple[ParsedSentence, ...], before: list[Referent]
    ) -> list[tuple[Referent, float, str]]:
        """The subject of the sentence before; a person also from further back if nobody came between."""
        for back in range(1, min(REACH, number + 1)):
            last = [found for found in before if found.number == number - back]
            chosen = self._fitting(kind, [found for found in last if found.subject], 0.65, "rule:subject-before")
            if chosen or kind not in PERSONAL:
                return chosen
            only = [found for found in last if self._fits(kind, found)]
            if only:
                return [] if self._is_stranger(sentences[number - back]) else only_one(only, 0.65 - 0.05 * back)
            if self._is_stranger(sentences[number - back]):
                return []
        return []

    def _is_stranger(self, parsed: ParsedSentence) -> bool:
        """Whether the main subject can be a person who is no actor ("my father"), whom "he" would mean first."""
        root = next((token.i for token in parsed.tokens if token.dep == "ROOT"), None)
        subject = parsed.child(root, *SUBJECTS) if root is not None else None
        if subject is None:
            return False
        token = parsed.tokens[subject]
        kin = any(parsed.tokens[child].tag == "PRP$" for child in parsed.children[subject])
        return token.pos == "PROPN" or (token.tag == "NN" and (kin or self._words.has("human", token.lemma)))

    def _fitting(
        self, kind: str, found: list[Referent], confidence: float, rule: str
    ) -> list[tuple[Referent, float, str]]:
        """One antecedent for a singular pronoun, all conjuncts or one plural for "they"; else none."""
        if kind == "they":
            several = len(found) > 1 or (len(found) == 1 and not (found[0].person and not found[0].plural))
            return [(referent, confidence, rule) for referent in found] if several else []
        fitting = [referent for referent in found if self._fits(kind, referent)]
        return [(fitting[0], confidence, rule)] if len(fitting) == 1 else []

    def _fits(self, kind: str, referent: Referent) -> bool:
        if kind == "it":
            return not referent.person and not referent.plural and bool(referent.identity.country)
        if kind == "they":
            return referent.plural or not referent.person
        other = "male" if kind == "she" else "female"
        return referent.person and not referent.plural and not any(self._words.has(other, w) for w in referent.words)

    def _named_by_kind(self, number: int, token: Token, before: list[Referent]) -> list[tuple[Referent, float, str]]:
        """Read "the kingdom", "the group", "the agency": the last actor named that is one, if no other stands there."""
        kinds = self._again[token.lemma]
        fitting = [found for found in before if found.number < number and self._is_of(found, kinds)]
        latest = [found for found in fitting if found.number == fitting[-1].number] if fitting else []
        return [(found, 0.6, "rule:kind-before") for found, _, _ in only_one(latest, 0.6)]

    def _stands_alone(self, parsed: ParsedSentence, token: Token) -> bool:
        plural = token.tag == "NNS" and self._words.has("again_plural", token.lemma)
        return (plural or token.tag in ("NN", "NNP")) and is_bare_noun(parsed, token)

    def _is_of(self, referent: Referent, kinds: frozenset[str]) -> bool:
        identity = referent.identity
        if referent.person or referent.plural:
            return False
        if identity.country in self._lexicon.states and not identity.sector:
            return "STATE" in kinds
        body = identity.entity.startswith("ORG:") or identity.country not in self._lexicon.states
        return body and bool({identity.sector or identity.country} & kinds)

    def _counts(self, referent: Referent, *, countries: bool, people: bool) -> bool:
        """Whether a referent can be one of two countries, or of two people."""
        if countries and not people:
            return referent.identity.country in self._lexicon.states and not referent.person
        return referent.person if people and not countries else bool(referent.identity.country)

    def _pair(
        self, number: int, parsed: ParsedSentence, token: Token, lowered: str, before: list[Referent]
    ) -> tuple[list[tuple[Referent, float, str]], tuple[int, int]]:
        """Read "the two", "both officials", "the former": the two actors of the latest sentence that has just two."""
        noun = parsed.tokens[token.head] if token.dep in ("det", "nummod", "amod", "predet") else token
        span = (min(token.i, noun.i), max(token.i, noun.i))
        bare = noun.i == token.i
        if lowered in ONE_OF_TWO and (not bare or token.tag not in ("JJ", "NN", "JJR")):
            return [], span
        if bare and token.dep not in (*SUBJECTS, "pobj", "dobj"):
            return [], span
        countries = self._words.has("plural_country", noun.text.lower())
        people = self._words.has("plural_person", noun.text.lower())
        if not bare and not countries and not people:
            return [], span
        two: list[Referent] = []
        for kind in ((False, True), (True, False)) if bare else ((countries, people),):
            fitting = [found for found in before if self._counts(found, countries=kind[0], people=kind[1])]
            # "the two" alone may be persons or states: those named last
            two = max(
                two, latest_two(fitting, number, token.i), key=lambda pair: max((f.number for f in pair), default=-1)
            )
        if lowered in ONE_OF_TWO:
            two = two[:1] if lowered == "former" else two[1:]
        return [(referent, 0.65, "rule:two-named-before") for referent in two], span
