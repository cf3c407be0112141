import pytest

from detente.review.acts import Act, Party, confirmed, load_codebook

BOOK = load_codebook()


def act(type_: str, source: str, target: str, *, mutual: bool = False) -> Act:
    return Act(type_, BOOK.party(source), BOOK.party(target), mutual)


@pytest.mark.parametrize(
    ("written", "party"),
    [
        ("USAGOV", Party("USAGOV", "USA", "GOV")),
        ("USA", Party("USA", "USA")),
        ("UNO", Party("UNO")),
        ("ORG:NATO", Party("IGO", entity="ORG:NATO")),
        ("", Party()),
    ],
)
def test_parties_are_read_as_they_are_written(written: str, party: Party) -> None:
    assert BOOK.party(written) == party


@pytest.mark.parametrize(
    ("source", "actor", "expected"),
    [
        ("USAGOV", "USA", True),
        ("USA", "USA", True),
        ("USABUS", "USA", False),
        ("USAMIL", "USAMIL", True),
        ("USAMIL", "USAGOV", False),
        ("ORG:NATO", "ORG:NATO", True),
        ("RUS", "USA", False),
    ],
)
def test_a_state_acts_through_its_state_sectors(source: str, actor: str, expected: bool) -> None:
    assert BOOK.acts_for(BOOK.party(source), actor) is expected


@pytest.mark.parametrize(
    ("coded", "judged", "number"),
    [
        ([act("ACCUSE", "USAGOV", "RUS")], [act("ACCUSE", "USA", "RUSGOV")], 1),
        ([act("ACCUSE", "USA", "RUS")], [act("ACCUSE", "RUS", "USA")], 0),
        ([act("CONSULT", "USA", "RUS", mutual=True)], [act("CONSULT", "RUS", "USA")], 1),
        ([act("ACCUSE", "USA", "RUS"), act("ACCUSE", "USAMIL", "RUS")], [act("ACCUSE", "USA", "RUS")], 1),
        ([act("ACCUSE", "USA", "RUS")] * 2, [act("ACCUSE", "USA", "RUS")] * 2, 2),
        ([act("AID", "USA", "RUS")], [act("RETREAT", "USA", "RUS")], 0),
        ([], [act("AID", "USA", "RUS")], 0),
    ],
)
def test_an_act_is_confirmed_once_by_the_same_type_and_parties(
    coded: list[Act], judged: list[Act], number: int
) -> None:
    assert len(confirmed(coded, judged, lambda type_: type_)) == number


def test_acts_may_agree_in_quad_alone() -> None:
    pair = [act("AID", "USA", "RUS")], [act("RETREAT", "USA", "RUS")]
    assert len(confirmed(*pair, BOOK.quads.get)) == 1
