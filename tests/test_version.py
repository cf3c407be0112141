from pathlib import Path

from detente.version import coded_with, with_actors


def test_a_dictionary_changes_what_coded_a_row(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("name\tcode\nLake Army\tKENREB\n", encoding="utf-8")
    first = with_actors(coded_with(), [path])
    path.write_text("name\tcode\nLake Army\tKENMIL\n", encoding="utf-8")
    assert with_actors(coded_with(), []) == coded_with()
    assert first.startswith(f"{coded_with()} actors ")
    assert with_actors(coded_with(), [path]) != first
