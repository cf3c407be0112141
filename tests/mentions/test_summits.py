"""Summits by town, year and the document's date; the trees are built by hand."""

from dataclasses import replace
from datetime import date

import pytest

from detente.lexicons.entries import SummitLine
from detente.lexicons.reading import read_lines
from detente.mentions import places
from detente.mentions.place_index import load_places
from detente.settings import Settings
from trees import reading

FIND = places.prepare(Settings())

AT_SUMMIT = """
They they PRON PRP nsubj {root}
{verb}
at at ADP IN prep {root}
{words}
"""


def days(words: str, today: date | None, *, future: bool = False) -> list[tuple[str, str]]:
    """First days and places of the summits in "They met (will meet) at <words>"."""
    verb = "will will AUX MD aux 2\nmeet meet VERB VB ROOT 2" if future else "met meet VERB VBD ROOT 1"
    root, at = (2, 3) if future else (1, 2)
    rows = []
    for i, word in enumerate(words.split(), at + 1):
        pos, tag = ("PART", "POS") if word == "'s" else ("ADP", "IN") if word == "in" else ("PROPN", "NNP")
        pos, tag = ("ADJ", "JJ") if word in ("last", "next", "upcoming") else (pos, tag)
        head, dep = (at, "pobj") if word in ("summit", "G20", "Dialogue") else (i, "dep")
        rows.append(f"{word} {word.lower()} {pos} {tag} {dep} {head}")
    text = reading(AT_SUMMIT.format(root=root, verb=verb, words="\n".join(rows)).replace("\n\n", "\n"))
    found = FIND(replace(text, document=replace(text.document, published=today)), ())
    return [(str(mention.date_start), mention.value) for mention in found if mention.kind == "time"]


CASES = [
    ("G20 summit in Hamburg", date(2019, 3, 1), False, "2017-07-07"),
    ("G20 summit", date(2017, 7, 8), False, "2017-07-07"),
    ("G20 summit", date(2017, 7, 20), False, "2017-07-07"),
    ("G20 summit", date(2017, 6, 20), True, "2017-07-07"),
    ("last year 's G20", date(2018, 3, 1), False, "2017-07-07"),
    ("2016 G20 summit", date(2018, 3, 1), False, "2016-09-04"),
    ("NATO summit", date(2016, 7, 10), False, "2016-07-08"),
    ("Shangri-La Dialogue", date(2018, 6, 2), False, "2018-06-01"),
]


@pytest.mark.parametrize(("words", "today", "future", "first"), CASES)
def test_summit_has_its_days(words: str, today: date, future: bool, first: str) -> None:
    assert [start for start, _ in days(words, today, future=future)] == [first]


@pytest.mark.parametrize(
    ("words", "today"),
    [
        ("G20 summit", date(2017, 1, 10)),  # neither near nor named
        ("G20 summit", None),
        ("Bonn G20 summit", date(2017, 2, 17)),  # no summit was there
        ("NATO", date(2016, 7, 10)),  # the headquarters
    ],
)
def test_nothing_is_guessed(words: str, today: date | None) -> None:
    assert days(words, today) == []


def test_a_range_carries_its_iso_value() -> None:
    assert days("G20 summit", date(2017, 7, 8)) == [("2017-07-07", "2017-07-07/2017-07-08")]


def test_every_summit_has_a_known_town() -> None:
    index = load_places()
    lines = read_lines("shared/summits.tsv", SummitLine)
    lost = [line.id for line in lines if not any(spot.country == line.country for spot in index.find(line.place))]
    assert lost == []
    assert all(line.start and line.end and line.start <= line.end for line in lines)
