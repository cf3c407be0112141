"""Task extract: events end to end, as sets of types, states, pairs and triples (micro precision, recall, F1).

A gold event with several sources and no target (A and B met) is one unordered pair: either direction satisfies it
once, and a two-way prediction costs one.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from detente.evaluation.event_types import TypeNames
from detente.evaluation.figures import Counts, Figure, precision_recall_f1
from detente.evaluation.rows import Row

ROWS = ("type", "quad", "source", "target", "pair", "triple", "triple+s")


class Party(NamedTuple):
    """A state or actor code with its sector; "" where there is none."""

    state: str
    sector: str = ""


class Edge(NamedTuple):
    """Source, type and target; `type` is "" where only pairs count."""

    source: Party
    type: str
    target: Party


@dataclass
class Offer:
    """A prediction that may satisfy one gold event; the two directions of a mutual one share `mutual`."""

    edge: Edge
    mutual: int | None = None
    used: bool = field(default=False)


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score all predicted events, then (`first.`) only the first of each sentence."""
    names = TypeNames()
    figures: list[Figure] = []
    for prefix, most in (("", None), ("first.", 1)):
        totals = dict.fromkeys(ROWS, Counts())
        for id_, row in gold.items():
            answers = [event for event in predicted.get(id_, {}).get("events") or () if names.fold(event.get("type"))]
            for name, counts in _sentence(row.get("events") or (), answers[:most], names):
                totals[name] = totals[name].plus(counts)
        for name in ROWS:
            figures += precision_recall_f1(prefix + name, totals[name])
    return tuple(figures)


def _sentence(gold: Sequence[Row], answers: Sequence[Row], names: TypeNames) -> list[tuple[str, Counts]]:
    counted = [
        ("type", _overlap(*({names.fold(event["type"]) for event in events} for events in (gold, answers)))),
        (
            "quad",
            _overlap(*({names.quad(names.fold(event["type"]), 0) for event in events} for events in (gold, answers))),
        ),
        ("source", _overlap(_states(gold, "source"), _states(answers, "source"))),
        ("target", _overlap(_states(gold, "target"), _states(answers, "target"))),
    ]
    for name, typed, sectors in (("pair", False, False), ("triple", True, False), ("triple+s", True, True)):
        edges = [_edges(events, names if typed else None, sectors=sectors) for events in (gold, answers)]
        counted.append((name, _match(edges[0], edges[1], sectors=sectors)))
    return counted


def _overlap(gold: Set[object], answers: Set[object]) -> Counts:
    return Counts(len(gold & answers), len(answers - gold), len(gold - answers))


def _codes(value: str | Sequence[str] | None) -> list[str]:
    values = [value] if isinstance(value, str) else list(value or ())
    return [code for code in values if (code or "").strip("-* ")]


def _party(code: str, *, sectors: bool) -> Party:
    upper = code.strip().upper()
    return Party(upper[:3].strip("-* "), upper[3:6].strip("-* ") if sectors else "")


def _states(events: Sequence[Row], side: str) -> set[str]:
    found: set[str] = set()
    for event in events:
        sources, targets = _codes(event.get("source")), _codes(event.get("target"))
        both = sources if len(sources) > 1 and not targets else targets
        found |= {_party(code, sectors=False).state for code in (sources if side == "source" else both)}
    return found - {""}


def _edges(
    events: Sequence[Row], names: TypeNames | None, *, sectors: bool
) -> tuple[list[Edge], list[tuple[frozenset[Party], str]]]:
    """One-way edges, and unordered pairs with their type, each once."""
    one_way: dict[Edge, None] = {}
    mutual: dict[tuple[frozenset[Party], str], None] = {}
    for event in events:
        kind = names.fold(event.get("type")) if names else ""
        if names and not kind:
            continue
        sources, targets = (
            list(dict.fromkeys(_party(code, sectors=sectors) for code in _codes(event.get(side))))
            for side in ("source", "target")
        )
        if len(sources) > 1 and not targets:
            mutual.update({(frozenset(pair), kind): None for pair in combinations(sources, 2)})
        else:
            nobody = [Party("")]
            one_way.update({Edge(a, kind, b): None for a in sources or nobody for b in targets or nobody})
    return list(one_way), list(mutual)


def _satisfies(gold: Party, answer: Party, *, sectors: bool) -> bool:
    return gold == answer or (sectors and gold.state == answer.state and not gold.sector)


def _match(
    gold: tuple[list[Edge], list[tuple[frozenset[Party], str]]],
    answers: tuple[list[Edge], list[tuple[frozenset[Party], str]]],
    *,
    sectors: bool,
) -> Counts:
    offers = [Offer(edge) for edge in answers[0]]
    for number, (pair, kind) in enumerate(answers[1]):
        first, last = min(pair), max(pair)
        offers += [Offer(Edge(first, kind, last), number), Offer(Edge(last, kind, first), number)]

    def open_offers(source: Party, kind: str, target: Party) -> list[Offer]:
        return [
            offer
            for offer in offers
            if not offer.used
            and offer.edge.type == kind
            and _satisfies(source, offer.edge.source, sectors=sectors)
            and _satisfies(target, offer.edge.target, sectors=sectors)
        ]

    hits = 0
    for pair, kind in gold[1]:
        first, last = min(pair), max(pair)
        found = open_offers(first, kind, last) + open_offers(last, kind, first)
        hits += bool(found)
        for offer in found:
            offer.used = True
    for edge in gold[0]:
        found = open_offers(edge.source, edge.type, edge.target)
        hits += bool(found)
        for offer in found[:1]:
            offer.used = True
    wrong = sum(not offer.used and offer.mutual is None for offer in offers)
    # A two-way prediction that is wrong both ways, or right one way only, costs one.
    wrong += len({offer.mutual for offer in offers if not offer.used and offer.mutual is not None})
    return Counts(hits, wrong, len(gold[0]) + len(gold[1]) - hits)
