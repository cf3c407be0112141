"""Whom a bare surname means: who leads a state that day, or did not long ago."""

from collections import Counter
from datetime import date

import pytest

from detente.lexicons.entries import NameLine, OfficeLine
from detente.mentions.identities import Context
from detente.mentions.offices import Offices
from detente.mentions.surnames import by_surname, once_leading

TERMS = (
    ("ruiz-a", "AAA", "HOS", date(2000, 1, 1), date(2008, 12, 31)),
    ("ruiz-b", "BBB", "FIN", date(2004, 1, 1), date(2030, 12, 31)),
    ("ruiz-c", "CCC", "CHOD", date(2015, 1, 1), date(2020, 12, 31)),
)


def offices() -> Offices:
    return Offices(
        OfficeLine(f"office:{who}", who, who, state, role, role, f"{state}GOV", start, end, None, "own", "own")
        for who, state, role, start, end in TERMS
    )


def names(*entities: str) -> dict[str, NameLine]:
    return {
        entity: NameLine(entity, entity, "Ruiz", "Ruiz", "name", "", None, None, "own", "own") for entity in entities
    }


@pytest.mark.parametrize(
    ("on", "among", "alone", "expected"),
    [
        (date(2006, 1, 1), ("ruiz-a", "ruiz-b"), False, ["ruiz-a"]),
        (date(2010, 1, 1), ("ruiz-a", "ruiz-b"), False, ["ruiz-b"]),
        (date(2016, 1, 1), ("ruiz-c",), True, ["ruiz-c"]),
        (date(2016, 1, 1), ("ruiz-c",), False, []),
        (None, ("ruiz-a", "ruiz-b"), False, ["ruiz-a"]),
    ],
)
def test_the_first_in_rank_on_the_day(
    on: date | None,
    among: tuple[str, ...],
    alone: bool,
    expected: list[str],
) -> None:
    assert list(by_surname(offices(), names(*among), Context("doc", on), alone=alone)) == expected


@pytest.mark.parametrize(
    ("on", "about", "among", "expected"),
    [
        (date(2012, 1, 1), "AAA", ("ruiz-a", "ruiz-b"), ["ruiz-a"]),
        (date(2012, 1, 1), "", ("ruiz-a", "ruiz-b"), []),
        (date(2012, 1, 1), "", ("ruiz-a",), ["ruiz-a"]),
        (date(2040, 1, 1), "AAA", ("ruiz-a",), []),
        (None, "AAA", ("ruiz-a",), []),
    ],
)
def test_a_former_leader_where_the_text_is_about_the_state_or_nobody_else_is_called_so(
    on: date | None, about: str, among: tuple[str, ...], expected: list[str]
) -> None:
    context = Context("doc", on, Counter({about: 1} if about else {}))
    assert list(once_leading(offices(), names(*among), context)) == expected
