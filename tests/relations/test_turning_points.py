"""Turning points of acts made by hand: found where they are, and nowhere else."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from detente.relations.acts import Act
from detente.relations.turning_points import turning_points

MONDAY = date(2015, 1, 5)


def act(number: int, day: date, *, good: bool, series: str = "", score: float = 5.0) -> Act:
    series = series or ("commitments" if good else "hostile_words")
    return Act(f"s{number:04}", day, True, False, "AGREE" if good else "ACCUSE", series, score if good else -score)


def weeks(shares: Sequence[float], seed: int = 1, *, bursts: bool = False) -> list[Act]:
    """Up to three stories a week, each cooperative with the share of its week; in bursts weeks differ by themselves."""
    dice = random.Random(seed)  # noqa: S311 - a simulation, not a secret
    acts: list[Act] = []
    for week, share in enumerate(shares):
        own = dice.betavariate(4 * share, 4 * (1 - share)) if bursts else share
        for _ in range(dice.choice([0, 0, 1, 2, 3, 8] if bursts else [0, 1, 2, 3])):
            day = MONDAY + timedelta(days=7 * week + dice.randrange(7))
            acts.append(act(len(acts), day, good=dice.random() < own))
    return acts


@pytest.mark.parametrize(("before", "after"), [(0.8, 0.3), (0.3, 0.8), (0.95, 0.5)])
def test_a_turn_is_found_where_it_is(before: float, after: float) -> None:
    (point,) = turning_points(weeks([before] * 60 + [after] * 60))
    assert point.earliest <= MONDAY + timedelta(weeks=60) <= point.latest
    assert abs(point.day - (MONDAY + timedelta(weeks=60))) <= timedelta(weeks=4)
    assert (point.change > 0) == (after > before)
    assert point.change_low < point.change < point.change_high
    assert [point.before, point.after] == pytest.approx([before, after], abs=0.12)


@pytest.mark.parametrize("bursts", [False, True])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_steady_relation_has_none(share: float, bursts: bool) -> None:
    found = [turning_points(weeks([share] * 100, seed, bursts=bursts)) for seed in range(8)]
    assert sum(map(len, found)) <= 1


def test_intervals_hold_the_turn_as_often_as_they_say() -> None:
    true = MONDAY + timedelta(weeks=50)
    found = [turning_points(weeks([0.8] * 50 + [0.25] * 50, seed, bursts=True)) for seed in range(20)]
    assert sum(any(p.earliest <= true <= p.latest for p in points) for points in found) >= 16


def test_silence_is_no_turn() -> None:
    early = weeks([0.8] * 40)
    late = [one._replace(story_id=f"l{one.story_id}", day=one.day + timedelta(days=1500)) for one in early]
    assert turning_points(early + late) == ()
    assert turning_points(early) == ()


def test_a_silence_before_a_turn_lies_within_its_interval() -> None:
    good = [act(i, MONDAY + timedelta(weeks=i), good=True) for i in range(30)]
    bad = [act(100 + i, MONDAY + timedelta(weeks=130 + i), good=False) for i in range(30)]
    (point,) = turning_points(good + bad)
    assert point.day == MONDAY + timedelta(weeks=130)
    assert point.earliest <= MONDAY + timedelta(weeks=31)
    assert point.latest >= point.day


def test_the_gravest_stories_of_the_new_way_made_it() -> None:
    good = [act(i, MONDAY + timedelta(weeks=i), good=True) for i in range(30)]
    bad = [act(100 + i, MONDAY + timedelta(weeks=30 + i), good=False, score=i % 5 + 1) for i in range(30)]
    meeting = act(999, MONDAY + timedelta(weeks=30), good=True, series="contact", score=10)
    (point,) = turning_points([*good, *bad, meeting])
    assert [one.score for one in point.stories] == [-1, -2, -3, -4, -5]
    assert (point.stories_before, point.stories_after) == (30, 30)


def test_a_few_stories_make_no_turn() -> None:
    assert turning_points([act(i, MONDAY + timedelta(weeks=i), good=i < 2) for i in range(4)]) == ()


def test_nothing_has_no_turns_and_order_does_not_matter() -> None:
    acts = weeks([0.8] * 30 + [0.2] * 30)
    assert turning_points([]) == ()
    assert turning_points(acts) == turning_points(acts[::-1])


def test_a_long_series_is_counted_by_month() -> None:
    acts = [act(i, MONDAY + timedelta(days=30 * i), good=i < 80) for i in range(160)]
    (point,) = turning_points(acts)
    assert point.day.day == 1
    assert abs(point.day - (MONDAY + timedelta(days=30 * 80))) < timedelta(days=62)
