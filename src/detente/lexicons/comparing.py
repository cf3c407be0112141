"""What changed between two states of the lexicons, line by line: the difference a coding can show."""

import gzip
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from detente.errors import LexiconError

Cells = dict[str, str]


class Change(NamedTuple):
    """A line that was added, removed or changed; `what` is its cells, or old and new cell of each changed column."""

    file: str
    kind: str
    id: str
    what: str


def compare_lexicons(older: Path, newer: Path | None = None) -> Iterator[Change]:
    """Compare two lexicon folders, by default with the shipped one, in the order of files and ids.

    Raises:
        LexiconError: a folder holds no lexicon.
    """
    before, after = _tables(older), _tables(newer or Path(str(files("detente.lexicons"))))
    for name in sorted(before.keys() | after.keys()):
        yield from _compare(name, before.get(name, {}), after.get(name, {}))


def _compare(name: str, before: dict[str, Cells], after: dict[str, Cells]) -> Iterator[Change]:
    for line_id in sorted(before.keys() | after.keys()):
        old, new = before.get(line_id), after.get(line_id)
        if old is None:
            yield Change(name, "added", line_id, _shown(new or {}))
        elif new is None:
            yield Change(name, "removed", line_id, _shown(old))
        elif old != new:
            columns = [column for column in {**old, **new} if old.get(column, "") != new.get(column, "")]
            what = "; ".join(f"{column}: {old.get(column, '')!r} -> {new.get(column, '')!r}" for column in columns)
            yield Change(name, "changed", line_id, what)


def _tables(folder: Path) -> dict[str, dict[str, Cells]]:
    """Lines by file and id; the first column is the id."""
    paths = sorted([*folder.rglob("*.tsv"), *folder.rglob("*.tsv.gz")])
    if not paths:
        raise LexiconError(f"{folder}: no lexicon (.tsv) in this folder")
    return {path.relative_to(folder).as_posix(): _lines(path) for path in paths}


def _lines(path: Path) -> dict[str, Cells]:
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    rows = [line.rstrip("\r").split("\t") for line in text.split("\n") if line.strip() and not line.startswith("#")]
    columns = rows[0] if rows else []
    return {row[0]: {column: cell for column, cell in zip(columns, row, strict=False) if cell} for row in rows[1:]}


def _shown(cells: Cells) -> str:
    return " | ".join(f"{column}: {cell}" for column, cell in list(cells.items())[1:])
