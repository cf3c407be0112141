"""Datelines: a name in capitals before a dash, or a name with a date or an agency before one."""

import pytest

from detente.mentions.datelines import datelines
from detente.record.reading import Reading
from trees import reading

CASES = [
    ("LONDON, Oct 3 (Agency) - Talks failed", [("London", "")]),
    ("MOSCOW — Talks failed", [("Moscow", "")]),
    ("RIO DE JANEIRO (Wire) — Talks failed", [("Rio de Janeiro", "")]),
    ("GENEVA/LONDON - Talks failed", [("Geneva", ""), ("London", "")]),
    ("PARIS, Texas (Wire) — Talks failed", [("Paris", "Texas")]),
    ("Kyiv, March 3 (Agency) - Talks failed", [("Kyiv", "")]),
    ("Kyiv (Agency) — Talks failed", [("Kyiv", "")]),
    ("Kyiv - Talks failed", []),
    ("NATO said talks failed", []),
]


def plain(text: str) -> Reading:
    return reading("\n".join(f"{word} {word} X XX dep 0" for word in text.split()))


@pytest.mark.parametrize(("text", "found"), CASES)
def test_dateline(text: str, found: list[tuple[str, str]]) -> None:
    document = plain(text)
    lines = list(datelines(document.document.text, document.sentences))
    assert [(name, area) for _, name, area, _ in lines] == found
