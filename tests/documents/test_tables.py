"""Rows of tables: read one by one, refused one by one, with file and line."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from detente.documents import read_file
from detente.record.model import Document, Refusal
from detente.settings import Settings

BODY = "The envoys met in Rome on Monday."


def read(tmp_path: Path, name: str, content: str | bytes, limit: int = 1_000_000) -> list[Document | Refusal]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_file(path, Settings(max_characters=limit)))


def reasons(found: list[Document | Refusal]) -> list[str]:
    return [one.reason for one in found if isinstance(one, Refusal)]


def documents(found: list[Document | Refusal]) -> list[Document]:
    return [one for one in found if isinstance(one, Document)]


@pytest.mark.parametrize("text", ["text", "Body", "CONTENT"])
@pytest.mark.parametrize("title", ["title", "Headline"])
@pytest.mark.parametrize("outlet", ["publisher", "Source", "outlet"])
def test_column_names(tmp_path: Path, text: str, title: str, outlet: str) -> None:
    (document,) = documents(read(tmp_path, "a.csv", f"{outlet},{title},{text}\nDaily Ledger,Envoys meet,{BODY}\n"))
    assert (document.title, document.publisher) == ("Envoys meet", "Daily Ledger")
    assert document.text == f"Envoys meet\n\n{BODY}"
    assert document.uri == f"{tmp_path / 'a.csv'}#1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    content = f'text{delimiter}title\n"“Yes,” he said; no more"{delimiter}Café\n'.encode(encoding)
    (document,) = documents(read(tmp_path, "a.csv", content))
    assert document.text == "Café\n\n“Yes,” he said; no more"


def test_broken_csv_rows_are_refused_by_line_and_the_rest_read(tmp_path: Path) -> None:
    content = f'text,title\n{BODY},A\none,two,three\n"two\nlines",B\n"a"b,C\n\n{BODY},D\n,E\n"never closed,F\n'
    found = read(tmp_path, "a.csv", content)
    assert [document.title for document in documents(found)] == ["A", "B", "D"]
    assert [reason.split(":")[1] for reason in reasons(found)] == ["3", "6", "9", "10"]


def test_broken_json_lines_are_refused_by_line_and_the_rest_read(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": BODY}),
        "{",
        "[]",
        "",
        '{"text": 5}',
        '{"text": null}',
        "[" * 100_000,
        json.dumps({"body": BODY}),
    ]
    found = read(tmp_path, "a.jsonl", "\n".join(lines))
    assert [document.uri.rpartition("#")[2] for document in documents(found)] == ["1", "8"]
    assert [reason.split(":")[1] for reason in reasons(found)] == ["2", "3", "5", "6", "7"]


def test_a_line_too_long_is_refused_without_being_kept(tmp_path: Path) -> None:
    found = read(tmp_path, "a.jsonl", json.dumps({"text": "word " * 100_000}) + "\n" + json.dumps({"text": BODY}), 1000)
    assert "1,000" in reasons(found)[0]
    assert len(documents(found)) == 1


@pytest.mark.parametrize(
    ("content", "uris"),
    [
        ({"text": BODY}, [""]),
        ([{"text": BODY}, {"text": BODY}], ["#1", "#2"]),
        ({"count": 1, "articles": [{"content": BODY}]}, ["#1"]),
    ],
)
def test_json_files(tmp_path: Path, content: object, uris: list[str]) -> None:
    found = documents(read(tmp_path, "a.json", json.dumps(content)))
    assert [document.uri for document in found] == [str(tmp_path / "a.json") + uri for uri in uris]


def test_values_as_feeds_write_them(tmp_path: Path) -> None:
    fields = {"text": [BODY, BODY], "authors": [{"name": "Ann Reed"}, "Paul Lim"], "source": {"name": "Daily Ledger"}}
    (document,) = documents(
        read(tmp_path, "a.jsonl", json.dumps({**fields, "url": "https://ledger.example/2018/03/06/a"}))
    )
    assert (document.author, document.publisher, document.text) == (
        "Ann Reed, Paul Lim",
        "Daily Ledger",
        f"{BODY}\n\n{BODY}",
    )
    assert (document.uri, document.published_from) == ("https://ledger.example/2018/03/06/a", "url")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", "id,note\n1,x\n"), ("a.json", '{"id": 1, "note": 2}'), ("a.jsonl", '{"id": 1, "note": 2}')],
)
def test_a_missing_text_column_names_those_found_and_those_allowed(tmp_path: Path, name: str, content: str) -> None:
    (reason,) = reasons(read(tmp_path, name, content))
    assert "'id', 'note'" in reason
    assert "text, body, content" in reason


def test_half_a_surrogate_pair_never_reaches_the_record(tmp_path: Path) -> None:
    (document,) = documents(
        read(tmp_path, "a.jsonl", '{"text": "The envoy \\ud800 left.", "url": "x\\ud800", "outlet": "\\ud800"}')
    )
    assert "\ufffd" in document.text
    assert (document.uri, document.publisher) == ("x\ufffd", "\ufffd")


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(
        pa.table({"Body": [BODY, None], "date": pa.array([17_000, None], pa.date32()), "n": [1, 2]}), path
    )
    found = list(read_file(path, Settings()))
    assert [str(document.published) for document in documents(found)] == ["2016-07-18"]
    assert len(reasons(found)) == 1


def test_a_broken_parquet_file_is_refused(tmp_path: Path) -> None:
    assert "Parquet" in reasons(read(tmp_path, "a.parquet", b"PAR1 and no more"))[0]


def test_dates_that_can_be_read_two_ways_are_counted_once_a_file(tmp_path: Path) -> None:
    rows = "\n".join(f"{BODY},0{n}/04/2017" for n in (1, 2, 3))
    found = read(tmp_path, "a.csv", f"text,date\n{rows}\n")
    assert [str(document.published) for document in documents(found)] == ["2017-01-04", "2017-02-04", "2017-03-04"]
    assert reasons(found) == [
        "dates that can be read two ways, read month first: 3, such as '01/04/2017'; write YYYY-MM-DD to be sure"
    ]
