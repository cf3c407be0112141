"""What a reviewer would try on a relation: thin it, repeat it, drop a publisher, swap the countries."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from detente.record.store import Record
from detente.relations import Estimate, Relation, relate
from detente.settings import Settings
from pair_world import Told, build, many, swapped, told

FIRST = date(2019, 1, 7)
PUBLISHERS = ("Gazette", "Herald", "Mail", "Wire")


def draws(number: int, seed: int) -> list[float]:
    dice = random.Random(seed)  # noqa: S311 - a simulation, not a secret
    return [dice.random() for _ in range(number)]


def sparse(seed: int = 1, share: float = 0.6) -> list[Told]:
    """Acts that are stories of their own: no two of one type and direction within a week."""
    return [
        replace(act, day=FIRST + timedelta(days=9 * number))
        for number, act in enumerate(many([share], draws(120, seed), PUBLISHERS, FIRST))
    ]


def relation(folder: Path, acts: list[Told], by: str = "year") -> Relation:
    return relate(build(folder, acts), "NTH", "STH", Settings(), by=by)


def indexes(found: Relation) -> list[Estimate]:
    return [period.index for period in found.periods if period.index is not None]


def inside(changed: Relation, whole: Relation) -> Iterator[bool]:
    """Whether the interval of each changed index holds the unchanged one."""
    kept = {period.start: period.index for period in changed.periods}
    for period in whole.periods:
        other = kept.get(period.start)
        if period.index is not None and other is not None:
            yield other.low <= period.index.value <= other.high


def thinned(acts: list[Told]) -> list[Told]:
    return [act for act, draw in zip(acts, draws(len(acts), 5), strict=True) if draw < 0.5]


def repeated(acts: list[Told]) -> list[Told]:
    """Half of the acts are told by five publishers more, word for word or not."""
    more = ("Echo", "Mirror", "Post", "Star", "Times")
    return [replace(act, publishers=(*act.publishers, *more)) if n % 2 else act for n, act in enumerate(acts)]


def loud(acts: list[Told]) -> list[Told]:
    """What conflicts is told twenty times as often as what cooperates."""
    echo = tuple(f"Echo {number}" for number in range(20))
    return [
        replace(act, publishers=(*act.publishers, *echo)) if act.type in ("ACCUSE", "SANCTION") else act for act in acts
    ]


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("change", [thinned, repeated, loud])
def test_the_index_stays_within_its_interval(
    tmp_path: Path, change: Callable[[list[Told]], list[Told]], share: float
) -> None:
    acts = sparse(share=share)
    whole, changed = relation(tmp_path / "whole", acts), relation(tmp_path / "changed", change(acts))
    checks = list(inside(changed, whole))
    assert len(checks) >= 3
    assert all(checks)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("change", [thinned, repeated, loud, lambda acts: acts[::-1]])
def test_the_level_stays_within_its_interval(
    tmp_path: Path, change: Callable[[list[Told]], list[Told]], share: float
) -> None:
    acts = sparse(share=share)
    whole, changed = relation(tmp_path / "whole", acts), relation(tmp_path / "changed", change(acts))
    for one, other in zip(whole.periods, changed.periods, strict=False):
        assert one.level is not None
        assert other.level is not None
        assert other.level.low <= one.level.value <= other.level.high


def test_repeated_reports_change_no_story(tmp_path: Path) -> None:
    whole, changed = relation(tmp_path / "whole", sparse()), relation(tmp_path / "changed", loud(sparse()))
    assert indexes(whole) == indexes(changed)
    assert sum(period.reports or 0 for period in changed.periods) > 5 * sum(
        period.reports or 0 for period in whole.periods
    )


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_no_publisher_moves_the_index_out_of_its_interval(tmp_path: Path, publisher: str) -> None:
    acts = sparse(seed=3)
    whole = relation(tmp_path / "whole", acts)
    without = relation(tmp_path / "without", [act for act in acts if publisher not in act.publishers])
    assert all(inside(without, whole))
    for one, other in zip(whole.periods, without.periods, strict=False):
        assert one.level is not None
        assert other.level is not None
        assert other.level.low <= one.level.value <= other.level.high


def test_swapping_the_countries_turns_the_directions_and_nothing_else(tmp_path: Path) -> None:
    acts = sparse()
    whole = relate(build(tmp_path / "whole", acts), "NTH", "STH", Settings())
    names = {"NTH": "STH", "STH": "NTH"}
    turned = relate(build(tmp_path / "turned", swapped(acts, names)), "NTH", "STH", Settings())
    assert [replace(p, forward=p.backward, backward=p.forward) for p in turned.periods] == list(whole.periods)
    assert [act.forward for act in turned.acts] != [act.forward for act in whole.acts]


@pytest.mark.parametrize(("a", "b"), [("STH", "NTH"), ("EST", "WST")])
def test_other_names_and_the_other_order_give_the_same_figures(tmp_path: Path, a: str, b: str) -> None:
    acts = sparse()
    whole = relation(tmp_path / "whole", acts)
    other = swapped(acts, {"NTH": "WST", "STH": "EST"}) if a == "EST" else acts
    found = relate(build(tmp_path / "other", other), a, b, Settings(), by="year")
    assert indexes(found) == indexes(whole)


def test_coverage_counts_stories_for_each_report_of_the_pair(tmp_path: Path) -> None:
    from detente.outputs.series import relation_rows

    acts = [told(FIRST, "AGREE", "Gazette", "Herald"), told(FIRST, "ACCUSE"), told(FIRST, "AGREE", target="WST")]
    (row,) = relation_rows(relation(tmp_path / "record", acts)).to_pylist()
    assert (row["reports"], row["stories"], row["stories_per_report"]) == (3, 2, pytest.approx(2 / 3))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return build(tmp_path_factory.mktemp("record") / "record", sparse())


def test_the_same_record_gives_the_same_relation(record: Record) -> None:
    assert relate(record, "NTH", "STH", Settings()) == relate(record, "nth", "STH", Settings())
