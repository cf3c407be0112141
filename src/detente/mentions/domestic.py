"""Actors whose state the words leave open: "the army", "protesters in Dili", "President Ruiz".

The state is inferred only where the text names no other: from the place of the sentence, or, for offices and bodies
that every state has one of, from the only state the sentence or the document speaks of.
"""

from collections import Counter
from typing import NamedTuple

from detente.mentions.identities import Context, Identity
from detente.mentions.lexicon import ActorLexicon
from detente.mentions.offices import LEADING
from detente.mentions.phrases import Phrase
from detente.record.ids import fact_id
from detente.record.reading import ParsedSentence

# Every state has one government, army, parliament ...; rebels and crowds go by the place, while armies,
# nameless officials and reporters may be anybody's wherever they are.
OWN_BODIES = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "PTY", "OPP", "SPY"})
ELSEWHERE = frozenset({"MIL", "PRM", "GOV", "JRN", "SPY"})
# What such a phrase leaves out is not the state at hand: "the Tyumen governor", "the envoy to Libya".
UNSAID = frozenset({"rule:posted-to", "rule:unknown-qualifier"})


class Found(NamedTuple):
    """A phrase of a sentence, the actor it names, and whether it only says where.

    `inferred_from` is the mention_id the phrase had before its state was inferred, "" if it was not.
    """

    number: int
    parsed: ParsedSentence
    phrase: Phrase
    identity: Identity
    place: bool = False
    inferred_from: str = ""


class Domestic:
    """Give actors without a state the one state they can belong to."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, found: list[Found], context: Context) -> list[Found]:
        """Fill in states; what stays open keeps its sector alone."""
        named: dict[int, Counter[str]] = {}
        placed: dict[int, set[str]] = {}
        for entry in found:
            if entry.identity.country in self._lexicon.states:
                named.setdefault(entry.number, Counter())[entry.identity.country] += 1
                if entry.place:
                    placed.setdefault(entry.number, set()).add(entry.identity.country)
        only = context.only_country(set(context.countries)) if len(context.countries) == 1 else ""
        return [
            self._fill(entry, set(named.get(entry.number, ())), placed.get(entry.number, set()), only)
            for entry in found
        ]

    def _fill(self, entry: Found, named: set[str], placed: set[str], only: str) -> Found:
        identity, sector = entry.identity, entry.identity.sector
        if identity.country or identity.antecedent or not sector or _owned(entry) or UNSAID & set(entry.phrase.rules):
            return entry
        head = entry.parsed.tokens[entry.phrase.head.last].lemma
        if self._lexicon.words.has("posted", head):
            return entry
        if sector in OWN_BODIES and self._is_definite(entry):
            # "President Ruiz spoke of Arvia": a leader whom the offices do not know need not be Arvia's
            unknown = any(item.agent is not None and item.agent.role in LEADING for item in entry.phrase.titles)
            for states in ((placed if named == placed else ()),) if unknown else (named - placed, placed):
                if len(states) == 1:
                    return _set(entry, next(iter(states)), "rule:only-state-of-sentence", 0.75)
            fits = only and not named and entry.phrase.head.kind == "agent"
            return _set(entry, only, "rule:only-state-of-document", 0.65) if fits else entry
        if len(placed) == 1 and sector not in ELSEWHERE and _is_argument(entry):
            return _set(entry, next(iter(placed)), "rule:place-of-sentence", 0.75)
        return entry

    def _is_definite(self, entry: Found) -> bool:
        """A name with a title, or "the army", "police"; not "a minister", "officials"."""
        phrase, tokens = entry.phrase, entry.parsed.tokens
        if phrase.head.kind != "agent":
            return True
        before = tokens[phrase.first - 1].text.lower() if phrase.first else ""
        after = tokens[phrase.last + 1].text if phrase.last + 1 < len(tokens) else ""
        if after in ("of", "for") and tokens[phrase.head.first].text[0].isupper():
            return False
        if before == "the":
            return True
        plural = tokens[phrase.head.last].tag in ("NNS", "NNPS") and tokens[phrase.head.last].text.endswith("s")
        return not plural and not self._lexicon.words.has("indefinite", before)


def _is_argument(entry: Found) -> bool:
    """Whether the phrase takes part in the sentence's act, and is no aside such as "as editor"."""
    phrase, parsed = entry.phrase, entry.parsed
    at = parsed.head_of_span(parsed.tokens[phrase.first].start, parsed.tokens[phrase.last].end)
    while at is not None and parsed.tokens[at].dep == "conj":
        at = parsed.tokens[at].head
    if at is None or phrase.modifier:
        return False
    token = parsed.tokens[at]
    return token.dep in ("nsubj", "nsubjpass", "dobj") or (
        token.dep == "pobj" and parsed.tokens[token.head].text.lower() in ("by", "with", "against", "of", "on")
    )


def _owned(entry: Found) -> bool:
    """Whether a pronoun owns the phrase: "its army" goes with what "its" stands for."""
    first = entry.phrase.first
    return first > 0 and entry.parsed.tokens[first - 1].tag == "PRP$"


def _set(entry: Found, country: str, rule: str, confidence: float) -> Found:
    identity = entry.identity
    filled = identity._replace(country=country, entity=f"{country}:{identity.sector}")
    tokens = entry.parsed.tokens
    start, end = tokens[entry.phrase.first].start, tokens[entry.phrase.last].end
    before = fact_id(entry.parsed.sentence.doc_id, "actor", start, end, identity.entity, identity.code)
    return entry._replace(identity=filled.because(rule, confidence=confidence), inferred_from=before)
