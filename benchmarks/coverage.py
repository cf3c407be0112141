"""How often the intervals of `detente review figures` hold the truth: `python benchmarks/coverage.py [RUNS]`.

Corpora are invented in which the truth is known, a new one in every run: stories that several sentences report, a coder
that misses some (conflict more often than cooperation, and whole stories together), mistakes types and raises false
alarms. A sample is drawn, judged without error, and estimated as the command does; a nominal 90 % interval should hold
the truth in 90 of 100 runs. Two tables answer the two questions of `detente.review.estimation`, a third says from how
many judged sentences on a total's interval can be trusted:

1. these documents: the truth is what the corpus of the run holds
2. other stories: the truth is what such corpora hold on average
3. totals of smaller samples

Beside them what is done without a review: the coded count with a Poisson interval (a binomial one for shares), and
precision-corrected counts from a sample of coded sentences alone, in which misses are invisible.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from detente.review.estimation import (
    Estimates,
    Frame,
    Interval,
    Judged,
    Measure,
    difference,
    interval,
    ratio,
    share,
    total,
    tuned_weights,
)
from detente.review.sampling import allocate
from detente.review.strata import CODED, LIKELY, UNLIKELY

Array = NDArray[np.float64]
LEVEL, FREE, SEED, JUDGED = 0.9, 1e6, 2024, 400
STRATA = (*(f"{CODED} quad {quad}" for quad in (1, 2, 3, 4)), LIKELY, UNLIKELY)
# 0: all, 1-4: quads, 5: one pair, 6-9: cooperative and conflictual acts before and after, 10: right, 11: coded
WIDTH, RIGHT, CODED_ACTS = 12, 10, 11


class World(NamedTuple):
    """An invented corpus: true and coded acts of each sentence by quantity, its stratum; coded acts of each cluster."""

    true: Array
    coded: Array
    stratum: NDArray[np.int64]
    clusters: Array


class Shape(NamedTuple):
    """What a corpus is like: documents, sentences in each, stories, and mean number of reports of a story."""

    documents: int = 2000
    sentences: int = 12
    stories: int = 1000
    reports: float = 3.0


class Row(NamedTuple):
    """A quantity: its measure, the scale of its interval."""

    name: str
    measure: Measure
    scale: str


ROWS = (
    Row("all acts", total(0), "log"),
    *(Row(f"quad {quad}", total(quad), "log") for quad in (1, 2, 3, 4)),
    Row("acts of one pair", total(5), "log"),
    Row("cooperative share, before", share(6, 7), "logit"),
    Row("cooperative share, after", share(8, 9), "logit"),
    Row("change of the share", difference(share(8, 9), share(6, 7)), "plain"),
)
RATES = (Row("precision", ratio(RIGHT, CODED_ACTS), "logit"), Row("recall", ratio(RIGHT, 0), "logit"))


def invent(shape: Shape, random: np.random.Generator) -> World:
    """Invent a corpus."""
    number = shape.documents * shape.sentences
    shape = shape._replace(stories=int(random.poisson(shape.stories)))
    story = np.repeat(np.arange(shape.stories), random.geometric(1 / shape.reports, shape.stories))
    place = random.integers(number, size=len(story))
    after = random.random(shape.stories) < 0.5
    friendly = random.random(shape.stories) < np.where(after, 0.40, 0.60)
    of_story = np.where(friendly, 1, 3) + (random.random(shape.stories) < 0.35)
    pair = random.random(shape.stories) < 0.25
    # a story that is hard to code is hard in each of its reports
    ease = np.where(friendly, 1.2, 0.2) + random.normal(0, 0.7, shape.stories)
    found = random.random(len(story)) < 1 / (1 + np.exp(-ease[story]))
    mistaken = found & (random.random(len(story)) < 0.12)
    coded_quad = np.where(mistaken, random.integers(1, 5, len(story)), of_story[story])
    likely = random.random(number) < 0.25
    likely[place[random.random(len(place)) < 0.85]] = True
    alarm = np.flatnonzero(random.random(number) < np.where(likely, 0.06, 0.005))
    alarm_quad = random.choice([1, 2, 3, 4], len(alarm), p=[0.4, 0.1, 0.4, 0.1])
    true, coded = np.zeros((number, WIDTH)), np.zeros((number, WIDTH))
    _count(true, place, of_story[story], pair[story], after[story])
    kinds = coded_quad[found], pair[story[found]], after[story[found]]
    alarm_kinds = alarm_quad, random.random(len(alarm)) < 0.25, random.random(len(alarm)) < 0.5
    clusters = np.zeros((shape.stories + shape.documents, WIDTH))
    for acts, told, false in (
        (coded, place[found], alarm),
        (clusters, story[found], shape.stories + alarm // shape.sentences),
    ):
        _count(acts, told, *kinds)
        _count(acts, false, *alarm_kinds)
    coded[:, CODED_ACTS] = coded[:, 0]
    np.add.at(true[:, RIGHT], place[found & (coded_quad == of_story[story])], 1)
    coded[:, RIGHT] = true[:, CODED_ACTS] = 0
    first = np.zeros(number, dtype=np.int64)
    first[alarm] = alarm_quad
    first[place[found]] = coded_quad[found]
    return World(true, coded, np.where(first > 0, first - 1, np.where(likely, 4, 5)), clusters)


def _count(acts: Array, place: NDArray[np.int64], *kinds: NDArray[np.int64] | NDArray[np.bool_]) -> None:
    """Add acts, each at its sentence, to the quantities they belong to."""
    quad, pair, after = kinds
    np.add.at(acts[:, 0], place, 1)
    np.add.at(acts, (place, quad), 1)
    np.add.at(acts[:, 5], place[pair], 1)
    np.add.at(acts, (place, 6 + 2 * after + (quad > 2)), 1)


def draw(world: World, n: int, random: np.random.Generator) -> tuple[Frame, Judged, Judged]:
    """Draw and judge a sample: the frame, the sample for totals, and for rates (judged alone, coding left out)."""
    sizes = np.bincount(world.stratum, minlength=len(STRATA))
    numbers = allocate(dict(zip(STRATA, sizes.tolist(), strict=True)), n)
    drawn = np.concatenate(
        [
            random.choice(np.flatnonzero(world.stratum == place), numbers[name], replace=False)
            for place, name in enumerate(STRATA)
        ]
    )
    frame = Frame(sizes.astype(np.float64), world.coded.sum(axis=0), world.clusters)
    sample = Judged(world.stratum[drawn], world.true[drawn], world.coded[drawn])
    rated = world.true[drawn].copy()
    rated[:, CODED_ACTS] = world.coded[drawn][:, CODED_ACTS]
    return frame, sample, Judged(sample.stratum, rated, np.zeros_like(rated))


def naive(world: World, row: Row) -> Interval:
    """What is done without a review: the coded figure, its acts taken for independent chances."""
    coded = world.coded.sum(axis=0)
    value = float(row.measure(coded))
    if row.scale == "log":
        return interval(value, float(np.sqrt(value)), FREE, "plain", LEVEL)
    halves = [float(1 / (coded[6 + at] + coded[7 + at])) for at in (0, 2)]
    spread = 0.5 * np.sqrt(halves[0] if "before" in row.name else halves[1] if "after" in row.name else sum(halves))
    return interval(value, float(spread), FREE, "plain", LEVEL)


def of_coded_alone(frame: Frame, sample: Judged) -> Estimates:
    """Correct by a sample of coded sentences: strata in which nothing was coded do not exist."""
    coded = sample.stratum < 4
    kept = Judged(sample.stratum[coded], sample.judged[coded], sample.coded[coded])
    return Estimates(Frame(frame.sizes * (np.arange(len(STRATA)) < 4), frame.coded, frame.clusters), kept)


def measure_record(runs: int, n: int, shape: Shape) -> dict[str, list[float]]:
    """Share of runs whose interval holds the truth of its corpus, by quantity: four ways of making it."""
    random = np.random.default_rng(SEED)
    held: dict[str, list[list[bool]]] = {row.name: [] for row in (*ROWS, *RATES)}
    for run in range(runs):
        world = invent(shape, random)
        truth = world.true.sum(axis=0)
        truth[CODED_ACTS] = world.coded[:, CODED_ACTS].sum()
        frame, sample, rated = draw(world, n, random)
        plain, tuned = Estimates(frame, sample, seed=run), Estimates(frame, sample, tuned_weights(frame, sample), run)
        alone = of_coded_alone(frame, sample)
        nothing = Frame(frame.sizes, 0 * frame.coded, frame.clusters[:0])
        rates = Estimates(nothing, rated, seed=run)
        for row in ROWS:
            bounds = (
                naive(world, row),
                *(way.of_record(row.measure, row.scale, LEVEL) for way in (alone, plain, tuned)),
            )
            held[row.name].append(_holds(bounds, float(row.measure(truth))))
        for row in RATES:
            found = rates.of_record(row.measure, row.scale, LEVEL)
            held[row.name].append(_holds((found,), float(row.measure(truth))))
    shares = {name: np.mean(found, axis=0).tolist() for name, found in held.items()}
    return shares | {row.name: [float("nan"), float("nan"), *shares[row.name], float("nan")] for row in RATES}


def measure_stories(runs: int, n: int, shape: Shape) -> dict[str, list[float]]:
    """Share of runs whose interval holds what such corpora hold on average: naive, sentences apart, stories."""
    random = np.random.default_rng(SEED)
    truth = np.mean([invent(shape, random).true.sum(axis=0) for _ in range(1000)], axis=0)
    held: dict[str, list[list[bool]]] = {row.name: [] for row in ROWS}
    for run in range(runs):
        world = invent(shape, random)
        frame, sample, _ = draw(world, n, random)
        estimates = Estimates(frame, sample, seed=run)
        for row in ROWS:
            bounds = (
                naive(world, row),
                estimates.of_record(row.measure, row.scale, LEVEL),
                estimates.of_stories(row.measure, row.scale, LEVEL),
            )
            held[row.name].append(_holds(bounds, float(row.measure(truth))))
    return {name: np.mean(found, axis=0).tolist() for name, found in held.items()}


def measure_few(runs: int, shape: Shape) -> dict[str, list[float]]:
    """Share of totals whose interval holds the truth, by the judged sentences with such an act they rest on."""
    random = np.random.default_rng(SEED)
    held: dict[str, list[bool]] = {"fewer than 10": [], "10 to 24": [], "25 and more": []}
    for run in range(3 * runs):
        world = invent(shape, random)
        frame, sample, _ = draw(world, (60, 100, 200)[run % 3], random)
        estimates = Estimates(frame, sample, seed=run)
        for place, row in enumerate(ROWS[:6]):
            bounds = estimates.of_record(row.measure, row.scale, LEVEL)
            rests_on = int(((sample.judged[:, place] > 0) | (sample.coded[:, place] > 0)).sum())
            name = "fewer than 10" if rests_on < 10 else "10 to 24" if rests_on < 25 else "25 and more"
            held[name] += _holds((bounds,), float(row.measure(world.true.sum(axis=0))))
    return {name: [float(np.mean(found))] for name, found in held.items() if found}


def _holds(bounds: tuple[Interval, ...], truth: float) -> list[bool]:
    return [low <= truth <= high for low, high in bounds]


def table(title: str, columns: tuple[str, ...], found: dict[str, list[float]]) -> Iterator[str]:
    """Lines of a Markdown table of per cent; a missing one is left empty."""
    yield from (title, "", f"| quantity | {' | '.join(columns)} |", f"|---|{'---:|' * len(columns)}")
    for name, shares in found.items():
        cells = ["" if np.isnan(held) else f"{100 * held:.1f}" for held in shares]
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def main(arguments: list[str]) -> int:
    """Measure and print the tables."""
    runs = int(arguments[0]) if arguments else 2000
    found = measure_record(runs, JUDGED, Shape())
    columns = ("coded count", "coded sentences judged", "review", "review, tuned")
    lines = [*table(f"These documents ({runs} runs, {JUDGED} sentences judged)", columns, found)]
    found = measure_stories(runs, JUDGED, Shape(documents=800, stories=400))
    others = ("coded count", "review, these documents", "review, other stories")
    lines += table(f"Other stories ({runs} runs, {JUDGED} sentences judged)", others, found)
    few = measure_few(runs // 5, Shape())
    lines += table("Totals of 60, 100 or 200 judged sentences, by those with such an act", ("review",), few)
    sys.stdout.write("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
