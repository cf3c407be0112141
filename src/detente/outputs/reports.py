"""The report of a relation: one HTML file that works offline, in print and on a phone.

It holds no script: the chart is SVG, and every event stands with the sentence that tells it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from detente.about import VERSION
from detente.errors import UsageError
from detente.evaluation.published import published_figures
from detente.outputs.charts import NARROW, WIDTH, direction_chart, relation_chart, to_svg
from detente.record.evidence import Words
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations import (
    Period,
    Relation,
    TurningPoint,
    Variant,
    actor_name,
    measures_between,
    robustness,
    turning_points,
)
from detente.settings import Settings

Row = dict[str, Any]
# A record of a large corpus would make a page nobody reads; the commands list everything.
MOST_EVENTS = 400


@dataclass(frozen=True, slots=True)
class Section:
    """A list of the report and how many rows there are beyond those shown."""

    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point with the rows of the stories that made it."""

    point: TurningPoint
    rows: tuple[Row, ...]


def report_html(record: Record, relation: Relation) -> str:
    """Write the report of a relation as HTML.

    Raises:
        UsageError: the record tells nothing of the pair.
    """
    asked = {"a": relation.a, "b": relation.b}
    events = _rows(record, "report_events", asked)
    if not events:
        raise UsageError(f"the record has no event between {relation.a} and {relation.b}; `detente events` lists all")
    turns = _turns(record, turning_points(relation.acts))
    template = _environment().from_string(_template("report.html"))
    return template.render(
        relation=relation,
        names=(actor_name(relation.a), actor_name(relation.b)),
        charts=_charts(relation, [turn.point for turn in turns]),
        turns=turns,
        latest=_latest(relation),
        measures=measures_between(record, relation.a, relation.b).to_pylist(),
        variants=_variants(record, relation),
        contested=_section(_rows(record, "report_denials", asked)),
        documents=_section(_rows(record, "report_documents", asked)),
        totals=_rows(record, "summary", {})[0],
        figures=published_figures(),
        version=VERSION,
        coded_with=events[0]["coded_with"],
        made=date.today().isoformat(),  # noqa: DTZ011 - the reader's own day
        **_event_sections(events),
    )


def _event_sections(events: Sequence[Row]) -> dict[str, Section]:
    """The lists of events, each story once."""
    acts = [row for row in events if not row["content_of"]]
    return {
        "timeline": _section(_stories(row for row in acts if row["status"] in COUNTED)),
        "claimed": _section([row for row in events if row["status"] in ("alleged", "denied")]),
        "ahead": _section([row for row in events if row["status"] in ("planned", "proposed")]),
        "accusations": _section(_stories(row for row in acts if row["type"] == "ACCUSE")),
    }


def _stories(rows: Iterable[Row]) -> list[Row]:
    """The surest report of each story, in the order of the rows; opinion pieces come last."""
    told: dict[str, Row] = {}
    for row in rows:
        key = row["story_id"] or row["event_id"]
        best = told.setdefault(key, row)
        if (row["genre"] != "opinion", row["confidence"]) > (best["genre"] != "opinion", best["confidence"]):
            told[key] = row
    return list(told.values())


def _turns(record: Record, points: Sequence[TurningPoint]) -> list[Turn]:
    ids = [act.story_id for point in points for act in point.stories]
    rows = {row["story_id"]: row for row in _rows(record, "story_sentences", {"stories": ids})} if ids else {}
    return [Turn(point, tuple(rows[act.story_id] for act in point.stories if act.story_id in rows)) for point in points]


def _charts(relation: Relation, points: Sequence[TurningPoint]) -> dict[str, Markup]:
    """The drawings, wide for a screen and for paper, narrow for a phone."""
    if not relation.periods:
        return {}
    drawn = {
        "wide": relation_chart(relation, points, WIDTH),
        "narrow": relation_chart(relation, points, NARROW),
        "wide_series": direction_chart(relation, WIDTH),
        "narrow_series": direction_chart(relation, NARROW),
    }
    return {name: Markup(to_svg(chart)) for name, chart in drawn.items()}  # noqa: S704 - our own drawings


def _latest(relation: Relation) -> Period | None:
    """The last period, if any story says something of the balance."""
    return next((period for period in relation.periods[-1:] if period.level is not None), None)


def _variants(record: Record, relation: Relation) -> tuple[Variant, ...]:
    return robustness(record, relation.a, relation.b, Settings().half_life_days) if relation.acts else ()


def _rows(record: Record, query: str, asked: Row) -> list[Row]:
    found: list[Row] = record.run(query, asked).to_arrow_table().to_pylist()
    return found


def _section(rows: Sequence[Row]) -> Section:
    return Section(tuple(rows[:MOST_EVENTS]), max(0, len(rows) - MOST_EVENTS))


def _environment() -> Environment:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["marked"] = marked_sentence
    return environment


def _template(name: str) -> str:
    return files("detente.outputs").joinpath("templates", name).read_text(encoding="utf-8")


def marked_sentence(row: Row) -> Markup:
    """Return the sentence of an event row with trigger, source and target marked up."""
    if row["start"] is None:  # an imported event has no text
        return Markup("{} - {} - {}").format(row["source_text"], row["trigger"], row["target_text"])
    text, offset = str(row["sentence"] or ""), int(row["sentence_start"] or 0)
    parts = [Words("act", row["start"], row["end"])]
    parts += [
        Words(side, row[f"{side}_start"], row[f"{side}_end"])
        for side in ("source", "target")
        if row[f"{side}_start"] is not None
    ]
    return Markup("").join(_pieces(text, offset, sorted(parts, key=lambda words: words.start)))


def _pieces(text: str, offset: int, parts: Sequence[Words]) -> Iterator[Markup]:
    at = 0
    for part, start, end in parts:
        first, last = start - offset, end - offset
        if first < at or last > len(text):  # nested words, or a party of another sentence
            continue
        yield Markup("{}").format(text[at:first])
        yield Markup('<mark class="{}">{}</mark>').format(part, text[first:last])
        at = last
    yield Markup("{}").format(text[at:])
