"""Commands that show events work on imported ones, which have no text."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli import app
from exchange_rows import imported, write

MEETING = {"Event ID": "5", "CAMEO Code": "040", "Event Text": "Consult", "Intensity": "1.0"}


def run(*arguments: str) -> tuple[int, str]:
    outcome = CliRunner().invoke(app, list(arguments))
    return outcome.exit_code, outcome.output


def test_explain_shows_the_row_and_the_lines_that_translated_it(tmp_path: Path) -> None:
    record = imported(tmp_path, "icews", MEETING).record
    ((event_id,),) = record.query("select event_id from events").fetchall()
    status, text = run("explain", str(record.path), event_id)
    assert status == 0
    assert f"icews row 5, line 2 of {tmp_path / 'rows.txt'}" in text
    assert "cameo:040" in text
    assert "state:nor" in text


@pytest.mark.parametrize(
    "command", [("events", "--source", "NOR"), ("stories",), ("documents",), ("relations", "NOR", "FIN")]
)
def test_lists_show_imported_events(tmp_path: Path, command: tuple[str, ...]) -> None:
    record = imported(tmp_path, "icews", MEETING).record
    name, *rest = command
    assert run(name, str(record.path), *rest)[0] == 0


def test_import_names_what_it_refused_and_export_writes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tab", "icews", MEETING, {"Event ID": "6", "Event Date": "soon"})
    status, text = run("import", "icews", str(path), "-o", str(tmp_path / "record"))
    assert status == 1
    assert f"refused {path}:3: Event Date is 'soon', which is no day" in text
    assert "2 rows, 1 events written; folded 0 mirror rows and 0 repeats; 0 already there; 1 bad" in text
    status, text = run("export", str(tmp_path / "record"), "icews", "-o", str(tmp_path / "out.tab"))
    assert (status, "out.tab: 1 rows" in text) == (0, True)
