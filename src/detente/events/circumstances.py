"""When and where: the time and place mentions that hang on an act.

A time belongs to the verb it hangs on: in "agreed on Monday, officials said Thursday" each verb has its own day. Which
place belongs to an act is settled in locating.py.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from detente.events.arguments import PREDICATES
from detente.events.locating import Located, core, goal_of, locate
from detente.events.patterns import Match
from detente.events.setting_words import setting_words
from detente.record.model import Document, Mention
from detente.record.reading import ParsedSentence

# What lies further back than this is history told as background: news returns to last year's acts as acts,
# but tells older ones as history.
LONG_AGO = timedelta(days=730)
# A time of which the text does not tell the days: "on the eve of the vote".
UNRESOLVED = "unresolved"


class Setting(NamedTuple):
    """Date and place of an act; `date_from` says whence the date is."""

    date_start: date | None
    date_end: date | None
    date_from: str
    located: Located | None


class Telling(NamedTuple):
    """How a row tells an act: the document, the row's status and type, and the triggers of other acts."""

    document: Document
    status: str
    type: str
    others: frozenset[int] = frozenset()


def times_of(parsed: ParsedSentence, match: Match, times: Sequence[Mention], acts: frozenset[int]) -> list[Mention]:
    """Return the time mentions that hang on an act, the nearest to its trigger first, dated ones before unresolved."""
    attached: list[tuple[bool, int, Mention]] = []
    anchors = {mention.antecedent for mention in times if mention.antecedent}
    times = [mention for mention in times if mention.mention_id not in anchors]  # "the eve of the June 12 summit"
    for mention in times:
        head = parsed.head_of_span(mention.start, mention.end)
        if head is None or not _tells(mention):
            continue
        if hangs_on_act(parsed, head, match, acts):
            attached.append((mention.date_start is None, abs(head - match.trigger), mention))
    found = [mention for *_, mention in sorted(attached, key=lambda item: (*item[:2], item[2].start))]
    return found or _only_time(parsed, match, times)


def _tells(time: Mention) -> bool:
    """Tell whether a time has days, or says that the text leaves them open."""
    return time.date_start is not None or time.note.startswith(UNRESOLVED)


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
            return any(_precedes(parsed, bearer, head, i) for bearer in bearers)
        if parsed.tokens[i].pos in PREDICATES:
            return any(_completes(parsed, bearer, i) for bearer in bearers)
    return False


def _precedes(parsed: ParsedSentence, bearer: int, time: int, verb: int) -> bool:
    """Tell whether a time stands between an act that is a verb's subject and that verb: "a raid on Monday killed"."""
    token = parsed.tokens[bearer]
    return token.head == verb and token.dep in ("nsubj", "nsubjpass") and bearer < time < verb


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
    parsed: ParsedSentence, match: Match, times: Sequence[Mention], places: Iterable[Mention], telling: Telling
) -> Setting:
    """Return date and place of an act.

    Without a time of its own an act that a report tells as done or going on has the document's day; any other has none,
    and neither has one whose time the text leaves open ("on the eve of the vote").
    """
    document, status, type_, others = telling
    goal = goal_of(parsed, match, type_, others)
    located = locate(parsed, goal, places) if goal is not None else None
    if times:
        first, last = _days(parsed, times[0], document)
        return Setting(first, last, "text" if first is not None else "unknown", located)
    if status in ("happened", "ongoing") and document.published is not None and document.genre == "report":
        return Setting(document.published, document.published, "document", located)
    return Setting(None, None, "unknown", located)


def _days(parsed: ParsedSentence, time: Mention, document: Document) -> tuple[date | None, date | None]:
    """First and last day of a time; what goes on since then lasts to the document's day."""
    start, end = time.date_start, time.date_end or time.date_start
    token = next((token for token in parsed.tokens if token.end > time.start), None)
    before = parsed.tokens[token.i - 1].text.lower() if token is not None and token.i else ""
    today = document.published
    if start is not None and today is not None and start <= today and setting_words().has("since", before):
        return start, today
    return start, end
