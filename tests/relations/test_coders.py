"""A record that holds two codings of the news counts one of them."""

from dataclasses import replace
from pathlib import Path

import pytest

import made
from detente.api import Record, open_record
from detente.errors import UsageError
from detente.record.model import Coded
from detente.relations.coders import check_coder, coders, is_imported
from exchange_rows import ICEWS, imported

STAMPS = (
    "detente 0.1.0 lexicons a weights b",
    "icews 2018, detente 0.1.0 lexicons a",
    "gdelt 2.0, detente 0.1.0 lexicons a",
)


def record(folder: Path, *stamps: str) -> Record:
    filled = Record.create(folder / "record")
    documents = [replace(made.document(number), coded_with=stamp) for number, stamp in enumerate(stamps)]
    with filled.writing():
        filled.append(Coded(tuple(documents)))
    return filled  # type: ignore[return-value]  # `create` gives the class it is asked of


@pytest.mark.parametrize(
    ("stamps", "names"),
    [
        ((), ()),
        (STAMPS[:1], ("detente",)),
        (STAMPS, ("detente", "gdelt 2.0", "icews")),
        (("icews 2017, detente 0.1.0 x", "icews 2018, detente 0.1.0 x"), ("icews",)),
        (("t", "v2"), ("detente",)),
    ],
)
def test_whose_codings_there_are(tmp_path: Path, stamps: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert coders(record(tmp_path, *stamps)) == names


@pytest.mark.parametrize(
    ("stamps", "asked", "problem"),
    [
        (STAMPS[:1], None, None),
        (STAMPS[:1], "Detente", None),
        (STAMPS, "icews", None),
        (STAMPS, "gdelt", None),
        (STAMPS, None, 'Choose --coded-with detente or --coded-with "gdelt 2.0" or --coded-with icews'),
        (STAMPS, "acled", "nothing of the record is coded with 'acled'; it has detente, gdelt 2.0, icews"),
    ],
)
def test_one_is_chosen(tmp_path: Path, stamps: tuple[str, ...], asked: str | None, problem: str | None) -> None:
    filled = record(tmp_path, *stamps)
    if problem is None:
        check_coder(filled, asked)
    else:
        with pytest.raises(UsageError, match=problem):
            check_coder(filled, asked)


@pytest.mark.parametrize(("asked", "is_so"), [("icews", True), ("detente", False), (None, False)])
def test_imported(tmp_path: Path, asked: str | None, is_so: bool) -> None:
    assert is_imported(record(tmp_path, *STAMPS), asked) is is_so


def test_a_relation_counts_the_coding_that_was_chosen(tmp_path: Path) -> None:
    act = ICEWS | {"CAMEO Code": "112", "Event Text": "Accuse"}
    imported(tmp_path, "icews", act, name="one.tab")
    imported(tmp_path, "polecat", {}, name="two.tsv")
    both = open_record(tmp_path / "record")
    with pytest.raises(UsageError, match="icews and polecat, which may tell the same acts"):
        both.relations("NOR", "FIN")
    asks = (both.relations, both.turning_points, both.robustness, both.outlook)
    for ask in asks:
        with pytest.raises(UsageError, match="Choose --coded-with"):
            ask("NOR", "FIN")
    for name in ("icews", "polecat"):
        assert both.relations("NOR", "FIN", coded_with=name).fetchall()
        series = both.relations("NOR", "FIN", coded_with=name).project("hostile_words").fetchall()
        assert series == [(1,)]
