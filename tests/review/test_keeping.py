"""Figures of a review, kept and shown."""

import shutil
from pathlib import Path

import pytest

import reviewed
from detente.outputs.corrected import corrected, corrected_words, figure_text, first_and_others
from detente.record.model import Coded
from detente.record.reviews import Correction
from detente.record.store import Record, open_record
from detente.review.figures import Asked, figures
from detente.review.keeping import keep, row_of
from detente.review.strata import Pair

PAIR = Pair("USA", "RUS")


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A judged record that every test takes a copy of."""
    return reviewed.judged(tmp_path_factory.mktemp("judged")).path


@pytest.fixture
def record(tmp_path: Path, judged: Path) -> Record:
    return open_record(shutil.copytree(judged, tmp_path / "record"))


def kept(record: Record, pair: Pair = PAIR) -> int:
    return keep(record, figures(record, Asked(pair=pair)), pair, 0.9)


@pytest.mark.parametrize(("pair", "row"), [(("USA", "RUS"), "RUS USA"), (("RUS", "USA"), "RUS USA"), (("", ""), "all")])
def test_the_row_of_a_pair(pair: tuple[str, str], row: str) -> None:
    assert row_of(*pair) == row


def test_figures_are_kept_once(record: Record) -> None:
    assert kept(record) > 20
    assert kept(record) == 0
    assert kept(record, Pair()) > 20
    rows = {row.column: row for row in record.facts(Correction, "row_id = 'RUS USA'")}
    share, total = rows["balance: cooperative share"], rows["total: USA > RUS"]
    assert (total.table, total.action, total.who, total.level) == ("relations", "change", "anna", 0.9)
    assert total.old == "100"
    assert share.low is not None
    assert share.low < float(share.new) < (share.high or 0)
    assert share.why.endswith("120 of 160 sentences judged")


def test_the_latest_figures_of_a_pair_hold(record: Record) -> None:
    kept(record)
    first = record.corrections.count("*").fetchall()
    keep(record, figures(record, Asked(pair=PAIR, level=0.5)), PAIR, 0.5)
    assert record.corrections.count("*").fetchall() == first
    assert {row.level for row in record.facts(Correction)} == {0.5}


def test_a_relation_shows_the_corrected_share(record: Record) -> None:
    assert corrected_words(corrected(record, "USA", "RUS")) == []
    kept(record)
    found = corrected(record, "RUS", "USA")
    (line,) = corrected_words(found)
    assert "cooperative share 4" in line
    assert "coded 40%" in line
    assert not found.outdated
    assert all(row.column.startswith(("total", "balance")) for row in found.pair)
    assert any(row.column.startswith("precision") for row in found.record)
    assert corrected(record, "USA", "CHN").pair == ()


def test_figures_of_another_version_are_said_to_be(record: Record) -> None:
    kept(record)
    with record.writing():
        record.append(Coded(documents=reviewed.coded(999).documents))
    found = corrected(record, "USA", "RUS")
    assert found.outdated
    assert "The record has changed since" in corrected_words(found)[1]


def test_what_a_reader_looks_for_comes_first(record: Record) -> None:
    kept(record)
    first, others = first_and_others(corrected(record, "USA", "RUS").pair)
    assert {"total: USA > RUS", "total: all acts", "balance: cooperative share"} <= {row.column for row in first}
    assert "total: ACCUSE" in {row.column for row in others}


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), ("", ""), ("0.264706", "0.26"), (1234.6, "1,235"), ("-0.5", "-0.50")]
)
def test_figures_as_text(value: str | float | None, text: str) -> None:
    assert figure_text(value) == text
