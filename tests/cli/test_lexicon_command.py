from pathlib import Path

import pytest
from typer.testing import CliRunner

import made
from detente.cli import app
from detente.coding import code
from detente.settings import Settings


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    for name, line in (("older", "f-1\tmeet"), ("newer", "f-1\thost"), ("same", "f-1\tmeet")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frames.tsv").write_text(f"id\tlemma\n{line}\n", encoding="utf-8")
    return [str(tmp_path / name) for name in ("older", "newer", "same")]


def test_diff_counts_the_rows_that_rest_on_changed_lines(folders: list[str], tmp_path: Path) -> None:
    code(made.numbers(2), tmp_path / "made", Settings(), parts=made.PARTS)
    shown = CliRunner().invoke(app, ["lexicon", "diff", *folders[:2], "--record", str(tmp_path / "made")])
    assert shown.stdout == "frames.tsv: changed f-1  lemma: 'meet' -> 'host'  (6 events)\n"
    assert "lines: 0 added, 0 removed, 1 changed" in shown.stderr
    assert f"{tmp_path / 'made'}: 6 of 6 events rest on changed or removed lines" in shown.stderr


def test_no_difference_is_silence(folders: list[str]) -> None:
    shown = CliRunner().invoke(app, ["lexicon", "diff", folders[0], folders[2]])
    assert (shown.exit_code, shown.stdout) == (0, "")


def test_a_codebook_without_examples_is_checked_for_its_form(tmp_path: Path) -> None:
    path = tmp_path / "mine.tsv"
    path.write_text("lemma\ttype\nparley\tPARLEY\n", encoding="utf-8")
    shown = CliRunner().invoke(app, ["lexicon", "check", "--codebook", str(path)])
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr == "1 types; 0 of 0 examples coded as meant\nno example needs user:mine.tsv:2\n"


def test_an_example_that_is_not_coded_as_meant_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.tsv"
    table = f"[frames]\nlemma\ttype\nparley\tPARLEY\n[examples]\ntext\ttype\n{made.WORDS}\tPARLEY\n"
    path.write_text(table, encoding="utf-8")
    monkeypatch.setattr("detente.pipeline.prepare", made.prepare)
    shown = CliRunner().invoke(app, ["lexicon", "check", "--codebook", str(path)])
    assert (shown.exit_code, shown.stdout.startswith(f"{path}:6: mistyped: meant PARLEY; found ")) == (1, True)


def test_a_folder_of_lexicons_is_checked(folders: list[str], tmp_path: Path) -> None:
    shared = tmp_path / "newer" / "shared"
    shared.mkdir()
    columns = "id\tperson_id\tperson\tiso3\toffice\trole\tcode\tstart\tend\topen_as_of\tsource\tlicence"
    (shared / "offices.tsv").write_text(
        f"{columns}\noffice:a\ta\tA B\tFRX\tPresident\tHOS\tFRXGOV\t2018-13-01\t\t\town\town\n", encoding="utf-8"
    )
    shown = CliRunner().invoke(app, ["lexicon", "check", folders[1]])
    assert shown.exit_code == 1
    assert "shared/offices.tsv:2: error: office:a start '2018-13-01'" in shown.stdout
    assert "FRX is neither in shared/states.tsv nor in codebook/bodies.tsv" in shown.stdout
