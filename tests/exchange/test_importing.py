"""From files to a record: what is folded, what is known already, what happens twice."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import made
from detente.cli import app
from detente.errors import UsageError
from detente.exchange import importing
from detente.exchange.importing import Counts, format_named
from detente.record.store import Record
from detente.relations import relate
from detente.settings import Settings
from exchange_rows import imported

MEETING = {"CAMEO Code": "040", "Event Text": "Consult", "Intensity": "1.0"}
TURNED = {"Source Name": "Finland", "Source Country": "Finland", "Target Name": "Norway", "Target Country": "Norway"}


def numbered(*changes: dict[str, str]) -> list[dict[str, str]]:
    return [{"Event ID": str(number)} | change for number, change in enumerate(changes, 1)]


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ([MEETING, MEETING | TURNED], Counts(2, 1, 1, 0)),
        ([MEETING, MEETING], Counts(2, 1, 0, 1)),
        ([MEETING, MEETING | {"Sentence Number": "5"}, MEETING | TURNED, MEETING | TURNED], Counts(4, 1, 1, 2)),
        ([MEETING, MEETING | {"Story ID": "501"}], Counts(2, 2)),
        ([MEETING, MEETING | TURNED | {"Story ID": "501"}], Counts(2, 2)),
        ([MEETING, MEETING | TURNED | {"Event Date": "2019-03-05"}], Counts(2, 2)),
        ([MEETING, MEETING | TURNED | {"CAMEO Code": "046"}], Counts(2, 2)),
        ([MEETING, {"City": "Bergen"} | MEETING], Counts(2, 2)),
        ([MEETING, {"Event ID": "1", "City": "Bergen"}], Counts(2, 1, 0, 1)),
    ],
)
def test_what_is_folded(tmp_path: Path, changes: list[dict[str, str]], counts: Counts) -> None:
    done = imported(tmp_path, "icews", *numbered(*changes))
    assert done.files[0][1] == counts
    mutual = done.record.query("select bool_or(reciprocal) from events").fetchall()
    assert mutual == [(counts.mirrors > 0,)]


def test_of_a_visit_the_guest_stays_and_the_others_are_remembered(tmp_path: Path) -> None:
    host = MEETING | {"CAMEO Code": "043"}
    guest = MEETING | TURNED | {"CAMEO Code": "042"}
    record = imported(tmp_path, "icews", *numbered(host, guest, host)).record
    assert record.query("select cameo, source_code, target_code, reciprocal from events").fetchall() == [
        ("042", "FIN", "NOR", True)
    ]
    assert record.query("select row_id, mirror_id, folded from imported").fetchall() == [("2", "1", ["3"])]


def test_one_sided_rows_are_no_mirrors(tmp_path: Path) -> None:
    nobody = {"Target Name": "NA", "Target Country": "NA"}
    accused = {"Source Name": "NA", "Source Country": "NA", "Target Name": "Norway", "Target Country": "Norway"}
    act = {"CAMEO Code": "112", "Event Text": "Accuse"}
    assert imported(tmp_path, "icews", *numbered(act | nobody, act | accused)).files[0][1] == Counts(2, 2)


def test_rows_of_one_report_are_never_parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH_ROWS", 1)
    rows = numbered(MEETING | {"Story ID": "499"}, MEETING, MEETING | TURNED, MEETING | {"Story ID": "501"})
    done = imported(tmp_path, "icews", *rows)
    assert done.files[0][1] == Counts(4, 3, 1, 0)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    rows = numbered(MEETING, MEETING | {"Event Date": "2019-03-05", "Story ID": "501"})
    before = made.rows(imported(tmp_path, "icews", *rows).record)
    again = imported(tmp_path, "icews", *rows, name="copy.tab")
    assert again.files[0][1] == Counts(2, 0, 0, 0, 2)
    after = made.rows(again.record)
    assert {name: after[name] for name in after if name != "runs"} == {
        name: before[name] for name in before if name != "runs"
    }


def test_events_that_another_file_brought_are_left_out(tmp_path: Path) -> None:
    first = numbered(MEETING, MEETING | {"Story ID": "501"})
    imported(tmp_path, "icews", *first)
    more = imported(tmp_path, "icews", *first, {"Event ID": "3", "Story ID": "502"}, name="later.tab")
    assert more.files[0][1] == Counts(3, 1, 0, 0, 2)
    assert more.record.query("select count(*), count(distinct event_id) from events").fetchall() == [(3, 3)]


def test_a_killed_run_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH_ROWS", 1)
    rows = numbered(*(MEETING | {"Story ID": str(number)} for number in range(500, 504)))
    whole, calls = Record.append_rows, []

    def dies(self: Record, *arguments: object) -> int:
        calls.append(1)
        if len(calls) == 2:
            raise MemoryError
        return whole(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "append_rows", dies)
    with pytest.raises(MemoryError):
        imported(tmp_path, "icews", *rows)
    monkeypatch.undo()
    done = imported(tmp_path, "icews", *rows)
    assert done.record.query("select count(*) from events").fetchall() == [(4,)]
    assert done.record.query("select count(*) from stories").fetchall() == [(1,)]


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    done = imported(tmp_path, "icews", {}, name="a.tab")
    other = importing.import_files(format_named("gdelt"), [tmp_path / "a.tab"], tmp_path / "record", Settings())
    assert done.refusals == ()
    assert other.refusals[0].reason.startswith("the first line has 20 columns; GDELT has")


def test_unknown_formats_are_said() -> None:
    with pytest.raises(UsageError, match="no format 'weis'; allowed are gdelt, icews, polecat, acled"):
        format_named("weis")


def test_each_row_names_its_source_and_its_day_has_a_document(tmp_path: Path) -> None:
    record = imported(tmp_path, "icews", *numbered(MEETING, MEETING | {"Event Date": "2018-12-31"})).record
    coders = record.query("select split_part(coded_with, ',', 1) from events order by 1").fetchall()
    assert coders == [("icews 2018",), ("icews 2019",)]
    documents = record.query("select published::varchar, genre, text from documents order by 1").fetchall()
    assert documents == [("2018-12-31", "report", ""), ("2019-03-04", "report", "")]


def test_a_story_is_one_act_a_day_and_counts_its_reports(tmp_path: Path) -> None:
    other = MEETING | {"Story ID": "501", "Publisher": "Herald"}
    turned = MEETING | TURNED | {"Story ID": "502"}
    statement = {"Story ID": "503"}
    record = imported(
        tmp_path, "icews", *numbered(MEETING, other, turned, MEETING | {"Event Date": "2019-03-05"}, statement)
    ).record
    found = record.query("select date_start::varchar, source_code, n_documents, n_publishers from stories order by all")
    assert found.fetchall() == [("2019-03-04", "FIN", 1, 1), ("2019-03-04", "NOR", 2, 2), ("2019-03-05", "NOR", 1, 1)]
    assert record.query("select count(*) from story_events").fetchall() == [(4,)]


def test_relations_count_imported_stories(tmp_path: Path) -> None:
    deed = {"CAMEO Code": "0231", "Story ID": "7"}
    aid = {"CAMEO Code": "071", "Story ID": "8", "Event Text": "Provide economic aid"}
    record = imported(
        tmp_path, "icews", *numbered(MEETING, MEETING | TURNED, aid, aid | {"Story ID": "9"}, deed)
    ).record
    (period,) = relate(record, "NOR", "FIN", Settings()).periods
    assert (period.both.contact, period.forward.contact, period.backward.contact) == (1, 1, 1)
    assert (period.forward.deeds_for, period.backward.deeds_for, period.both.hostile_words) == (1, 0, 0)


def test_a_file_of_another_kind_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{\n "date": "2019-03-04"}\n', encoding="utf-8")
    asked = ["import", "icews", str(tmp_path / "rows.jsonl"), "-o", str(tmp_path / "record")]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 1
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [f"refused {tmp_path / 'rows.jsonl'}"]
