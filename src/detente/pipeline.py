"""The main path of a document.

1. documents: bytes become a Document (`detente.documents`, before this module is called)
2. sentences: the text becomes sentences, words, dependencies and clauses
3. mentions: who, when, where
4. claims: according to whom
5. events: who did what to whom, and did it happen
Steps 6 to 8 (stories, relations, outlook) read the whole record, not one document.
"""

from dataclasses import dataclass, replace

from detente import claims, events, mentions, sentences
from detente.record.model import Coded, Document
from detente.record.reading import Reading, Step
from detente.settings import Settings
from detente.version import coded_with, stamped


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps 2 to 5, ready to code documents one by one."""

    coded_with: str
    parse_sentences: Step
    find_mentions: Step
    find_claims: Step
    code_events: Step

    def read(self, document: Document) -> Reading:
        """Read a document through all steps and keep the parse (for explanations and tests)."""
        reading = begin(document, self.coded_with)
        reading = self.parse_sentences(reading)  # 2
        reading = self.find_mentions(reading)  # 3
        reading = self.find_claims(reading)  # 4
        return self.code_events(reading)  # 5

    def __call__(self, document: Document) -> Coded:
        """Code one document."""
        return self.read(document).coded()


def begin(document: Document, coded_with: str) -> Reading:
    """A document about to be read, stamped with what codes it."""
    return Reading(replace(document, coded_with=coded_with), coded_with)


def prepare(settings: Settings) -> Pipeline:
    """Load lexicons and models once."""
    return Pipeline(
        coded_with=stamped(coded_with(), settings),
        parse_sentences=sentences.prepare(settings),
        find_mentions=mentions.prepare(settings),
        find_claims=claims.prepare(settings),
        code_events=events.prepare(settings),
    )
