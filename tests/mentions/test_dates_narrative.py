"""Dates that count from what the text told before, in a history written long after and in a report."""

from datetime import date

import pytest

from detente.mentions import dates
from detente.mentions.dates_points import Point, point_of, unit_at
from detente.mentions.intervals import Interval
from detente.record.reading import Reading
from detente.settings import Settings
from trees import reading

FIND = dates.prepare(Settings())
OPENING = ("In 1851", "On 3 March 1852", "By 1853", "On 7 May 1854")


def history(*sentences: str, published: date | None = date(2009, 12, 19)) -> Reading:
    """One flat past sentence each."""
    tables = [
        "\n".join(
            ["They they PRON PRP nsubj 1", "fought fight VERB VBD ROOT 1"]
            + [f"{w} {w} NOUN NN dep 1" for w in s.split()]
        )
        for s in sentences
    ]
    found = reading(*tables)
    text = found.document.text
    document = type(found.document)(
        "doc", "t", "", "", "", "", published, "given" if published else "unknown", "en", text, 1
    )
    return Reading(document, "test", found.sentences)


CASES = [
    ("on 9 June", "1854-06-09"),
    ("in August", "1854-08"),
    ("in the summer", "1854-SU"),
    ("the next day", "1854-05-08"),
    ("two weeks later", "1854-05-21"),
    ("three months earlier", "1854-02"),
    ("a year later", "1855"),
    ("the following month", "1854-06"),
    ("that year", "1854"),
    ("in October of that year", "1854-10"),
    ("by the end of the year", "1854"),
    ("the same evening", "1854-05-07TEV"),
    ("at 11 a.m. there", "1854-05-07T11:00"),
    ("as today", "PRESENT_REF"),
]


@pytest.mark.parametrize("published", [date(2009, 12, 19), None])
@pytest.mark.parametrize(("words", "value"), CASES)
def test_history_goes_on_in_its_own_time(words: str, value: str, published: date | None) -> None:
    assert FIND(history(*OPENING, words, published=published))[-1].value == value


def test_year_in_passing_does_not_move_a_history() -> None:
    told = history(*OPENING, "for a railway that nobody had yet thought of before 1901", "on 9 June")
    assert FIND(told)[-1].value == "1854-06-09"


def test_report_keeps_its_own_day_beside_a_year_of_long_ago() -> None:
    report = history("as in 1854", "on Friday", "on 9 June", published=date(2009, 12, 19))
    assert [mention.value for mention in FIND(report)] == ["1854", "2009-12-18", "2009-06-09"]


def test_two_days_later_counts_from_the_day_before_in_a_report() -> None:
    assert FIND(history("on 9 June", "two days later"))[-1].value == "2009-06-11"


@pytest.mark.parametrize(
    ("value", "point"),
    [
        ("1914-08-05", Point(1914, 8, 5)),
        ("1914-08", Point(1914, 8)),
        ("1914-SU", Point(1914, 6)),
        ("BC0480", Point(-480)),
        ("1914-08-05T11:00", Point(1914, 8, 5)),
        ("1914-08-05/1914-08-09", Point(1914, 8, 9)),
        ("P2Y", None),
        ("PRESENT_REF", None),
        ("191", None),
    ],
)
def test_value_leaves_a_point_to_count_from(value: str, point: Point | None) -> None:
    assert point_of(Interval(value)) == point


@pytest.mark.parametrize(
    ("point", "unit", "count", "value"),
    [
        (Point(1914, 12, 31), "D", 1, "1915-01-01"),
        (Point(1914, 12), "D", 1, "1914-XX-XX"),
        (Point(1914, 12), "M", 1, "1915-01"),
        (Point(1914), "M", 1, "1914-XX"),
        (Point(-480, 8), "Y", 1, "BC0479"),
        (Point(1914), "DE", -1, "190"),
    ],
)
def test_unit_is_known_as_far_as_the_point_is(point: Point, unit: str, count: int, value: str) -> None:
    assert unit_at(point, unit, count).value == value
