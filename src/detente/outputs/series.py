"""A relation as rows: one a period, for tables, CSV, Parquet and data frames."""

import pyarrow as pa

from detente.relations import Estimate, Period, Relation
from detente.relations.acts import SERIES
from detente.relations.coverage import TOLD, UNKNOWN

ESTIMATES = ("index", "severity", "level")
COVERAGE = (
    ("reports", pa.int64()),
    ("publishers", pa.int64()),
    ("stories", pa.int64()),
    ("stories_per_report", pa.float64()),
    ("panel_reports", pa.int64()),
    ("panel_stories", pa.int64()),
)
# A design effect below this is not worth a word.
ALIKE = 1.05
MOST_NAMED = 5
PARTS = (("", "value"), ("_low", "low"), ("_high", "high"), ("_n", "effective_n"))


def relation_rows(relation: Relation) -> pa.Table:
    """Return one row a period: its days, each estimate with interval and effective n, series both ways, forward, back.

    `forward_` columns are acts of the first actor on the second, `backward_` the other way; a missing estimate is null.
    `stories_per_report`, the stories of all six series for each report, is null without a report, and `reports` is null
    where an imported data set does not tell its reports (`coverage_words` says what they count).
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
    return row | {
        "reports": period.reports, "publishers": period.publishers, "stories": stories, "stories_per_report": rate,
        "panel_reports": period.panel_reports, "panel_stories": period.panel_stories,
    }  # fmt: skip


def coverage_words(relation: Relation) -> list[str]:
    """Say what `reports` counts where that is not the documents that name both actors, and who is the fixed panel."""
    if relation.coverage == TOLD:
        return [
            "Reports are those of the imported data set that tell an act of the pair; how many name it without one is "
            "not known, so a quiet month and an unreported one look alike."
        ]
    if relation.coverage == UNKNOWN:
        return ["The imported data set does not say which reports its events come from: coverage is not known."]
    if relation.panel:
        shown = ", ".join(relation.panel[:MOST_NAMED])
        more = f" and {len(relation.panel) - MOST_NAMED} more" if len(relation.panel) > MOST_NAMED else ""
        return [
            f"Fixed panel, which wrote of the pair in every year: {shown}{more}; what it wrote and told is in the "
            "columns panel_reports and panel_stories of `detente relations -o FILE.csv`."
        ]
    return []


def independence_words(relation: Relation) -> list[str]:
    """Say how many stories count as one in the level, where it is more than one."""
    if relation.design_effect < ALIKE:
        return []
    return [
        f"Stories of neighbouring days are alike: {relation.design_effect:.1f} of them say as much of the level as one "
        "independent one, and its interval is that much wider."
    ]
