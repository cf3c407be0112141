"""Headlines in capitals get the small letters that the parser expects."""

import pytest

from detente.sentences.capitals import in_small_letters, is_in_capitals


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MINISTERS MEET IN GENEVA", True),
        ("Ministers meet in Geneva", False),
        ("GENEVA, Oct 3 (Agency) - Ministers met", False),
        ("UN, EU", False),
        ("", False),
    ],
)
def test_a_line_in_capitals_is_told_from_a_dateline(text: str, expected: bool) -> None:
    assert is_in_capitals(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NORTH KOREA TESTS MISSILE, UN MEETS", "North Korea tests missile, UN meets"),
        ("LAVROV AND KERRY AGREE ON TRUCE", "Lavrov and Kerry agree on truce"),
        ("US FORCES LEAVE IRAQ ON MONDAY", "US forces leave Iraq on Monday"),
        ("WHO SAYS TALKS MAY FAIL?", "Who says talks may fail?"),
        ("U.S. TROOPS ENTER PANAMA", "U.S. troops enter Panama"),
    ],
)
def test_names_keep_their_capitals(text: str, expected: str) -> None:
    assert in_small_letters(text) == expected
