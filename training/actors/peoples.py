"""Names typed by us that are no body: peoples within states ("Hutu"), and names of nobody ("Indian Ocean")."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.actors.names import NameRow
from training.actors.tables import read_rows, slug


class PeopleRow(NamedTuple):
    """A people; `states`, `adjectives` and `plurals` are joined by `;`."""

    states: str
    name: str
    adjectives: str
    plurals: str


class NobodyRow(NamedTuple):
    """A name with a state, capital or person in it that stands for no actor."""

    name: str


def names_of_nobody(additions: Path) -> Iterator[NameRow]:
    """Yield the names of training/curated_nobody.tsv, without a code."""
    for row in read_rows(additions / "curated_nobody.tsv", NobodyRow, NobodyRow._fields):
        yield NameRow("", f"NONE:{slug(row.name).upper()}", row.name, row.name, "name", "", "", "", "curated", "own")


def people_names(additions: Path) -> Iterator[NameRow]:
    """Yield the names of peoples, one for each state that they live in; as civilians of that state (PLOVER 5.2)."""
    for people in read_rows(additions / "curated_peoples.tsv", PeopleRow, PeopleRow._fields):
        for state in people.states.split(";"):
            entity = f"{state}:CVL:{slug(people.name).upper()}"
            for kind, words in (("adjective", people.adjectives), ("demonym", people.plurals)):
                for word in words.split(";"):
                    if word:
                        yield NameRow("", entity, people.name, word, kind, f"{state}CVL", "", "", "curated", "own")
