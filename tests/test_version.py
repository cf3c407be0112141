from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.settings import Settings
from detente.version import coded_with, stamped, with_actors


def test_a_dictionary_changes_what_coded_a_row(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("name\tcode\nLake Army\tKENREB\n", encoding="utf-8")
    first = with_actors(coded_with(), [path])
    path.write_text("name\tcode\nLake Army\tKENMIL\n", encoding="utf-8")
    assert with_actors(coded_with(), []) == coded_with()
    assert first.startswith(f"{coded_with()} actors ")
    assert with_actors(coded_with(), [path]) != first


def test_a_codebook_changes_what_coded_a_row(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("lemma\ttype\nparley\tPARLEY\n", encoding="utf-8")
    stamps = [stamped("v1", Settings(codebook=(path,), codebook_only=only)) for only in (False, True)]
    path.write_text("lemma\ttype\nparley\tCONSULT\n", encoding="utf-8")
    stamps.append(stamped("v1", Settings(codebook=(path,))))
    assert len({*stamps, "v1"}) == 4
    assert (stamped("v1", Settings()), stamps[0].startswith("v1 codebook ")) == ("v1", True)


def test_nothing_but_a_codebook_needs_a_codebook() -> None:
    with pytest.raises(UsageError, match="there is none: name one"):
        Settings(codebook_only=True)
