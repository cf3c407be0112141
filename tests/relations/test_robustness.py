"""The figures of a pair under other choices."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from detente.relations import Variant, relate, robustness
from detente.relations.acts import Act, Series
from detente.relations.robustness import Report, recut, stories, variants
from detente.settings import Settings
from pair_world import build, told

FIRST = date(2019, 3, 4)


def report(number: int, type_: str = "AGREE", days: int = 0, **changes: object) -> Report:
    usual = Report(
        f"story{number}", f"doc{number}", FIRST + timedelta(days=days), "Gazette", False, "happened", "author", True,
        False, type_, 5.0 if type_ in ("AGREE", "AID", "CONSULT") else -5.0, None, 0.9,
    )  # fmt: skip
    return usual._replace(**changes)  # type: ignore[arg-type]


def named(found: tuple[Variant, ...], name: str) -> Variant:
    return next(variant for variant in found if variant.name.startswith(name))


REPORTS = [
    *(report(i, "AGREE", 20 * i, publisher="Herald") for i in range(6)),
    *(report(10 + i, "SANCTION", 20 * i) for i in range(4)),
    report(20, "CONSULT", 5),
    report(21, "REQUEST", 6),
    report(22, "ASSAULT", 7, status="alleged"),
    report(23, "ACCUSE", 8, opinion=True),
    report(24, "ACCUSE", 9, voice="source"),
    report(0, "AGREE", 1, doc_id="again"),
    report(30, "PARLEY", 300),  # a user's type without a quad
    report(31, "PROTEST", 300, quad=4),
]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("as `detente relations` counts", 11),
        ("all four quads", 13),
        ("deeds alone", 4),
        ("deeds alone, SANCTION as words", 0),
        ("words alone", 7),
        ("words alone, SANCTION as words", 11),
        ("every report counts", 12),
        ("one story within 1 day", 11),
        ("the report's own voice alone", 10),
        ("what is alleged too", 12),
        ("opinion pieces too", 12),
        ("half-life of 90 days", 11),
        ("without one publisher: lowest of 2", 6),
        ("without one publisher: highest of 2", 6),
    ],
)
def test_stories_of_each_variant(name: str, number: int) -> None:
    found = variants(REPORTS, 180)
    assert (
        next(variant for variant in found if variant.name == name or variant.name.startswith(f"{name}:")).stories
        == number
    )


def test_a_variant_says_whether_it_stays_inside() -> None:
    found = variants(REPORTS, 180)
    assert found[0].inside is None
    assert named(found, "every report counts").inside is True
    assert named(found, "without one publisher: highest").inside is False
    assert named(found, "deeds alone, SANCTION").inside is None
    assert named(found, "without one publisher: highest").note == "Gazette"


def test_one_publisher_is_not_left_out() -> None:
    assert all(variant.group != "publishers" for variant in variants([report(1), report(2)], 180))


def test_nothing_to_measure() -> None:
    assert all(variant.stories == 0 and variant.index is None for variant in variants([], 180))


@pytest.mark.parametrize(("days", "number"), [(0, 3), (1, 2), (7, 1)])
def test_gaps_cut_stories(days: int, number: int) -> None:
    told_ = [report(1, days=0), report(1, days=1), report(1, days=5)]
    assert len({one.story_id for one in recut(told_, days)}) == number


@pytest.mark.parametrize(("change", "number"), [({"type": "AID"}, 2), ({"forward": False}, 2), ({"doc_id": "b"}, 1)])
def test_stories_are_never_joined_across_types_and_directions(change: dict[str, object], number: int) -> None:
    other = report(2)._replace(**change)  # type: ignore[arg-type]
    assert len({one.story_id for one in recut([report(1), other], 7)}) == number


def test_the_headline_is_what_the_relation_counts(tmp_path: Path) -> None:
    acts = [
        told(FIRST, "AGREE", "Gazette", "Herald"),
        told(FIRST + timedelta(days=9), "ACCUSE", source="STH", target="NTH", reciprocal=True),
        told(FIRST + timedelta(days=12), "PROTEST"),
        told(FIRST + timedelta(days=20), "SANCTION", genre="opinion"),
        told(FIRST + timedelta(days=30), "ASSAULT", status="alleged"),
        told(FIRST + timedelta(days=40), "COOPERATE", source="NTHMIL"),
    ]
    record = build(tmp_path / "record", acts)
    found = relate(record, "NTH", "STH", Settings())
    statuses, sectors = ["happened", "ongoing"], ["", "MIL"]
    asked = {"a": "NTH", "b": "STH", "statuses": statuses, "state_sectors": sectors, "coded_with": None}
    rows = [Report(*row) for row in record.run("pair_events", asked).fetchall()]
    expected: list[Act] = stories([one for one in rows if not one.opinion], Series())
    assert list(found.acts) == expected
    assert robustness(record, "NTH", "STH", 180)[0].stories == len(expected) == 3
