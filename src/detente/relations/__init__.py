"""Step 7: two actors over time, from the stories of a record."""

from collections.abc import Sequence

from detente.errors import UsageError
from detente.record.store import Record
from detente.relations.balance import Estimate
from detente.relations.dyads import Period, Relation, Side, measure
from detente.relations.reports import read_acts
from detente.settings import Settings

__all__ = ["Estimate", "Period", "Relation", "Side", "relate"]


def relate(
    record: Record, a: str, b: str, settings: Settings, *, by: str = "month", include: Sequence[str] = ()
) -> Relation:
    """Measure how two actors treat each other, period by period.

    `a` and `b` are codes: a state (USA, its officials and forces included), a part of one (RUSMIL) or a body (UNO).

    `include` names statuses that count beside happened and ongoing; the only one there is, is "alleged".

    Raises:
        UsageError: `by` is no period, `include` names something else, or the two actors are the same.
    """
    unknown = sorted(set(include) - {"alleged"})
    if unknown:
        raise UsageError(f"cannot include {', '.join(unknown)}; allowed is alleged")
    acts, coverage = read_acts(record, a, b, include_alleged=bool(include))
    return measure(a, b, acts, coverage, by=by, half_life_days=settings.half_life_days)
