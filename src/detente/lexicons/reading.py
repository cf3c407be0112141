"""Reading lexicon files: TSV, UTF-8, one header line, no quoting, `#` comment lines, one id a line."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_type_hints

from detente.errors import LexiconError

Line = TypeVar("Line")


def read_text(name: str) -> str:
    """Return the text of a lexicon file that ships with the package, such as "en/frames.tsv" (.gz is unpacked)."""
    data = files("detente.lexicons").joinpath(name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")


def partial_date(cell: str, *, last: bool = False) -> date | None:
    """Read YYYY, YYYY-MM or YYYY-MM-DD; a partial date is the first day it covers, or the last with `last`."""
    if not cell:
        return None
    parts = [int(part) for part in cell.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else (12 if last else 1)
    if not last:
        return date(year, month, 1)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


CONVERTERS: dict[object, Callable[[str], object]] = {
    str: str,
    int: int,
    float: float,
    bool: lambda cell: cell == "yes",
    int | None: lambda cell: int(cell) if cell else None,
    float | None: lambda cell: float(cell) if cell else None,
    tuple[str, ...]: lambda cell: tuple(part.strip() for part in cell.split(";") if part.strip()),
}


def _converter(name: str, kind: object) -> Callable[[str], object]:
    if kind == date | None:
        return lambda cell: partial_date(cell, last=name in ("end", "valid_to"))
    if kind not in CONVERTERS:
        raise LexiconError(f"column {name}: no way to read a {kind}")
    return CONVERTERS[kind]


def parse_lines(name: str, text: str, kind: type[Line]) -> Iterator[Line]:
    """Turn the text of a lexicon file into lines of type `kind`, whose fields are the file's columns.

    Raises:
        LexiconError: a column is missing, a cell cannot be read or an id stands twice, with file and line number.
    """
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    hints = get_type_hints(kind)
    converters = [_converter(column, hints[column]) for column in names]
    header: list[str] | None = None
    seen: set[str] = set()
    for number, raw in enumerate(text.split("\n"), 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = raw.rstrip("\r").split("\t")
        if header is None:
            header = cells
            absent = sorted(set(names) - set(header))
            if absent:
                raise LexiconError(
                    f"{name}:{number}: column {', '.join(absent)} is missing; it has {', '.join(header)}"
                )
            places = [header.index(column) for column in names]
            continue
        cells += [""] * (len(header) - len(cells))
        try:
            line = kind(*(convert(cells[place]) for convert, place in zip(converters, places, strict=True)))
        except (ValueError, IndexError) as problem:
            raise LexiconError(f"{name}:{number}: {problem}") from problem
        if cells[places[0]] in seen:
            raise LexiconError(f"{name}:{number}: id {cells[places[0]]!r} stands twice; an id names one line")
        seen.add(cells[places[0]])
        yield line


@cache
def read_lines(name: str, kind: type[Line]) -> tuple[Line, ...]:
    """Read a shipped lexicon once a process: `read_lines("en/frames.tsv", FrameLine)`."""
    return tuple(parse_lines(name, read_text(name), kind))
