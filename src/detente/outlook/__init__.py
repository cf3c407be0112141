"""Step 8: what may come of two actors, with the backtest beside it."""

from collections.abc import Sequence

from detente.outlook.histories import Day, History, history_of, read_history
from detente.outlook.outlooks import HORIZONS, Chance, Outlook, look_ahead
from detente.outlook.scoring import Score
from detente.record.store import Record

__all__ = ["HORIZONS", "Chance", "Day", "History", "Outlook", "Score", "history_of", "look_ahead", "outlook"]


def outlook(
    record: Record, a: str, b: str, horizons: Sequence[int] = HORIZONS, *, coded_with: str | None = None
) -> Outlook:
    """Say how likely two actors get on worse, better or as before in some months (published definitions).

    `a` and `b` are as the record knows them: `detente.relations.find_actor` finds that. The models learn from the pairs
    of states with most stories in the record, and from no other data. With `coded_with` only that coding of the record
    is looked at (detente, icews); the caller makes sure that no two tell the same acts.

    Raises:
        UsageError: both actors are the same, or a horizon is not 1 to 12 months.
    """
    return look_ahead(read_history(record, a, b, coded_with), a, b, horizons)
