"""Step 5: who did what to whom, and did it happen."""

from detente.events.arbitration import Arbiter
from detente.events.codebook import Codebook
from detente.events.coding import EventStep
from detente.events.contexts import ContextFinder
from detente.events.manner import EventWords
from detente.events.materials import Lexicons
from detente.events.patterns import FrameIndex
from detente.events.severity import SeverityWords
from detente.learned.classifiers import EventClassifier
from detente.lexicons.entries import ActLine, CameoLine, ClassLine, FrameLine, PhraseLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.record.reading import Step
from detente.settings import Settings


def load_lexicons() -> Lexicons:
    """Read frames, codebook and word lists."""
    words = EventWords(read_lines("en/event_words.tsv", PhraseLine))
    frames, classes = read_lines("en/frames.tsv", FrameLine), read_lines("en/classes.tsv", ClassLine)
    types, cameo = read_lines("codebook/plover.tsv", TypeLine), read_lines("codebook/cameo.tsv", CameoLine)
    return Lexicons(
        FrameIndex(frames, classes, words.quantities),
        words,
        Codebook(types, cameo, read_lines("codebook/acts.tsv", ActLine)),
        ContextFinder(read_lines("en/contexts.tsv", PhraseLine)),
        SeverityWords(read_lines("en/severity.tsv", PhraseLine)),
    )


def prepare(settings: Settings) -> Step:
    """Load lexicons and classifier once and return the step that adds events to a reading."""
    lexicons = load_lexicons()
    return EventStep(lexicons, Arbiter(EventClassifier.load(), lexicons.codebook, lexicons.frames.slots))
