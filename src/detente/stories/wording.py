"""The words an act is told in, each with a weight, so that two tellings can be compared.

Rare words say more than common ones (Spärck Jones 1972), the act's own sentence more than what stands around it.
"""

import math
import re
from collections.abc import Mapping
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
# Names of days say when, which is compared by itself.
TIMES = ("weekday", "month")
# A word that the vocabulary lacks is rarer than all of it.
BEYOND = 2


class Wording(NamedTuple):
    """Stems with their weights, and the length of that vector."""

    weights: dict[str, float]
    length: float


class Passage(NamedTuple):
    """A sentence at start..end of a passage, with the title above the text."""

    text: str
    start: int
    end: int
    title: str = ""


def likeness(one: Wording, other: Wording) -> float:
    """Cosine of two wordings, 0 to 1; 0 where one has no words."""
    if not one.length or not other.length:
        return 0.0
    short, long = sorted((one.weights, other.weights), key=len)
    return sum(weight * long[stem] for stem, weight in short.items() if stem in long) / (one.length * other.length)


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
        skipped = {word.lower() for word in WORD.findall(left_out)}
        weights: dict[str, float] = {}
        text, start, end, title = passage
        for part, share in (
            (text[start:end], 1.0),
            (text[:start], AROUND_WEIGHT),
            (text[end:], AROUND_WEIGHT),
            (title, TITLE_WEIGHT),
        ):
            for word in WORD.findall(part):
                if word.lower() in skipped:
                    continue
                stem, rarity = self._stem(word.lower())
                weights[stem] = max(weights.get(stem, 0.0), share * rarity)
        return Wording(weights, math.sqrt(sum(weight * weight for weight in weights.values())))

    def _stem(self, word: str) -> tuple[str, float]:
        found = self._known.get(word)
        if found is None:
            rarity = 0.0 if word in self._times else self._rarity.get(word, self._rarest)
            stem = ENDING.sub("", word)
            found = self._known[word] = (stem if len(stem) >= SHORTEST_STEM else word, rarity)
        return found


def numbers(wording: Mapping[str, float]) -> frozenset[str]:
    """The figures among the words."""
    return frozenset(stem for stem in wording if stem[0].isdigit())
