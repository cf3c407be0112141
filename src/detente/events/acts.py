"""Which of the frames found are acts, which are what an act speaks of, and which are mere topics.

"A agreed to lift the ban" is one act whose content is another; "A condemned B's raid on C" is two acts, since a nominal
with parties of its own is one by itself; in "A and B discussed the withdrawal" the withdrawal is a topic and no act.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from detente.events.arguments import is_infinitive
from detente.events.patterns import Match
from detente.record.reading import ParsedSentence

# Clauses that add an act of their own instead of completing another.
INDEPENDENT = ("relcl", "appos", "parataxis", "ROOT", "nsubj", "csubj")
NOMINAL = ("NOUN", "PROPN")
# Frames of words that look like an act and are none, or only say how another is meant ("plans to").
NO_ACT = ("", "-", "NONE")
CIRCUMSTANTIAL = frozenset({"after", "following", "amid", "during", "since", "over", "despite", "in", "at", "by"})
# A party's view of an act presupposes the act; talking of it, asking for it or refusing it does not.
PRESUPPOSING = frozenset(
    {"ACCUSE", "SUPPORT", "CONCEDE", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "RETREAT"}
)


class Candidate(NamedTuple):
    """A frame in its place.

    `link` is act, content (of the act at `parent`), own (a nominal inside `parent`, an act if it has parties of its
    own) or topic (nothing by itself).
    """

    match: Match
    parent: int
    link: str


def link(parsed: ParsedSentence, matches: Iterable[Match]) -> list[Candidate]:
    """Relate the matches of a sentence to each other, parents before what hangs on them."""
    found = [match for match in matches if match.frame.line.type not in NO_ACT]
    active = {match.trigger: match for match in found if match.claimed_by == -1}
    candidates = [_candidate(parsed, match, active) for match in found]
    linked = [candidate for candidate in candidates if candidate is not None]
    depth = {candidate.match.trigger: candidate.parent for candidate in linked}

    def steps(candidate: Candidate) -> int:
        n, parent = 0, candidate.parent
        while parent != -1 and n < len(depth):
            n, parent = n + 1, depth.get(parent, -1)
        return n

    return sorted(linked, key=lambda candidate: (steps(candidate), candidate.match.trigger))


def _candidate(parsed: ParsedSentence, match: Match, active: dict[int, Match]) -> Candidate | None:
    if match.claimed_by != -1:
        holder = active.get(match.claimed_by)
        if holder is None or not _speaks_of(holder, match) or parsed.tokens[match.trigger].pos not in NOMINAL:
            return None
        return Candidate(match, match.claimed_by, "content")
    if _is_title(parsed, match.trigger, active):
        return None
    parent = find_parent(parsed, match.trigger, active)
    if parent == -1:
        return Candidate(match, -1, "act")
    return Candidate(match, parent, _link_kind(parsed, match, active[parent]))


def _speaks_of(holder: Match, match: Match) -> bool:
    """Tell whether the pattern's own noun is what the act speaks of: "declared a truce", "called for talks"."""
    return bool(holder.frame.line.content) and holder.frame.line.type != match.frame.line.type


def _link_kind(parsed: ParsedSentence, match: Match, parent: Match) -> str:
    line = parent.frame.line
    # A noun whose light verb stands between it and the parent is a clause: "agreed to impose a ban".
    serves = match.light not in (-1, parent.trigger) and match.light in _up_to(parsed, match.trigger, parent.trigger)
    nominal = parsed.tokens[match.trigger].pos in NOMINAL and not serves
    if line.type == match.frame.line.type and (nominal or not line.content):
        return "topic"
    if line.content and (not nominal or _is_near(parsed, match.trigger, parent.trigger)):
        return "content"
    if nominal and line.type in PRESUPPOSING and not _in_clause(parsed, match.trigger, parent.trigger):
        return "own"
    return "topic"


def _in_clause(parsed: ParsedSentence, trigger: int, parent: int) -> bool:
    """Tell whether a noun stands inside a clause that completes the parent ("accused B of starting the war")."""
    return any(parsed.tokens[i].dep in ("pcomp", "xcomp", "ccomp") for i in (trigger, *_up_to(parsed, trigger, parent)))


def _up_to(parsed: ParsedSentence, trigger: int, parent: int) -> Iterator[int]:
    for i in parsed.ancestors(trigger):
        if i == parent:
            return
        yield i


def _is_near(parsed: ParsedSentence, trigger: int, parent: int) -> bool:
    """A noun is what an act speaks of as its object, or behind one preposition that does not tell when or why."""
    i = trigger
    while parsed.tokens[i].dep == "conj":
        i = parsed.tokens[i].head
    token = parsed.tokens[i]
    if token.head == parent:
        return True
    above = parsed.tokens[token.head]
    return token.dep == "pobj" and above.head == parent and above.lemma not in CIRCUMSTANTIAL


def _is_title(parsed: ParsedSentence, trigger: int, active: dict[int, Match]) -> bool:
    """Tell whether a noun only says what the next is about: "peace talks coordinator", "ceasefire monitors"."""
    token = parsed.tokens[trigger]
    return token.pos in NOMINAL and token.dep in ("compound", "nmod", "amod", "npadvmod") and token.head not in active


def find_parent(parsed: ParsedSentence, trigger: int, active: dict[int, Match]) -> int:
    """Return the trigger of the act that this trigger completes or stands inside, or -1."""
    i = trigger
    for above in parsed.ancestors(trigger):
        token = parsed.tokens[i]
        if token.dep in INDEPENDENT:
            return -1
        if token.dep == "acl" and token.tag in ("VBN", "VBG"):
            return -1
        if token.dep == "advcl" and not (above in active and _is_part(parsed, i, active[above], active.get(trigger))):
            return -1
        if above in active and token.dep not in ("conj", "punct"):
            return above
        i = above
    return -1


def _is_part(parsed: ParsedSentence, i: int, above: Match, match: Match | None) -> bool:
    """An infinitive after an act tells its content ("urged B to go"), or the same act again ("met to discuss")."""
    if not is_infinitive(parsed, i):
        return False
    return bool(above.frame.line.content) or (match is not None and match.frame.line.type == above.frame.line.type)
