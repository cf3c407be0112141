"""What a change of the lexicons touches in a record: the rows that rest on lines that were changed or removed."""

from collections.abc import Collection
from typing import NamedTuple

from detente.record.store import Record

# Tables whose rows keep the ids of the lines that made them.
WITH_EVIDENCE = ("mentions", "claims", "events")


class Touched(NamedTuple):
    """How many rows of a table rest on certain lexicon lines, of how many; `by_line` counts them by the line's id."""

    table: str
    rows: int
    of: int
    by_line: dict[str, int]


def rows_resting_on(record: Record, line_ids: Collection[str]) -> list[Touched]:
    """Count the rows whose evidence names one of these lines, table by table; a row may rest on several lines.

    What lines that were added would find does not stand in a record: only coding again tells.
    """
    parameters = {"lines": sorted(line_ids)}
    found = []
    # the names of the tables in the SQL are ours
    for name in WITH_EVIDENCE:
        by_line = record.query(
            f"SELECT line, count(*) FROM (SELECT unnest(list_distinct(evidence)) AS line FROM {name}) "  # noqa: S608
            "WHERE list_contains($lines::VARCHAR[], line) GROUP BY line ORDER BY line",
            parameters,
        ).fetchall()
        rows, of = record.query(
            f"SELECT count(*) FILTER (list_has_any(evidence, $lines::VARCHAR[])), count(*) FROM {name}",  # noqa: S608
            parameters,
        ).fetchall()[0]
        found.append(Touched(name, rows, of, dict(by_line)))
    return found
