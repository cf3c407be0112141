"""English passes, however short; other languages are named."""

import pytest

from detente.documents.languages import foreign_language, language_name


@pytest.mark.parametrize(
    "text",
    [
        "Talks held",
        "Iran denies.",
        "Kyiv: Zelensky, Poroshenko",
        "Lula, Macron, Sánchez, Meloni",
        "12 12 12",
        "MOSCOW - Putin, Xi sign gas deal",
        "The Bundestag and the Assemblée nationale voted on Tuesday.",
    ],
)
def test_english(text: str) -> None:
    assert foreign_language(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a rencontré son homologue pour parler de la paix.", "French (fr)"),
        ("Die Ministerin hat ihren Kollegen am Montag in Berlin getroffen.", "German (de)"),
        ("Министр встретился со своим коллегой в понедельник.", "Russian (ru)"),
        ("El presidente acusa a los vecinos de preparar un golpe de Estado.", "Spanish (es)"),
        ("外交部长星期一会见了他的同行。", "Chinese (zh)"),
        ("التقى وزير الخارجية نظيره يوم الاثنين في العاصمة.", "Arabic (ar)"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert foreign_language(text) == language


def test_a_language_without_a_name_keeps_its_code() -> None:
    assert language_name("xx") == "xx"
