import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from deltalake import DeltaTable

import made
from detente.errors import RecordError, UsageError
from detente.record import store
from detente.record.model import Coded, Document, Event, Story, TextCluster
from detente.record.schema import CHILDREN, MARKER, TABLES, Run, Table, table
from detente.record.store import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.create(tmp_path / "a record's folder é#")


def fill(record: Record, *batches: Coded) -> Record:
    with record.writing():
        for batch in batches:
            record.append(batch)
    return record


def test_an_empty_record_has_every_table_and_no_row(record: Record) -> None:
    assert all(record.relation(known.name).fetchall() == [] for known in TABLES)
    assert record.events.columns == list(table("events").columns())


def test_what_is_written_is_read(record: Record) -> None:
    batch = made.batch(1, 2)
    fill(record, batch)
    again = open_record(record.path)
    assert tuple(again.facts(Document)) == batch.documents
    assert tuple(again.facts(Event)) == batch.events
    assert again.events.filter("type = 'ACCUSE'").arrow().read_all().num_rows == 2


def test_relations_can_be_read_side_by_side(record: Record) -> None:
    fill(record, made.batch(1))
    halfway = record.events.to_arrow_reader(1)
    assert len(record.documents.fetchall()) == 1
    assert halfway.read_all().num_rows == 3


def test_the_same_batch_again_writes_nothing(record: Record) -> None:
    with record.writing():
        assert record.append(made.batch(1)) == 1
        assert record.append(made.batch(1, 2)) == 1
    before = made.rows(record)
    with open_record(record.path).writing():
        assert record.append(made.batch(2, 1)) == 0
    assert made.rows(record) == before
    assert [row[3] for row in before["documents"]] == ["Title 1", "Title 2"]
    assert record.known_documents("v1") == {made.document(1).doc_id, made.document(2).doc_id}


def test_recoding_adds_and_the_latest_is_shown(record: Record) -> None:
    fill(record, made.batch(1, 2), made.batch(1, coded_with="v2"))
    assert record.query("select title, coded_with from documents").fetchall() == [("Title 2", "v1"), ("Title 1", "v2")]
    assert record.query("select count(*), min(coded_with) from raw_events").fetchall() == [(9, "v1")]
    assert record.query("select count(*) from events").fetchall() == [(6,)]


def test_rows_do_not_depend_on_batches(record: Record, tmp_path: Path) -> None:
    fill(record, made.batch(3, 1, 2))
    other = fill(Record.create(tmp_path / "other"), made.batch(3), made.batch(1), made.batch(2))
    assert made.rows(record) == made.rows(other)


def test_a_half_written_batch_is_never_seen_and_swept_up(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(record, made.batch(1))
    before = made.rows(record)
    whole = Record._write

    def dies(self: Record, known: Table, *rest: object) -> None:
        if known.name == "documents":
            raise OSError(28, "No space left on device")
        whole(self, known, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "_write", dies)
    with pytest.raises(RecordError, match=r"documents.*No space left"):
        fill(record, made.batch(2))
    seen = open_record(record.path)
    assert made.rows(seen) == before
    assert seen.query("select count(*) from raw_events").fetchall() == [(6,)]
    monkeypatch.undo()
    fill(seen, made.batch(3))
    assert seen.query("select count(*) from raw_events").fetchall() == [(6,)]
    assert [row[3] for row in made.rows(seen)["documents"]] == ["Title 1", "Title 3"]


def test_documents_are_written_last(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(Record, "_write", lambda self, known, *rest: written.append(known.name))
    fill(record, made.batch(1))
    assert written == [*(child.name for child in CHILDREN), "documents"]


def test_compaction_keeps_every_row_in_its_place(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FILES_TO_MERGE", 3)
    fill(record, made.batch(3), made.batch(1), made.batch(2))
    before = made.rows(record)
    with record.writing():
        record.compact()
    assert made.rows(record) == before
    assert record.query("select count(*) from raw_documents").fetchall() == [(3,)]
    assert len(DeltaTable(record.path / "events").file_uris()) == 1


def test_whole_tables_are_replaced(record: Record) -> None:
    fill(record, made.batch(1, 2))
    first, second = (document.doc_id for document in record.facts(Document))
    story = Story("s1", "CONSULT", "NTH", "STH", date(2017, 1, 2), date(2017, 1, 2), "", 2, 1, 1, None)
    with record.writing():
        record.replace(TextCluster, [TextCluster(first, "t1"), TextCluster(second, "t2")])
        record.replace(TextCluster, [TextCluster(second, "t"), TextCluster(first, "t")])
        record.replace(Story, [story])
        version = DeltaTable(record.path / "stories").version()
        record.replace(Story, [story])
    assert record.text_clusters.fetchall() == [(first, "t", ""), (second, "t", "")]
    assert DeltaTable(record.path / "stories").version() == version


def test_whole_tables_can_be_emptied(record: Record) -> None:
    with record.writing():
        record.replace(TextCluster, [TextCluster("a", "t")])
        record.replace(TextCluster, [])
    assert record.query("select * from raw_text_clusters").fetchall() == []


def test_a_killed_run_stays_unfinished_and_a_done_one_is_one_row(record: Record) -> None:
    killed = Run("r1", "2017-01-01T00:00:00Z", "0.1", "{}", ("a.txt",))
    done = replace(killed, run_id="r2", started="2017-01-02T00:00:00Z")
    with record.writing():
        for run in (killed, done, replace(done, outcome="done", n_coded=3)):
            record.note(run)
    assert record.query("select run_id, outcome, n_coded from runs").fetchall() == [
        ("r1", "unfinished", 0),
        ("r2", "done", 3),
    ]


def test_facts_can_be_chosen(record: Record) -> None:
    fill(record, made.batch(1, 2))
    doc_id = made.document(2).doc_id
    assert tuple(record.facts(Event, "doc_id = $doc_id", {"doc_id": doc_id})) == made.batch(2).events


def test_one_writer_at_a_time(record: Record) -> None:
    with (
        record.writing(),
        pytest.raises(RecordError, match="another run is writing"),
        open_record(record.path).writing(),
    ):
        pass


@pytest.mark.parametrize(
    "sql",
    [
        "copy documents to '{folder}/x.csv'",
        "copy documents to '{folder}/documents/x.parquet'",
        "attach '{folder}/x.db'",
        "install httpfs",
        "load httpfs",
        "set memory_limit = '99GB'",
        "pragma version",
        "create table x as select 1",
        "drop view events",
        "delete from events",
        "with x as (delete from raw_events returning *) select * from x",
        "export database '{folder}/x'",
        "select 1; select 2",
        "call pragma_version()",
        "explain analyze select 1",
        "",
        "   -- nothing",
        "select * from read_text('/etc/passwd')",
        "select * from '/etc/passwd'",
        "select * from nowhere",
        "selct 1",
        "select $a",
    ],
)
def test_only_a_select_within_the_record_is_run(record: Record, sql: str) -> None:
    fill(record, made.batch(1))
    before = sorted(path for path in record.path.rglob("*"))
    with pytest.raises(UsageError), record.time_limit(20):
        record.query(sql.format(folder=str(record.path).replace("'", "''"))).fetchall()
    assert sorted(path for path in record.path.rglob("*")) == before
    assert record.query("select count(*) from events").fetchall() == [(3,)]


@pytest.mark.parametrize(
    "sql", ["select 1", "from documents", "with a as (select 1) select * from a", "describe events", "select 1;"]
)
def test_selects_of_every_form_are_run(record: Record, sql: str) -> None:
    fill(record, made.batch(1))
    assert record.query(sql).fetchall()


def test_a_long_query_is_stopped(record: Record) -> None:
    with pytest.raises(UsageError, match=r"more than 0.2 seconds"), record.time_limit(0.2):
        record.query(
            "select count(*) from range(1000000000) a, range(1000) b where hash(a.range, b.range) = 1"
        ).fetchall()
    assert record.query("select 1").fetchall() == [(1,)]


def test_columns_an_older_record_lacks_are_empty(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    known = table("events")
    narrow = known.schema.empty_table().schema
    for name in ("voice", "modes", "dead"):
        narrow = narrow.remove(narrow.get_field_index(name))
    whole = Record._write
    monkeypatch.setattr(
        Record,
        "_write",
        lambda self, to, rows, mode: whole(self, to, rows.select(narrow.names) if to == known else rows, mode),
    )
    fill(record, made.batch(1))
    monkeypatch.undo()
    assert record.query("select distinct voice, modes, dead from events").fetchall() == [("", [], None)]
    fill(record, made.batch(2))
    assert record.query("select count(*) from events where modes = ['visit']").fetchall() == [(3,)]


def test_a_newer_record_is_refused(record: Record) -> None:
    (record.path / MARKER).write_text(json.dumps({"schema_version": 2}))
    with pytest.raises(RecordError, match="schema version 2"):
        open_record(record.path)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(RecordError, match="not empty"):
        Record.create(tmp_path)
    assert [item.name for item in tmp_path.iterdir()] == ["thesis.docx"]


@pytest.mark.parametrize("name", ["a[1]", "50%", "a|b", "x^2", "all*"])
def test_names_that_cannot_be_written_are_refused_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(RecordError, match="name another"):
        Record.create(tmp_path / name)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="file/record"):
        Record.create(tmp_path / "file" / "record")


def test_a_file_that_is_gone_is_the_records_trouble(record: Record) -> None:
    fill(record, made.batch(1))
    for file in (record.path / "events").glob("*.parquet"):
        file.unlink()
    with pytest.raises(RecordError, match="cannot be read"):
        record.query("select count(*) from events")
    with pytest.raises(RecordError, match="cannot be read"), record.time_limit(20):
        record.run("pairs", {"limit": 1}).fetchall()


def test_a_table_that_is_damaged_is_named(record: Record) -> None:
    fill(record, made.batch(1))
    for file in (record.path / "events").glob("*.parquet"):
        file.write_bytes(b"not parquet")
    with pytest.raises(RecordError, match="events"):
        open_record(record.path)
