"""Files of other data sets, block by block, with their lines."""

import gzip
import zipfile
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.exchange.cells import BadRow
from detente.exchange.reading import Header, blocks, read_header


def rows_of(path: Path, header: Header) -> tuple[list[tuple[str, str, int]], list[BadRow]]:
    bad: list[BadRow] = []
    rows = [tuple(row.values()) for block in blocks(path, header, bad) for row in block.to_pylist()]
    return rows, bad


@pytest.mark.parametrize("data", [b'{\n "date": "2019-03-04"}\n', b'[{"date": 1}]\n'])
def test_json_is_named_as_such(tmp_path: Path, data: bytes) -> None:
    (path := tmp_path / "x.jsonl").write_bytes(data)
    with pytest.raises(InputError, match="holds JSON; a file to import is a table"):
        read_header(path, "\t")


TABS = Header(("a", "b"), 1, "\t", quoted=False)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\tb\n1\t2\n3\t4\n", [("1", "2", 2), ("3", "4", 3)]),
        (b"\xef\xbb\xbfa\tb\r\n1\t2\r\n", [("1", "2", 2)]),
        (b'a\tb\n"1\t2"\n', [('"1', '2"', 2)]),
        (b"a\tb\n1\t\xff2\0\n", [("1", "\ufffd2", 2)]),
        (b"a\tb\n1\t2\n\n3\t4\n\n", [("1", "2", 2), ("3", "4", 4)]),
        (b"a\tb\n", []),
    ],
)
def test_rows_and_their_lines(tmp_path: Path, data: bytes, expected: list[tuple[str, str, int]]) -> None:
    path = tmp_path / "x.tab"
    path.write_bytes(data)
    assert rows_of(path, TABS) == (expected, [])


def test_rows_of_another_width_are_named_and_the_lines_after_them_hold(tmp_path: Path) -> None:
    path = tmp_path / "x.tab"
    path.write_text("a\tb\n1\n1\t2\n1\t2\t3\n3\t4\n")
    rows, bad = rows_of(path, TABS)
    assert rows == [("1", "2", 3), ("3", "4", 5)]
    assert [(row.line, row.reason) for row in bad] == [
        (2, "the row has 1 cell, the file 2 columns"),
        (4, "the row has 3 cells, the file 2 columns"),
    ]


def test_quoted_cells_may_hold_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('a,b\n1,"two\nlines"\n2\n3,4\n')
    rows, bad = rows_of(path, read_header(path, ","))
    assert rows == [("1", "two lines", 2), ("3", "4", 5)]
    assert [row.line for row in bad] == [4]


def test_packed_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"a\tb\n1\t2\n"))
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("x.csv", "a\tb\n1\t2\n")
    assert rows_of(tmp_path / "x.gz", TABS) == rows_of(tmp_path / "x.zip", TABS) == ([("1", "2", 2)], [])


@pytest.mark.parametrize("name", ["nothing.tab", "broken.zip", "broken.gz"])
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    if name != "nothing.tab":
        (tmp_path / name).write_bytes(b"no archive")
    with pytest.raises(InputError, match=f"{name}: cannot be read"):
        read_header(tmp_path / name, "\t")
