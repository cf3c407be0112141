"""When and where: the time and place mentions that hang on an act.

A time belongs to the verb it hangs on: in "agreed on Monday, officials said Thursday" each verb has its own day. A
place belongs to an act when in, at, near or the like leads from the act, its light verb or its object to the place.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from detente.events.arguments import PREDICATES, governing_verb
from detente.events.patterns import Match
from detente.record.model import Document, Mention
from detente.record.reading import ParsedSentence

LOCATIVE = ("in", "at", "near", "outside", "inside", "around", "across", "over", "off", "along", "within", "throughout")
# What lies further back than this is history told as background: news returns to last year's acts as acts,
# but tells older ones as history.
LONG_AGO = timedelta(days=730)


class Setting(NamedTuple):
    """Date and place of an act; `date_from` says whence the date is, `place` is a place or actor mention."""

    date_start: date | None
    date_end: date | None
    date_from: str
    place: Mention | None


def core(parsed: ParsedSentence, match: Match) -> frozenset[int]:
    """Return the words that carry an act: trigger, pattern words, the verb a noun serves, the object."""
    found = {match.trigger, *match.claimed}
    if parsed.tokens[match.trigger].pos not in PREDICATES:
        verb = governing_verb(parsed, match.trigger)
        if verb is not None:
            found.add(verb)
    direct = parsed.child(match.trigger, "dobj", "obj")
    if direct is not None:
        found.add(direct)
    return frozenset(found)


def times_of(parsed: ParsedSentence, match: Match, times: Sequence[Mention], acts: frozenset[int]) -> list[Mention]:
    """Return the dated time mentions that hang on an act, the nearest to its trigger first."""
    attached: list[tuple[int, Mention]] = []
    for mention in times:
        head = parsed.head_of_span(mention.start, mention.end)
        if head is None or mention.date_start is None:
            continue
        if hangs_on_act(parsed, head, match, acts):
            attached.append((abs(head - match.trigger), mention))
    found = [mention for _, mention in sorted(attached, key=lambda item: (item[0], item[1].start))]
    return found or _only_time(parsed, match, times)


def _only_time(parsed: ParsedSentence, match: Match, times: Sequence[Mention]) -> list[Mention]:
    """Return the one time of a sentence where only nouns and gerunds stand between it and the act.

    "Peru accused Chile of blocking trade on Tuesday": the parser hangs the day on what it is near to.
    """
    dated = [mention for mention in times if mention.date_start is not None]
    head = parsed.head_of_span(dated[0].start, dated[0].end) if len(dated) == 1 else None
    if head is None:
        return []
    for i in parsed.ancestors(head):
        if i == match.trigger:
            return dated
        token = parsed.tokens[i]
        if token.pos in PREDICATES and not (token.tag == "VBG" and token.dep == "pcomp"):
            return []
    return []


def hangs_on_act(parsed: ParsedSentence, head: int, match: Match, acts: frozenset[int]) -> bool:
    """Tell whether a time or period with this head word belongs to the act and not to another verb."""
    return _hangs_on(parsed, head, core(parsed, match), acts)


def _hangs_on(parsed: ParsedSentence, head: int, bearers: frozenset[int], acts: frozenset[int]) -> bool:
    """Walk up from a time: an act's own word must be met before any other verb, save one it completes ("began to")."""
    for i in parsed.ancestors(head):
        if i in bearers:
            return True
        if i in acts:
            return False
        if parsed.tokens[i].pos in PREDICATES:
            return any(_completes(parsed, bearer, i) for bearer in bearers)
    return False


def _completes(parsed: ParsedSentence, bearer: int, verb: int) -> bool:
    token = parsed.tokens[bearer]
    return token.head == verb and token.dep in ("xcomp", "nsubj", "nsubjpass", "dobj")


def is_long_ago(mentions: Iterable[Mention], document: Document) -> bool:
    """Tell whether a time lies far before the day of the document; False where either is unknown."""
    if document.published is None:
        return False
    limit = document.published - LONG_AGO
    return any((m.date_end or m.date_start or date.max) < limit for m in mentions)


def is_to_come(mentions: Iterable[Mention], document: Document) -> bool:
    """Tell whether the nearest time lies wholly after the day of the document; False where either is unknown."""
    nearest = next(iter(mentions), None)
    if document.published is None or nearest is None or nearest.date_start is None:
        return False
    return nearest.date_start > document.published


def setting(
    parsed: ParsedSentence,
    match: Match,
    times: Sequence[Mention],
    places: Iterable[Mention],
    told: tuple[Document, str],
) -> Setting:
    """Return date and place of an act; `told` is the document that tells it and its status there.

    Without a time of its own an act that a report tells as done or going on has the document's day; any other has none.
    """
    document, status = told
    place = next(places_of(parsed, match, places), None)
    if times:
        return Setting(times[0].date_start, times[0].date_end or times[0].date_start, "text", place)
    if status in ("happened", "ongoing") and document.published is not None and document.genre == "report":
        return Setting(document.published, document.published, "document", place)
    return Setting(None, None, "unknown", place)


def places_of(parsed: ParsedSentence, match: Match, places: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions that a preposition of place ties to an act."""
    bearers = core(parsed, match)
    for mention in places:
        head = parsed.head_of_span(mention.start, mention.end)
        if head is None or parsed.tokens[head].dep != "pobj":
            continue
        preposition = parsed.tokens[parsed.tokens[head].head]
        if preposition.lemma in LOCATIVE and preposition.head in bearers:
            yield mention
