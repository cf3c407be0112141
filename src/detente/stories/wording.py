"""The words an act is told in, each with a weight, so that two tellings can be compared.

Rare words say more than common ones (Spärck Jones 1972), the act's own sentence more than what stands around it.
"""

import math
import re
from typing import NamedTuple

from detente.learned.word_ranks import word_ranks
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.stories.contents import ENDING, SHORTEST_STEM

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# Of words around the sentence, and of the title.
AROUND_WEIGHT, TITLE_WEIGHT = 0.4, 0.4
# A word at this place by frequency weighs ln 2; the commonest weigh next to nothing.
COMMON = 50
# Lighter words are left out: they are in every report.
LEAST_WEIGHT = 0.5
# Names of days say when, which is compared by itself.
TIMES = ("weekday", "month")
# A word that the vocabulary lacks is rarer than all of it.
BEYOND = 2


class Wording(NamedTuple):
    """Stems with their weights, the length of that vector, and the figures among them."""

    weights: dict[str, float]
    length: float
    figures: frozenset[str] = frozenset()


class Passage(NamedTuple):
    """A sentence at start..end of a passage, with the title above the text."""

    text: str
    start: int
    end: int
    title: str = ""


def likeness(one: Wording, other: Wording) -> float:
    """Cosine of two wordings, 0 to 1; 0 where one has no words."""
    mine, theirs = one.weights, other.weights
    shared = mine.keys() & theirs.keys()
    if not shared:
        return 0.0
    # an exact sum, since a set has no order and a sum of fractions depends on it
    return math.fsum([mine[stem] * theirs[stem] for stem in shared]) / (one.length * other.length)


class Weigher:
    """Gives words their weights; loads its lists once."""

    def __init__(self) -> None:
        ranks = word_ranks()
        self._rarity: dict[str, float] = {word: math.log1p(rank / COMMON) for word, rank in ranks.items()}
        self._rarest = math.log1p(BEYOND * len(ranks) / COMMON)
        lines = read_lines("en/time_words.tsv", PhraseLine)
        self._times = frozenset(line.phrase for line in lines if line.kind.partition(":")[0] in TIMES)
        self._known: dict[str, tuple[str, float]] = {}

    def wording(self, passage: Passage, left_out: str = "") -> Wording:
        """Weigh the words of a passage; those of `left_out`, such as the parties' names, count nothing."""
        skipped = set(WORD.findall(left_out.lower()))
        weights: dict[str, float] = {}
        for share, part in self._parts(passage):
            for word in WORD.findall(part.lower()):
                stem, rarity = self._known.get(word) or self._stem(word)
                weight = share * rarity
                if weight > weights.get(stem, LEAST_WEIGHT) and word not in skipped:
                    weights[stem] = weight
        length = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
        return Wording(weights, length, frozenset(stem for stem in weights if stem[0].isdigit()))

    def _parts(self, passage: Passage) -> tuple[tuple[float, str], ...]:
        text, start, end, title = passage
        around = f"{text[:start]} {text[end:]}"
        return ((1.0, text[start:end]), (AROUND_WEIGHT, around), (TITLE_WEIGHT, title))

    def _stem(self, word: str) -> tuple[str, float]:
        rarity = 0.0 if word in self._times else self._rarity.get(word, self._rarest)
        stem = ENDING.sub("", word)
        found = self._known[word] = (stem if len(stem) >= SHORTEST_STEM else word, rarity)
        return found
