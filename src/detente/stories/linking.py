"""One act, many reports: tellings are read in the order of their days, and each joins the story it fits best.

1. tellings of one family of types, one status and a party in common meet; the others never do
2. a telling is weighed against the stories told within the last days (detente.stories.kinship)
3. it joins the one that most speaks for, or begins a story of its own

A story never looks ahead, so one that began keeps its first telling, and with it its id, when later reports arrive.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import log

from detente.record.ids import digest
from detente.record.model import Document, Event, Story, StoryEvent, TextCluster
from detente.stories.kinship import Types, points, read_types
from detente.stories.tellings import Telling, told_by

# A story is known by its first tellings and its latest; a hundredth report adds nothing to its words.
REMEMBERED = 6
# Of the stories a telling may join, this many that were told last are weighed.
MOST_WEIGHED = 40
JOINS_ABOVE = 0.0
# Where a pair has many stories of one kind at a time, a telling must say more to join one of them.
CROWD = 0.25
# An act may be told for long, but what is told for longer than this many times `story_days` is more than one.
LONGEST = 4
Linked = tuple[Story, tuple[StoryEvent, ...]]
Key = tuple[str, str, str]


def link_events(
    events: Iterable[Event], documents: Iterable[Document], clusters: Iterable[TextCluster], story_days: int
) -> tuple[tuple[Story, ...], tuple[StoryEvent, ...]]:
    """Link events into stories; return the stories by day and, for each event, its story.

    `story_days` is how many days may lie between one report's day and the next one's in a story.
    """
    cluster_of = {cluster.doc_id: cluster.text_cluster for cluster in clusters}
    stories = sorted(
        link_tellings(told_by(events, documents, cluster_of), story_days),
        key=lambda pair: (str(pair[0].date_start or "9999"), pair[0].story_id),
    )
    return tuple(story for story, _ in stories), tuple(link for _, links in stories for link in links)


def link_tellings(tellings: Iterable[Telling], story_days: int) -> Iterator[Linked]:
    """Link tellings that come in the order of their days; a story is given out once nothing can join it any more."""
    linker = Linker(story_days)
    for telling in tellings:
        yield from linker.take(telling)
    yield from linker.close()


class Growing:
    """A story that may still grow."""

    __slots__ = (
        "clusters", "documents", "first", "last", "links", "named", "open", "parties", "place", "published",
        "publishers", "shown", "turn", "types",
    )  # fmt: skip

    def __init__(self, first: Telling, turn: int) -> None:
        self.turn = turn
        self.first = self.named = first
        self.types: Counter[str] = Counter()
        self.shown: list[Telling] = []
        self.links: list[tuple[str, str]] = []
        self.documents: set[str] = set()
        self.clusters: set[str] = set()
        self.publishers: set[str] = set()
        self.published = first.published
        self.place = ""
        self.parties: set[str] = set()
        self.open = False
        self.last = first.first
        self.add(first)

    def add(self, telling: Telling) -> None:
        """Take a telling in."""
        self.links.append((telling.event_id, telling.coded_with))
        self.documents.add(telling.doc_id)
        self.clusters.add(telling.cluster)
        self.publishers.add(telling.publisher)
        self.types[telling.type] += 1
        self.place = self.place or telling.place
        self.parties |= telling.parties
        self.open = self.open or telling.open
        if self.named.open and not telling.open:
            self.named = telling
        if telling.published is not None:
            self.published = min(self.published or telling.published, telling.published)
        if telling.first is not None:
            self.last = max(self.last or telling.first, telling.first)
        if len(self.shown) >= REMEMBERED:
            del self.shown[REMEMBERED // 2]
        self.shown.append(telling)

    def finished(self) -> Linked:
        """The story and its events."""
        first, named = self.first, self.named
        story_id = digest("story", first.event_id)
        story = Story(
            story_id=story_id,
            type=max(self.types, key=self.types.__getitem__),
            source_code=named.source.code,
            target_code=named.target.code,
            date_start=first.first,
            date_end=self.last,
            place=self.place,
            n_documents=len(self.documents),
            n_text_clusters=len(self.clusters),
            n_publishers=len(self.publishers),
            first_published=self.published,
            coded_with=first.coded_with,
        )
        return story, tuple(StoryEvent(story_id, event_id, coded_with) for event_id, coded_with in self.links)


class Linker:
    """The stories that may still grow, by the parties their tellings name."""

    def __init__(self, story_days: int) -> None:
        self._types: Types = read_types()
        self._reach = timedelta(days=story_days)
        self._open: dict[int, Growing] = {}
        self._by_party: dict[Key, dict[int, None]] = defaultdict(dict)
        self._turn = 0
        self._swept: date | None = None

    def take(self, telling: Telling) -> Iterator[Linked]:
        """Put a telling where it belongs; give out the stories that are too old for it and all that follow."""
        if telling.first is not None and telling.first != self._swept:
            yield from self._sweep(telling.first)
        story = self._best(telling)
        if story is None:
            self._turn += 1
            story = self._open[self._turn] = Growing(telling, self._turn)
        else:
            story.add(telling)
        for key in self._keys(telling):
            self._by_party[key][story.turn] = None

    def close(self) -> Iterator[Linked]:
        """Give out what is left."""
        for story in self._open.values():
            yield story.finished()
        self._open.clear()

    def _sweep(self, day: date) -> Iterator[Linked]:
        self._swept = day
        old = [turn for turn, story in self._open.items() if story.last is not None and story.last + self._reach < day]
        for turn in old:
            yield self._open.pop(turn).finished()
        if old:
            gone = set(old)
            for key in [key for key, turns in self._by_party.items() if not gone.isdisjoint(turns)]:
                kept = {turn: None for turn in self._by_party[key] if turn not in gone}
                if kept:
                    self._by_party[key] = kept
                else:
                    del self._by_party[key]

    def _keys(self, telling: Telling) -> Sequence[Key]:
        family = self._types.family.get(telling.type, telling.type)
        parties = telling.parties or {f"cluster {telling.cluster}"}
        return [(family, telling.status, party) for party in sorted(parties)]

    def _best(self, telling: Telling) -> Growing | None:
        held = [self._by_party.get(key, {}) for key in self._keys(telling)]
        turns = sorted({turn for each in held for turn in each}, reverse=True)
        fitting = [story for story in map(self._open.__getitem__, turns) if self._may_join(story, telling)]
        crowd = sum(all(story.turn in each for each in held) for story in fitting[:MOST_WEIGHED])
        best, most = None, JOINS_ABOVE + CROWD * log(max(crowd, 1))
        for story in fitting[:MOST_WEIGHED]:
            found = points(story.shown, telling, self._types)
            if found is not None and found > most:
                best, most = story, found
        return best

    def _may_join(self, story: Growing, telling: Telling) -> bool:
        """Whether a story is told still, and its parties are the same or one of both leaves a party open.

        Where a day is not known, only copies of a text are compared.
        """
        if telling.first is None or story.last is None or story.first.first is None:
            return telling.cluster in story.clusters
        if telling.first > story.first.first + LONGEST * self._reach:
            return False
        return story.open or telling.open or telling.parties == story.parties
