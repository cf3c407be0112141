"""What a report shows, and what it leaves to the commands."""

from datetime import date

import pytest

from detente.outputs.report_parts import Row, event_sections, measures_of, most_told, section, stories

LAST = date(2020, 5, 31)


def row(number: int, **changes: object) -> Row:
    usual: Row = {
        "event_id": f"e{number}", "story_id": f"s{number}", "content_of": "", "status": "happened", "type": "ACCUSE",
        "genre": "report", "confidence": 0.9, "date_start": None, "date_end": None, "date_from": "unknown",
        "n_publishers": 1, "n_documents": 1, "plover_score": -2.0, "source_code": "NTH", "target_code": "STH",
        "sentence": f"Sentence {number}.", "trigger": "did",
    }  # fmt: skip
    return usual | changes


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({}, {"timeline", "accusations"}),
        ({"status": "ongoing", "type": "CONSULT"}, {"timeline"}),
        ({"status": "alleged", "type": "ASSAULT"}, {"claimed"}),
        ({"status": "denied", "type": "ASSAULT", "content_of": "e9", "story_id": None}, {"claimed"}),
        ({"status": "planned", "type": "CONSULT", "date_start": date(2020, 6, 4), "date_from": "text"}, {"meetings"}),
        ({"status": "proposed", "type": "AID", "date_end": date(2020, 6, 4), "date_from": "text"}, {"steps"}),
        ({"status": "planned", "type": "CONSULT", "date_start": date(2020, 5, 4), "date_from": "text"}, {"planned"}),
        (
            {"status": "planned", "type": "CONSULT", "date_start": date(2020, 6, 4), "date_from": "document"},
            {"planned"},
        ),
        ({"status": "planned", "type": "CONSULT"}, {"planned"}),
        ({"status": "threatened", "type": "SANCTION", "content_of": "e9"}, set()),
    ],
)
def test_where_a_row_stands(changes: Row, names: set[str]) -> None:
    found = event_sections([row(1, **changes)], LAST)
    assert {name for name, part in found.items() if part.rows} == names


def test_nothing_is_ahead_of_a_record_without_days() -> None:
    planned = row(1, status="planned", date_start=date(2020, 6, 4), date_from="text")
    assert event_sections([planned], None)["planned"].rows


def test_the_surest_report_of_a_story_stands_for_it() -> None:
    told = [row(1), row(2, story_id="s1", confidence=0.95), row(3, story_id="s1", confidence=0.99, genre="opinion")]
    assert [one["event_id"] for one in stories(told)] == ["e2"]


def test_copies_of_what_an_act_speaks_of_are_one() -> None:
    copies = [row(n, story_id=None, content_of=f"e{n + 5}", sentence="The same.") for n in (1, 2)]
    assert len(stories([*copies, row(3, story_id=None, content_of="e8")])) == 2


def test_what_most_publishers_tell_is_kept_in_its_order() -> None:
    rows = [row(1), row(2, n_publishers=3), row(3, plover_score=-9.0), row(4, n_publishers=2)]
    found = most_told(rows, 3)
    assert ([one["event_id"] for one in found.rows], found.more) == (["e2", "e3", "e4"], 1)
    assert most_told(rows, 9).more == section(rows, 9).more == 0
    assert section(rows, 3).rows == tuple(rows[:3])


def test_measures_in_force_come_first_then_those_that_ended_last() -> None:
    ended = [{"measure_id": f"m{number}", "to": date(2020, 1, 1 + number)} for number in range(3)]
    found = measures_of([*ended, {"measure_id": "m9", "to": None}])
    assert [one["measure_id"] for one in found.rows] == ["m9", "m2", "m1", "m0"]
    assert measures_of([{"measure_id": "m", "to": date(2020, 1, 1)}] * 130).more == 30
