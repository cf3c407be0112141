"""Columns of text as columns of values, at the speed of Arrow: Python is called once a distinct cell, not a row."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

NUMBER = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
WHOLE = r"^-?\d{1,18}(\.0+)?$"


class BadRow(NamedTuple):
    """A row that was left out: its line in the file and why."""

    line: int
    reason: str


def mapped(column: pa.Array, function: Callable[[str], object], kind: pa.DataType) -> pa.Array:
    """Apply a function to each distinct text of a column."""
    encoded = column.dictionary_encode()
    values = pa.array([function(text) for text in encoded.dictionary.to_pylist()], kind)
    return values.take(encoded.indices)


def parts(
    column: pa.Array, function: Callable[[str], tuple[object, ...]], kinds: Sequence[pa.DataType]
) -> list[pa.Array]:
    """Apply a function that gives several values to each distinct text of a column; return a column for each."""
    encoded = column.dictionary_encode()
    found = [function(text) for text in encoded.dictionary.to_pylist()]
    columns = zip(*found, strict=True) if found else [()] * len(kinds)
    return [pa.array(values, kind).take(encoded.indices) for values, kind in zip(columns, kinds, strict=True)]


def joined(separator: str, *columns: pa.Array) -> pa.Array:
    """Join texts of several columns row by row."""
    return pc.binary_join_element_wise(*columns, separator)


def listed(*columns: pa.Array) -> pa.Array:
    """Put the texts of several columns into one list a row, leaving out empty ones."""
    number = len(columns[0])
    order = np.arange(number * len(columns)).reshape(len(columns), number).T.ravel()
    values = pa.concat_arrays(columns).take(pa.array(order))
    filled = pc.not_equal(values, "")
    counts = filled.to_numpy(zero_copy_only=False).reshape(number, len(columns)).sum(axis=1)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), values.filter(filled))


def constant(text: str, length: int) -> pa.Array:
    """A column that says the same in every row."""
    return pa.repeat(pa.scalar(text, pa.string()), length)


class Cells:
    """The cells of a block of a file, by column, and the rows among them that make no sense.

    A column that the file lacks is empty.
    """

    def __init__(self, rows: pa.Table, missing: Sequence[str]) -> None:
        self.number = rows.num_rows
        self.lines = rows["line"].combine_chunks()
        self._rows = rows
        self._missing = pa.array(missing, pa.string())
        self._bad: dict[int, str] = {}

    def text(self, name: str) -> pa.Array:
        """Cells as text; what means missing is empty."""
        if name not in self._rows.column_names:
            return constant("", self.number)
        column = self._rows[name].combine_chunks()
        return pc.if_else(pc.is_in(column, value_set=self._missing), "", column)

    def needed(self, name: str) -> pa.Array:
        """Cells as text, none of them empty."""
        column = self.text(name)
        self.reject(pc.equal(column, ""), name, column, "and must not be empty")
        return column

    def figure(self, name: str) -> pa.Array:
        """Cells as numbers."""
        return self._numbers(name, NUMBER, pa.float64())

    def whole(self, name: str) -> pa.Array:
        """Cells as whole numbers."""
        return self._numbers(name, WHOLE, pa.float64()).cast(pa.int64())

    def degrees(self, name: str, most: int) -> pa.Array:
        """Cells as degrees between -most and most."""
        column = self.figure(name)
        outside = pc.greater(pc.abs(column), most)
        self.reject(outside, name, self.text(name), f"a coordinate lies between -{most} and {most}")
        return column

    def days(self, name: str, read: Callable[[str], date | None]) -> pa.Array:
        """Cells as days, which no row may lack; `read` returns None for what is no day."""
        column = self.text(name)
        found = mapped(column, read, pa.date32())
        self.reject(pc.is_null(found), name, column, "which is no day")
        return found

    def reject(self, mask: pa.Array, name: str, column: pa.Array, why: str) -> None:
        """Note rows as bad where the mask holds."""
        for index in np.flatnonzero(mask.fill_null(False).to_numpy(zero_copy_only=False)):  # noqa: FBT003
            self._bad.setdefault(int(index), f"{name} is {column[int(index)].as_py()!r}, {why}")

    def bad_rows(self) -> list[BadRow]:
        """The rows that were noted, by line."""
        return [BadRow(self.lines[index].as_py(), reason) for index, reason in sorted(self._bad.items())]

    def good(self, drafts: pa.Table) -> pa.Table:
        """Leave out the rows that were noted."""
        if not self._bad:
            return drafts
        keep = np.ones(self.number, dtype=bool)
        keep[list(self._bad)] = False
        return drafts.filter(pa.array(keep))

    def whole_rows(self, names: Sequence[str]) -> pa.Array:
        """Rows as they stood, cells in the order of these columns (others of the file behind them), joined by tabs."""
        more = [name for name in self._rows.column_names if name not in (*names, "line")]
        columns = [self._as_it_stood(name) for name in (*names, *more)]
        return joined("\t", *columns)

    def _as_it_stood(self, name: str) -> pa.Array:
        if name not in self._rows.column_names:
            return constant("", self.number)
        return self._rows[name].combine_chunks()

    def _numbers(self, name: str, pattern: str, kind: pa.DataType) -> pa.Array:
        column = self.text(name)
        fits = pc.match_substring_regex(column, pattern)
        self.reject(pc.and_not(pc.not_equal(column, ""), fits), name, column, "which is no number here")
        return pc.if_else(fits, column, pa.scalar(None, pa.string())).cast(kind)


def plain(value: Any) -> str:  # noqa: ANN401  a cell is whatever its column holds
    """Write a value as a cell: nothing is empty, whole numbers have no point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
