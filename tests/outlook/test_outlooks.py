"""An outlook says what it rests on, and when it rests on too little."""

from datetime import date

import pytest

from detente.errors import UsageError
from detente.outlook import look_ahead, models, outlooks
from outlook_world import by_months, made_history


def test_an_outlook() -> None:
    found = look_ahead(made_history(persistence=0.95, pairs=10), "A00", "B00", (1,))
    assert (found.origin, found.pairs) == (date(2018, 12, 1), 10)
    first = found.chances[0]
    assert (first.model, first.month) == ("ensemble", date(2019, 1, 1))
    assert first.deteriorate + first.stable + first.improve == pytest.approx(1)
    assert first.tested[0].cases > first.tested_pair[0].cases > 0
    assert found.notes == ()


def test_no_foresight_is_said() -> None:
    found = look_ahead(made_history(), "A00", "B00", (1,))
    assert any("no skill is proven" in note or "nothing is proven beyond" in note for note in found.notes)


@pytest.mark.parametrize(
    ("good", "note"),
    [
        ([9] * 11, "a whole year of record"),
        ([9] * 5 + [0] * 10, "up to 2016-03, 2 have 5 or more stories"),
        ([0] * 15, "0 have 5 or more stories"),
    ],
)
def test_too_little_history(good: list[int], note: str) -> None:
    found = look_ahead(by_months(good, [0] * len(good)), "AAA", "BBB")
    assert found.chances == ()
    assert note in found.notes[0]


def test_a_record_without_a_whole_month() -> None:
    assert "no whole month" in look_ahead(None, "AAA", "BBB").notes[0]


def test_too_little_to_test() -> None:
    found = look_ahead(by_months([9, 8, 12] * 6, [9] * 18), "AAA", "BBB", (1,))
    assert [chance.model for chance in found.chances] == ["climatology", "persistence"]
    assert "not tested; 6 outcomes are known" in found.notes[0]


def test_without_scikit_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (models, outlooks):
        monkeypatch.setattr(module, "fitting_possible", lambda: False)
    found = look_ahead(made_history(months=30), "A00", "B00", (1,))
    assert [chance.model for chance in found.chances] == ["climatology", "persistence"]
    assert "pip install 'detente[outlook]'" in found.notes[0]


def test_one_thread_does_the_sums() -> None:
    from threadpoolctl import threadpool_info

    with models.one_thread():
        assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} <= {1}


@pytest.mark.parametrize("horizon", [0, 13])
def test_horizons(horizon: int) -> None:
    with pytest.raises(UsageError, match="1 to 12 months"):
        look_ahead(None, "AAA", "BBB", (horizon,))
