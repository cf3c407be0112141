"""Step 7: two actors over time, from the stories of a record."""

from dataclasses import dataclass, replace

from detente.errors import UsageError
from detente.record.model import VOICES
from detente.record.store import Record
from detente.relations.actors import actor_name, find_actor
from detente.relations.balance import Estimate
from detente.relations.coders import check_coder
from detente.relations.dyads import Period, Relation, Side, measure
from detente.relations.reports import measures_between, read_acts
from detente.relations.robustness import Variant, robustness
from detente.relations.turning_points import TurningPoint, turning_points
from detente.settings import Settings

__all__ = [
    "Counting",
    "Estimate",
    "Period",
    "Relation",
    "Side",
    "TurningPoint",
    "Variant",
    "actor_name",
    "check_coder",
    "find_actor",
    "measures_between",
    "relate",
    "robustness",
    "turning_points",
]


@dataclass(frozen=True, slots=True)
class Counting:
    """Which acts count beside the rule.

    Attributes:
        include: statuses that count beside happened and ongoing; the only one there is, is "alleged".
        voice: author counts only acts the reports tell themselves, source only those told by somebody they quote.
        coded_with: how the stamp of the coding begins that is counted (detente, icews); None for all, if there is one.
    """

    include: tuple[str, ...] = ()
    voice: str | None = None
    coded_with: str | None = None

    def __post_init__(self) -> None:
        unknown = sorted(set(self.include) - {"alleged"})
        if unknown:
            raise UsageError(f"cannot include {', '.join(unknown)}; allowed is alleged")
        if self.voice not in (None, *VOICES):
            raise UsageError(f"no voice {self.voice!r}; allowed are {', '.join(VOICES)}")


BY_THE_RULE = Counting()


def relate(
    record: Record, a: str, b: str, settings: Settings, *, by: str = "month", counting: Counting = BY_THE_RULE
) -> Relation:
    """Measure how two actors treat each other, period by period.

    `a` and `b` are a state (USA or United States, its officials and forces included), a part of one (RUSMIL), a body
    (UNO, NATO) or a group (Hamas); the relation carries them as the record knows them.

    Raises:
        UsageError: `by` is no period, no event names an actor, both are the same, or the record holds several codings
            that may tell the same acts and none is chosen.
    """
    a, b = find_actor(record, a), find_actor(record, b)
    include_alleged = "alleged" in counting.include
    read = read_acts(
        record, a, b, include_alleged=include_alleged, voice=counting.voice, coded_with=counting.coded_with
    )
    found = measure(a, b, read, by=by, half_life_days=settings.half_life_days)
    return replace(found, coded_with=counting.coded_with)
