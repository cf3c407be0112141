from datetime import date

import pytest

from detente.lexicons.entries import OfficeLine
from detente.mentions.offices import Offices


def term(person: str, role: str, start: date | None, end: date | None, open_as_of: date | None = None) -> OfficeLine:
    return OfficeLine(
        f"office:{person}.{role}", person, person, "AAA", role, role, "AAAGOV", start, end, open_as_of, "", ""
    )


OFFICES = Offices(
    [
        term("Ada Ruiz", "FM", date(2010, 1, 1), date(2012, 6, 30)),
        term("Ada Ruiz", "HOG", date(2012, 6, 30), date(2014, 1, 1)),
        term("Ben Stone", "FM", date(2012, 6, 30), None, date(2020, 1, 1)),
    ]
)


@pytest.mark.parametrize(
    ("on", "holders"),
    [
        (date(2011, 1, 1), {"Ada Ruiz"}),
        (date(2012, 6, 30), {"Ada Ruiz", "Ben Stone"}),
        (date(2015, 1, 1), {"Ben Stone"}),
        (date(2009, 1, 1), set()),
    ],
)
def test_handover_days_belong_to_both(on: date, holders: set[str]) -> None:
    assert {holding.line.person for holding in OFFICES.holders("AAA", "FM", on)} == holders


def test_a_term_is_likely_but_not_certain_after_its_source_ends() -> None:
    held = OFFICES.held("Ben Stone", date(2024, 1, 1))
    assert held is not None
    assert not held.certain


def test_the_leading_office_of_a_day_comes_first() -> None:
    held = OFFICES.held("Ada Ruiz", date(2012, 6, 30))
    assert held is not None
    assert held.line.role == "HOG"


@pytest.mark.parametrize(("name", "found"), [("Ada Ruizz", "Ada Ruiz"), ("Ana Ramos", None)])
def test_a_name_is_found_by_a_near_spelling(name: str, found: str | None) -> None:
    line = OFFICES.spelled_like(name, "HOG")
    assert (line.person if line else None) == found
