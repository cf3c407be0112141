import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import reviewed
from detente import cli

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that every test takes a copy of."""
    folder = tmp_path_factory.mktemp("kept") / "rec"
    reviewed.record(folder, 80)
    return folder


@pytest.fixture
def detente(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, kept: Path) -> Command:
    """Run a command in a folder with a record; return exit status, stdout and stderr."""
    shutil.copytree(kept, tmp_path / "rec")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["detente", "review", "rec", *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return int(left.value.code or 0), captured.out, captured.err

    return command


def test_the_whole_way_through_files(detente: Command) -> None:
    status, out, err = detente("draw", "--n", "100", "--reviewer", "anna", "--reviewer", "ben", "-o", "s.csv")
    assert (status, out.split()) == (0, ["s-anna.csv", "s-ben.csv"])
    assert "100 of 160 sentences" in err
    for name in out.split():
        reviewed.fill_in(Path(name), separator=";")
    status, _, err = detente("take", *out.split())
    assert (status, err) == (0, "200 sentences taken, 0 known already, 0 not judged yet, 0 rows left out\n")
    status, out, _ = detente("figures")
    assert status == 0
    assert "reviewers: anna, ben" in out
    assert "Not claimable from these figures:" in out
    assert "turning points" in out


def test_relations_show_what_a_review_found(detente: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    detente("draw", "--n", "120", "-o", "s.csv")
    reviewed.fill_in(Path("s.csv"))
    detente("take", "s.csv")
    assert "Kept in the record's table corrections." in detente("figures", "--pair", "USA", "RUS")[1]
    assert "holds them already" in detente("figures", "--pair", "USA", "RUS")[1]
    shown = CliRunner().invoke(cli.app, ["relations", "rec", "USA", "RUS"]).stderr
    assert "Reviewed (sample" in shown
    assert "are not corrected" in shown


def test_figures_of_a_frozen_record_are_shown_and_not_kept(detente: Command) -> None:
    detente("draw", "--n", "60", "-o", "s.csv")
    reviewed.fill_in(Path("s.csv"))
    detente("take", "s.csv")
    frozen = CliRunner().invoke(cli.app, ["freeze", "rec", "-o", "frozen"])
    assert frozen.stdout == CliRunner().invoke(cli.app, ["cite", "frozen"]).stdout
    assert "frozen as version" in frozen.stderr
    shown = CliRunner().invoke(cli.app, ["review", "frozen", "figures"]).stdout
    assert "Not kept in the record: frozen: frozen as version" in shown
    assert "Not claimable" in shown
    assert CliRunner().invoke(cli.app, ["cite", "rec", "--bibtex"]).stdout.startswith("@dataset{detente-")


def test_figures_are_rows_for_programs(detente: Command) -> None:
    detente("draw", "--n", "60", "-o", "s.csv")
    reviewed.fill_in(Path("s.csv"))
    detente("take", "s.csv")
    status, out, err = detente("figures", "--split", "2017-02-10", "--format", "json")
    found = {(row["section"], row["quantity"]): row for row in json.loads(out)}
    assert status == 0
    assert found["total", "all acts"]["coded"] == 100
    assert found["total", "all acts"]["tuned"] is not None
    assert "Not claimable" in err
    detente("figures", "-o", "figures.csv")
    assert Path("figures.csv").read_text().startswith("section,quantity,coded,value,low,high,")


def test_wrong_rows_end_with_status_one_and_their_place(detente: Command) -> None:
    detente("draw", "--n", "20", "-o", "s.csv")
    reviewed.fill_in(Path("s.csv"), judge=lambda words: "ACUSE" if "accused" in words else "none")
    status, _, err = detente("take", "s.csv")
    assert status == 1
    assert "s.csv:" in err
    assert "did you mean ACCUSE?" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["draw", "-o", "s.csv", "--n", "3"], "need at least"),
        (["draw", "-o", "s.csv", "--strata", "colour"], "allowed are quad, type, coded, simple"),
        (["draw", "-o", "s.csv", "--pair", "USA", "usa"], "two actors"),
        (["draw", "-o", "no/such/s.csv"], "cannot be written"),
        (["figures"], "no sample has been drawn"),
        (["figures", "--split", "soon"], "a date is written"),
    ],
)
def test_wrong_usage_is_explained(detente: Command, arguments: list[str], message: str) -> None:
    status, _, err = detente(*arguments)
    assert status == 2
    assert message in err
