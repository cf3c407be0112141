"""What is counted: all acts, by quad, type and pair, cooperative and conflictual ones, before and after a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from detente.relations.acts import CONFLICTUAL, COOPERATIVE, Series
from detente.review.acts import Act, Codebook
from detente.review.estimation import Array, Frame, Judged
from detente.review.judgements import Material
from detente.review.strata import Pair

EVERYTHING, COOPERATION, CONFLICT = "all acts", "cooperative acts", "conflictual acts"
# Pairs worth a row of their own when none was asked for.
LARGEST_PAIRS = 5


class Tally:
    """Which quantities an act counts in; quantities are named and numbered."""

    def __init__(
        self, book: Codebook, pair: Pair, pairs: Sequence[tuple[str, str]] = (), split: date | None = None
    ) -> None:
        """Number the quantities: for a pair, or for everybody and some pairs; in two periods, if a day parts them."""
        self._book, self._pair, self._split = book, pair, split
        self._series = Series()
        self._ways = [(pair.a, pair.b), (pair.b, pair.a)] if pair else []
        self._pairs = {names: f"{names[0]} - {names[1]}" for names in pairs}
        periods = [f"{kind}, {when}" for kind in (COOPERATION, CONFLICT) for when in self.periods()]
        self.names = (
            EVERYTHING,
            *(f"{a} > {b}" for a, b in self._ways),
            *self._pairs.values(),
            *(f"quad {quad}" for quad in sorted(set(book.quads.values()) - {0})),
            *book.quads,
            COOPERATION,
            CONFLICT,
            *periods,
        )
        self.place = {name: place for place, name in enumerate(self.names)}

    def periods(self) -> tuple[str, ...]:
        """Names of the two periods, if there are two."""
        return (f"before {self._split}", f"from {self._split}") if self._split else ()

    def places(self, act: Act, day: date | None) -> list[int]:
        """Return the numbers of the quantities that an act reported on a day counts in."""
        book = self._book
        if self._pair and not book.between(act, *self._pair):
            return []
        names = [EVERYTHING, f"quad {book.quads.get(act.type)}", act.type]
        names += [f"{a} > {b}" for a, b in self._ways if book.goes(act, a, b) or (act.mutual and book.goes(act, b, a))]
        ends = sorted((act.source.name, act.target.name))
        names.append(self._pairs.get((ends[0], ends[1]), ""))
        names += self._kinds(act, day)
        return [self.place[name] for name in names if name in self.place]

    def _kinds(self, act: Act, day: date | None) -> list[str]:
        series = self._series.of(act.type, self._book.quads.get(act.type))
        kind = COOPERATION if series in COOPERATIVE else CONFLICT if series in CONFLICTUAL else ""
        if not kind:
            return []
        when = self.periods()[day >= self._split] if self._split and day else ""
        return [kind, f"{kind}, {when}"]


def largest_pairs(coded: Mapping[str, Iterable[Act]], book: Codebook) -> list[tuple[str, str]]:
    """Return the pairs of states with most coded acts."""
    counts: Counter[tuple[str, str]] = Counter()
    for acts in coded.values():
        for act in acts:
            ends = sorted({act.source.country, act.target.country} & book.states)
            if len(ends) == 2:
                counts[ends[0], ends[1]] += 1
    return [names for names, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:LARGEST_PAIRS]]


def count(material: Material, tally: Tally) -> tuple[Frame, Judged]:
    """Count quantities in the whole frame (as coded) and in the judged sentences (as coded, and as judged).

    Where several judged a sentence, the mean of their counts is taken: what the reviewers find on average.
    """
    strata = {name: place for place, name in enumerate(material.sample.strata)}
    sizes = np.array(material.sample.sizes, dtype=np.float64)
    places: list[int] = []
    rows: list[tuple[Array, Array]] = []
    for line in material.frame:
        if line.sentence_id in material.judged:
            opinions = material.judged[line.sentence_id].values()
            judged = sum((_row(acts, tally, line.published) for acts in opinions), np.zeros(len(tally.names)))
            coded = _row(material.coded.get(line.sentence_id, ()), tally, line.published)
            places.append(strata[line.stratum])
            rows.append((judged / len(opinions), coded))
    clusters = _clusters(material, tally)
    judged, coded = (np.array([row[at] for row in rows]) for at in (0, 1))
    return Frame(sizes, clusters.sum(axis=0), clusters), Judged(np.array(places, dtype=np.int64), judged, coded)


def _clusters(material: Material, tally: Tally) -> Array:
    """Coded acts of each story by quantity."""
    acts = [(act, line.published) for line in material.frame for act in material.coded.get(line.sentence_id, ())]
    number = {name: at for at, name in enumerate(dict.fromkeys(act.story for act, _ in acts))}
    clusters = np.zeros((len(number), len(tally.names)))
    for act, day in acts:
        np.add.at(clusters[number[act.story]], tally.places(act, day), 1)
    return clusters


def _row(acts: Iterable[Act], tally: Tally, day: date | None) -> Array:
    row = np.zeros(len(tally.names))
    for act in acts:
        row[tally.places(act, day)] += 1
    return row
