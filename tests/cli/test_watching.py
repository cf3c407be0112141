import pytest

from detente.cli.watching import EVERY, Screen
from detente.coding import Counts
from detente.documents import Notice
from detente.record.model import Refusal


def test_without_a_terminal_a_line_comes_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    with Screen() as screen:
        for number in range(1, 2 * EVERY + 2):
            screen.advanced(Counts(coded=number - 1, refused=1))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [f"coded {EVERY - 1:,}, refused 1", f"coded {2 * EVERY - 1:,}, refused 1"]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (Refusal("a[1].txt", "empty"), "refused a[1].txt: empty"),
        (Notice("b.txt", "the date 2099-01-01 lies ahead"), "note b.txt: the date 2099-01-01 lies ahead"),
    ],
)
def test_refusals_and_notices_are_one_line(told: Refusal, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Screen() as screen:
        screen.refused(told)
    assert capsys.readouterr().err == f"{line}\n"
