"""Step 7: two actors over time, from the stories of a record."""

from collections.abc import Sequence

from detente.errors import UsageError
from detente.record.store import Record
from detente.relations.actors import actor_name, find_actor
from detente.relations.balance import Estimate
from detente.relations.dyads import Period, Relation, Side, measure
from detente.relations.reports import measures_between, read_acts
from detente.relations.robustness import Variant, robustness
from detente.relations.turning_points import TurningPoint, turning_points
from detente.settings import Settings

__all__ = [
    "Estimate",
    "Period",
    "Relation",
    "Side",
    "TurningPoint",
    "Variant",
    "actor_name",
    "find_actor",
    "measures_between",
    "relate",
    "robustness",
    "turning_points",
]


def relate(
    record: Record, a: str, b: str, settings: Settings, *, by: str = "month", include: Sequence[str] = ()
) -> Relation:
    """Measure how two actors treat each other, period by period.

    `a` and `b` are a state (USA or United States, its officials and forces included), a part of one (RUSMIL), a body
    (UNO, NATO) or a group (Hamas); the relation carries them as the record knows them.

    `include` names statuses that count beside happened and ongoing; the only one there is, is "alleged".

    Raises:
        UsageError: `by` is no period, `include` names something else, no event names an actor, or both are the same.
    """
    unknown = sorted(set(include) - {"alleged"})
    if unknown:
        raise UsageError(f"cannot include {', '.join(unknown)}; allowed is alleged")
    a, b = find_actor(record, a), find_actor(record, b)
    acts, coverage = read_acts(record, a, b, include_alleged=bool(include))
    return measure(a, b, acts, coverage, by=by, half_life_days=settings.half_life_days)
