"""How much was written of a pair, from coded documents and from other data sets."""

from datetime import date
from pathlib import Path

import pytest

from detente.outputs.series import coverage_words, independence_words, relation_rows
from detente.relations import relate
from detente.relations.coverage import NAMED, TOLD, UNKNOWN, Coverage, Written, by_period, kind_of, panel_of
from detente.settings import Settings
from exchange_rows import imported
from pair_world import build, told

DAY, NEXT = date(2019, 3, 4), date(2019, 4, 1)


@pytest.mark.parametrize(
    ("written", "is_imported", "kind"),
    [
        ([], False, NAMED),
        ([Written(DAY, "Gazette", 2)], False, NAMED),
        ([Written(DAY, "Gazette", 2)], True, TOLD),
        ([Written(DAY, "", None)], True, UNKNOWN),
        ([Written(DAY, "", None), Written(DAY, "Gazette", 1)], True, TOLD),
    ],
)
def test_what_reports_count(written: list[Written], is_imported: bool, kind: str) -> None:
    assert kind_of(written, imported=is_imported) == kind


def test_days_add_up_to_periods() -> None:
    rows = [Written(DAY, "Gazette", 2), Written(DAY, "Herald", 1), Written(NEXT, "", 3), Written(NEXT, "Herald", None)]
    assert by_period(rows, "month") == {date(2019, 3, 1): Coverage(3, 2), date(2019, 4, 1): Coverage(3, 1)}


@pytest.mark.parametrize(
    ("years", "panel"),
    [
        ({"Gazette": (2017, 2018, 2019), "Herald": (2017, 2019)}, {"Gazette"}),
        ({"Gazette": (2017, 2018), "Herald": (2018, 2019)}, set()),
        ({"Gazette": (2019,), "Herald": (2019,)}, set()),
        ({"": (2018, 2019), "Herald": (2018, 2019)}, {"Herald"}),
        ({}, set()),
    ],
)
def test_a_fixed_panel_wrote_in_every_year(years: dict[str, tuple[int, ...]], panel: set[str]) -> None:
    rows = [Written(date(year, 3, 4), name, 1) for name, there in years.items() for year in there]
    assert panel_of(rows) == panel


def test_rates_over_the_panel_do_not_move_when_a_source_comes(tmp_path: Path) -> None:
    both, alone = ("Gazette", "Herald"), ("Gazette",)
    acts = [
        told(date(2018, 3, 4), "AGREE", *alone),
        told(date(2019, 3, 4), "AGREE", *both),
        told(NEXT, "ACCUSE", "Herald"),
    ]
    relation = relate(build(tmp_path / "record", acts), "NTH", "STH", Settings(), by="year")
    rows = relation_rows(relation).to_pylist()
    assert relation.panel == alone
    assert [(row["reports"], row["publishers"], row["panel_reports"], row["panel_stories"]) for row in rows] == [
        (1, 1, 1, 1),
        (3, 2, 1, 1),
    ]
    assert "every year: Gazette;" in coverage_words(relation)[0]


def test_an_imported_record_counts_the_reports_that_tell_an_act(tmp_path: Path) -> None:
    rows: tuple[dict[str, str], ...] = (
        {},
        {"Event ID": "2", "CAMEO Code": "112", "Event Text": "Accuse"},
        {"Event ID": "3", "CAMEO Code": "057", "Event Text": "Sign formal agreement", "Story ID": "501"},
        {"Event ID": "4", "Target Name": "Sweden", "Target Country": "Sweden", "Story ID": "502"},
    )
    done = imported(tmp_path, "icews", *rows)
    relation = relate(done.record, "NOR", "FIN", Settings())
    (row,) = relation_rows(relation).to_pylist()
    assert (row["reports"], row["publishers"], row["stories"], row["stories_per_report"]) == (2, 1, 2, 1.0)
    assert "that tell an act of the pair" in coverage_words(relation)[0]
    assert independence_words(relation) == []


def test_a_data_set_that_does_not_tell_its_reports_says_so(tmp_path: Path) -> None:
    done = imported(tmp_path, "icews", {"CAMEO Code": "112", "Event Text": "Accuse", "Story ID": "NA"})
    relation = relate(done.record, "NOR", "FIN", Settings())
    (row,) = relation_rows(relation).to_pylist()
    assert (row["reports"], row["stories_per_report"]) == (None, None)
    assert "coverage is not known" in coverage_words(relation)[0]
