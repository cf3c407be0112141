"""Precision and recall of the coder against the reviewers, from a sample whose sentences weigh unequally."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.special import ndtri

from detente.review.acts import Act, Codebook, confirmed
from detente.review.estimation import Array, Estimates, Frame, Interval, Judged, ratio
from detente.review.judgements import Material

Kind = Callable[[str], object]


class Rate(NamedTuple):
    """A rate with its interval, and what it was counted of in the judged sentences."""

    name: str
    value: float
    interval: Interval
    counted: float


class Accuracy:
    """Precision, recall and misses, overall, by type and by stratum.

    An act is right where a reviewer found one of the same type between the same parties (countries, or codes where
    there is no country) in the same sentence; overall, also by quad and parties, and by parties alone.
    """

    def __init__(self, material: Material, book: Codebook, level: float) -> None:
        self._material, self._book, self._level = material, book, level
        self._kinds: dict[str, Kind] = {
            "type and parties": lambda type_: type_,
            "quad and parties": book.quads.get,
            "parties": lambda _: 0,
        }
        strata = material.sample.strata
        self._keys = [*self._kinds, *book.quads, *(f"stratum {name}" for name in strata)]
        self._column = {key: 3 * place for place, key in enumerate(self._keys)}
        lines = [line for line in material.frame if line.sentence_id in material.judged]
        self._values = np.array([self._row(line.sentence_id, line.stratum) for line in lines])
        places = np.array([strata.index(line.stratum) for line in lines], dtype=np.int64)
        nothing = np.zeros_like(self._values)
        frame = Frame(np.array(material.sample.sizes, dtype=np.float64), nothing.sum(axis=0), nothing[:0])
        drawn = np.bincount(places, minlength=len(strata))
        self._weights = (frame.sizes / np.maximum(drawn, 1))[places]
        self._sizes = dict(zip(strata, material.sample.sizes, strict=True))
        self._estimates = Estimates(frame, Judged(places, self._values, nothing))

    def precision(self) -> list[Rate]:
        """Share of coded acts that are right, overall and by type."""
        return self._rates([*self._kinds, *self._book.quads], 1)

    def recall(self) -> list[Rate]:
        """Share of acts reviewers found that the coder found too, overall and by type."""
        return self._rates([*self._kinds, *self._book.quads], 2)

    def precision_by_stratum(self) -> list[Rate]:
        """Share of coded acts that are right, by stratum."""
        return self._rates([f"stratum {name}" for name in self._sizes], 1)

    def misses_by_stratum(self) -> list[Rate]:
        """Acts missed in 100 sentences, by stratum."""
        return [self._misses(name) for name in self._sizes]

    def _rates(self, keys: Sequence[str], below: int) -> list[Rate]:
        found = [self._rate(key, self._column[key], self._column[key] + below) for key in keys]
        return [rate for rate in found if rate.counted]

    def _rate(self, key: str, part: int, whole: int) -> Rate:
        measure = ratio(part, whole)
        value = self._estimates.value(measure)
        bounds = self._estimates.of_record(measure, "logit", self._level)
        counted = float(self._values[:, whole].sum())
        if value in (0.0, 1.0) and whole == part + 1:
            bounds = wilson(value, self._effective(whole), self._level)
        elif value in (0.0, 1.0):  # no miss was seen: how many there are in what was not drawn, nobody can say
            bounds = Interval(float("nan"), float("nan"))
        return Rate(key.removeprefix("stratum "), value, bounds, counted)

    def _effective(self, column: int) -> float:
        """How many equally weighted acts tell as much as these (Kish 1965)."""
        acts, weights = self._values[:, column], self._weights
        return float((weights @ acts) ** 2 / (weights**2 @ acts))

    def _misses(self, stratum: str) -> Rate:
        right, size = self._column[f"stratum {stratum}"], self._sizes[stratum]
        judged = right + 2

        def measure(totals: Array) -> Array:
            return 100 * (totals[..., judged] - totals[..., right]) / size

        counted = float(self._values[:, judged].sum() - self._values[:, right].sum())
        bounds = self._estimates.of_record(measure, "log", self._level)
        return Rate(stratum, self._estimates.value(measure), bounds, counted)

    def _row(self, sentence_id: str, stratum: str) -> Array:
        """Right, coded and judged acts of a sentence for every key, the mean over its reviewers."""
        row = np.zeros(3 * len(self._keys))
        coded = self._material.coded.get(sentence_id, ())
        opinions = self._material.judged[sentence_id]
        for judged in opinions.values():
            for kind, same in self._kinds.items():
                self._add(row, kind, (confirmed(coded, judged, same), coded, judged))
            right = confirmed(coded, judged, self._kinds["type and parties"])
            self._add(row, f"stratum {stratum}", (right, coded, judged))
            for type_ in {act.type for act in (*coded, *judged)} & set(self._book.quads):
                of_type = [[act for act in acts if act.type == type_] for acts in (right, coded, judged)]
                self._add(row, type_, of_type)
        return row / len(opinions)

    def _add(self, row: Array, key: str, acts: Sequence[Sequence[Act]]) -> None:
        place = self._column[key]
        row[place : place + 3] += [len(found) for found in acts]


def wilson(share: float, n: float, level: float) -> Interval:
    """Bound a share counted in n acts (Wilson 1927): of 0 or 1 the sample shows no spread, yet it is not certain."""
    z = float(ndtri((1 + level) / 2))
    centre, below = share + z * z / (2 * n), 1 + z * z / n
    reach = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Interval(max(float((centre - reach) / below), 0.0), min(float((centre + reach) / below), 1.0))
