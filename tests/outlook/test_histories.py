"""From a record to daily counts."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from detente.errors import UsageError
from detente.outlook.histories import Day, History, history_of, read_history
from pair_world import build, told

FIRST, LAST = date(2019, 1, 10), date(2019, 3, 31)


@pytest.mark.parametrize(
    ("last", "days"),
    [(date(2019, 3, 31), 90), (date(2019, 3, 30), 59), (date(2019, 2, 28), 59), (date(2019, 2, 1), 31)],
)
def test_whole_months(last: date, days: int) -> None:
    found = history_of([Day("A-B", FIRST, 1, 0)], FIRST, last)
    assert (found.first, found.cooperative.shape) == (date(2019, 1, 1), (1, days))


def test_most_active_pairs_come_first() -> None:
    days = [Day("A-B", FIRST, 1, 0), Day("A-C", FIRST, 2, 1), Day("B-C", FIRST, 0, 2), Day("B-C", LAST, 2, 0)]
    found = history_of(days, FIRST, LAST, most=2)
    assert found.pairs == ("B-C", "A-C")
    assert found.conflictual[:, 9].tolist() == [2, 1]


@pytest.mark.parametrize(
    ("first", "days"), [(date(2019, 1, 2), 30), (date(2019, 1, 1), 30)], ids=["not the first", "not a whole month"]
)
def test_cut_months_are_no_history(first: date, days: int) -> None:
    with pytest.raises(UsageError, match="whole months"):
        History(("A-B",), first, np.zeros((1, days)), np.zeros((1, days)))


def test_no_whole_month() -> None:
    with pytest.raises(UsageError, match="no whole month"):
        history_of([], date(2019, 1, 2), date(2019, 1, 30))


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    acts = [
        told(FIRST, "AGREE", "Gazette", "Herald"),
        told(FIRST + timedelta(days=20), "ACCUSE", source="STH", target="NTHMIL"),
        told(FIRST + timedelta(days=21), "PROTEST", source="NTHCVL", quad=4),
        told(FIRST + timedelta(days=30), "ACCUSE", genre="opinion"),
        told(FIRST + timedelta(days=31), "ACCUSE", status="denied"),
        told(FIRST + timedelta(days=40), "CONSULT", source="STH", target="EST", reciprocal=True),
        told(FIRST + timedelta(days=41), "SANCTION", source="EST", target="STH", quad=4),
        told(LAST, "AGREE", source="EST", target="NTH"),
    ]
    record = build(tmp_path_factory.mktemp("outlook") / "record", acts)
    found = read_history(record, "STH", "NTH")
    assert found is not None
    return found


def test_the_pair_asked_for_comes_first(history: History) -> None:
    assert history.pairs == ("NTH-STH", "EST-STH", "EST-NTH")
    assert history.cooperative.shape == (3, 90)


def test_what_counts(history: History) -> None:
    assert history.cooperative.sum(axis=1).tolist() == [1, 1, 1]
    assert history.conflictual.sum(axis=1).tolist() == [1, 1, 0]


def test_a_pair_without_stories_is_empty(tmp_path: Path) -> None:
    record = build(tmp_path / "record", [told(date(2019, 1, 1), "AGREE"), told(date(2019, 2, 28), "AGREE")])
    found = read_history(record, "NTH", "EST")
    assert found is not None
    assert (found.pairs, found.cooperative.sum(axis=1).tolist()) == (("EST-NTH", "NTH-STH"), [0, 2])


def test_a_month_that_is_not_over_is_no_history(tmp_path: Path) -> None:
    assert read_history(build(tmp_path / "record", [told(date(2019, 1, 5), "AGREE")]), "NTH", "STH") is None


def test_two_actors(tmp_path: Path) -> None:
    record = build(tmp_path / "record", [told(FIRST, "AGREE")])
    with pytest.raises(UsageError, match="two actors"):
        read_history(record, "NTH", "NTH")
