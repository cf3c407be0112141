"""Turning points and robustness as rows, for tables, CSV, Parquet and data frames."""

from collections.abc import Sequence

import pyarrow as pa

from detente.relations import Estimate, Relation, TurningPoint, Variant
from detente.relations.acts import Act

POINTS = pa.schema([
    ("a", pa.string()), ("b", pa.string()), ("day", pa.date32()), ("earliest", pa.date32()), ("latest", pa.date32()),
    ("probability", pa.float64()), ("before", pa.float64()), ("after", pa.float64()), ("change", pa.float64()),
    ("change_low", pa.float64()), ("change_high", pa.float64()), ("stories_before", pa.int64()),
    ("stories_after", pa.int64()), ("stories", pa.list_(pa.string())), ("acts", pa.list_(pa.string())),
])  # fmt: skip
FIGURES = ("index", "index_low", "index_high", "level", "level_low", "level_high", "level_n")
VARIANTS = pa.schema([
    ("a", pa.string()), ("b", pa.string()), ("group", pa.string()), ("variant", pa.string()), ("note", pa.string()),
    ("stories", pa.int64()), *((name, pa.float64()) for name in FIGURES), ("inside", pa.bool_()),
])  # fmt: skip


def turning_rows(relation: Relation, points: Sequence[TurningPoint]) -> pa.Table:
    """Return one row a turning point; `stories` are story ids, `acts` say in a few words what each was."""
    return pa.Table.from_pylist([_point(relation, point) for point in points], schema=POINTS)


def variant_rows(a: str, b: str, variants: Sequence[Variant]) -> pa.Table:
    """Return one row a variant, the headline figure first; a missing figure is null."""
    return pa.Table.from_pylist([_variant(a, b, variant) for variant in variants], schema=VARIANTS)


def act_words(relation: Relation, act: Act) -> str:
    """Say an act in a few words: `2014-03-17 USA > RUS SANCTION`; mutual acts have a dash."""
    source, target = (relation.a, relation.b) if act.forward else (relation.b, relation.a)
    return f"{act.day} {source} {'-' if act.mutual else '>'} {target} {act.type}"


def _point(relation: Relation, point: TurningPoint) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(point, name) for name in POINTS.names if hasattr(point, name)}
    return row | {
        "a": relation.a,
        "b": relation.b,
        "stories": [act.story_id for act in point.stories],
        "acts": [act_words(relation, act) for act in point.stories],
    }


def _variant(a: str, b: str, variant: Variant) -> dict[str, object]:
    index, level = variant.index, variant.level
    return {
        "a": a, "b": b, "group": variant.group, "variant": variant.name, "note": variant.note,
        "stories": variant.stories, "inside": variant.inside, **_figures("index", index), **_figures("level", level),
        "level_n": None if level is None else level.effective_n,
    }  # fmt: skip


def _figures(name: str, estimate: Estimate | None) -> dict[str, float | None]:
    if estimate is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    return {name: estimate.value, f"{name}_low": estimate.low, f"{name}_high": estimate.high}
