"""The level: how much stories of neighbouring days say together."""

from datetime import date, timedelta

import numpy as np
import pytest

from detente.relations.acts import Act
from detente.relations.balance import faded, log_odds
from detente.relations.levels import Levels, design_effect, level_at

START = date(2015, 1, 1)
HALF_LIFE = 180.0


def act(number: int, day: int, *, good: bool) -> Act:
    kind = ("AGREE", "commitments") if good else ("ACCUSE", "hostile_words")
    return Act(f"story{number}", START + timedelta(days=day), True, False, *kind, 1.0)


def wandering(dice: np.random.Generator, likeness: float, days: int = 1200) -> list[Act]:
    """Two stories a day on average around an even balance; what is left of a day's mood the next day is `likeness`."""
    mood = np.zeros(days)
    shocks = dice.normal(size=days) * np.sqrt(1 - likeness**2)
    for day in range(1, days):
        mood[day] = likeness * mood[day - 1] + shocks[day]
    shares = 1 / (1 + np.exp(-mood * (likeness > 0)))
    told = [(day, dice.random() < share) for day, share in enumerate(shares) for _ in range(dice.poisson(2.0))]
    return [act(number, day, good=bool(good)) for number, (day, good) in enumerate(told)]


@pytest.mark.parametrize(("likeness", "least", "most"), [(0.0, 1.0, 1.3), (0.8, 1.8, 4.0), (0.95, 3.0, 12.0)])
def test_alike_days_count_less(likeness: float, least: float, most: float) -> None:
    found = [Levels(wandering(np.random.default_rng(seed), likeness), HALF_LIFE).design_effect for seed in range(5)]
    assert least <= float(np.median(found)) <= most


@pytest.mark.parametrize("likeness", [0.0, 0.8, 0.9])
def test_the_interval_holds_what_days_that_are_alike_scatter_around(likeness: float) -> None:
    held = naive = 0
    for seed in range(40):
        acts = wandering(np.random.default_rng([seed, 7]), likeness)
        level = level_at(acts[-1].day, acts, HALF_LIFE)
        assert level is not None
        held += level.low <= 0 <= level.high
        alone = Levels(acts, HALF_LIFE).design_effect * level.effective_n
        plain = faded(log_odds(alone / 2, alone / 2, 0.5), alone / 2, alone / 2, 1.0)
        naive += abs(level.value) <= plain.high
    assert held >= 34  # 85 % of 40
    assert (naive < held) == (likeness > 0)


def test_one_story_a_day_of_one_kind_says_what_it_says() -> None:
    assert Levels([act(n, 9 * n, good=True) for n in range(50)], HALF_LIFE).design_effect == 1.0
    assert Levels([], HALF_LIFE).design_effect == 1.0


@pytest.mark.parametrize(
    ("cooperative", "stories", "effect"),
    [
        ([5.0, 0, 5, 0, 5, 0] * 8, [5.0] * 48, 1.0),  # swings back at once
        (([5.0] * 8 + [0.0] * 8) * 3, [5.0] * 48, 3.0),  # two months of each
        ([3.0], [5.0], 1.0),
    ],
)
def test_weeks(cooperative: list[float], stories: list[float], effect: float) -> None:
    found = design_effect(np.array(cooperative), np.array(stories), 0.95)
    assert found == 1.0 if effect == 1.0 else found > effect


@pytest.mark.parametrize(("day", "number"), [(-1, None), (0, 1.0), (180, 0.5)])
def test_stories_fade(day: int, number: float | None) -> None:
    found = Levels([act(1, 0, good=True)], HALF_LIFE).at(START + timedelta(days=day))
    assert (found and found.effective_n) == (number and pytest.approx(number))
