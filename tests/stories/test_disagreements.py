"""Versions of one story, side by side."""

from datetime import date

import pytest

from detente.stories.disagreements import Account, Version, disagreements


def account(number: int, **changes: object) -> Account:
    plain = Account(
        "s", f"e{number}", f"d{number}", f"Paper {number}", date(2019, 5, number), "ASSAULT", "happened",
        reciprocal=False, source="NOR", target="FIN", said_by="", dead=None, injured=None, size=None,
    )  # fmt: skip
    return plain._replace(**changes)  # type: ignore[arg-type]


def short(found: tuple[Version, ...]) -> list[tuple[str, str, str]]:
    return [(version.about, version.value, version.how) for version in found]


@pytest.mark.parametrize(
    ("accounts", "versions"),
    [
        ([account(1, dead=3), account(2, dead=3)], []),
        ([account(1, dead=3), account(2)], []),
        ([account(1, dead=3), account(2, dead=5)], [("dead", "3", "told"), ("dead", "5", "told")]),
        ([account(1), account(2, source="")], []),
        (
            [account(1), account(2, source="FIN", target="NOR", status="alleged")],
            [("who", "NOR - FIN", "told"), ("who", "FIN - NOR", "alleged")],
        ),
        ([account(1), account(2, status="denied")], [("who", "NOR - FIN", "told"), ("who", "NOR - FIN", "denied")]),
        ([account(1), account(2, source="FIN", target="NOR", reciprocal=True)], []),
    ],
)
def test_versions(accounts: list[Account], versions: list[tuple[str, str, str]]) -> None:
    assert short(disagreements(accounts)) == versions


def test_a_version_says_who_gives_it_and_since_when() -> None:
    first, *_ = disagreements([account(2, dead=3, said_by="NORGOV"), account(1, dead=3), account(3, dead=4)])
    assert (first.said_by, first.publishers, first.n_documents) == (("NORGOV",), ("Paper 2", "Paper 1"), 2)
    assert first.first_published == date(2019, 5, 1)
    assert first.event_ids == ("e2", "e1")
