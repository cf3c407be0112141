from datetime import date

import pytest

from detente.lexicons.entries import AgentLine, NameLine, OfficeLine, StateLine
from detente.lexicons.user_entries import ANY_CASE, UserActors
from detente.mentions.gazetteer import words_of
from detente.mentions.layering import LayeredGazetteer
from detente.mentions.lexicon import ActorLines, build
from detente.mentions.user_names import lay_over
from detente.mentions.words import load_words

DAY = date(2015, 5, 1)


def name(alias: str, code: str, entity: str = "", source: str = "user", kind: str = "name") -> NameLine:
    return NameLine(f"user:f:{alias}", entity or alias, alias, alias, kind, code, None, None, source, "user")


def office(start: date, end: date | None) -> OfficeLine:
    return OfficeLine(
        "office:orlan", "orlan", "Viktor Orlan", "AAA", "President", "HOS", "AAAGOV", start, end, None, "", ""
    )


OURS = ActorLines(
    names=(name("Viktor Orlan", "AAAGOV", "orlan", "own"), name("Lenz", "AAAGOV", "AAA:GOV", "own")),
    offices=(office(date(2010, 1, 1), None),),
    states=(StateLine("state:aaa", "AAA", "Arvia", None, None, "", (), "", ""),),
    agents=(AgentLine("agent:fm", "foreign minister", "GOV", "FM", "", ""),),
)


def test_without_a_dictionary_nothing_changes() -> None:
    assert lay_over(OURS, UserActors()) is OURS


def test_a_users_name_takes_the_place_of_ours() -> None:
    lines = lay_over(OURS, UserActors((name("LENZ", "", source=ANY_CASE),)))
    assert [(line.alias, line.code) for line in lines.names] == [("LENZ", ""), ("Viktor Orlan", "AAAGOV")]


def test_a_person_we_know_keeps_id_and_spelling_and_gets_their_terms() -> None:
    theirs = name("VIKTOR ORLAN", "AAAMIL", source=ANY_CASE)
    lexicon = build(lay_over(OURS, UserActors((theirs,))), load_words())
    (line,) = lexicon.names.get("Viktor Orlan")
    holding = lexicon.offices.held("orlan", DAY)
    assert (line.entity, line.id) == ("orlan", "user:f:VIKTOR ORLAN")
    assert holding is not None
    assert (holding.line.code, holding.line.role, holding.line.id) == ("AAAMIL", "HOS", "user:f:VIKTOR ORLAN")
    assert lexicon.surnames.get("Orlan")


def test_a_person_of_theirs_is_known_by_the_surname() -> None:
    person = name("Jane Roe", "AAALEG", "user:jane-roe", kind="person")
    lexicon = build(lay_over(OURS, UserActors((person,))), load_words())
    assert lexicon.kind_of(lexicon.names.get("Jane Roe")[0]) == "person"
    assert [line.entity for line in lexicon.surnames.get("Roe")] == ["user:jane-roe"]


@pytest.mark.parametrize(("sector", "role"), [("GOV", "FM"), ("LEG", "")])
def test_a_role_keeps_its_office_where_the_sector_is_the_same(sector: str, role: str) -> None:
    theirs = AgentLine("user:f:1", "foreign minister", sector, "", "user", "user")
    assert [(line.id, line.role) for line in lay_over(OURS, UserActors((), (theirs,))).agents] == [("user:f:1", role)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Atlantic League met.", ["Atlantic League"]),
        ("The Atlantic League Council met.", ["Atlantic League Council"]),
        ("The Atlantic league met.", []),
        ("What WHO knows", ["WHO"]),
        ("Who knows", []),
        ("Bank of Lenz", ["Bank of Lenz"]),
        ("a bank of Lenz", ["Lenz"]),
    ],
)
def test_names_in_capitals_match_what_is_written_as_a_name(text: str, found: list[str]) -> None:
    theirs = [(alias, name(alias, "IGO")) for alias in ("ATLANTIC LEAGUE", "WHO", "BANK OF LENZ")]
    ours = [(alias, name(alias, "AAA")) for alias in ("Atlantic League Council", "Lenz", "Atlantic League")]
    gazetteer = LayeredGazetteer(ours, theirs)
    expected = [(words, "AAA" if words in ("Lenz", "Atlantic League Council") else "IGO") for words in found]
    hits = [(text[hit.start : hit.end], hit.entries[0].code) for hit in gazetteer.find(words_of(text))]
    assert hits == expected
