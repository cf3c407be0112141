from datetime import date
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicons.user_actors import read_user_actors
from detente.lexicons.user_entries import UserActors


def read(folder: Path, *lines: str) -> UserActors:
    path = folder / "my.actors.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return read_user_actors([path])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("RUSGOV", "RUSGOV"),
        ("RUSMILSPY", "RUSMIL"),
        ("USAMED", "USAJRN"),
        ("KENHLH", "KENMED"),
        ("SDNINS", "SDNREB"),
        ("PALSEP", "PSEREB"),
        ("IGOUNOHLH", "UNO"),
        ("IGOEUREEC", "EUR"),
        ("IGOWSTNAT", "IGO"),
        ("MNCUSA", "MNC"),
        ("EUR", ""),
        ("---", ""),
        ("ELI", ""),
    ],
)
def test_codes_become_ours(tmp_path: Path, code: str, expected: str) -> None:
    assert [line.code for line in read(tmp_path, f"ATLANTIC_LEAGUE_ [{code}] ; a comment").names] == [expected]


@pytest.mark.parametrize(
    ("limits", "days"),
    [
        (">990809", (date(1999, 8, 9), None)),
        ("<19990809", (None, date(1999, 8, 9))),
        ("810101-851231", (date(1981, 1, 1), date(1985, 12, 31))),
        ("300101-310101", None),
        ("> 300101", (date(2030, 1, 1), None)),
    ],
)
def test_days(tmp_path: Path, limits: str, days: tuple[date | None, date | None] | None) -> None:
    if days is None:
        with pytest.raises(LexiconError, match="ends before it begins"):
            read(tmp_path, f"ATLANTIC_LEAGUE_ [IGO {limits}]")
        return
    line = read(tmp_path, f"ATLANTIC_LEAGUE_ [IGO {limits}]").names[0]
    assert (line.code, line.valid_from, line.valid_to) == ("IGO", *days)


def test_a_block_of_names_and_codes(tmp_path: Path) -> None:
    names = read(tmp_path, "# mine", "JANE_ROE_", "+J._ROE_", "\t[KENGOV 130101-131231]", "\t[ELI]").names
    spans = [(line.alias, line.code, line.valid_from) for line in names]
    assert spans == [
        ("JANE ROE", "KENGOV", date(2013, 1, 1)),
        ("JANE ROE", "KENELI", None),
        ("JANE ROE", "KENELI", date(2014, 1, 1)),
        ("J. ROE", "KENGOV", date(2013, 1, 1)),
        ("J. ROE", "KENELI", None),
        ("J. ROE", "KENELI", date(2014, 1, 1)),
    ]
    assert [line.id for line in names] == ["user:my.actors.txt:2"] * 3 + ["user:my.actors.txt:3"] * 3
    assert {line.entity for line in names} == {"user:jane-roe"}


@pytest.mark.parametrize(
    ("lines", "phrases"),
    [
        (["HARBOUR_GUARD [~COP]"], [("harbour guard", "COP")]),
        (["HARBOUR_GUARD {HARBOUR_GUARDS} [~COP]"], [("harbour guard", "COP"), ("harbour guards", "COP")]),
        (["HARBOUR_POLICE {} [~COPGOV] # note"], [("harbour police", "COP")]),
        (["!PERSON! = MAN, MEN", "COUNCIL!PERSON! [~LEG]"], [("councilman", "LEG"), ("councilmen", "LEG")]),
        (["<!-- agents -->", "NEWSROOM [~MED]"], [("newsroom", "JRN")]),
    ],
)
def test_role_nouns(tmp_path: Path, lines: list[str], phrases: list[tuple[str, str]]) -> None:
    assert [(line.phrase, line.sector) for line in read(tmp_path, *lines).agents] == phrases


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["A_ [XYZGOV]"], "1: code 'XYZGOV': 'XYZ' is no state, body or sector of CAMEO"),
        (["A_ [RUSGOV 990231]"], "1: date '990231': day is out of range"),
        (["A_ [RUSGOV 2004017]"], "1: date '2004017' is neither YYMMDD nor YYYYMMDD"),
        (["A_ []"], "1: the brackets are empty"),
        (["A_ [RUSGOV"], "1: a bracket is not closed"),
        (["A_", "B_ [RUS]"], "1: 'A' has no code"),
        (["+A_ [RUS]"], "1: '+A' is a further name, but no name stands before it"),
        (["[RUS]"], "1: a code, but no name stands before it"),
        (["COUNCIL!PERSON! [~LEG]"], "1: !PERSON! is not defined above"),
        (["GUARD [~XYZ]"], "1: code '~XYZ' holds no sector of CAMEO"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, lines: list[str], what: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read(tmp_path, *lines)
    assert str(raised.value).startswith(f"{tmp_path / 'my.actors.txt'}:{what}")
    assert str(raised.value).count("\n") == 0
