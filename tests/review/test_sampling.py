from collections import Counter

import numpy as np
import pytest

from detente.errors import UsageError
from detente.review.sampling import Plan, allocate, choose
from detente.review.strata import CODED, LIKELY, UNLIKELY, Line

SIZES = {f"{CODED} quad 1": 40, f"{CODED} quad 4": 12, LIKELY: 100, UNLIKELY: 400}


def frame() -> list[Line]:
    return [Line(f"{name} {n}", f"d{n}", "v1", None, name) for name, size in SIZES.items() for n in range(size)]


def ids(plan: Plan) -> set[str]:
    return {draw.sentence_id for draw in choose(frame(), plan, 9).draws}


@pytest.mark.parametrize("n", [8, 30, 100, 300, 552, 1000])
def test_every_stratum_gets_its_share(n: int) -> None:
    numbers = allocate(SIZES, n)
    assert sum(numbers.values()) == min(n, sum(SIZES.values()))
    assert all(2 <= numbers[name] <= size for name, size in SIZES.items())


def test_more_go_where_more_can_be_learnt() -> None:
    numbers = allocate({f"{CODED} quad 1": 1000, LIKELY: 1000, UNLIKELY: 1000}, 180)
    assert numbers == {f"{CODED} quad 1": 100, LIKELY: 60, UNLIKELY: 20}


def test_too_few_are_refused() -> None:
    with pytest.raises(UsageError, match="4 strata need at least 8"):
        allocate(SIZES, 7)


def test_the_chance_of_each_sentence_is_kept() -> None:
    drawn = choose(frame(), Plan(100), 9)
    numbers = Counter(draw.stratum for draw in drawn.draws)
    assert drawn.sample.strata == tuple(sorted(SIZES))
    assert dict(zip(drawn.sample.strata, drawn.sample.drawn, strict=True)) == numbers
    assert all(draw.probability == numbers[draw.stratum] / SIZES[draw.stratum] for draw in drawn.draws)


def test_a_plan_gives_one_sample_and_a_larger_one_adds_to_it() -> None:
    assert choose(frame(), Plan(60), 9).draws == choose(frame()[::-1], Plan(60), 9).draws
    assert ids(Plan(60)) < ids(Plan(120))
    assert ids(Plan(60)) != ids(Plan(60, seed=2))


def test_chance_alone_decides_within_a_stratum() -> None:
    drawn = Counter(name for seed in range(200) for name in ids(Plan(60, seed=seed)) if name.startswith(LIKELY))
    share = allocate(SIZES, 60)[LIKELY] / SIZES[LIKELY]
    counts = np.array([drawn[f"{LIKELY} {n}"] for n in range(SIZES[LIKELY])])
    # 200 draws each: five standard errors, and as much spread as chance gives
    assert np.abs(counts - 200 * share).max() < 5 * np.sqrt(200 * share * (1 - share))
    assert 0.5 < counts.var() / (200 * share * (1 - share)) < 1.7


def test_whoever_stops_early_has_judged_a_part_of_every_stratum() -> None:
    turns = [draw.stratum for draw in choose(frame(), Plan(200), 9).draws]
    assert set(turns[:60]) == set(SIZES)
