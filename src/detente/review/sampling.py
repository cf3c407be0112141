"""Drawing sentences for review: stratified random sampling with known chances.

How many sentences each stratum gets follows Neyman (1934): in proportion to its size times the spread expected in it.
Which ones, a hash of seed and sentence decides: the order of the hashes is a random order, the same on every machine,
and a larger draw with the same seed holds the smaller one (permanent random numbers, Ohlsson 1995).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from math import sqrt
from typing import NamedTuple

from detente.errors import UsageError
from detente.record.ids import digest
from detente.record.reviews import Draw, Sample
from detente.record.store import Record
from detente.review.acts import load_codebook
from detente.review.strata import Line, Pair, last_position, read_frame, spread

# Fewer in a stratum and its spread is anybody's guess.
LEAST = 10


class Plan(NamedTuple):
    """What a drawing is told: how many sentences, the seed, how to stratify, and the two actors if only they matter."""

    n: int
    seed: int = 1
    scheme: str = "quad"
    pair: Pair = Pair()


class Drawn(NamedTuple):
    """A sample and its sentences in the order of judging."""

    sample: Sample
    draws: tuple[Draw, ...]


def draw(record: Record, plan: Plan) -> Drawn:
    """Draw a sample and keep it in the record, with the chance each sentence had; the same plan gives the same sample.

    Raises:
        UsageError: nothing can be drawn, or too few sentences are asked for.
        RecordError: the record cannot be written.
    """
    with record.writing():
        position = last_position(record)
        frame = read_frame(record, load_codebook(record), plan.scheme, plan.pair, position)
        if not frame:
            who = f" in documents that name both {plan.pair.a} and {plan.pair.b}" if plan.pair else ""
            raise UsageError(f"there is no sentence to draw{who}")
        drawn = choose(frame, plan, position)
        known = {sample.sample_id for sample in record.facts(Sample)}
        if drawn.sample.sample_id not in known:
            record.add(drawn.draws)
            record.add([drawn.sample])  # last: a draw without its sample is never looked at
    return drawn


def choose(frame: Sequence[Line], plan: Plan, position: int) -> Drawn:
    """Choose sentences from a frame.

    Raises:
        UsageError: fewer sentences are asked for than two a stratum.
    """
    strata: dict[str, list[Line]] = defaultdict(list)
    for line in frame:
        strata[line.stratum].append(line)
    sizes = {name: len(strata[name]) for name in sorted(strata)}
    numbers = allocate(sizes, plan.n)
    chosen = [line for name in sizes for line in sorted(strata[name], key=_chance(plan.seed))[: numbers[name]]]
    sample = _sample(plan, chosen, (sizes, numbers), position)
    draws = (
        Draw(
            digest(sample.sample_id, line.sentence_id),
            sample.sample_id,
            line.doc_id,
            line.sentence_id,
            line.stratum,
            numbers[line.stratum] / sizes[line.stratum],
            turn,
            line.coded_with,
        )
        # whoever stops early has judged a random part of every stratum
        for turn, line in enumerate(sorted(chosen, key=_chance(plan.seed, "turn")), 1)
    )
    return Drawn(sample, tuple(draws))


def allocate(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """Share n sentences among strata: each gets its least, then the next always goes where it tells most.

    That is Neyman's allocation in whole numbers (Wright 2012, The American Statistician 66:217): the stratum with the
    largest size * spread / sqrt(k (k + 1)) gets its (k + 1)th sentence.

    Raises:
        UsageError: n is less than two a stratum.
    """
    if n < 2 * len(sizes):
        raise UsageError(f"--n is {n}; {len(sizes)} strata need at least {2 * len(sizes)} sentences, two each")
    least = max(2, min(LEAST, n // (2 * len(sizes))))
    numbers = {name: min(size, least) for name, size in sizes.items()}
    weights = {name: size * spread(name) for name, size in sizes.items()}
    for _ in range(n - sum(numbers.values())):
        open_ = [name for name, size in sizes.items() if numbers[name] < size]
        if not open_:
            break
        numbers[max(open_, key=lambda name: weights[name] / sqrt(numbers[name] * (numbers[name] + 1)))] += 1
    return numbers


def _chance(seed: int, what: str = "draw") -> "_Chance":
    return _Chance(seed, what)


class _Chance:
    """A sentence's place in the random order of a seed."""

    def __init__(self, seed: int, what: str) -> None:
        self._start = f"{what} {seed}"

    def __call__(self, line: Line) -> str:
        return digest(self._start, line.sentence_id)


def _sample(
    plan: Plan, chosen: Sequence[Line], strata: tuple[Mapping[str, int], Mapping[str, int]], position: int
) -> Sample:
    sizes, numbers = strata
    told = (plan.seed, plan.n, plan.scheme, *plan.pair, *sizes.items())
    return Sample(
        sample_id=digest("sample", *told, *(line.sentence_id for line in chosen)),
        drawn_at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
        seed=plan.seed,
        asked=plan.n,
        scheme=plan.scheme,
        pair_a=plan.pair.a,
        pair_b=plan.pair.b,
        position=position,
        strata=tuple(sizes),
        sizes=tuple(sizes.values()),
        drawn=tuple(numbers[name] for name in sizes),
        coded_with=max((line.coded_with for line in chosen), default=""),
    )
