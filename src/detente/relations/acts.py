"""What an act counts as in a relation."""

from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine, TypeLine
from detente.lexicons.reading import read_lines

SERIES = ("contact", "commitments", "asks", "hostile_words", "deeds_for", "deeds_against")
# Which series say that the pair gets on, and which that it does not; contact and asks say neither.
COOPERATIVE = ("commitments", "deeds_for")
CONFLICTUAL = ("hostile_words", "deeds_against")
# A user's type says by its quad whether it is cooperation or conflict, in words or in deeds.
BY_QUAD = {1: "commitments", 2: "deeds_for", 3: "hostile_words", 4: "deeds_against"}


class Act(NamedTuple):
    """One story of a pair: its day, who acts on whom (True: the first on the second), what it is and how grave.

    `score` is the PLOVER score of the act, -10 to 10; `mutual` acts belong to both directions.
    """

    story_id: str
    day: date
    forward: bool
    mutual: bool
    type: str
    series: str
    score: float


class Series:
    """Which series a type belongs to: PLOVER's by codebook/series.tsv, those of a user's codebook by their quad."""

    def __init__(self) -> None:
        self._of_type = {line.phrase: line.kind for line in read_lines("codebook/series.tsv", PhraseLine)}
        self._plover = frozenset(line.type for line in read_lines("codebook/plover.tsv", TypeLine))

    def of(self, type_: str, quad: int | None) -> str | None:
        """Return the series; None for PROTEST, the act of a society, and for a user's type without a quad."""
        if type_ in self._plover:
            return self._of_type.get(type_)
        return BY_QUAD.get(quad or 0)
