"""From an id in a fact's evidence back to the lexicon line."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from detente.lexicons.reading import read_text

FOLDERS = ("en", "shared", "codebook")


class FoundLine(NamedTuple):
    """A lexicon line: its file, its number there, and its filled cells as (column, text)."""

    file: str
    number: int
    cells: tuple[tuple[str, str], ...]


def find_line(line_id: str) -> FoundLine | None:
    """Find the line with this id in the shipped lexicons, or None."""
    for name in lexicon_files():
        text = read_text(name)
        at = text.find(f"\n{line_id}\t")
        if at >= 0:
            row = text[at + 1 : text.find("\n", at + 1)].split("\t")
            header = next(line for line in text.split("\n") if line and not line.startswith("#")).split("\t")
            cells = tuple((column, cell) for column, cell in zip(header, row, strict=False) if cell and column != "id")
            return FoundLine(name, text.count("\n", 0, at + 1) + 1, cells)
    return None


def lexicon_files() -> Iterator[str]:
    """Names of the shipped lexicon files, such as "en/frames.tsv", in a fixed order."""
    root = files("detente.lexicons")
    for folder in FOLDERS:
        names = sorted(item.name for item in _items(root.joinpath(folder)))
        yield from (f"{folder}/{name}" for name in names if name.endswith((".tsv", ".tsv.gz")))


def _items(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        yield from folder.iterdir()
