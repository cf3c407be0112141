import pytest

from detente.mentions.gazetteer import Gazetteer, fold, words_of

NAMES = Gazetteer([("Oman", 1), ("U.S.", 2), ("U.S. Senate", 3), ("Côte d'Ivoire", 4), ("Oman", 5)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman and a woman", [("Oman", (1, 5))]),
        ("Omani", []),
        ("the U.S. Senate, the U.S.", [("U.S. Senate", (3,)), ("U.S.", (2,))]),
        ("Cote d’Ivoire", [("Cote d’Ivoire", (4,))]),
        ("oman", []),
    ],
)
def test_names_are_found_as_whole_words_longest_first(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    hits = NAMES.find(words_of(fold(text)))
    assert [(text[hit.start : hit.end], hit.entries) for hit in hits] == expected


@pytest.mark.parametrize("text", ["Erdoğan’s", "a–b\nc", "İstanbul", "Łódź", "Straße ﬁ"])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_role_nouns_are_found_in_any_case() -> None:
    roles = Gazetteer([("prime minister", "hog")], lower=True)
    assert [hit.entries for hit in roles.find(words_of("Prime Minister"))] == [("hog",)]
    assert roles.get("PRIME minister") == ("hog",)
