"""Files of other data sets as blocks of rows, however long they are; every row knows its line."""

import codecs
import csv
import gzip
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import IO, NamedTuple, cast

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from detente.errors import InputError
from detente.exchange.cells import BadRow

# About 40,000 rows; blocks are put together into batches by whoever reads them.
BLOCK_BYTES = 1 << 24
CSV_ROWS = 20_000


class Header(NamedTuple):
    """What the first line tells of a file.

    Attributes:
        columns: names of its columns.
        skip: lines before the first row (0 where a file has no header).
        separator: what stands between cells.
        quoted: cells may be quoted, and then hold separators and line ends.
    """

    columns: tuple[str, ...]
    skip: int
    separator: str
    quoted: bool


class _Cleaned(io.RawIOBase):
    """Bytes as valid UTF-8 without a byte order mark and NULs: what is not UTF-8 becomes U+FFFD."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        while not self._rest:
            data = self._stream.read(1 << 20)
            self._rest = self._decoder.decode(data, final=not data).replace("\0", "").encode("utf-8")
            if not data:
                break
        number = min(len(buffer), len(self._rest))
        buffer[:number], self._rest = self._rest[:number], self._rest[number:]
        return number


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file (.gz and .zip with one file in it are unpacked) as clean UTF-8.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with _unpacked(path) as stream:
            yield io.BufferedReader(_Cleaned(stream), 1 << 20)
    except (OSError, EOFError, zipfile.BadZipFile) as problem:
        raise InputError(f"{path}: cannot be read: {problem}") from problem


@contextmanager
def _unpacked(path: Path) -> Iterator[IO[bytes]]:
    if path.suffix.lower() == ".gz":
        with gzip.open(path) as stream:
            yield cast(IO[bytes], stream)
    elif path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            if len(names) != 1:
                raise InputError(f"{path}: holds {len(names)} files; unpack it and name the one that is meant")
            with archive.open(names[0]) as stream:
                yield stream
    else:
        with path.open("rb") as stream:
            yield stream


def hash_of(path: Path) -> str:
    """SHA-256 of a file as it lies there.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError as problem:
        raise InputError(f"{path}: cannot be read: {problem.strerror or problem}") from problem


def read_header(path: Path, separator: str) -> Header:
    """Read the first line of a file as its header; cells may be quoted if that line has quotes.

    Columns without a name get one, so that names differ.

    Raises:
        InputError: the file cannot be read, or is JSON.
    """
    with opened(path) as stream:
        line = stream.readline().decode("utf-8").rstrip("\r\n")
    if line.lstrip().startswith(("{", "[")):
        raise InputError(f"{path}: holds JSON; a file to import is a table, one event a line, as its data set ships it")
    quoted = '"' in line or separator == ","
    cells = next(csv.reader([line], delimiter=separator), []) if quoted else line.split(separator)
    names = tuple(cell.strip() or f"column {number}" for number, cell in enumerate(cells, 1))
    return Header(names, 1, separator, quoted)


def blocks(path: Path, header: Header, bad: list[BadRow]) -> Iterator[pa.Table]:
    """Yield the rows of a file, block by block, all cells text, with their line in the column `line`.

    Rows with too many or too few cells are added to `bad`.
    """
    with opened(path) as stream:
        yield from (_quoted if header.quoted else _unquoted)(stream, header, bad)


def _unquoted(stream: io.BufferedReader, header: Header, bad: list[BadRow]) -> Iterator[pa.Table]:
    skipped: list[int] = []

    def refuse(row: pa_csv.InvalidRow) -> str:
        skipped.append(row.number)
        bad.append(BadRow(row.number, _width(row.actual_columns, row.expected_columns)))
        return "skip"

    options = (
        pa_csv.ReadOptions(
            use_threads=False, block_size=BLOCK_BYTES, skip_rows=header.skip, column_names=list(header.columns)
        ),
        pa_csv.ParseOptions(
            delimiter=header.separator, quote_char=False, ignore_empty_lines=False, invalid_row_handler=refuse
        ),
        pa_csv.ConvertOptions(column_types=dict.fromkeys(header.columns, pa.string()), strings_can_be_null=False),
    )
    line = header.skip + 1
    try:
        for batch in pa_csv.open_csv(stream, *options):
            lines = _numbers(line, batch.num_rows, skipped)
            line = int(lines[-1]) + 1 if batch.num_rows else line
            yield _without_blank_lines(pa.Table.from_batches([batch]).append_column("line", pa.array(lines)))
    except pa.ArrowInvalid as problem:
        if "Empty CSV" not in str(problem):
            raise InputError(f"cannot be read after line {line}: {problem}") from problem


def _numbers(first: int, number: int, skipped: Sequence[int]) -> np.ndarray:
    """Line numbers of so many rows from `first` on, where some lines were skipped."""
    late = [line for line in skipped if line >= first]
    lines = np.arange(first, first + number + len(late), dtype=np.int64)
    return np.setdiff1d(lines, np.array(late, dtype=np.int64), assume_unique=True)[:number]


def _without_blank_lines(rows: pa.Table) -> pa.Table:
    blank = pc.equal(rows[0], "")
    if not pc.any(blank).as_py():
        return rows
    for column in rows.columns[1:-1]:
        blank = pc.and_(blank, pc.equal(column, ""))
    return rows.filter(pc.invert(blank))


def _quoted(stream: io.BufferedReader, header: Header, bad: list[BadRow]) -> Iterator[pa.Table]:
    reader = csv.reader(io.TextIOWrapper(stream, encoding="utf-8", newline=""), delimiter=header.separator)
    width = len(header.columns)
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    try:
        for row in reader:
            if not row:  # a blank line
                pass
            elif line > header.skip and len(row) == width:
                rows.append([_one_line(cell) for cell in row])
                lines.append(line)
            elif line > header.skip:
                bad.append(BadRow(line, _width(len(row), width)))
            line = reader.line_num + 1
            if len(rows) >= CSV_ROWS:
                yield _table(header, rows, lines)
                rows, lines = [], []
    except csv.Error as problem:
        bad.append(BadRow(line, f"{problem}; nothing after it was read"))
    if rows:
        yield _table(header, rows, lines)


def _table(header: Header, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> pa.Table:
    columns = [pa.array(cells, pa.string()) for cells in zip(*rows, strict=True)]
    return pa.table([*columns, pa.array(lines, pa.int64())], names=[*header.columns, "line"])


def _one_line(cell: str) -> str:
    """A quoted cell may hold tabs and line ends; the record joins cells by tabs."""
    return " ".join(cell.split()) if any(letter in cell for letter in "\t\r\n") else cell


def _width(found: int, wanted: int) -> str:
    return f"the row has {found} {'cell' if found == 1 else 'cells'}, the file {wanted} columns"
