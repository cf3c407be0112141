from datetime import date
from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicons.user_actors import hash_of, read_user_actors
from detente.lexicons.user_entries import entity_of

HEADER = "name\tcode\tfrom\tto\tkind"


def written(folder: Path, *lines: str, name: str = "mine.tsv") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Lake Army\tKENREB", [("Lake Army", "KENREB", None, None, "name")]),
        (
            "Lake Army\tKENREB\t2020-11\t2022",
            [
                ("Lake Army", "KENREB", date(2020, 11, 1), date(2022, 12, 31), "name"),
                ("Lake Army", "", None, date(2020, 10, 31), "name"),
                ("Lake Army", "", date(2023, 1, 1), None, "name"),
            ],
        ),
        ("Sunrise\t", [("Sunrise", "", None, None, "name")]),
        ("Jane Roe\tKENGOV\t\t\tperson", [("Jane Roe", "KENGOV", None, None, "person")]),
    ],
)
def test_names(tmp_path: Path, row: str, expected: list[tuple[str, str, date | None, date | None, str]]) -> None:
    users = read_user_actors([written(tmp_path, "# mine", HEADER, row)])
    assert [(line.alias, line.code, line.valid_from, line.valid_to, line.kind) for line in users.names] == expected
    assert {line.id for line in users.names} == {"user:mine.tsv:3"}


def test_a_role_takes_a_sector_alone(tmp_path: Path) -> None:
    (line,) = read_user_actors([written(tmp_path, HEADER, "harbour guards\tCOP\t\t\trole")]).agents
    assert (line.id, line.phrase, line.sector) == ("user:mine.tsv:2", "harbour guards", "COP")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Lake Army\tKENARMY", "2: code 'KENARMY' is no state"),
        ("Lake Army\tREB", "2: code 'REB' names no state or body: write e.g. USAREB"),
        ("guards\tKENCOP\t\t\trole", "2: code 'KENCOP' of a role is no sector: AGR, BUS"),
        ("\tKENCOP", "2: the name is empty"),
        ("Lake Army\tKENREB\t2013-31-12", "2: from '2013-31-12' is no day: write YYYY, YYYY-MM"),
        ("Lake Army\tKENREB\t2014\t2013", "2: to 2013 lies before from 2014"),
        ("Lake Army\tKENREB\t\t\tgroup", "2: kind 'group' is not one of name, person, adjective, role"),
        ("Lake Army\tKENREB\t\t\t\t\t", "2: more cells than columns"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, row: str, what: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read_user_actors([written(tmp_path, HEADER, row)])
    assert str(raised.value).startswith(f"{tmp_path / 'mine.tsv'}:{what}")


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (["name\tcolour\tcode"], "1: column colour is unknown; columns are name, code, from, to, kind, note"),
        (["name\tfrom"], "1: column code is missing"),
        (["# nothing"], " holds no name"),
        ([HEADER], " holds no name"),
    ],
)
def test_a_file_without_names_is_refused(tmp_path: Path, lines: list[str], what: str) -> None:
    with pytest.raises(LexiconError, match=what):
        read_user_actors([written(tmp_path, *lines)])


def test_all_wrong_lines_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as raised:
        read_user_actors([written(tmp_path, HEADER, *["Lake Army\tXYZ"] * 22)])
    assert str(raised.value).count("code 'XYZ'") == 20
    assert str(raised.value).endswith("... and 2 more")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read: No such file"):
        read_user_actors([tmp_path / "absent.tsv"])


def test_the_first_file_wins(tmp_path: Path) -> None:
    first = written(tmp_path, HEADER, "Lake Army\tKENREB", name="first.tsv")
    second = written(tmp_path, HEADER, "Lake Army\tKENMIL", name="second.tsv")
    assert [line.code for line in read_user_actors([first, second]).names] == ["KENREB"]


def test_the_hash_follows_the_content(tmp_path: Path) -> None:
    first, second = written(tmp_path, "a"), written(tmp_path, "b", name="other.tsv")
    assert hash_of([]) == ""
    assert len({hash_of([first]), hash_of([second]), hash_of([first, second]), hash_of([second, first])}) == 4


@pytest.mark.parametrize(
    ("code", "kind", "entity"),
    [
        ("KEN", "name", "KEN"),
        ("UNO", "name", "UNO"),
        ("IGO", "name", "user:lake-league"),
        ("KENGOV", "name", "user:lake-league"),
        ("KEN", "person", "user:lake-league"),
    ],
)
def test_entity(code: str, kind: str, entity: str) -> None:
    assert entity_of("Lake League", code, kind) == entity
