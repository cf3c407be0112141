"""From the record to the acts of a pair: which stories count, on which day, in which direction."""

from collections.abc import Iterator, Mapping
from datetime import date

import pyarrow as pa

from detente.errors import UsageError
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations.acts import Act, series_of_types


def read_acts(
    record: Record, a: str, b: str, *, include_alleged: bool = False, voice: str | None = None
) -> tuple[tuple[Act, ...], Mapping[date, int]]:
    """Read the counted acts between two actors, one a story, and how many reports a day name both.

    Left out: opinion pieces, content rows, statuses other than happened and ongoing (and alleged, if asked), acts
    within one state, society, acts without a day, and acts dated after the report that tells them. With a `voice` only
    acts told in it: author, the report's own, or source, somebody it quotes.
    """
    if a == b:
        raise UsageError(f"a relation needs two actors; both are {a}")
    statuses = [*COUNTED, *(["alleged"] if include_alleged else [])]
    asked = {"a": a, "b": b, "statuses": statuses, "state_sectors": ["", *_state_sectors()], "voice": voice}
    rows = record.run("acts", asked).fetchall()
    reports = record.run("pair_reports", {"a": a, "b": b}).fetchall()
    return tuple(_acts(rows)), {day: count for day, count in reports if day is not None}


def measures_between(record: Record, a: str, b: str, on: date | None = None) -> pa.Table:
    """Measures of two actors against each other, those in force first; with a day, those in force on it.

    A part of a state stands for the state, which is what a measure binds.
    """
    asked = {"a": _bound(a), "b": _bound(b), "on": on}
    return record.run("pair_measures", asked).to_arrow_table()


def _bound(actor: str) -> str:
    return actor[:3] if len(actor) == 6 and actor[3:] in _state_sectors() else actor


def _state_sectors() -> list[str]:
    return [line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine)]


def _acts(rows: list[tuple[str, date, bool, bool, str, float]]) -> Iterator[Act]:
    series = series_of_types()
    for story_id, day, forward, mutual, type_, score in rows:
        if type_ in series:
            yield Act(story_id, day, forward, mutual, type_, series[type_], score)
