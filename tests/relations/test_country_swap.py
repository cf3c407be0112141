"""Another country in the text is another code in the events, and nothing else: 60 sentences, coded twice."""

import random
import sys
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
# 279 of 300 sentences (93 %) hold; docs/relations.md tells how the others differ. Which sentences qualify depends on
# the coder, so the floor leaves room for another draw of 60: two and a half standard errors.
FLOOR = 50


@pytest.fixture(scope="module")
def swapping() -> ModuleType:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        import country_swap
    finally:
        sys.path.pop(0)
    return country_swap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway met a Kenyan envoy.", "Fiji met an Estonian envoy."),
        ("Oslo hosted Kenyans; the Norwegians left Nairobi.", "Suva hosted Estonians; the Fijians left Tallinn."),
        ("Peru stayed away from Norwayland.", "Peru stayed away from Norwayland."),
    ],
)
def test_every_form_is_exchanged(swapping: ModuleType, text: str, expected: str) -> None:
    assert swapping.swap(text, {"NOR": "FJI", "KEN": "EST"}) == expected


def test_an_exchange_brings_in_new_countries(swapping: ModuleType) -> None:
    exchange = swapping.exchanged(["NOR", "KEN"], random.Random(1))  # noqa: S311 - a choice, not a secret
    assert set(exchange) == {"NOR", "KEN"}
    assert len(set(exchange.values()) - {"NOR", "KEN"}) == 2


def test_the_comparison_sees_what_is_not_exchanged(swapping: ModuleType) -> None:
    text = "Norway accused Kenya of espionage."
    assert swapping.compare(text, swapping.swap(text, {"NOR": "FJI"}), {"NOR": "FJI"}) is None
    assert swapping.compare(text, "Fiji praised Kenya.", {"NOR": "FJI"}).kind != ""
    assert swapping.compare(text, text, {"NOR": "FJI"}).kind == "parties"


def test_countries_are_exchanged_and_nothing_else(swapping: ModuleType) -> None:
    chosen = list(islice(swapping.sentences(), 60))
    assert len(chosen) == 60
    differences = [found for found in (swapping.compare(*sentence) for sentence in chosen) if found is not None]
    assert len(chosen) - len(differences) >= FLOOR, [(found.kind, found.text, found.twin) for found in differences]
