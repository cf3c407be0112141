"""`detente stories --disagreements`."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from detente.cli import app
from detente.outputs.disagreements import disagreements_of
from detente.record.model import Claim, Coded, Document, Event
from detente.record.store import Record, open_record
from detente.settings import Settings
from detente.stories import link

DAY = date(2019, 5, 1)


def told(number: int, dead: int) -> Event:
    return Event(
        f"e{number}", f"d{number}", "s", 0, 5, "shelled", "ASSAULT", "happened", source_code="NORMIL",
        source_country="NOR", source_sector="MIL", target_code="FIN", target_country="FIN", date_start=DAY,
        date_end=DAY, dead=dead, coded_with="t",
    )  # fmt: skip


def record(folder: Path) -> str:
    texts = [
        Document(f"d{n}", "", "", "", "", f"Paper {n}", DAY, "given", "en", "x" * 9, 1, coded_with="t") for n in (1, 2)
    ]
    claim = Claim("c", "d2", 0, 3, None, None, 4, 9, source_text="Oslo", source_code="NORGOV", coded_with="t")
    alleged = replace(
        told(2, 7), event_id="a", content_of="e9", status="alleged", source_country="FIN", target_country="NOR",
        dead=None, claim_id="c",
    )  # fmt: skip
    made = Record.create(folder)
    with made.writing():
        made.append(Coded(tuple(texts), claims=(claim,), events=(told(1, 5), told(2, 7), alleged)))
        made.refresh()
        link(made, Settings())
    return str(folder)


def test_numbers_and_who_acted_on_whom(tmp_path: Path) -> None:
    asked = ["stories", record(tmp_path / "record"), "--disagreements", "--format", "jsonl"]
    rows = [json.loads(line) for line in CliRunner().invoke(app, asked).stdout.splitlines()]
    assert [(row["about"], row["value"], row["how"], row["said_by"]) for row in rows] == [
        ("dead", "5", "told", []),
        ("dead", "7", "told", []),
        ("who", "NOR - FIN", "told", []),
        ("who", "FIN - NOR", "alleged", ["NORGOV"]),
    ]


def test_those_of_some_stories(tmp_path: Path) -> None:
    opened = open_record(record(tmp_path / "record"))
    ((story,),) = opened.stories.project("story_id").fetchall()
    assert disagreements_of(opened, [story]).num_rows == 4
    assert disagreements_of(opened, ["none"]).num_rows == disagreements_of(opened, []).num_rows == 0


def test_filters_hold(tmp_path: Path) -> None:
    asked = ["stories", record(tmp_path / "record"), "--disagreements", "--type", "CONSULT"]
    assert "The reports of no story disagree." in CliRunner().invoke(app, asked).output
