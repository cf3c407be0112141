"""The small words the actor rules turn on, from en/actor_words.tsv, each with its id for the evidence."""

from collections.abc import Iterable
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

ACTOR_WORDS = "en/actor_words.tsv"
TIME_WORDS = "en/time_words.tsv"
# Prepositions of place after a verb of motion, of parties after others: "flew to Lagos", "wrote to Lagos".
TOWARDS = frozenset({"to", "from", "into", "toward", "towards"})


class ActorWords(NamedTuple):
    """Word to lexicon id by kind; the names of days and months come from the time lexicon."""

    by_kind: dict[str, dict[str, str]]
    calendar: frozenset[str]

    def has(self, kind: str, word: str) -> bool:
        """Whether the word is of this kind."""
        return word in self.by_kind.get(kind, ())

    def evidence(self, kind: str, word: str) -> str:
        """Id of the line that says so, or ""."""
        return self.by_kind.get(kind, {}).get(word, "")


def gather(lines: Iterable[PhraseLine], calendar: Iterable[str] = ()) -> ActorWords:
    """Index the lines by kind."""
    by_kind: dict[str, dict[str, str]] = {}
    for line in lines:
        by_kind.setdefault(line.kind, {})[line.phrase] = line.id
    return ActorWords(by_kind, frozenset(calendar))


def load_words() -> ActorWords:
    """Read the shipped lines."""
    calendar = (
        line.phrase.capitalize()
        for line in read_lines(TIME_WORDS, PhraseLine)
        if line.kind.startswith(("weekday:", "month:"))
    )
    return gather(read_lines(ACTOR_WORDS, PhraseLine), calendar)
