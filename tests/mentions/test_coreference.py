from datetime import date

import pytest

from actor_world import lexicon, reading
from detente.mentions.actors import Actors

ACTORS = Actors(lexicon())
DAY = date(2015, 5, 1)


def back(*keys: str) -> list[tuple[str, str, str]]:
    """Words that go back to others, their code and the words they go back to."""
    document = reading(*keys, on=DAY)
    text, mentions = document.document.text, ACTORS(document)
    named = {mention.mention_id: text[mention.start : mention.end] for mention in mentions}
    return [(text[m.start : m.end], m.code, named[m.antecedent]) for m in mentions if m.antecedent]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("said",), [("he", "AAAGOV", "Orlan")]),
        (("its",), [("its", "AAA", "Arvia")]),
        (("denied",), []),
        (("it_clear",), []),
        (("surname", "he"), [("He", "AAAGOV", "Orlan")]),
        (("met", "he"), []),
        (("met", "two"), [("two", "AAAGOV", "Viktor Orlan"), ("two", "CCCGOV", "Miles Hale")]),
        (
            ("met", "officials"),
            [("Both officials", "AAAGOV", "Viktor Orlan"), ("Both officials", "CCCGOV", "Miles Hale")],
        ),
        (("list", "officials"), []),
        (("former", "minister"), [("minister", "AAAGOV", "Former foreign minister Orlan")]),
        (("both", "latter"), [("latter", "BBBMIL", "Belmoran warships")]),
        (("front", "group"), [("group", "CCCREB", "Red Front")]),
        (("met", "latter"), [("latter", "CCCGOV", "Miles Hale")]),
        (("rockets", "group"), []),
        (("attack", "nation"), [("kingdom", "AAA", "Arvia")]),
        (("list", "nation"), []),
        (("appos2", "surname"), [("Orlan", "AAAGOV", "Arvian foreign minister , Viktor Orlan")]),
    ],
)
def test_a_reference_goes_back_to_one_sure_antecedent_or_none(
    keys: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert sorted(back(*keys)) == sorted(expected)


def test_a_role_after_a_possessive_pronoun_takes_its_state() -> None:
    mentions = ACTORS(reading("its", on=DAY))
    assert [m.code for m in mentions if not m.antecedent] == ["AAA", "AAAMIL"]


def test_a_pronoun_is_less_sure_than_the_name() -> None:
    name, pronoun = ACTORS(reading("said", on=DAY))
    assert pronoun.confidence < name.confidence
