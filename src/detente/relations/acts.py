"""What an act counts as in a relation."""

from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

SERIES = ("contact", "commitments", "asks", "hostile_words", "deeds_for", "deeds_against")
# Which series say that the pair gets on, and which that it does not; contact and asks say neither.
COOPERATIVE = ("commitments", "deeds_for")
CONFLICTUAL = ("hostile_words", "deeds_against")


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


def series_of_types() -> dict[str, str]:
    """Which series each PLOVER type belongs to; PROTEST, the act of a society, belongs to none."""
    return {line.phrase: line.kind for line in read_lines("codebook/series.tsv", PhraseLine)}
