"""What a record is cited by, and a copy that stays as it is."""

from collections.abc import Callable
from pathlib import Path

import pytest

import made
from detente import api
from detente.errors import RecordError, UsageError
from detente.outputs.citing import bibtex, citation
from detente.record.folders import check_path, frozen_as
from detente.record.store import Record, open_record
from detente.record.versions import freeze, read_version
from exchange_rows import imported


def record(folder: Path, *batches: tuple[int, ...], coded_with: str = "v1") -> Record:
    filled = Record.create(folder)
    for numbers in batches:
        with filled.writing():
            filled.append(made.batch(*numbers, coded_with=coded_with))
    return filled


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (lambda folder: record(folder, (2, 1), (0,)), True),
        (lambda folder: record(folder, (0, 1)), False),
        (lambda folder: record(folder, (0, 1, 2), coded_with="v2"), False),
    ],
)
def test_records_that_say_the_same_have_the_same_version(
    tmp_path: Path, other: Callable[[Path], Record], same: bool
) -> None:
    first, second = read_version(record(tmp_path / "one", (0, 1, 2))), read_version(other(tmp_path / "other"))
    assert (first.version == second.version) is same


def test_coding_anew_is_another_version_of_the_same_documents(tmp_path: Path) -> None:
    filled = record(tmp_path / "record", (0, 1))
    before = read_version(filled)
    with filled.writing():
        filled.append(made.batch(0, 1, coded_with="v2"))
    after = read_version(filled)
    assert (before.documents, before.events) == (after.documents, after.events) == (2, 6)
    assert before.version != after.version
    assert after.coded_with == ("v2",)


def test_a_frozen_copy_stays_as_it_is(tmp_path: Path) -> None:
    filled = record(tmp_path / "record", (0, 1))
    version = freeze(filled, tmp_path / "frozen")
    frozen = open_record(tmp_path / "frozen")
    assert frozen_as(frozen.path) == read_version(frozen).version == version.version
    assert frozen.events.fetchall() == filled.events.fetchall()
    with pytest.raises(RecordError, match=f"frozen as version {version.version}"), frozen.writing():
        pass
    with pytest.raises(UsageError, match="is there already"):
        freeze(filled, tmp_path / "frozen")
    assert freeze(frozen, tmp_path / "again") == version


def test_the_citation_tells_the_record_from_any_other(tmp_path: Path) -> None:
    version = read_version(record(tmp_path / "record", (0, 1)))
    text = citation(version)
    assert "2 documents, 2017-01-01 to 2017-01-02, 6 events" in text
    assert f"Record version {version.version}, coded with v1" in text
    assert bibtex(version).startswith(f"@dataset{{detente-{version.version},")


def test_days_of_a_data_set_are_not_called_documents(tmp_path: Path) -> None:
    assert citation(read_version(imported(tmp_path, "icews", {}).record)).startswith("Record of imported events, 2019")


def test_the_python_interface(tmp_path: Path) -> None:
    record(tmp_path / "record", (0, 1))
    opened = api.open_record(tmp_path / "record")
    frozen = opened.freeze(tmp_path / "frozen")
    assert frozen.cite() == opened.cite() == citation(read_version(opened))


def test_an_empty_record_can_be_cited(tmp_path: Path) -> None:
    assert "0 documents, 0 events" in citation(read_version(record(tmp_path / "record")))


@pytest.mark.parametrize("name", ["a[b", "a%b", "what?", "a*"])
def test_folders_the_libraries_stumble_over(tmp_path: Path, name: str) -> None:
    with pytest.raises(RecordError, match="a record cannot lie at a path with one of"):
        check_path(tmp_path / name)
