import pytest

from detente.events import load_lexicons
from detente.events.codebook import Act
from detente.events.content import act_mutually, between_states, inherited
from detente.events.patterns import Match, compile_frame
from detente.events.roles import Party, Roles
from detente.lexicons.entries import FrameLine
from detente.record.model import Mention

PERU = Party(Mention("d", "m1", 0, 1, "actor", entity="PER", code="PER", country="PER"))
CHILE = Party(Mention("d", "m2", 2, 3, "actor", entity="CHL", code="CHL", country="CHL"))
WORKERS = Party(Mention("d", "m3", 4, 5, "actor", entity="CHL:LAB", code="CHLLAB", country="CHL", sector="LAB"))
CODEBOOK = load_lexicons().codebook


@pytest.mark.parametrize(
    ("parent_type", "expected"),
    [
        ("REQUEST", (["CHL"], [])),
        ("ACCUSE", (["CHL"], [])),
        ("AGREE", (["PER"], ["CHL"])),
        ("THREATEN", (["PER"], ["CHL"])),
    ],
)
def test_who_does_what_is_spoken_of(parent_type: str, expected: tuple[list[str], list[str]]) -> None:
    roles = inherited(Roles((), ()), Roles((PERU,), (CHILE,)), parent_type)
    assert tuple([party.mention.code for party in side] for side in roles) == expected


@pytest.mark.parametrize(
    ("act", "target", "type_"),
    [
        (Act("CONCEDE", (), "081", ""), CHILE, "RETREAT"),
        (Act("CONCEDE", (), "081", ""), PERU, "CONCEDE"),
        (Act("CONCEDE", (), "0813", ""), CHILE, "CONCEDE"),
        (Act("COERCE", ("restrict",), "172", ""), CHILE, "SANCTION"),
        (Act("COERCE", ("restrict",), "172", ""), WORKERS, "COERCE"),
        (Act("COERCE", ("arrest",), "173", ""), CHILE, "COERCE"),
    ],
)
def test_measures_between_states(act: Act, target: Party, type_: str) -> None:
    assert between_states(act, Roles((PERU,), (target,)), CODEBOOK).type == type_


@pytest.mark.parametrize(
    ("type_", "reciprocal", "targets", "mutual"),
    [
        ("AGREE", False, (), True),
        ("ASSAULT", False, (), False),
        ("CONSULT", True, (WORKERS,), True),
        ("AGREE", False, (WORKERS,), False),
    ],
)
def test_mutual_acts(type_: str, reciprocal: bool, targets: tuple[Party, ...], mutual: bool) -> None:
    line = FrameLine("f", "f", "VERB", "", type_, "", "", (), (), reciprocal, "", "")
    match = Match(compile_frame(line, {}, 0), 0, (), -1, -1)
    assert act_mutually(match, type_, Roles((PERU, CHILE), targets)) is mutual
