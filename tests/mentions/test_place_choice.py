"""Which place of one name is meant."""

import pytest

from detente.mentions.place_choice import Scene, beside, choose
from detente.mentions.place_index import load_places, plain

INDEX = load_places()

CASES = [
    ("Birmingham", Scene(), "GBR"),
    ("Birmingham", Scene({"USA"}, {("USA", "AL")}), "USA"),
    ("London", Scene({"CAN"}), "GBR"),
    ("Hyderabad", Scene(), "IND"),
    ("Hyderabad", Scene({"PAK"}), "PAK"),
    ("Georgia", Scene({"GEO"}), "GEO"),
    ("Georgia", Scene({"USA"}, {("USA", "GA")}), "USA"),
    ("Philadelphia", Scene({"JOR"}), "USA"),
    ("Geneva", Scene({"USA", "IRN"}), "CHE"),
    ("Naples", Scene({"USA"}), "ITA"),
    ("Naples", Scene({"USA"}, {("USA", "FL")}), "USA"),
    ("Punjab", Scene({"IND"}), "IND"),
]


@pytest.mark.parametrize(("name", "scene", "country"), CASES)
def test_choice(name: str, scene: Scene, country: str) -> None:
    spot, _ = choose(INDEX.find(name), name, scene)
    assert spot.country == country


def test_city_wins_over_its_region() -> None:
    assert choose(INDEX.find("Kharkiv"), "Kharkiv", Scene({"UKR"}))[0].kind == "city"


def test_beside_keeps_what_lies_within() -> None:
    inside = beside(INDEX.find("Paris"), INDEX.find("Texas"))
    assert {(spot.country, spot.admin1) for spot in inside} == {("USA", "TX")}


def test_capital_is_one_city_a_state() -> None:
    assert [spot.geonames_id for spot in INDEX.find("San José") if spot.capital] == [3621849]


def test_plain_name() -> None:
    assert plain("Sana’a  ") == "Sana'a"
