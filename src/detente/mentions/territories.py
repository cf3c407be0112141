"""Disputed ground: who held it and who claimed it on the document's day, for the note of a place mention.

A place's country is the state the United Nations count it to, whoever holds it; the note says the rest. An undated text
gets no note.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import TerritoryLine
from detente.lexicons.reading import read_lines

WORDS = {"held": "held by", "part": "held in part by", "claimed": "claimed by"}
LOCAL = "authorities of its own"


class Status(NamedTuple):
    """What is to be said of a place on a day, and the ids of the lines that say so."""

    note: str = ""
    lines: tuple[str, ...] = ()


class Territories(NamedTuple):
    """Lines by the id of their place."""

    by_place: dict[str, tuple[TerritoryLine, ...]]

    @classmethod
    def of(cls, lines: Iterable[TerritoryLine]) -> "Territories":
        """Index the lines of shared/territories.tsv."""
        found: dict[str, list[TerritoryLine]] = defaultdict(list)
        for line in lines:
            found[line.place].append(line)
        return cls({place: tuple(held) for place, held in found.items()})

    def on(self, place: str, day: date | None) -> Status:
        """Say who holds and who claims a place on a day: "held by RUS; claimed by UKR"."""
        known = self.by_place.get(place)
        if known is None or day is None:
            return Status()
        valid = [line for line in known if (line.start or day) <= day <= (line.end or day)]
        parts = []
        for kind, words in WORDS.items():
            states = [line.state or LOCAL for line in valid if line.kind == kind]
            if states:
                parts.append(f"{words} {', '.join(states)}")
        return Status("; ".join(parts), tuple(line.id for line in valid))


def load_territories() -> Territories:
    """Read the shipped file once."""
    return Territories.of(read_lines("shared/territories.tsv", TerritoryLine))
