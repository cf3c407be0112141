import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import made
from detente.coding import Counts, Parts, code
from detente.documents import Notice
from detente.errors import RecordError, UsageError
from detente.record.model import Coded, Document, Refusal
from detente.record.store import Record, open_record
from detente.settings import Settings

FEW = Settings(batch_size=4)


class Seen:
    """Keeps what a run tells."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.refusals: list[Refusal] = []

    def advanced(self, counts: Counts) -> None:
        self.counts = counts

    def refused(self, refusal: Refusal) -> None:
        self.refusals.append(refusal)


def run(out: Path, *inputs: str, settings: Settings = FEW) -> Record:
    return code(inputs, out, settings, parts=made.PARTS).record


def test_the_same_input_twice_adds_nothing(tmp_path: Path) -> None:
    first = made.rows(run(tmp_path / "r", *made.numbers(10)))
    files = sorted((tmp_path / "r" / "events").iterdir())
    finished = code(made.numbers(10), tmp_path / "r", FEW, parts=made.PARTS)
    assert (finished.run.n_coded, finished.run.n_known, finished.run.outcome) == (0, 10, "done")
    assert made.rows(finished.record) == first
    assert sorted((tmp_path / "r" / "events").iterdir()) == files


@pytest.mark.parametrize(
    "settings", [Settings(batch_size=1), Settings(batch_size=64), Settings(workers=2, batch_size=5)]
)
def test_rows_do_not_depend_on_how_they_were_coded(tmp_path: Path, settings: Settings) -> None:
    inputs = [*made.numbers(12), "bad", "3", "empty"]
    assert made.rows(run(tmp_path / "a", *inputs)) == made.rows(run(tmp_path / "b", *inputs, settings=settings))


def test_what_is_refused_is_written_down_and_the_rest_is_coded(tmp_path: Path) -> None:
    seen = Seen()
    record, done = code(["1", "empty", "bad", "2"], tmp_path / "r", FEW, seen, made.PARTS)
    assert (done.n_coded, done.n_refused, seen.counts) == (2, 2, Counts(2, 0, 2))
    assert made.texts(seen.refusals)[0] == "empty.txt: the file is empty"
    rows = record.query("select run_id, uri, reason from refusals").fetchall()
    assert [row[:2] for row in rows] == [(done.run_id, "bad.txt"), (done.run_id, "empty.txt")]
    assert "ZeroDivisionError" in rows[0][2]


def test_a_notice_is_written_down_but_is_no_refusal(tmp_path: Path) -> None:
    seen = Seen()
    found: list[Document | Refusal] = [Notice("a.txt", "an odd date"), made.document(1, "")]
    parts = made.PARTS._replace(read=lambda inputs, settings: found)
    record, done = code(["a.txt"], tmp_path / "r", FEW, seen, parts)
    assert (done.n_refused, len(seen.refusals)) == (0, 1)
    assert record.query("select uri, reason from refusals").fetchall() == [("a.txt", "note: an odd date")]


def test_a_run_says_what_it_was_told(tmp_path: Path) -> None:
    record = run(tmp_path / "r", "1", settings=Settings(publisher="The Example"))
    row = record.query("select inputs, outcome, settings, version, n_coded, coded_with from runs").fetchall()[0]
    assert row[:2] == (["1"], "done")
    assert '"publisher": "The Example"' in row[2]
    assert row[3:] == ("0.1.0", 1, "v1")


def test_more_words_than_a_batch_should_hold_are_committed_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detente.coding.BATCH_CHARACTERS", 100)
    sizes: list[int] = []
    whole = Record.append

    def append(self: Record, batch: Coded, run_id: str = "") -> int:
        sizes.append(len(batch.documents))
        return whole(self, batch, run_id)

    monkeypatch.setattr(Record, "append", append)
    run(tmp_path / "r", *made.numbers(5), settings=Settings())
    assert sizes == [2, 2, 1]


def test_linking_sees_the_whole_record(tmp_path: Path) -> None:
    found: list[int] = []
    parts = made.PARTS._replace(link=lambda record, settings: found.append(len(record.documents.fetchall())))
    code(made.numbers(6), tmp_path / "r", FEW, parts=parts)
    code(made.numbers(7), tmp_path / "r", FEW, parts=parts)
    assert found == [6, 7]


def test_ctrl_c_keeps_what_is_coded_and_can_be_taken_up(tmp_path: Path) -> None:
    finished = code([*made.numbers(6), "stop", "7"], tmp_path / "r", FEW, parts=made.PARTS)
    assert (finished.run.outcome, finished.run.n_coded) == ("interrupted", 6)
    again = run(tmp_path / "r", *made.numbers(8))
    assert made.rows(again) == made.rows(run(tmp_path / "whole", *made.numbers(8)))
    assert again.query("select outcome from runs").fetchall() == [("interrupted",), ("done",)]


def test_ctrl_c_waits_until_a_batch_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Record.append

    def append(self: Record, *rest: object) -> int:
        os.kill(os.getpid(), signal.SIGINT)
        return whole(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Record, "append", append)
    finished = code(made.numbers(10), tmp_path / "r", FEW, parts=made.PARTS)
    assert (finished.run.outcome, finished.run.n_coded) == ("interrupted", 4)
    assert len(finished.record.events.fetchall()) == 12


def test_a_run_outside_the_main_thread_works(tmp_path: Path) -> None:
    worker = threading.Thread(target=run, args=(tmp_path / "r", "1", "2"))
    worker.start()
    worker.join()
    assert len(open_record(tmp_path / "r").documents.fetchall()) == 2


def test_wrong_usage_ends_the_run_as_failed(tmp_path: Path) -> None:
    def read(*_: object) -> None:
        raise UsageError("no such date")

    with pytest.raises(UsageError):
        code(["1"], tmp_path / "r", FEW, parts=made.PARTS._replace(read=read))  # type: ignore[arg-type]
    assert open_record(tmp_path / "r").query("select outcome from runs").fetchall() == [("failed",)]


KILLED = """
import sys, made
from detente.coding import code
from detente.settings import Settings
code(made.numbers(40), sys.argv[1], Settings(batch_size=3, workers=int(sys.argv[2])), parts=made.SLOW)
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_is_taken_up_and_ends_the_same(tmp_path: Path, workers: int) -> None:
    tests = str(Path(made.__file__).parent)
    victim = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path / "r"), str(workers)], env={**os.environ, "PYTHONPATH": tests}
    )
    log = tmp_path / "r" / "documents" / "_delta_log"
    deadline = time.monotonic() + 30
    while (not log.is_dir() or len(list(log.glob("*.json"))) < 2) and time.monotonic() < deadline:
        time.sleep(0.01)
    victim.kill()
    victim.wait()
    kept = len(open_record(tmp_path / "r").documents.fetchall())
    assert 6 <= kept < 40
    again = run(tmp_path / "r", *made.numbers(40))
    assert made.rows(again) == made.rows(run(tmp_path / "whole", *made.numbers(40)))
    assert again.query("select outcome, n_known from runs").fetchall() == [("unfinished", 0), ("done", kept)]


FULL_DISK = """
import resource, sys, made
from detente.coding import code
from detente.errors import RecordError
from detente.settings import Settings
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
try:
    code(made.numbers(40), sys.argv[1], Settings(batch_size=int(sys.argv[2])), parts=made.PARTS)
except RecordError as problem:
    sys.exit(f"RecordError: {problem}")
"""


def test_a_full_disk_is_named_and_nothing_is_half_there(tmp_path: Path) -> None:
    run(tmp_path / "r", "1")
    before = made.rows(open_record(tmp_path / "r"))
    tests = str(Path(made.__file__).parent)
    command = [sys.executable, "-c", FULL_DISK, str(tmp_path / "r"), "40"]
    found = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": tests}, capture_output=True, text=True, check=False
    )
    assert f"RecordError: {tmp_path / 'r'}" in found.stderr
    assert made.rows(open_record(tmp_path / "r")) == before
    assert len(run(tmp_path / "r", *made.numbers(40)).documents.fetchall()) == 40


def test_detentes_own_parts_fit() -> None:
    from detente.coding import detente_parts

    parts = detente_parts()
    assert isinstance(parts, Parts)
    assert parts.coded_with.startswith("detente ")


def test_a_record_below_a_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="file"):
        run(tmp_path / "file" / "r", "1")
