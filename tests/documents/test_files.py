"""Inputs of all kinds through the public functions: documents come out, the rest is named, nothing raises."""

import io
import os
import sys
import time
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.documents import Notice, from_text, list_inputs, read_inputs
from detente.documents.files import EXTENSIONS
from detente.documents.metadata import today
from detente.errors import InputError, UsageError
from detente.record.ids import document_id
from detente.record.model import Document, Refusal
from detente.settings import Settings

BODY = "The envoys met in Rome on Monday."


def read(*inputs: str | Path, **options: object) -> list[Document | Refusal]:
    return list(read_inputs(inputs, Settings(**options)))  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/UPPER.TXT", "notes.docx", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{BODY} So says {name}.")
    return tmp_path


def test_a_folder_is_read_in_order_and_what_is_no_article_named(folder: Path) -> None:
    listed = list_inputs([folder])
    assert [Path(file).name for file in listed.files] == ["a.txt", "b.txt", "UPPER.TXT", "c.md"]
    assert [Path(file).name for file in listed.ignored] == [".hidden", "notes.docx"]
    found = read(folder)
    assert isinstance(found[0], Notice)
    assert "notes.docx" in found[0].reason
    assert [type(one) for one in found[1:]] == [Document] * 4


@pytest.mark.parametrize(
    ("pattern", "names"), [("*.txt", ["a.txt", "b.txt"]), ("**/*.md", ["c.md"]), ("sub", ["UPPER.TXT", "c.md"])]
)
def test_patterns(folder: Path, pattern: str, names: list[str]) -> None:
    assert [Path(file).name for file in list_inputs([folder / pattern]).files] == names


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert len(list_inputs([folder, folder / "a.txt", folder / "sub"]).files) == 4


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file"),
        ("*.nothing", "no file matches"),
        ("notes.docx", "extension .docx"),
        ("https://ledger.example/a", "not fetched"),
        ("nul\x00.txt", "no such file"),
    ],
)
def test_inputs_that_are_no_articles(folder: Path, name: str, reason: str) -> None:
    (refusal,) = read(name if "//" in name else str(folder / name))
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (refusal,) = read(tmp_path)
    assert isinstance(refusal, Refusal)
    assert ".txt" in refusal.reason


def test_links_pipes_and_folders_called_like_files(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to("nowhere.txt")
    (tmp_path / "circle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "good.txt").write_text(BODY)
    found = {Path(one.uri).name: one for one in read(tmp_path)}
    assert isinstance(found.pop("good.txt"), Document)
    assert {name: "link" in one.reason for name, one in found.items() if isinstance(one, Refusal)} == {
        "circle": True, "dangling.txt": True, "pipe.txt": False,
    }  # fmt: skip


def test_an_unreadable_file_is_refused_and_the_rest_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    found = read(folder / "a.txt", folder / "b.txt")
    assert isinstance(found[0], Refusal)
    assert "Permission denied" in found[0].reason
    assert isinstance(found[1], Document)


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")).write_text(BODY)
    (document,) = read(tmp_path)
    assert document.uri.encode() == f"{tmp_path}/caf\ufffd.txt".encode()


@pytest.mark.parametrize("name", ["big.txt", "big.md", "big.html"])
def test_50_megabytes_are_refused_at_once(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000)
    start = time.perf_counter()
    (refusal,) = read(tmp_path)
    assert time.perf_counter() - start < 0.5
    assert isinstance(refusal, Refusal)
    assert "50,000,000" in refusal.reason
    assert "1,000,000" in refusal.reason


def test_a_text_just_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("word " * 30)
    (refusal,) = read(tmp_path, max_characters=149)
    assert isinstance(refusal, Refusal)
    assert "150" in refusal.reason


@pytest.mark.parametrize(
    ("given", "text", "day", "source"),
    [
        (date(2018, 5, 2), BODY, date(2018, 5, 2), "given"),
        (date(2018, 5, 2), f"Envoys meet\nDate: 09-18-2017\n\n{BODY}", date(2017, 9, 18), "text"),
        (None, BODY, None, "unknown"),
        (None, f"---\ndate: 2017-01-02\n---\n{BODY}", date(2017, 1, 2), "metadata"),
    ],
)
def test_dates(tmp_path: Path, given: date | None, text: str, day: date | None, source: str) -> None:
    (tmp_path / "notes_2016-03-31.txt").write_text(text)
    (document,) = read(tmp_path, published=given)
    assert isinstance(document, Document)
    assert (document.published, document.published_from) == (day, source)


def test_a_date_in_the_future_is_named_and_the_document_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\ndate: {today() + timedelta(days=9)}\n---\n{BODY}")
    notice, document = read(tmp_path)
    assert isinstance(notice, Notice)
    assert "without a date" in notice.reason
    assert isinstance(document, Document)
    assert (document.published, document.published_from) == (None, "unknown")


def test_a_given_date_in_the_future_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="today"):
        read_inputs([], Settings(published=today() + timedelta(days=1)))


@pytest.mark.parametrize(
    ("data", "uris"),
    [
        (BODY.encode(), ["stdin"]),
        (b'{"text": "The envoys met."}\n{"text": "They left."}\n', ["stdin#1", "stdin#2"]),
        (b"<p>The envoys met.</p>", ["stdin"]),
        (b'[{"text": "The envoys met."}]', ["stdin#1"]),
        (b"", ["stdin"]),
    ],
)
def test_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes, uris: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    found = read("-")
    assert [one.uri for one in found] == uris
    assert isinstance(found[0], Document) is bool(data)


def test_what_a_document_carries(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Envoys meet\n\n{BODY}")
    (document,) = read(tmp_path, publisher="Daily Ledger")
    assert isinstance(document, Document)
    assert document.doc_id == document_id(f"Envoys meet\n\n{BODY}", "Envoys meet", "Daily Ledger", None)
    assert document.file_hash == sha256((tmp_path / "a.txt").read_bytes()).hexdigest()
    assert (document.n_tokens, document.language, len(document.signature)) == (9, "en", 128)


def test_from_text() -> None:
    document = from_text(BODY, title="Envoys meet", published=date(2018, 5, 2), publisher="Daily Ledger")
    assert (document.text, document.published_from) == (f"Envoys meet\n\n{BODY}", "given")


def test_from_text_keeps_offsets_when_asked() -> None:
    written = f"  By Ann Reed\n\n{BODY}\u00a0\n"
    assert from_text(written, keep_text=True).text == written
    assert from_text(written).text == BODY


@pytest.mark.parametrize("text", ["", "\n \n", "12 + 12", "Le ministre a rencontré son homologue.", "Share this:\n"])
def test_from_text_says_what_is_wrong(text: str) -> None:
    with pytest.raises(InputError):
        from_text(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400),
    extension=st.sampled_from(EXTENSIONS),
    head=st.sampled_from([b"", b"<p>", b"text\n", b'{"text": "', b"---\n"]),
)
def test_no_bytes_raise(tmp_path: Path, data: bytes, extension: str, head: bytes) -> None:
    path = tmp_path / f"file{extension}"
    path.write_bytes(head + data)
    for one in read(path):
        assert one.uri.startswith(str(path)) or one.uri
        assert isinstance(one, Refusal) or one.text.encode()


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="abEn .,:;?\n\t-–“”’é#|/1207\u00a0\u200b", max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        once = from_text(text)
    except InputError:
        return
    assert from_text(once.text, title=once.title).text == once.text
