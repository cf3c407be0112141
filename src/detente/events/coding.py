"""Step 5 over a document: every sentence coded, then type and confidence settled with the classifier in one batch."""

from dataclasses import replace

from detente.events.arbitration import Arbiter
from detente.events.materials import Lexicons, page_of
from detente.events.sentence_coding import SentenceCoder
from detente.record.model import Event
from detente.record.reading import Reading


class EventStep:
    """Find who did what to whom in a reading; without an arbiter the frames alone decide."""

    def __init__(self, lexicons: Lexicons, arbiter: Arbiter | None = None) -> None:
        self._lexicons = lexicons
        self._arbiter = arbiter

    def __call__(self, reading: Reading) -> Reading:
        """Add events, in the order of the text."""
        page = page_of(reading)
        found: dict[str, Event] = {}
        for parsed in reading.sentences:
            for event in SentenceCoder(parsed, page, self._lexicons).events():
                found.setdefault(event.event_id, event)
        events = list(found.values())
        if self._arbiter is not None:
            events = self._arbiter.settle(reading, events)
        events.sort(key=lambda e: (e.start, e.end, bool(e.content_of), e.event_id))
        return replace(reading, events=tuple(events))
