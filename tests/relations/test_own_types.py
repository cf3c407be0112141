"""Types of a user's own codebook in relations and in reviews."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import reviewed
from detente.outlook.histories import read_history
from detente.record.model import Coded
from detente.record.store import Record
from detente.relations import relate
from detente.relations.acts import Series
from detente.review.acts import load_codebook
from detente.review.figures import Asked, figures
from detente.review.sampling import Plan, draw
from detente.review.sheets import Share, write_sheets
from detente.review.taking import take
from detente.settings import Settings
from pair_world import build, told

DAY = date(2019, 3, 4)


@pytest.mark.parametrize(
    ("kind", "quad", "series"),
    [
        ("SUMMIT", 1, "commitments"),
        ("GIFT", 2, "deeds_for"),
        ("SNUB", 3, "hostile_words"),
        ("RAID", 4, "deeds_against"),
        ("PARLEY", None, None),
        ("CONSULT", 3, "contact"),
        ("PROTEST", 4, None),
    ],
)
def test_series_of_a_type(kind: str, quad: int | None, series: str | None) -> None:
    assert Series().of(kind, quad) == series


def test_a_relation_counts_own_types_by_their_quads(tmp_path: Path) -> None:
    acts = [told(DAY + timedelta(days=20 * n), kind, quad=quad) for n, (kind, quad) in enumerate(OWN)]
    record = build(tmp_path / "record", [*acts, told(date(2019, 6, 30), "AGREE", source="EST")])
    both = [period.both for period in relate(record, "NTH", "STH", Settings(), by="year").periods]
    assert (both[0].commitments, both[0].hostile_words, both[0].deeds_against) == (1, 1, 0)
    history = read_history(record, "NTH", "STH")
    assert history is not None
    assert (history.cooperative[0].sum(), history.conflictual[0].sum()) == (1, 1)


OWN: tuple[tuple[str, int | None], ...] = (("SUMMIT", 1), ("SNUB", 3), ("PARLEY", None))


def test_reviewers_may_judge_own_types(tmp_path: Path) -> None:
    record = Record.create(tmp_path / "record")
    with record.writing():
        for number in range(40):
            part = reviewed.coded(number)
            events = tuple(replace(event, type="SNUB", quad=3) for event in part.events if event.type == "ACCUSE")
            record.append(Coded(part.documents, part.sentences, part.mentions, events=events))
    assert load_codebook(record).quads["SNUB"] == 3
    sample = draw(record, Plan(80)).sample
    (path,) = write_sheets(record, sample.sample_id, tmp_path / "s.csv", Share(), show_coding=False)
    reviewed.fill_in(path, judge=lambda words: "snub" if "accused" in words else "none")
    assert take(record, [path]).problems == ()
    found = {(row.section, row.quantity): row for row in figures(record, Asked()).rows}
    assert found["total", "SNUB"].value == found["total", "SNUB"].coded == 30
    assert found["precision", "type and parties"].value == 1


def test_a_slip_of_the_pen_is_still_named(tmp_path: Path) -> None:
    record = reviewed.record(tmp_path / "record", 8)
    (path,) = write_sheets(
        record, draw(record, Plan(16)).sample.sample_id, tmp_path / "s.csv", Share(), show_coding=False
    )
    reviewed.fill_in(path, judge=lambda words: "SNUB")
    assert "type is 'SNUB'" in take(record, [path]).problems[0].what
    with path.open(encoding="utf-8", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 16
