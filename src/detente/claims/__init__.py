"""Step 4: according to whom, with what stance, and whether a sentence reports or argues."""

from detente.claims.step import ClaimStep
from detente.record.reading import Step
from detente.settings import Settings


def prepare(settings: Settings) -> Step:
    """Load the cue lexicons once and return the step that adds claims and genres to a reading."""
    return ClaimStep(settings)
