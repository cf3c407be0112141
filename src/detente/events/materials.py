"""What a sentence is coded with: the lexicons, loaded once, and what earlier steps found in its document."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from detente.events.codebook import Codebook
from detente.events.contexts import ContextFinder
from detente.events.event_words import EventWords
from detente.events.not_events import NotEvents
from detente.events.patterns import FrameIndex
from detente.events.severity import SeverityWords
from detente.events.voices import Voices
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading

# "GENEVA, Switzerland (AP) -- ": where the report was filed, and nobody who acts.
DATELINE = re.compile(r"[A-Z][A-Z'.-]{2,}(?:[ ,/][A-Za-z'. ]{2,30})?(?: \([^)]{2,20}\))? ?(?:--|[-–—]) ")


class Lexicons(NamedTuple):
    """Everything the step looks up.

    Attributes:
        ended: the last day of states that are no more.
        bearers: nouns that can stand for the state named with them (Actors).
        persons: nouns for persons of no known role.
    """

    frames: FrameIndex
    words: EventWords
    codebook: Codebook
    contexts: ContextFinder
    severity: SeverityWords
    not_events: NotEvents
    ended: Mapping[str, date]
    bearers: frozenset[str]
    persons: frozenset[str]


class Facts(NamedTuple):
    """Mentions of one kind each, in the order of the text; `places` holds towns and the states named as places."""

    actors: tuple[Mention, ...]
    times: tuple[Mention, ...]
    places: tuple[Mention, ...]

    def within(self, parsed: ParsedSentence, text: str) -> "Facts":
        """Return the facts of one sentence, without the towns and states of its dateline."""
        start, end = parsed.sentence.start, parsed.sentence.end
        dateline = DATELINE.match(text, start, end)
        start = dateline.end() if dateline is not None else start
        return Facts(*(tuple(m for m in kind if start <= m.start < end) for kind in self))

    @property
    def towns(self) -> Iterable[Mention]:
        """Places that no actor mention names."""
        return (place for place in self.places if place.kind == "place")


class Page(NamedTuple):
    """A document as this step sees it."""

    reading: Reading
    facts: Facts
    voices: Voices
    paragraphs: dict[int, str]


def page_of(reading: Reading) -> Page:
    """Sort a reading's mentions by kind and its sentences by paragraph."""
    actors = tuple(m for m in reading.mentions if m.kind == "actor" and m.code)
    times = tuple(m for m in reading.mentions if m.kind == "time")
    places = tuple(
        m for m in reading.mentions if m.kind == "place" or (m.kind == "actor" and m.country and not m.sector)
    )
    text = reading.document.text
    paragraphs: dict[int, str] = {}
    for parsed in reading.sentences:
        words = text[parsed.sentence.start : parsed.sentence.end]
        paragraphs[parsed.paragraph] = f"{paragraphs.get(parsed.paragraph, '')} {words}"
    return Page(reading, Facts(actors, times, places), Voices(reading.claims, actors), paragraphs)
