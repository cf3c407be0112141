"""Furniture goes by whole lines; the same words inside an article stay."""

import pytest

from detente.documents.furniture import match, match_words, take_off_end


@pytest.mark.parametrize(
    ("line", "kind", "wanted"),
    [
        ("Share this:", "line", True),
        ("» Read more »", "line", True),
        ("Read more: Envoys return", "line", True),
        ("12 comments", "line", True),
        ("3.4K shares", "line", True),
        ("Gazprom bought the shares", "line", False),
        ("We use cookies to improve your visit.", "line", True),
        ("Leave a Reply Cancel reply", "cut", True),
        ("%d bloggers like this:", "cut", True),
        ("He would leave a reply to the ministry", "cut", False),
        ("Ann Reed lives in Rome.", "tail", True),
        ("Paul Lim lives in Rome.", "tail", False),
        ("Listen to cutting-edge discussions with guests.", "tail", True),
    ],
)
def test_match(line: str, kind: str, wanted: bool) -> None:
    assert bool(match(line, kind, "Ann Reed")) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Facebook Twitter Email", True),
        ("Share | Tweet | Print 14", True),
        ("Facebook", False),
        ("Twitter bans him", False),
    ],
)
def test_lines_of_button_names(line: str, wanted: bool) -> None:
    assert bool(match_words(line)) is wanted


def test_tail_lines_stay_where_text_follows() -> None:
    lines = ["He spoke.", "His new book is on sale in Kyiv.", "Then he left."]
    assert take_off_end(lines, "")[0] == lines


def test_the_first_paragraph_is_never_taken() -> None:
    assert take_off_end(["Leave a Reply", "", "Contact us today"], "")[0] == ["Leave a Reply"]
