from pathlib import Path

import pytest

import made
from detente.coding import code
from detente.outputs.lexicon_effects import rows_resting_on
from detente.record.store import Record
from detente.settings import Settings


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return code(made.numbers(2), tmp_path / "made", Settings(), parts=made.PARTS).record


@pytest.mark.parametrize(
    ("lines", "table", "rows", "by_line"),
    [
        ({"n-1"}, "mentions", 2, {"n-1": 2}),
        ({"n-1"}, "events", 0, {}),
        ({"f-1", "rule:subject"}, "events", 6, {"f-1": 6, "rule:subject": 6}),
        (set(), "events", 0, {}),
    ],
)
def test_rows_are_counted_once_and_by_line(
    record: Record, lines: set[str], table: str, rows: int, by_line: dict[str, int]
) -> None:
    touched = next(found for found in rows_resting_on(record, lines) if found.table == table)
    assert (touched.rows, touched.by_line) == (rows, by_line)
    assert touched.of >= rows
