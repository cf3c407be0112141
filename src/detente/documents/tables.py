"""Tables of articles, one a row: JSON lines, JSON, CSV and TSV, Parquet. Read row by row, so memory stays flat."""

import csv
import json
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from typing import Any, TextIO

from detente.documents.drafts import Draft
from detente.documents.encodings import Survey, decode, survey
from detente.documents.fields import columns_for, draft_from_fields
from detente.documents.sources import Source, hash_bytes
from detente.errors import InputError
from detente.record.model import Refusal

DELIMITERS = ",;\t|"
ROW_MARKUP = 100_000  # characters a JSON line or a cell may have beside the text: metadata, escapes
JSON_BYTES = 100_000_000  # a .json file is read whole, at some eight times its size in memory
PARQUET_ROWS = 64


def _row_uri(source: Source, row: int) -> str:
    return f"{source.uri}#{row}"


def _draft(source: Source, fields: object, row: int, line: int, file_hash: str) -> Draft | Refusal:
    uri, place = _row_uri(source, row), f"{source.uri}:{line}"
    try:
        if not isinstance(fields, Mapping):
            raise InputError(f"not an object with named fields but a {type(fields).__name__}")
        return draft_from_fields(fields, uri, file_hash, place)
    except InputError as problem:
        return Refusal(uri, f"{place}: {problem}")


def _parsed(source: Source, text: str, line: int, file_hash: str) -> Draft | Refusal:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as problem:
        return Refusal(_row_uri(source, line), f"{source.uri}:{line}: not JSON: {problem}; write one object a line")
    return _draft(source, fields, line, line, file_hash)


def _skip_line(file: TextIO, piece: str, size: int) -> int:
    """Read on to the end of a line that is too long, and return its length in characters."""
    length = len(piece)
    while piece and not piece.endswith("\n"):
        piece = file.readline(size)
        length += len(piece)
    return length


def read_json_lines(source: Source) -> Iterator[Draft | Refusal]:
    """Read a .jsonl file: one JSON object a line; blank lines are passed over."""
    seen = survey(source.path)
    longest = 2 * source.max_characters + ROW_MARKUP
    with source.path.open(encoding=seen.encoding, errors="replace", newline="\n") as file:
        line = 0
        while text := file.readline(longest):
            line += 1
            if len(text) == longest and not text.endswith("\n"):
                length = _skip_line(file, text, longest)
                most = f"{source.max_characters:,} (max_characters)"
                reason = f"{source.uri}:{line}: the line has {length:,} characters, too many for the limit of {most}"
                yield Refusal(_row_uri(source, line), reason)
            elif text.strip():
                yield _parsed(source, text, line, seen.file_hash)


def read_json(source: Source) -> Iterator[Draft | Refusal]:
    """Read a .json file: one object, a list of them, or an object that holds a list of them."""
    size = source.path.stat().st_size
    if size > JSON_BYTES:
        raise InputError(
            f"the file has {size:,} bytes, a .json file may have {JSON_BYTES:,}; write one object a line as .jsonl"
        )
    data = source.path.read_bytes()
    file_hash = hash_bytes(data)
    try:
        found = json.loads(decode(data).lstrip("\ufeff"))
    except (ValueError, RecursionError) as problem:
        raise InputError(f"not JSON: {problem}") from problem
    rows = found if isinstance(found, list) else _rows_in(found)
    if rows is None:
        yield draft_from_fields(found, source.uri, file_hash)
        return
    if not rows:
        raise InputError("the list of articles is empty")
    for row, fields in enumerate(rows, 1):
        yield _draft(source, fields, row, row, file_hash)


def _rows_in(found: object) -> list[Any] | None:
    """Return the list of objects that an object holds ({"articles": [...]}), or None if it is an article itself."""
    if not isinstance(found, Mapping):
        raise InputError(f"the file holds a {type(found).__name__}; it must hold an object or a list of objects")
    try:
        columns_for(found)
    except InputError:
        lists = [v for v in found.values() if isinstance(v, list) and any(isinstance(row, Mapping) for row in v)]
        if not lists:
            raise
        return lists[0]
    return None


def _delimiter(header: str, path_suffix: str) -> str:
    if path_suffix == ".tsv":
        return "\t"
    return max(DELIMITERS, key=header.count)


def read_csv(source: Source) -> Iterator[Draft | Refusal]:
    """Read a .csv or .tsv file with a header line; commas, semicolons, tabs or bars part the cells."""
    seen = survey(source.path)
    csv.field_size_limit(max(source.max_characters + ROW_MARKUP, csv.field_size_limit()))
    with source.path.open(encoding=seen.encoding, errors="replace", newline="") as file:
        header = file.readline(ROW_MARKUP).lstrip("\ufeff")
        while header and not header.strip():
            header = file.readline(ROW_MARKUP)
        delimiter = _delimiter(header, source.path.suffix.lower())
        names = next(csv.reader([header], delimiter=delimiter), [])
        columns_for(names)
        skipped = 1
        yield from _csv_rows(source, csv.reader(file, delimiter=delimiter, strict=True), names, seen, skipped)


def _csv_rows(source: Source, reader: Any, names: list[str], seen: Survey, skipped: int) -> Iterator[Draft | Refusal]:  # noqa: ANN401
    """Read rows until the end; a row whose quotation marks are broken is refused and the next line read."""
    row = 0
    while True:
        row += 1
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            hint = "double the quotation marks inside a cell, and close each cell"
            yield Refusal(_row_uri(source, row), f"{source.uri}:{line}: {problem}; {hint}")
            continue
        if not any(cell.strip() for cell in cells):
            row -= 1
        elif len(cells) != len(names):
            reason = f"{len(cells)} cells where the header has {len(names)}"
            yield Refusal(_row_uri(source, row), f"{source.uri}:{line}: {reason}; quote cells that hold the delimiter")
        else:
            yield _draft(source, dict(zip(names, cells, strict=True)), row, line, seen.file_hash)


def read_parquet(source: Source) -> Iterator[Draft | Refusal]:
    """Read a .parquet file, some rows at a time, only the columns that are needed."""
    import pyarrow as pa
    from pyarrow import parquet

    with source.path.open("rb") as file:
        file_hash = file_digest(file, "sha256").hexdigest()
    try:
        with parquet.ParquetFile(source.path) as table:
            columns = list(columns_for(table.schema_arrow.names).values())
            row = 0
            for batch in table.iter_batches(batch_size=PARQUET_ROWS, columns=columns):
                for fields in batch.to_pylist():
                    row += 1
                    yield _draft(source, fields, row, row, file_hash)
    except (pa.ArrowException, OSError) as problem:
        raise InputError(f"not a readable Parquet table: {problem}") from problem
