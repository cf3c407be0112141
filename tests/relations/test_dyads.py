"""The arithmetic of a relation on acts made by hand."""

import random
from datetime import date, timedelta

import pytest

from detente.errors import UsageError
from detente.relations.acts import Act
from detente.relations.balance import log_odds, share
from detente.relations.dyads import Material, Relation, measure
from detente.relations.periods import periods, start_of

START = date(2019, 1, 1)


def act(number: int, day: date, series: str = "commitments", *, forward: bool = True, mutual: bool = False) -> Act:
    score = 5.0 if series in ("commitments", "deeds_for") else -5.0
    return Act(f"story{number}", day, forward, mutual, "AGREE", series, score)


def relate(acts: list[Act], by: str = "month", half_life: float = 180.0) -> Relation:
    return measure("NOR", "FIN", Material(acts), by=by, half_life_days=half_life)


def random_acts(number: int, share_cooperative: float, seed: int = 7) -> list[Act]:
    dice = random.Random(seed)  # noqa: S311 - a simulation, not a secret
    return [
        act(
            i,
            START + timedelta(days=dice.randrange(365)),
            "deeds_for" if dice.random() < share_cooperative else "hostile_words",
        )
        for i in range(number)
    ]


def test_period_counts_series_and_directions() -> None:
    acts = [act(1, START), act(2, START, "hostile_words", forward=False), act(3, START, "contact", mutual=True)]
    (period,) = relate(acts).periods
    assert (period.both.commitments, period.both.hostile_words, period.both.contact) == (1, 1, 1)
    assert (period.forward.hostile_words, period.backward.hostile_words) == (0, 1)
    assert (period.forward.contact, period.backward.contact) == (1, 1)


def test_missing_is_missing_never_zero() -> None:
    acts = [act(1, date(2019, 1, 5)), act(2, date(2019, 3, 5)), act(3, date(2019, 2, 5), "contact")]
    january, february, march = relate(acts).periods
    assert january.index is not None
    assert march.index is not None
    assert february.index is None
    assert february.level is not None


def test_index_answers_to_balance_not_volume() -> None:
    few, many = log_odds(6, 2, 0.5), log_odds(60, 20, 0.5)
    assert few.low < many.value < few.high
    assert many.high - many.low < few.high - few.low


@pytest.mark.parametrize(("cooperative", "conflictual", "sign"), [(5, 0, 1), (0, 5, -1), (3, 3, 0)])
def test_sign(cooperative: float, conflictual: float, sign: int) -> None:
    value = log_odds(cooperative, conflictual, 0.5).value
    assert (value > 0.1) - (value < -0.1) == sign


def test_level_interval_widens_in_silence_and_does_not_heal() -> None:
    acts = [act(i, START, "deeds_against") for i in range(6)]
    periods_ = measure("NOR", "FIN", Material(acts, until=date(2020, 12, 1)), by="month", half_life_days=180).periods
    first, last = periods_[0].level, periods_[-1].level
    assert first is not None
    assert last is not None
    assert last.high - last.low > 1.3 * (first.high - first.low)
    assert last.effective_n < first.effective_n / 10
    assert last.value == first.value
    assert last.low < last.value < last.high


@pytest.mark.parametrize("cooperative", [0.2, 0.5, 0.8])
def test_thinning_at_random_stays_within_the_interval(cooperative: float) -> None:
    acts = random_acts(400, cooperative)
    (whole,) = relate(acts, by="year").periods
    assert whole.index is not None
    inside = 0
    for seed in range(40):
        thinned = random.Random(seed).sample(acts, 200)  # noqa: S311 - a simulation, not a secret
        (period,) = relate(thinned, by="year").periods
        assert period.index is not None
        inside += period.index.low <= whole.index.value <= period.index.high
    assert inside >= 36  # 90 % of 40


def test_order_of_acts_does_not_matter() -> None:
    acts = random_acts(50, 0.5)
    assert relate(acts) == relate(acts[::-1])


def test_no_acts_no_periods() -> None:
    assert relate([]).periods == ()


def test_unknown_period() -> None:
    with pytest.raises(UsageError, match="week, month, quarter, year"):
        relate([act(1, START)], by="fortnight")


@pytest.mark.parametrize(
    ("by", "expected"),
    [("week", "2019-05-13"), ("month", "2019-05-01"), ("quarter", "2019-04-01"), ("year", "2019-01-01")],
)
def test_start_of(by: str, expected: str) -> None:
    assert start_of(date(2019, 5, 17), by).isoformat() == expected


def test_periods_run_over_a_year_end() -> None:
    found = list(periods(date(2019, 11, 30), date(2020, 2, 1), "month"))
    assert [day.isoformat() for day in found] == ["2019-11-01", "2019-12-01", "2020-01-01", "2020-02-01"]


def test_share_is_never_certain() -> None:
    assert 0 < share(0, 50) < share(50, 0) < 1
