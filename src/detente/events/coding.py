"""Step 5 over a document: every sentence coded, then type and confidence settled with the classifier in one batch."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from detente.events.arbitration import Arbiter
from detente.events.completing import OpenTarget, TargetReader
from detente.events.materials import Lexicons, page_of
from detente.events.rows import event_id
from detente.events.sentence_coding import SentenceCoder
from detente.events.unframed import ActReader, OpenAct
from detente.record.model import Event
from detente.record.reading import Reading


def of_types(types: frozenset[str], events: Collection[Event]) -> Iterator[Event]:
    """Yield the events of these types; one that is the content of an act of another type stands for itself."""
    kept = {event.event_id for event in events if event.type in types}
    given: set[str] = set()
    for event in events:
        if event.event_id not in kept:
            continue
        one = event if not event.content_of or event.content_of in kept else _by_itself(event)
        if one.event_id not in given:  # two acts may speak of the same
            given.add(one.event_id)
            yield one


def _by_itself(event: Event) -> Event:
    alone = replace(event, content_of="")
    return replace(alone, event_id=event_id(alone))


class EventStep:
    """Find who did what to whom in a reading; without an arbiter the frames alone decide."""

    def __init__(
        self,
        lexicons: Lexicons,
        arbiter: Arbiter | None = None,
        reader: ActReader | None = None,
        targets: TargetReader | None = None,
        only: frozenset[str] | None = None,
    ) -> None:
        """Take what to code with; `only` are the types to keep, None standing for all."""
        self._lexicons = lexicons
        self._arbiter = arbiter
        self._reader = reader
        self._targets = targets
        self._only = only

    def __call__(self, reading: Reading) -> Reading:
        """Add events, in the order of the text."""
        page = page_of(reading)
        found: dict[str, Event] = {}
        unread: list[OpenAct] = []
        aimless: list[OpenTarget] = []
        for parsed in reading.sentences:
            coder = SentenceCoder(parsed, page, self._lexicons)
            for event in coder.events():
                found.setdefault(event.event_id, event)
            unread.extend(coder.open_acts)
            aimless.extend(coder.open_targets)
        events = list(found.values() if self._only is None else of_types(self._only, found.values()))
        if self._targets is not None:
            events = self._targets.complete(events, aimless, reading.document.text)
        if self._arbiter is not None:
            events = self._arbiter.settle(reading, events)
        if self._reader is not None:
            events += self._reader.read(unread)
        events.sort(key=lambda e: (e.start, e.end, bool(e.content_of), e.event_id))
        return replace(reading, events=tuple(events))
