"""The figures of a review, one row each: agreement, precision and recall, corrected totals, balance, contrast.

1. agreement of the reviewers
2. precision and recall, by type and by stratum; misses
3. totals corrected by what the reviewers found
4. the balance of cooperation and conflict, and its change from one long period to the next
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from math import isfinite
from typing import NamedTuple

import pyarrow as pa

from detente.errors import UsageError
from detente.record.store import Record
from detente.review.accuracy import Accuracy, Rate
from detente.review.acts import Act, Codebook, load_codebook
from detente.review.agreement import agree
from detente.review.estimation import (
    Array,
    Estimates,
    Interval,
    Judged,
    Measure,
    difference,
    share,
    total,
    tuned_weights,
)
from detente.review.judgements import Material, read_material
from detente.review.quantities import CONFLICT, COOPERATION, Tally, count, largest_pairs
from detente.review.strata import Pair

# Below this many judged sentences with an act, an interval may not hold its promise (benchmarks/coverage.py).
FEW = 10
NOT_CLAIMABLE = (
    "single months of a pair, and any other cell with few judged acts: rows marked `few`",
    "turning points: a sample says how much was reported, not on which day it turned",
    "what happened: unreported events, and reports these documents do not hold, stay unseen",
    "stories: acts are counted as often as sentences report them, not once a story",
    "other corpora, periods, languages or versions of the coder: draw again",
    "more than the reviewers agree on: where alpha is low, so is what the corrected figures are worth",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a review.

    Attributes:
        section: agreement, precision, recall, misses (in 100 sentences), total, balance or contrast.
        quantity: what it is a figure of.
        coded: what the coder says by itself.
        value, low, high: corrected figure (difference estimator) with its interval for these documents.
        story_low, story_high: its interval for documents like these, whole stories resampled.
        tuned, tuned_low, tuned_high: the same by prediction-powered inference, the coding weighing `weight`.
        judged: how many judged sentences with such an act (agreement: judged twice; precision: acts) it rests on.
        note: `few` where that is too little for the interval to be trusted; `no spread` where judged
            sentences of a stratum are all alike, which says nothing of those that were not drawn.
    """

    section: str
    quantity: str
    coded: float | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    story_low: float | None = None
    story_high: float | None = None
    tuned: float | None = None
    tuned_low: float | None = None
    tuned_high: float | None = None
    weight: float | None = None
    judged: float = 0
    note: str = ""


def figure_rows(rows: Sequence[Figure]) -> pa.Table:
    """Return figures as a table, a column a field; what is missing is null."""
    texts = ("section", "quantity", "note")
    names = [field.name for field in fields(Figure)]
    schema = pa.schema([(name, pa.string() if name in texts else pa.float64()) for name in names])
    return pa.Table.from_pylist([asdict(row) for row in rows], schema=schema)


class Asked(NamedTuple):
    """What figures are wanted: the sample, the reviewers, the pair, the day that parts two periods, the level."""

    sample: str | None = None
    reviewers: tuple[str, ...] = ()
    pair: Pair = Pair()
    split: date | None = None
    level: float = 0.9


class Figures(NamedTuple):
    """The figures, and what they were made of."""

    rows: tuple[Figure, ...]
    material: Material


def figures(record: Record, asked: Asked) -> Figures:
    """Make all figures of a sample.

    Raises:
        UsageError: nothing is judged, the pair is not the sample's, or a period holds no dated document.
    """
    book = load_codebook(record)
    material = read_material(record, book, asked.sample, asked.reviewers)
    pair = _pair(material, asked.pair)
    _check_split(material, asked.split)
    accuracy = Accuracy(material, book, asked.level)
    rows = (
        *_agreement(material, asked.level),  # 1
        *_accuracy(accuracy),  # 2
        *_corrected(material, book, asked._replace(pair=pair)),  # 3, 4
    )
    return Figures(rows, material)


def _pair(material: Material, asked: Pair) -> Pair:
    drawn = Pair(material.sample.pair_a, material.sample.pair_b)
    if drawn and asked and set(drawn) != set(asked):
        raise UsageError(f"sample {material.sample.sample_id} was drawn for {drawn.a} and {drawn.b} only")
    return asked or drawn


def _check_split(material: Material, split: date | None) -> None:
    if split is None:
        return
    sides = {line.published >= split for line in material.frame if line.published is not None}
    if len(sides) < 2:
        raise UsageError(f"--split {split} leaves one of the two periods without a dated document")


def _agreement(material: Material, level: float) -> Iterator[Figure]:
    kinds: tuple[tuple[str, Callable[[Sequence[Act]], Hashable]], ...] = (
        ("any act", bool),
        ("types of acts", lambda acts: tuple(sorted(act.type for act in acts))),
        ("types and parties", lambda acts: tuple(sorted((act.type, act.source.name, act.target.name) for act in acts))),
    )
    for name, kind in kinds:
        units = [[kind(acts) for acts in opinions.values()] for opinions in material.judged.values()]
        if any(len(unit) > 1 for unit in units):
            found = agree(units, level)
            note = "few" if found.units < FEW else "all the same" if found.alpha is None else ""
            yield Figure("agreement", name, None, found.alpha, found.low, found.high, judged=found.units, note=note)


def _accuracy(accuracy: Accuracy) -> Iterator[Figure]:
    sections: tuple[tuple[str, str, list[Rate]], ...] = (
        ("precision", "", accuracy.precision()),
        ("recall", "", accuracy.recall()),
        ("precision", "stratum: ", accuracy.precision_by_stratum()),
        ("misses", "stratum: ", accuracy.misses_by_stratum()),
    )
    for section, prefix, rates in sections:
        for rate in rates:
            bounds = _finite(rate.interval)
            note = _note(rate.counted, bounds[0])
            yield Figure(section, prefix + rate.name, None, rate.value, *bounds, judged=rate.counted, note=note)


def _corrected(material: Material, book: Codebook, asked: Asked) -> Iterator[Figure]:
    pairs = [] if asked.pair else largest_pairs(material.coded, book)
    tally = Tally(book, asked.pair, pairs, asked.split)
    frame, sample = count(material, tally)
    both = _Both(
        Estimates(frame, sample), Estimates(frame, sample, weights := tuned_weights(frame, sample)), asked.level
    )
    for name, place in tally.place.items():
        rests_on = _rests_on(sample, place)
        if rests_on or frame.coded[place]:
            figure = both.figure(("total", name), total(place), "log", float(frame.coded[place]), rests_on)
            yield replace(figure, weight=float(weights[place]))
    yield from _balances(tally, both, (frame.coded, sample))


def _balances(tally: Tally, both: "_Both", counted: tuple[Array, Judged]) -> Iterator[Figure]:
    """Share of cooperation among cooperative and conflictual acts, overall and by period, and its change."""
    coded, sample = counted
    measures: list[tuple[str, Measure, tuple[int, int]]] = []
    for when in ("", *(f", {period}" for period in tally.periods())):
        places = tally.place[COOPERATION + when], tally.place[CONFLICT + when]
        measures.append((f"cooperative share{when}", share(*places), places))
    rests = [min(_rests_on(sample, place) for place in places) for _, _, places in measures]
    for (name, measure, _), rests_on in zip(measures, rests, strict=True):
        yield both.figure(("balance", name), measure, "logit", float(measure(coded)), rests_on)
    if len(measures) == 3:
        change = difference(measures[2][1], measures[1][1])
        name = f"change of the cooperative share, {' to '.join(tally.periods())}"
        yield both.figure(("contrast", name), change, "plain", float(change(coded)), min(rests[1:]))


class _Both(NamedTuple):
    """The two estimators side by side."""

    plain: Estimates
    tuned: Estimates
    level: float

    def figure(self, named: tuple[str, str], measure: Measure, scale: str, coded: float, rests_on: int) -> Figure:
        value, tuned = self.plain.value(measure), self.tuned.value(measure)
        low, high = _finite(self.plain.of_record(measure, scale, self.level))
        stories = self.plain.of_stories(measure, scale, self.level)
        # without the chance of the draw it would be too narrow
        story_low, story_high = _finite(stories) if low is not None else (None, None)
        tuned_low, tuned_high = _finite(self.tuned.of_record(measure, scale, self.level))
        return Figure(
            *named,
            coded=coded if isfinite(coded) else None,
            value=value if isfinite(value) else None,
            low=low,
            high=high,
            story_low=story_low,
            story_high=story_high,
            tuned=tuned if isfinite(tuned) else None,
            tuned_low=tuned_low,
            tuned_high=tuned_high,
            judged=rests_on,
            note=_note(rests_on, low),
        )


def _note(judged: float, low: float | None) -> str:
    return "few" if judged < FEW else "no spread" if low is None else ""


def _rests_on(sample: Judged, place: int) -> int:
    """How many judged sentences hold such an act, by the coder or a reviewer."""
    return int(((sample.judged[:, place] > 0) | (sample.coded[:, place] > 0)).sum())


def _finite(bounds: Interval) -> tuple[float | None, float | None]:
    return (bounds.low, bounds.high) if isfinite(bounds.low) and isfinite(bounds.high) else (None, None)
