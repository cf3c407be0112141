"""Who held and who claimed disputed ground, by the day."""

from datetime import date
from itertools import pairwise

import pytest

from detente.lexicons.entries import StateLine, TerritoryLine
from detente.lexicons.reading import read_lines
from detente.mentions.place_index import load_places
from detente.mentions.territories import WORDS, load_territories

LINES = read_lines("shared/territories.tsv", TerritoryLine)
KNOWN = load_territories()


@pytest.mark.parametrize(
    ("place", "day", "note"),
    [
        ("place:region.UA-43", date(2010, 1, 1), "held by UKR"),
        ("place:region.UA-43", date(2014, 3, 18), "held by RUS; claimed by UKR"),
        ("place:region.EG.sinai", date(1980, 1, 1), "held by ISR"),
        ("place:region.EG.sinai", date(1983, 1, 1), ""),
        ("place:region.GE-AB", date(2010, 1, 1), "held by authorities of its own; claimed by GEO"),
        ("place:country.HKG", date(1997, 6, 30), "held by GBR"),
        ("place:country.HKG", date(1997, 7, 1), "held by CHN"),
        ("venue:hans_island", date(2020, 1, 1), "claimed by CAN, DNK"),
        ("place:country.FRA", date(2020, 1, 1), ""),
        ("place:region.UA-43", None, ""),
    ],
)
def test_status_on_a_day(place: str, day: date | None, note: str) -> None:
    assert KNOWN.on(place, day).note == note


def test_lines_name_known_places_states_and_kinds() -> None:
    spots = {spot.id for found in load_places().names.values() for spot in found}
    states = {line.iso3 for line in read_lines("shared/states.tsv", StateLine)}
    assert {line.place for line in LINES} <= spots
    assert {line.state for line in LINES if line.state} <= states
    assert {line.kind for line in LINES} == set(WORDS)


def test_ground_has_one_holder_at_a_time() -> None:
    held = sorted((line.place, line.start or date.min, line.end or date.max) for line in LINES if line.kind == "held")
    overlaps = [a for a, b in pairwise(held) if a[0] == b[0] and a[2] >= b[1]]
    assert overlaps == []
