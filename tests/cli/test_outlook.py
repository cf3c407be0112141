"""`detente outlook`: probabilities beside their backtest, or why there are none."""

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from detente import cli
from detente.api import open_record
from detente.errors import UsageError
from pair_world import build, told

Command = Callable[..., tuple[int, str, str]]
FIRST = date(2019, 1, 1)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("outlook") / "record"
    kinds = ("AGREE", "ACCUSE", "CONSULT", "SANCTION")
    acts = [told(FIRST + timedelta(days=4 * n), kinds[n % 4], quad=(1, 3, 1, 4)[n % 4]) for n in range(115)]
    build(folder, [*acts, told(date(2020, 3, 31), "AGREE", source="EST", target="WST")])
    return str(folder)


@pytest.fixture
def detente(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: str) -> Command:
    """Run `detente outlook RECORD ...`; return exit status, stdout and stderr."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", "120")
        monkeypatch.setattr(sys, "argv", ["detente", "outlook", record, *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        shown = capsys.readouterr()
        return int(str(left.value.code or 0)), shown.out, shown.err

    return command


def test_what_it_shows(detente: Command) -> None:
    status, out, err = detente("NTH", "STH", "--horizon", "1")
    assert status == 0
    assert all(words in out for words in ("2020-04 (+1)", "climatology", "persistence", "not tested"))
    assert "2020-03 had the index" in err
    assert "not tested; 3 outcomes are known" in err


def test_rows(detente: Command) -> None:
    status, out, _ = detente("nth", "STH", "--format", "json")
    rows = json.loads(out)
    assert (status, [row["horizon"] for row in rows]) == (0, [1, 1, 3, 3, 6, 6])
    assert rows[0]["p_deteriorate"] == pytest.approx(1 - rows[0]["p_stable"] - rows[0]["p_improve"])


def test_the_python_interface_gives_the_same_rows(record: str) -> None:
    found = open_record(record).outlook("nth", "STH", horizons=(1,)).to_arrow_table().to_pylist()
    assert [(row["a"], row["b"], row["model"]) for row in found] == [
        ("NTH", "STH", "climatology"),
        ("NTH", "STH", "persistence"),
    ]
    with pytest.raises(UsageError, match="1 to 12"):
        open_record(record).outlook("NTH", "STH", horizons=(13,))


def test_the_backtest(detente: Command, tmp_path: Path) -> None:
    status, out, _ = detente("NTH", "STH", "--backtest", "-o", str(tmp_path / "outlook.csv"))
    assert (status, out) == (0, "")
    assert "deteriorate_beyond_low" in (tmp_path / "outlook.csv").read_text(encoding="utf-8")
    assert "beyond own" in detente("NTH", "STH", "--backtest")[1]


@pytest.mark.parametrize("form", [(), ("--format", "csv")])
def test_not_enough_history_is_no_failure(detente: Command, form: tuple[str, ...]) -> None:
    status, out, err = detente("EST", "WST", *form)
    assert (status, len(out.splitlines())) == (0, 1 if form else 0)
    assert "Not enough history: of the 12 months up to 2020-03, 0 have 5 or more stories" in err


@pytest.mark.parametrize(("arguments", "problem"), [(("NTH", "XYZ"), "no event"), (("NTH", "nth"), "two actors")])
def test_wrong_usage(detente: Command, arguments: tuple[str, ...], problem: str) -> None:
    status, out, err = detente(*arguments)
    assert (status, out) == (2, "")
    assert problem in err
