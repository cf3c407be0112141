"""What speaks for two reports telling one act, and what against it."""

from datetime import date

import pytest

from detente.stories.kinship import points, read_types
from detente.stories.tellings import Party, Telling
from detente.stories.wording import Wording

NORWAY, FINLAND, SWEDEN, NOBODY = (Party(key, "", key, key) for key in ("NOR", "FIN", "SWE", ""))
CROWD = Party("FIN", "CVL", "FIN:CVL", "FINCVL")
OSLO, BERGEN = (59.91, 10.75), (60.39, 5.32)
TREATY: dict[str, object] = {"type": "AGREE", "spots": (OSLO,)}
TYPES = read_types()


def words(*rare: str) -> Wording:
    return Wording(dict.fromkeys(rare, 5.0), 5.0 * len(rare) ** 0.5, frozenset(word for word in rare if word.isdigit()))


def telling(day: int = 1, **changes: object) -> Telling:
    when = date(2019, 5, day)
    plain = Telling(
        event_id="e", doc_id="d", type="ASSAULT", status="counted", mutual=False, source=NORWAY, target=FINLAND,
        first=when, last=when, exact=False, place="", located=False, spots=(), words=words(), published=when,
        publisher="Gazette", cluster="c", coded_with="t",
    )  # fmt: skip
    return plain._replace(**changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "joins"),
    [
        ({}, {}, True),
        ({}, {"target": SWEDEN}, False),
        ({}, {"target": NOBODY}, True),
        ({"target": NOBODY, "words": words("harbour")}, {"source": NOBODY, "words": words("bridge")}, False),
        ({}, {"target": CROWD}, True),
        ({}, {"type": "COERCE"}, True),
        ({}, {"type": "CONSULT"}, False),
        ({}, {"status": "planned"}, False),
        ({}, {"source": FINLAND, "target": NORWAY}, False),
        ({"mutual": True}, {"source": FINLAND, "target": NORWAY}, True),
        ({"exact": True}, {"day": 3, "exact": True}, False),
        ({"exact": True}, {"day": 3}, True),
        ({"spots": (OSLO,)}, {"spots": (BERGEN,)}, False),
        (TREATY, {**TREATY, "spots": (BERGEN,)}, True),
        ({**TREATY, "located": True}, {**TREATY, "spots": (BERGEN,), "located": True}, False),
        ({"words": words("harbour", "pier")}, {"words": words("harbour", "crane")}, True),
        ({"words": words("harbour", "pier")}, {"words": words("bridge", "crane")}, False),
    ],
)  # fmt: skip
def test_two_tellings(one: dict[str, object], other: dict[str, object], joins: bool) -> None:
    found = points([telling(**one)], telling(**{"doc_id": "e", "cluster": "other", **other}), TYPES)  # type: ignore[arg-type]
    assert (found is not None and found > 0) is joins


def test_an_open_party_does_not_join_two_targets() -> None:
    same = words("harbour")
    shown = [telling(words=same), telling(target=NOBODY, words=same)]
    found = points(shown, telling(target=SWEDEN, words=same, doc_id="e", cluster="other"), TYPES)
    assert found is None or found <= 0


def test_a_copy_of_the_text_speaks_for_one_act() -> None:
    one, other = telling(target=NOBODY, words=words("harbour")), telling(words=words("bridge"), doc_id="e")
    copied, apart = (points([one], other._replace(cluster=cluster), TYPES) for cluster in ("c", "other"))
    assert copied is not None
    assert apart is not None
    assert copied > apart


@pytest.mark.parametrize(("type_", "family"), [("SANCTION", "ASSAULT"), ("COERCE", "ASSAULT"), ("AID", "AGREE")])
def test_families_are_linked_by_pairs(type_: str, family: str) -> None:
    assert TYPES.family[type_] == family


def test_sanction_and_assault_meet_but_are_never_one_act() -> None:
    assert TYPES.points("SANCTION", "ASSAULT") is None
