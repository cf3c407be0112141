import json
from pathlib import Path

import pyarrow as pa
import pytest

import made
from detente.errors import RecordError
from detente.record import schema
from detente.record.model import Claim, Document, Event


@pytest.mark.parametrize(
    ("name", "column", "kind"),
    [
        ("documents", "published", pa.date32()),
        ("documents", "signature", pa.list_(pa.int64())),
        ("documents", "position", pa.int64()),
        ("mentions", "lat", pa.float64()),
        ("claims", "content_spans", pa.list_(schema.SPAN)),
        ("events", "quad", pa.int64()),
        ("events", "reciprocal", pa.bool_()),
        ("events", "evidence", pa.list_(pa.string())),
        ("stories", "first_published", pa.date32()),
        ("refusals", "reason", pa.string()),
    ],
)
def test_columns_follow_from_the_facts(name: str, column: str, kind: pa.DataType) -> None:
    assert schema.table(name).schema.field(column).type == kind


def test_every_coded_table_says_what_coded_it() -> None:
    assert all("coded_with" in known.columns() for known in (schema.DOCUMENTS, *schema.CHILDREN, *schema.WHOLE))


@pytest.mark.parametrize("kind", [Claim, Event])
def test_facts_survive_the_way_to_rows_and_back(kind: type) -> None:
    known = schema.table_of(kind)
    facts = getattr(made.batch(1, 2), known.name)
    assert tuple(known.facts(known.rows(facts).to_pylist())) == facts


def test_hidden_columns_are_not_shown() -> None:
    assert "position" not in schema.table_of(Document).columns()


def test_an_unknown_table_is_named_with_those_that_exist() -> None:
    with pytest.raises(RecordError, match=r"'evnts'.*events"):
        schema.table("evnts")


@pytest.mark.parametrize(
    ("marker", "message"),
    [
        (
            json.dumps({"schema_version": 99, "created_with": "detente 9.0"}),
            r"newer Detente made it \(detente 9.0\).*upgrade",
        ),
        (json.dumps({"schema_version": 0}), "never existed"),
        (json.dumps({"version": 1}), "cannot be understood"),
        ("[1]", "cannot be understood"),
        ("half a fi", "cannot be understood"),
        (None, "not a record"),
    ],
)
def test_a_marker_that_cannot_be_read_is_explained(tmp_path: Path, marker: str | None, message: str) -> None:
    if marker is not None:
        (tmp_path / schema.MARKER).write_text(marker)
    with pytest.raises(RecordError, match=message):
        schema.check_marker(tmp_path)


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    schema.write_marker(tmp_path, "0.1.0")
    schema.check_marker(tmp_path)
    assert [item.name for item in tmp_path.iterdir()] == [schema.MARKER]
