"""What can be wrong with a lexicon line, and lexicon files as they stand, before they are turned into typed lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong, or doubtful, in a lexicon file.

    Attributes:
        file: name under the lexicon folder, such as "shared/offices.tsv".
        line: line number, the first line being 1; 0 for the file as a whole.
        id: id of the lexicon line, or "".
        what: what is wrong and what is allowed.
        severity: error (must not ship) or warning (worth a look).
    """

    file: str
    line: int
    id: str
    what: str
    severity: str = "error"


class Row(NamedTuple):
    """A line of a table: its number in the file and its cells, as many as the table has columns."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A lexicon file as text: its name, columns and rows; without columns where the file does not exist."""

    name: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    def picked(self, *columns: str) -> Iterator[tuple[Row, tuple[str, ...]]]:
        """Yield every row with the cells of the named columns; nothing if the table lacks one of them."""
        if not set(columns) <= set(self.columns):
            return
        places = [self.columns.index(column) for column in columns]
        for row in self.rows:
            yield row, tuple(row.cells[place] for place in places)

    def values(self, column: str) -> frozenset[str]:
        """Return what stands in a column."""
        return frozenset(cells[0] for _, cells in self.picked(column))

    def problem(self, row: Row, what: str, severity: str = "error") -> Problem:
        """Return a problem of one row."""
        named = self.columns[:1] == ("id",)
        return Problem(self.name, row.line, row.cells[0] if named else "", what, severity)


def read_table(folder: Path, name: str) -> tuple[Table, list[Problem]]:
    """Read a file as text, with the problems of its form: too many cells, hidden characters, blanks around a cell."""
    path = folder / name
    if not path.is_file():
        return Table(name), []
    problems: list[Problem] = []
    rows: list[Row] = []
    columns: tuple[str, ...] = ()
    for number, raw in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = tuple(raw.rstrip("\r").split("\t"))
        if not columns:
            columns = cells
            continue
        if len(cells) > len(columns):
            problems.append(
                Problem(name, number, cells[0], f"{len(cells)} cells in {len(columns)} columns: a stray tab")
            )
        row = Row(number, (cells + ("",) * len(columns))[: len(columns)])
        rows.append(row)
        if not raw.replace("\t", "").isprintable():
            problems.append(Problem(name, number, cells[0], "a character that does not print"))
        elif any(cell != cell.strip() for cell in cells):
            problems.append(Problem(name, number, cells[0], "a blank at the edge of a cell"))
    return Table(name, columns, tuple(rows)), problems
