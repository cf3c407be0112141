"""`detente relations`: four tables of one pair."""

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from detente import cli
from pair_world import build, told

Command = Callable[..., tuple[int, str, str]]
FIRST = date(2019, 1, 7)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("relations") / "record"
    acts = [told(FIRST + timedelta(days=7 * n), "AGREE" if n < 30 else "ACCUSE") for n in range(60)]
    imposed = told(date(2019, 3, 1), "SANCTION", cameo="163")
    build(folder, [*acts, imposed, told(date(2019, 6, 1), "RETREAT", cameo="085")])
    return str(folder)


@pytest.fixture
def detente(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], record: str) -> Command:
    """Run `detente relations RECORD NTH STH ...`; return exit status, stdout and stderr."""

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", "160")
        monkeypatch.setattr(sys, "argv", ["detente", "relations", record, *arguments])
        with pytest.raises(SystemExit) as left:
            cli.main()
        shown = capsys.readouterr()
        return int(str(left.value.code or 0)), shown.out, shown.err

    return command


@pytest.mark.parametrize(
    ("options", "rows", "field"),
    [
        ((), 14, "stories_per_report"),
        (("--by", "year"), 2, "level_n"),
        (("--voice", "author"), 14, "index"),
        (("--turning-points",), 1, "earliest"),
        (("--measures",), 1, "opened_by"),
        (("--measures", "--on", "2019-04-01"), 1, "opening"),
        (("--measures", "--on", "2019-07-01"), 0, ""),
        (("--robustness",), 15, "inside"),
    ],
)
def test_tables(detente: Command, options: tuple[str, ...], rows: int, field: str) -> None:
    status, out, err = detente("NTH", "STH", *options, "--format", "json")
    found = json.loads(out)
    assert (status, len(found)) == (0, rows)
    assert not found or field in found[0]
    assert found or "No measure between NTH and STH in force on 2019-07-01" in err


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), "/report"),
        (("--turning-points",), "2019-08-05"),
        (("--measures",), "sanctions"),
        (("--robustness",), "without one publisher"),
    ],
)
def test_tables_for_people(detente: Command, options: tuple[str, ...], shown: str) -> None:
    status, out, _ = detente("nth", "sth", *options)
    assert status == 0
    assert shown in out or options == ("--robustness",)


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("NTH", "STX"), "near are STH"),
        (("NTH", "STH", "--measures", "--robustness"), "one at a time"),
        (("NTH", "STH", "--on", "2019-01-01"), "--on goes with --measures"),
        (("NTH", "STH", "--measures", "--on", "May"), "YYYY-MM-DD"),
        (("NTH", "nth"), "two actors"),
    ],
)
def test_wrong_usage(detente: Command, arguments: tuple[str, ...], problem: str) -> None:
    status, out, err = detente(*arguments)
    assert (status, out) == (2, "")
    assert problem in err


def test_the_plot_is_drawn_beside_any_table(detente: Command, tmp_path: Path) -> None:
    status, out, _ = detente("NTH", "STH", "--turning-points", "--plot", str(tmp_path / "chart.svg"), "--format", "csv")
    assert status == 0
    assert out.startswith("a,b,day,")
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").startswith("<svg")
