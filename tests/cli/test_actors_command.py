"""`detente actors`: with dictionaries of the user's own."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from actor_world import lexicon
from detente.cli import app


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.tsv"
    path.write_text("name\tcode\tfrom\nLake Army\tKENREB\t2020-11-04\n", encoding="utf-8")
    return path


def test_a_name_of_a_users_dictionary_is_shown_with_its_line(mine: Path) -> None:
    shown = CliRunner().invoke(
        app, ["actors", "Lake Army", "--on", "2021-01-01", "--actors", str(mine), "--format", "csv"]
    )
    assert shown.exit_code == 0
    assert "Lake Army,KENREB,name" in shown.stdout
    assert "user:mine.tsv:2" in shown.stdout


def test_nobody_is_said_to_bear_an_unknown_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.mentions.user_names.load_with", lambda paths: lexicon())
    shown = CliRunner().invoke(app, ["actors", "Nobody Known"])
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert shown.stderr == "Nobody called 'Nobody Known' stands in the word lists.\n"
