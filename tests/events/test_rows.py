import pytest

from detente.events.roles import Party, Roles
from detente.events.rows import confidence, pairs_of
from detente.record.model import Mention

PERU = Party(Mention("d", "m1", 0, 1, "actor", entity="PER", code="PER", country="PER"))
CHILE = Party(Mention("d", "m2", 2, 3, "actor", entity="CHL", code="CHL", country="CHL"))
ECUADOR = Party(Mention("d", "m3", 4, 5, "actor", entity="ECU", code="ECU", country="ECU"))
ARMY = Party(Mention("d", "m4", 6, 7, "actor", entity="PER:MIL", code="PERMIL", country="PER", sector="MIL"))
NOBODY = Party(Mention("d", "m5", 8, 9, "actor"))


@pytest.mark.parametrize(
    ("sources", "targets", "reciprocal", "found"),
    [
        ([PERU], [CHILE, ECUADOR], False, [("PER", "CHL"), ("PER", "ECU")]),
        ([PERU, CHILE], [], True, [("PER", "CHL")]),
        ([PERU, CHILE, ECUADOR], [], True, [("PER", "CHL"), ("PER", "ECU"), ("CHL", "ECU")]),
        ([PERU, CHILE], [ECUADOR], True, [("PER", "ECU"), ("CHL", "ECU")]),
        ([PERU, CHILE], [], False, [("PER", ""), ("CHL", "")]),
        ([PERU], [PERU], False, [("PER", "")]),
        ([ARMY], [PERU], False, [("PERMIL", "PER")]),
        ([NOBODY], [CHILE], False, [("", "CHL")]),
        ([NOBODY], [], False, []),
    ],
)
def test_pairs(sources: list[Party], targets: list[Party], reciprocal: bool, found: list[tuple[str, str]]) -> None:
    pairs = pairs_of(Roles(tuple(sources), tuple(targets)), reciprocal=reciprocal)
    assert [tuple(party.mention.code if party else "" for party in pair) for pair in pairs] == found


def test_a_missing_or_guessed_party_makes_a_row_less_sure() -> None:
    guessed = PERU._replace(rule="rule:target_nearby")
    assert confidence(0.8, PERU, CHILE) > confidence(0.8, None, CHILE) > confidence(0.8, guessed, CHILE)
