"""Task classify: the type of a sentence whose source and target are marked (macro-F1 of type and quad)."""

from collections.abc import Mapping

from detente.evaluation.event_types import TypeNames
from detente.evaluation.figures import Figure, accuracy, macro_f1
from detente.evaluation.rows import Row


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row]) -> tuple[Figure, ...]:
    """Score types and quads; a missing prediction is wrong, and where gold has YIELD, CONCEDE and RETREAT are YIELD."""
    names = TypeNames()
    yields = any(row["type"] == "YIELD" for row in gold.values())
    types: list[tuple[object, object]] = []
    quads: list[tuple[object, object]] = []
    for id_, row in gold.items():
        answer = predicted.get(id_, {})
        kind = names.fold(answer.get("type"))
        if yields and kind in ("CONCEDE", "RETREAT"):
            kind = "YIELD"
        quad = answer.get("quad") or names.quad(kind)
        types.append((names.fold(row["type"]), kind or None))
        quads.append((int(row["quad"]), int(quad) if quad else None))
    return (
        Figure("type.accuracy", accuracy(types)),
        Figure("type.macro_f1", macro_f1(types)),
        Figure("quad.accuracy", accuracy(quads)),
        Figure("quad.macro_f1", macro_f1(quads)),
    )
