"""Names of a user's dictionaries in capitals, which match in any letter case, beside names as they are written."""

from collections.abc import Iterable, Iterator

from detente.lexicons.entries import NameLine
from detente.mentions.gazetteer import Gazetteer, Hit, Word

# "WHO" in a dictionary of capitals is a body, "Who" at the start of a sentence is none.
LONGEST_ABBREVIATION = 3
# Words up to this length stay small inside names: "Bank of Arvia".
SMALL = 3


class LayeredGazetteer(Gazetteer[NameLine]):
    """Of two names that begin at the same word the longer one counts, of the same words the user's.

    Args:
        names: name and line, matched as written.
        any_case: name and line of a dictionary that does not tell letter case.
    """

    def __init__(self, names: Iterable[tuple[str, NameLine]], any_case: Iterable[tuple[str, NameLine]]) -> None:
        super().__init__(names)
        self._any_case = Gazetteer(any_case, lower=True)

    def get(self, name: str) -> tuple[NameLine, ...]:
        """Entries of exactly this name."""
        return self._any_case.get(name) or super().get(name)

    def find(self, words: list[Word]) -> Iterator[Hit[NameLine]]:
        """Yield the names in a run of words, longest first from the left, without overlap."""
        at = 0
        while at < len(words):
            hit, theirs = self.at(words, at), self._any_case.at(words, at)
            if theirs is not None and (hit is None or theirs.end >= hit.end) and is_name(words, at, theirs.end):
                hit = theirs
            at += 1
            if hit is None:
                continue
            yield hit
            while at < len(words) and words[at].start < hit.end:
                at += 1


def is_name(words: list[Word], at: int, end: int) -> bool:
    """Whether the words from index `at` to offset `end` are written as a name: "Bank of Arvia", not "bank of Arvia".

    A short abbreviation must be all capitals.
    """
    covered = [word.text for word in words[at:] if word.end <= end]
    if len(covered) == 1 and len(covered[0]) <= LONGEST_ABBREVIATION:
        return covered[0].isupper()
    return covered[0][0].isupper() and not any(
        text.isalpha() and text.islower() for text in covered if len(text) > SMALL
    )
