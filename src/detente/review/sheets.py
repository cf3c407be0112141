"""Files to fill in: one row a drawn sentence, with its document and the sentence before it.

What the coder found is not shown, nor the stratum and the probability, which would give it away: whoever knows the
answer of the machine leans towards it.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from detente.errors import UsageError
from detente.record.store import Record

READ = ("title", "publisher", "published", "previous", "sentence")
SHOWN_ON_REQUEST = ("stratum", "probability", "coded")
FILLED_IN = ("reviewer", "source", "type", "target", "status", "mutual", "note")
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Share(NamedTuple):
    """Who judges what: reviewers, and how many sentences all of them judge (None: all); the others are dealt out."""

    reviewers: tuple[str, ...] = ()
    overlap: int | None = None


def write_sheets(record: Record, sample_id: str, output: Path, share: Share, *, show_coding: bool) -> list[Path]:
    """Write a sample for its reviewers: to `output`, or with several to a file each (`sample-anna.csv`).

    Raises:
        UsageError: a file is there already (it may hold judgements), or cannot be written.
    """
    found = record.run("review_sheet", {"sample_id": sample_id})
    rows = [row for batch in found.to_arrow_reader(10_000) for row in batch.to_pylist()]
    names = share.reviewers or ("",)
    paths = [_path(output, name, several=len(names) > 1) for name in names]
    for path in paths:
        if path.exists():
            raise UsageError(f"{path}: is there already and may hold judgements; name another file")
    for place, (name, path) in enumerate(zip(names, paths, strict=True)):
        mine = [row for turn, row in enumerate(rows) if _is_mine(turn, place, len(names), share.overlap)]
        _write(path, mine, name, show_coding=show_coding)
    return paths


def _is_mine(turn: int, place: int, reviewers: int, overlap: int | None) -> bool:
    return overlap is None or turn < overlap or turn % reviewers == place


def _path(output: Path, reviewer: str, *, several: bool) -> Path:
    if not several:
        return output
    safe = "".join(letter if letter.isalnum() else "_" for letter in reviewer)
    return output.with_name(f"{output.stem}-{safe}{output.suffix}")


def _write(path: Path, rows: Sequence[dict[str, object]], reviewer: str, *, show_coding: bool) -> None:
    shown = SHOWN_ON_REQUEST if show_coding else ()
    try:
        # with a byte order mark, or a spreadsheet takes the letters for those of another alphabet
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(["draw_id", "sentence_id", *READ, *shown, *FILLED_IN])
            for row in rows:
                given = [_cell(row[name]) for name in ("draw_id", "sentence_id", *READ, *shown)]
                writer.writerow([*given, reviewer, *[""] * (len(FILLED_IN) - 1)])
    except OSError as problem:
        raise UsageError(f"{path}: cannot be written: {problem.strerror or problem}") from problem


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    return f"'{text}" if text.startswith(FORMULA) else text


class SheetRow(NamedTuple):
    """A row of a filled-in file: where it stands, and its cells by column."""

    file: Path
    line: int
    cells: dict[str, str]

    @property
    def where(self) -> str:
        """FILE:LINE."""
        return f"{self.file}:{self.line}"


def read_sheet(path: Path) -> Iterator[SheetRow]:
    """Read a filled-in file, whatever a spreadsheet made of its separator and its letters.

    Raises:
        UsageError: the file cannot be read, or lacks a column that judgements need.
    """
    text = _text(path)
    separator = max((",", ";", "\t"), key=text.partition("\n")[0].count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    names = [name.strip().lower() for name in next(reader, [])]
    missing = [name for name in ("draw_id", "reviewer", "source", "type", "target", "status") if name not in names]
    if missing:
        raise UsageError(
            f"{path}:1: column {', '.join(missing)} is missing; keep the columns of the file that was drawn"
        )
    end = reader.line_num
    try:
        for cells in reader:
            start, end = end + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                padded = [*cells, *[""] * (len(names) - len(cells))]
                yield SheetRow(path, start, {name: cell.strip() for name, cell in zip(names, padded, strict=False)})
    except csv.Error as problem:
        raise UsageError(f"{path}:{end + 1}: cannot be read as a table: {problem}") from problem


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise UsageError(f"{path}: cannot be read: {problem.strerror or problem}") from problem
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:  # what spreadsheets on Windows write
        return data.decode("cp1252", errors="replace")
