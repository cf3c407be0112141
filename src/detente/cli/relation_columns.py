"""What the tables of `detente relations` show; all other formats hold every column."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.outputs.printing import Column, Row

COUNTS = (
    ("contact", "contact"),
    ("commit", "commitments"),
    ("asks", "asks"),
    ("words -", "hostile_words"),
    ("deeds +", "deeds_for"),
    ("deeds -", "deeds_against"),
    ("reports", "reports"),
)


def series_columns() -> list[Column]:
    """A line a period: index, level and the stories it rests `on`, stories by series, reports, stories per report."""
    return [
        Column("from", lambda row: row["start"]),
        Column("index", _signed("index"), right=True),
        Column("90 %", _interval("index"), right=True),
        Column("level", _signed("level"), right=True),
        Column("90 %", _interval("level"), right=True),
        Column("on", _number("level_n", ".0f"), right=True),
        *(Column(heading, _count(name), right=True) for heading, name in COUNTS),
        Column("/report", _number("stories_per_report", ".1f"), right=True),
    ]


def without_silence(rows: pa.Table) -> pa.Table:
    """Leave out periods in which nothing is told and nothing reported, but the last of each run: it has the level."""
    silent = pc.and_(pc.equal(rows["stories"], 0), pc.equal(pc.fill_null(rows["reports"], 0), 0)).to_pylist()
    last = [is_silent and not following for is_silent, following in zip(silent, [*silent, False][1:], strict=True)]
    return rows.filter(pa.array([not one or other for one, other in zip(silent, last, strict=True)], pa.bool_()))


def turning_columns() -> list[Column]:
    """A line a turning point."""
    return [
        Column("turn", lambda row: row["day"]),
        Column("between", lambda row: f"{row['earliest']} {row['latest']}"),
        Column("coop.", lambda row: f"{row['before']:.0%} > {row['after']:.0%}", right=True),
        Column("change", _signed("change"), right=True),
        Column("90 %", _interval("change"), right=True),
        Column("stories", lambda row: f"{row['stories_before']}, {row['stories_after']}", right=True),
        Column("made by", lambda row: "; ".join(row["acts"]), wide=True),
    ]


def measure_columns() -> list[Column]:
    """A line a measure."""
    return [
        Column("measure", lambda row: row["kind"]),
        Column("by", lambda row: row["source_code"]),
        Column("on", lambda row: row["target_code"]),
        Column("from", lambda row: row["from"]),
        Column("to", lambda row: row["to"] or "in force"),
        Column("stories", lambda row: row["stories"], right=True),
        Column("eased", lambda row: len(row["eased_by"]) or "", right=True),
        Column("opened by", lambda row: row["opening"], wide=True),
        Column("ended by", lambda row: row["closing"], wide=True),
    ]


def variant_columns() -> list[Column]:
    """A line a variant."""
    return [
        Column("counted", lambda row: f"{row['variant']}{': ' + row['note'] if row['note'] else ''}", wide=True),
        Column("stories", lambda row: row["stories"], right=True),
        Column("index", _signed("index"), right=True),
        Column("90 %", _interval("index"), right=True),
        Column("level", _signed("level"), right=True),
        Column("90 %", _interval("level"), right=True),
        Column("inside", lambda row: "" if row["inside"] is None else "yes" if row["inside"] else "NO"),
    ]


def _signed(name: str) -> Callable[[Row], object]:
    return _number(name, "+.2f")


def _number(name: str, form: str) -> Callable[[Row], object]:
    return lambda row: "" if row[name] is None else format(row[name], form)


def _interval(name: str) -> Callable[[Row], object]:
    low, high = f"{name}_low", f"{name}_high"
    return lambda row: "" if row[low] is None else f"{row[low]:+.1f} {row[high]:+.1f}"


def _count(name: str) -> Callable[[Row], Any]:
    return lambda row: row[name] or ""
