"""What the text is about: PLOVER contexts, found by the phrases of en/contexts.tsv in a sentence and its paragraph.

A context tells the setting of an act and not its cause (PLOVER digest, section 1), so one phrase in the sentence is
enough, while the rest of the paragraph must name a context twice.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import ahocorasick_rs

from detente.lexicons.entries import PhraseLine

# Contexts a row may carry; the manual sets no limit, but a long paragraph names many in passing.
MOST = 4


class ContextFinder:
    """All phrases of all contexts, found in one pass over the text."""

    def __init__(self, lines: Iterable[PhraseLine]) -> None:
        self._contexts: dict[str, list[str]] = {}
        for line in lines:
            self._contexts.setdefault(line.phrase, []).append(line.kind)
        self._phrases = tuple(self._contexts)
        self._finder = ahocorasick_rs.AhoCorasick(
            [phrase.rstrip("*") for phrase in self._phrases], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def counts(self, text: str) -> Counter[str]:
        """Count the contexts named in a text; a phrase that ends in `*` is a stem, any other a whole word."""
        lowered = text.lower()
        found: Counter[str] = Counter()
        for number, start, end in self._finder.find_matches_as_indexes(lowered):
            phrase = self._phrases[number]
            if _is_word(lowered, start, end) or (phrase.endswith("*") and _is_word(lowered, start, len(lowered))):
                found.update(self._contexts[phrase])
        return found


def _is_word(text: str, start: int, end: int) -> bool:
    """Tell whether start..end is bounded by something else than letters and digits."""
    return (start == 0 or not text[start - 1].isalnum()) and (end == len(text) or not text[end].isalnum())


def choose(sentence: Mapping[str, int], paragraph: Mapping[str, int]) -> tuple[str, ...]:
    """Return the contexts of an act, sorted: those of its sentence, then those its paragraph names twice."""
    here = sorted(sentence, key=lambda code: (-sentence[code], code))
    around = sorted(
        (code for code, n in paragraph.items() if n >= 2 and code not in sentence), key=lambda c: (-paragraph[c], c)
    )
    return tuple(sorted([*here, *around][:MOST]))
