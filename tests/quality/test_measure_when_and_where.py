"""The gold sets of times and of events' places are well formed, and the scripts score as their guides say."""

import importlib.util
import json
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.record.model import Event, Mention

QUALITY = Path(__file__).parents[2] / "quality"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, QUALITY / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


TIMES, PLACES = load("measure_times"), load("measure_event_places")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUALITY / "gold" / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("name", "field"), [("times.jsonl", "times"), ("event_places.jsonl", "events")])
def test_lines_are_well_formed(name: str, field: str) -> None:
    found = rows(name)
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        assert row["part"] in ("A", "B", "C")
        for item in row[field]:
            assert 0 <= item["start"] < item["end"] <= len(row["text"])
            days = (item.get("date_start"), item.get("date_end"))
            assert all(days) or not any(days)
            assert not all(days) or date.fromisoformat(days[0]) <= date.fromisoformat(days[1])
            place = item.get("place")
            assert place is None or row["text"][place["start"] : place["end"]]


DAY = {"start": 0, "end": 4, "date_start": "2020-05-04", "date_end": "2020-05-04"}
NONE = {"start": 0, "end": 4, "date_start": None, "date_end": None}


@pytest.mark.parametrize(
    ("time", "found", "right"),
    [
        (DAY, date(2020, 5, 4), True),
        (DAY, date(2020, 5, 5), False),
        (DAY | {"slack": 1}, date(2020, 5, 5), True),
        (DAY, None, False),
        (NONE, None, True),
        (NONE, date(2020, 5, 4), False),
    ],
)
def test_a_time_is_right(time: dict[str, Any], found: date | None, right: bool) -> None:
    mention = Mention("doc", "m", 0, 4, "time", date_start=found, date_end=found)
    assert TIMES.Verdict({}, time, [mention]).right is right


EVENT = Event("e", "doc", "s", 0, 4, "shot", "ASSAULT", "happened")
SUMY = {"start": 10, "end": 14, "country": "UKR"}


@pytest.mark.parametrize(
    ("place", "span", "country", "right"),
    [
        (SUMY, (10, 14), "UKR", True),
        (SUMY, (10, 14), "RUS", False),
        (SUMY, (20, 24), "UKR", False),
        (SUMY, (None, None), "", False),
        (None, (None, None), "", True),
        (None, (10, 14), "UKR", False),
    ],
)
def test_a_place_is_right(
    place: dict[str, Any] | None, span: tuple[int | None, int | None], country: str, right: bool
) -> None:
    event = Event(
        "e", "doc", "s", 0, 4, "shot", "ASSAULT", "happened",
        place_start=span[0], place_end=span[1], place_country=country,
    )  # fmt: skip
    assert PLACES.Verdict({}, {"place": place}, event).place is right


@pytest.mark.parametrize(("event", "place", "days"), [(None, None, None), (EVENT, True, True)])
def test_what_is_not_coded_is_not_counted(event: Event | None, place: bool | None, days: bool | None) -> None:
    verdict = PLACES.Verdict({}, {"place": None, "date_start": None, "date_end": None}, event)
    assert (verdict.place, verdict.days) == (place, days)
