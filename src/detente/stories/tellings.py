"""An act as one report tells it: what is compared when reports are brought together."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED, Document, Event
from detente.record.store import Record
from detente.stories.wording import Passage, Weigher, Wording

# Characters around the sentence that tell what it is about.
AROUND = 300
BATCH_ROWS = 5_000
NO_WORDS = Wording({}, 0.0)
Spot = tuple[float, float]


class Party(NamedTuple):
    """A party of an act: `key` is its country, else its entity, "" for nobody known; `kind` its non-state sector."""

    key: str
    kind: str
    entity: str
    code: str


class Telling(NamedTuple):
    """An act in one report.

    Attributes:
        event_id, doc_id: the event and its document.
        type, status: PLOVER type; status, with "counted" for acts that happened or are going on.
        mutual: they did it together, so that the parties have no order.
        source, target: the parties.
        first, last: the days it may have happened on, None where nobody knows.
        exact: whether the text itself names that day.
        place: name of the place of the act.
        located: whether it is known where that place lies.
        spots: where it lies, else where the towns lie that the sentence names; degrees north and east.
        words: what it is told in.
        published, publisher, cluster, coded_with: of the document.
    """

    event_id: str
    doc_id: str
    type: str
    status: str
    mutual: bool
    source: Party
    target: Party
    first: date | None
    last: date | None
    exact: bool
    place: str
    located: bool
    spots: tuple[Spot, ...]
    words: Wording
    published: date | None
    publisher: str
    cluster: str
    coded_with: str

    @property
    def open(self) -> bool:
        """Whether a party is not known."""
        return not (self.source.key and self.target.key)

    @property
    def parties(self) -> set[str]:
        """The parties that are known."""
        return {self.source.key, self.target.key} - {""}


def read_tellings(record: Record) -> Iterator[Telling]:
    """Read the acts of a record in the order of their days, a batch at a time."""
    weigher, states = Weigher(), state_sectors()
    rows = record.run("story_acts", {"around": AROUND}).to_arrow_reader(BATCH_ROWS)
    for batch in rows:
        for row in batch.to_pylist():
            yield _telling(row, weigher, states)


def told_by(events: Iterable[Event], documents: Iterable[Document], clusters: Mapping[str, str]) -> Iterator[Telling]:
    """Acts of events at hand, without their words, in the order of their days."""
    known = {document.doc_id: document for document in documents}
    acts = [event for event in events if not event.content_of]
    for event in sorted(acts, key=lambda e: _order(e, known[e.doc_id])):
        document = known[event.doc_id]
        row = {name: getattr(event, name) for name in Event.__slots__}
        row |= {"published": document.published, "publisher": document.publisher, "title": "", "places": None}
        yield _telling({**row, "words": "", "text_cluster": clusters.get(event.doc_id)}, None, state_sectors())


def state_sectors() -> frozenset[str]:
    """Sectors that act for their state."""
    return frozenset(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))


def _order(event: Event, document: Document) -> tuple[str, str, str, int, str]:
    day = event.date_start or document.published
    return (str(day or "9999"), str(document.published or "9999"), event.doc_id, event.start or 0, event.event_id)


def _telling(row: Mapping[str, Any], weigher: Weigher | None, states: frozenset[str]) -> Telling:
    first, last, exact = _days(row)
    words = NO_WORDS
    if weigher is not None and row["words"]:
        passage = Passage(row["words"], row["before"], row["before"] + row["length"], row["title"])
        words = weigher.wording(passage, f"{row['source_text']} {row['target_text']}")
    spots = [(spot["lat"], spot["lon"]) for spot in row["places"] or ()]
    located = row["lat"] is not None
    if located:
        spots = [(row["lat"], row["lon"])]
    return Telling(
        event_id=row["event_id"],
        doc_id=row["doc_id"],
        type=row["type"],
        status="counted" if row["status"] in COUNTED else row["status"],
        mutual=row["reciprocal"],
        source=_party(row, "source", states),
        target=_party(row, "target", states),
        first=first,
        last=last,
        exact=exact,
        place=row["place"],
        located=located,
        spots=tuple(spots),
        words=words,
        published=row["published"],
        publisher=row["publisher"],
        cluster=row["text_cluster"] or row["doc_id"],
        coded_with=row["coded_with"],
    )


def _days(row: Mapping[str, Any]) -> tuple[date | None, date | None, bool]:
    first = row["date_start"] or row["published"]
    last = row["date_end"] or first
    if first is None or last is None:
        return first, last, False
    return first, max(first, last), row["date_from"] == "text" and (last - first) <= timedelta(days=1)


def _party(row: Mapping[str, Any], side: str, states: frozenset[str]) -> Party:
    country, sector, entity = (row[f"{side}_{name}"] for name in ("country", "sector", "entity"))
    kind = "" if sector in states else sector
    return Party(country or entity, kind, entity, row[f"{side}_code"])
