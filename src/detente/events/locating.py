"""Where an act took place: the way in the tree from a place up to the act.

A place belongs to an act when a way leads from its words to the act's own (its verb, its noun, its object) over what
lies somewhere: "in the port of B", "at a hotel in B", "rebels in B", "during the siege of B". It may be what is shelled
or visited, where something is sent, where a speaker stands who acts ("speaking in B, he accused"), and, for want of a
place in the sentence, the dateline's. Another act or another verb on the way ends it: "accused rebels based in B".

Of several places the nearest way wins, and of two on one way the smaller: "in Diffa in Niger". Acts of words keep to
places that the words tie to the speaking: who praises an army in B need not be there.
"""

from collections.abc import Iterable
from typing import NamedTuple

from detente.events.arguments import OBJECTS, PREDICATES, governing_verb
from detente.events.patterns import NOMINAL, Match
from detente.events.setting_words import setting_words
from detente.events.ways import WORDS, Climb, Goal
from detente.record.model import Event, Mention
from detente.record.reading import ParsedSentence, Token

# Acts whose dateline is their place where their doer is at home there; of the others the one they are done to is.
AT_HOME = WORDS | {"COERCE", "PROTEST", "COOPERATE", "SANCTION"}


class Located(NamedTuple):
    """The place of an act, and the rule and lexicon lines that tie it to it."""

    mention: Mention
    evidence: tuple[str, ...]


def core(parsed: ParsedSentence, match: Match) -> frozenset[int]:
    """Return the words that carry an act: trigger, pattern words, the verb a noun serves, the object."""
    found = {match.trigger, *match.claimed}
    if parsed.tokens[match.trigger].pos not in PREDICATES:
        verb = governing_verb(parsed, match.trigger)
        if verb is not None:
            found.add(verb)
    direct = parsed.child(match.trigger, *OBJECTS)
    if direct is not None:
        found.add(direct)
    return frozenset(found)


def goal_of(parsed: ParsedSentence, match: Match, type_: str, others: frozenset[int]) -> Goal | None:
    """Return what a way must lead to; None for words that a deed's own word tells ("said they would meet in B").

    Of a noun, the verb above it is no bearer where a preposition makes it another act: "arrived in B despite warnings".
    """
    told = match.frame.line.type
    if type_ in WORDS and told not in WORDS and told != "COOPERATE" and parsed.tokens[match.trigger].pos not in NOMINAL:
        return None
    bearers = core(parsed, match)
    token = parsed.tokens[match.trigger]
    if token.dep == "pobj" and token.pos in NOMINAL:
        preposition = parsed.tokens[token.head]
        verb = governing_verb(parsed, match.trigger)
        if verb is not None and verb not in match.claimed and not setting_words().has("shared", preposition.lemma):
            bearers -= {verb}
    return Goal(match, type_, bearers, others)


def locate(parsed: ParsedSentence, goal: Goal, places: Iterable[Mention]) -> Located | None:
    """Return the place of an act, or None where no way leads from one to it."""
    words = setting_words()
    ranked: list[tuple[int, int, bool, int, Located]] = []
    for mention in places:
        head = parsed.head_of_span(mention.start, mention.end)
        if head is None or not _may_be_place(mention, parsed.tokens[head]):
            continue
        way = Climb(parsed, goal, words, mention).way(head)
        if way is None:
            continue
        evidence = (f"rule:at.{way.rule}", *dict.fromkeys(word for word in way.words if word))
        distance = abs(head - goal.match.trigger)
        found = Located(mention, evidence)
        ranked.append((way.steps, _coarseness(mention), mention.kind != "place", distance, found))
    return min(ranked, key=lambda item: item[:4])[4] if ranked else None


def _may_be_place(mention: Mention, head: Token) -> bool:
    """A place, or a state that something is done to."""
    return mention.kind == "place" or (mention.entity == mention.country and head.pos == "PROPN")


def _coarseness(mention: Mention) -> int:
    """A state is coarser than a region, a region than a town."""
    if mention.kind != "place" or mention.entity.startswith("place:country"):
        return 2
    return int(mention.entity.startswith("place:region"))


def dateline_of(parsed: ParsedSentence, places: Iterable[Mention]) -> Mention | None:
    """Return the place in whose dateline a sentence stands, if it has one."""
    return next((m for m in places if m.note == "dateline" and m.start == parsed.sentence.start), None)


def filed_at(event: Event, dateline: Mention) -> bool:
    """Tell whether an act without a place of its own is likely to have taken place where it was filed.

    What is said or agreed is where the speaker is at home; what is done to someone is where they are; a meeting may be
    anywhere.
    """
    if event.place_start is not None or event.content_of or event.date_from == "unknown":
        return False
    if event.type == "CONSULT":
        return True
    here = dateline.country
    if event.type in AT_HOME and event.source_country == here:
        return True
    return event.type not in WORDS and event.target_country == here
