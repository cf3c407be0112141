import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli import app
from detente.outputs.contests import contest_rows, contest_schema, pair_contest_rows
from detente.record.model import Claim, Coded, Document, Mention
from detente.record.store import Record, open_record

TEXTS = ("Norland accused Sudria of poisoning the wells.", "Sudria denied that it had poisoned any wells.")
STANCES = ("accuses", "denies")
NO_FILTERS = dict.fromkeys(("source", "stance", "contains", "from", "to", "min_confidence"))


def document(number: int) -> Document:
    text, day = TEXTS[number], date(2020, 5, 4 + number)
    return Document(f"d{number}", "", "", "", "", "The Example", day, "given", "en", text, 7, coded_with="made")


def claim(number: int) -> Claim:
    text = TEXTS[number]
    source, start = text.split()[0], text.index("Sudria of" if number == 0 else "that it")
    found = Claim(f"c{number}", f"d{number}", 0, len(source), None, None, start, len(text) - 1, coded_with="made")
    return replace(found, content_spans=((start, len(text) - 1),), source_text=source, stance=STANCES[number])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    made = Record.create(tmp_path / "record")
    with made.writing():
        made.append(Coded(documents=(document(0), document(1)), claims=(claim(0), claim(1))))
    return tmp_path / "record"


def test_a_row_holds_both_sides(record: Path) -> None:
    rows = contest_rows(open_record(record), NO_FILTERS)
    assert rows.schema == contest_schema()
    (row,) = rows.to_pylist()
    assert (row["claim_id"], row["denial_id"]) == ("c0", "c1")
    assert (row["source_text"], row["denial_source_text"]) == ("Norland", "Sudria")
    assert (row["published"], row["denial_published"]) == (date(2020, 5, 4), date(2020, 5, 5))
    assert row["denial_content"] == "that it had poisoned any wells"


@pytest.mark.parametrize(("filters", "rows"), [({"source": "Sudria"}, 1), ({"contains": "border"}, 0)])
def test_a_pair_is_kept_if_one_side_passes(record: Path, filters: dict[str, str], rows: int) -> None:
    assert contest_rows(open_record(record), NO_FILTERS | filters).num_rows == rows


def test_the_command_prints_both_sides(record: Path) -> None:
    shown = CliRunner().invoke(app, ["claims", str(record), "--contested"]).stdout
    assert "Norland accuses:" in shown
    assert "Sudria denies:" in shown
    lines = CliRunner().invoke(app, ["claims", str(record), "--contested", "--format", "jsonl"]).stdout.splitlines()
    assert [json.loads(line)["rule"] for line in lines] == ["rule:contested.words"]


def mention(number: int, code: str, start: int) -> Mention:
    return Mention(
        f"d{number}", f"m{number}{code}", start, start + 6, "actor", code=code, country=code, entity=code,
        coded_with="made",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("named", "a", "b", "rows"),
    [
        ((("NRL", 0), ("SDR", 16)), "NRL", "SDR", 1),
        ((("NRL", 0), ("SDR", 16)), "SDR", "NRL", 1),
        ((("NRL", 0), ("SDR", 16)), "NRL", "WST", 0),
        ((("NRL", 0),), "NRL", "SDR", 0),
    ],
)
def test_contested_claims_of_a_pair(
    tmp_path: Path, named: tuple[tuple[str, int], ...], a: str, b: str, rows: int
) -> None:
    made = Record.create(tmp_path / "record")
    claims = [replace(claim(n), source_code=code) for n, code in ((0, "NRLGOV"), (1, "SDRGOV"))]
    mentions = tuple(mention(number, *each) for number in (0, 1) for each in named)
    with made.writing():
        made.append(Coded((document(0), document(1)), mentions=mentions, claims=tuple(claims)))
    assert pair_contest_rows(made, a, b).num_rows == rows
