"""Step 5: who did what to whom, and did it happen."""

from detente.events.arbitration import Arbiter
from detente.events.codebook import Codebook
from detente.events.coding import EventStep
from detente.events.completing import TargetReader
from detente.events.confidence import Calibration
from detente.events.contexts import ContextFinder
from detente.events.event_words import EventWords
from detente.events.materials import Lexicons
from detente.events.not_events import NotEvents
from detente.events.patterns import FrameIndex
from detente.events.severity import SeverityWords
from detente.events.unframed import ActReader
from detente.learned.classifiers import EventClassifier
from detente.lexicons.entries import ActLine, CameoLine, ClassLine, FrameLine, PhraseLine, StateLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.lexicons.user_codebook import UserCodebook, read_user_codebook
from detente.record.reading import Step
from detente.settings import Settings


def load_lexicons(users: UserCodebook = UserCodebook()) -> Lexicons:  # noqa: B008  empty, and a tuple never changes
    """Read frames, codebook and word lists, with what a user's codebook adds."""
    words = EventWords(read_lines("en/event_words.tsv", PhraseLine))
    classes = read_lines("en/classes.tsv", ClassLine)
    frames = FrameIndex((*users.frames, *read_lines("en/frames.tsv", FrameLine)), classes, words.quantities)
    people = {line.phrase: line.kind for line in read_lines("en/person_nouns.tsv", PhraseLine)}
    groups = frozenset(noun for noun, kind in people.items() if kind == "group")
    types, cameo = read_lines("codebook/plover.tsv", TypeLine), read_lines("codebook/cameo.tsv", CameoLine)
    return Lexicons(
        frames,
        words,
        Codebook((*types, *users.types), cameo, read_lines("codebook/acts.tsv", ActLine)),
        ContextFinder(read_lines("en/contexts.tsv", PhraseLine)),
        SeverityWords(read_lines("en/severity.tsv", PhraseLine)),
        NotEvents(read_lines("en/not_events.tsv", PhraseLine)),
        {line.iso3: line.valid_to for line in read_lines("shared/states.tsv", StateLine) if line.valid_to is not None},
        frames.bearers | words.proxies | words.quantities | groups,
        frozenset(people) - groups - frames.bearers,
    )


def prepare(settings: Settings) -> Step:
    """Load lexicons and classifier once and return the step that adds events to a reading.

    Raises:
        LexiconError: a codebook of the user's cannot be read, or lines of it are wrong.
    """
    users = read_user_codebook(settings.codebook)
    lexicons = load_lexicons(users)
    classifier, calibration = EventClassifier.load(), Calibration.load()
    return EventStep(
        lexicons,
        Arbiter(classifier, lexicons.codebook, lexicons.frames.slots, calibration),
        ActReader(classifier, calibration) if not settings.codebook_only else None,
        TargetReader(classifier) if not settings.codebook_only else None,
        users.own if settings.codebook_only else None,
    )
