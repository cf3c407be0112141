"""A relation as rows: one a period, for tables, CSV, Parquet and data frames."""

import pyarrow as pa

from detente.relations import Estimate, Period, Relation
from detente.relations.acts import SERIES

ESTIMATES = ("index", "severity", "level")
COVERAGE = (("reports", pa.int64()), ("stories", pa.int64()), ("stories_per_report", pa.float64()))
PARTS = (("", "value"), ("_low", "low"), ("_high", "high"), ("_n", "effective_n"))


def relation_rows(relation: Relation) -> pa.Table:
    """Return one row a period: its days, each estimate with interval and effective n, series both ways, forward, back.

    `forward_` columns are acts of the first actor on the second, `backward_` the other way; a missing estimate is null.
    `stories_per_report`, the stories of all six series for each report that names both, is null without such a report.
    """
    dates = [("start", pa.date32()), ("end", pa.date32())]
    floats = [(name + suffix, pa.float64()) for name in ESTIMATES for suffix, _ in PARTS]
    counts = [(prefix + series, pa.int64()) for prefix in ("", "forward_", "backward_") for series in SERIES]
    names = [("a", pa.string()), ("b", pa.string())]
    schema = pa.schema([*names, *dates, *floats, *counts, *COVERAGE])
    return pa.Table.from_pylist([_row(relation, period) for period in relation.periods], schema=schema)


def _row(relation: Relation, period: Period) -> dict[str, object]:
    row: dict[str, object] = {"a": relation.a, "b": relation.b, "start": period.start, "end": period.end}
    for name in ESTIMATES:
        estimate: Estimate | None = getattr(period, name)
        for suffix, part in PARTS:
            row[name + suffix] = getattr(estimate, part) if estimate is not None else None
    for prefix, side in (("", period.both), ("forward_", period.forward), ("backward_", period.backward)):
        row |= {prefix + series: getattr(side, series) for series in SERIES}
    stories = sum(getattr(period.both, series) for series in SERIES)
    rate = stories / period.reports if period.reports else None
    return row | {"reports": period.reports, "stories": stories, "stories_per_report": rate}
