"""Bytes of many kinds become characters, or a reason why not."""

from pathlib import Path

import pytest

from detente.documents.encodings import decode, survey
from detente.errors import InputError

ENGLISH = "It’s a “deal” – the minister of Côte d’Ivoire said so… "
RUSSIAN = "Министр иностранных дел встретился со своим коллегой в понедельник. " * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_in_many_encodings(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).lstrip("\ufeff") == ENGLISH


@pytest.mark.parametrize(
    ("data", "declared", "wanted"),
    [
        ("Zażółć".encode("iso8859-2"), "iso-8859-2", "Zażółć"),
        ("“Yes”".encode("cp1252"), "ISO-8859-1", "“Yes”"),
        ("“Yes”".encode(), "iso-8859-1", "“Yes”"),
        ("“Yes”".encode("cp1252"), "no-such-charset", "“Yes”"),
        (RUSSIAN.encode("cp1251"), "", RUSSIAN),
        ("“Côte” – ".encode() + b"\x93 cut", "", "“Côte” – \ufffd cut"),
    ],
)
def test_declared_and_guessed(data: bytes, declared: str, wanted: str) -> None:
    assert decode(data, declared) == wanted


BAD = [
    (b"", "empty"),
    (b" \n\t", "blanks"),
    (b"%PDF-1.7 ...", "PDF"),
    (b"PK\x03\x04 ...", "ZIP"),
    (b"\x89PNG\r\n", "PNG"),
    (b"text with a \x00 zero", "binary"),
]


@pytest.mark.parametrize(("data", "reason"), [*BAD, (b"\x01\x02\x03\x04\x05 abc", "not text")])
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)


@pytest.mark.parametrize(("data", "reason"), BAD)
def test_survey_refuses_the_same(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(data)
    with pytest.raises(InputError, match=reason):
        survey(tmp_path / "table.csv")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"abc", "utf-8"),
        ("é“".encode() * 600_000, "utf-8"),
        (b"a" * 3_000_000 + b"\x93x\x94", "cp1252"),
        ("a,b".encode("utf-16"), "utf-16"),
    ],
)
def test_survey_reads_the_whole_file(data: bytes, encoding: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(data)
    assert survey(tmp_path / "table.csv").encoding == encoding
