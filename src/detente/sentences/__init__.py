"""Step 2: sentences, words, dependencies and clauses."""

from detente.record.reading import Step
from detente.sentences.parser import SentenceStep
from detente.settings import Settings


def prepare(settings: Settings) -> Step:
    """Load the parser once and return the step that reads a document's text into parsed sentences."""
    return SentenceStep(settings)
