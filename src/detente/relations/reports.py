"""From the record to the acts of a pair: which stories count, on which day, in which direction."""

from collections.abc import Iterator, Mapping
from datetime import date

from detente.errors import UsageError
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations.acts import Act, series_of_types


def read_acts(
    record: Record, a: str, b: str, *, include_alleged: bool = False
) -> tuple[tuple[Act, ...], Mapping[date, int]]:
    """Read the counted acts between two actors, one a story, and how many reports a day name both.

    Left out: opinion pieces, content rows, statuses other than happened and ongoing (and alleged, if asked), acts
    within one state, society, acts without a day, and acts dated after the report that tells them.
    """
    if a == b:
        raise UsageError(f"a relation needs two actors; both are {a}")
    statuses = [*COUNTED, *(["alleged"] if include_alleged else [])]
    state_sectors = [line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine)]
    asked = {"a": a, "b": b, "statuses": statuses, "state_sectors": ["", *state_sectors]}
    rows = record.run("acts", asked).fetchall()
    reports = record.run("pair_reports", {"a": a, "b": b}).fetchall()
    return tuple(_acts(rows)), {day: count for day, count in reports if day is not None}


def _acts(rows: list[tuple[str, date, bool, bool, str, float]]) -> Iterator[Act]:
    series = series_of_types()
    for story_id, day, forward, mutual, type_, score in rows:
        if type_ in series:
            yield Act(story_id, day, forward, mutual, type_, series[type_], score)
