import pytest

from detente.events.voices import AUTHOR, Voices, same_side
from detente.record.model import Mention
from events.parses import actor, claim

SAID = "Chile shelled a Peruvian town , Peru said ."


def test_the_claim_an_act_stands_in_and_its_speaker() -> None:
    peru = actor(SAID, "Peru said", "PER")
    voices = Voices([claim(SAID, "Peru said", "said", "Chile shelled a Peruvian town")], [peru])
    assert voices.at(SAID.index("shelled")).speaker == peru
    assert voices.at(SAID.index("said")) == AUTHOR


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("PER", "GOV"), ("PER", "MIL"), True),
        (("PER", "GOV"), ("CHL", "GOV"), False),
        (("PER", "GOV"), ("PER", "REB"), False),
        (("", "UAF"), ("PER", "GOV"), False),
    ],
)
def test_same_side(one: tuple[str, str], other: tuple[str, str], same: bool) -> None:
    first, second = (
        Mention("d", "m", 0, 1, "actor", entity=country + sector, code=country + sector, country=country, sector=sector)
        for country, sector in (one, other)
    )
    assert same_side(first, second) is same
