"""The report of a relation: one HTML file that works offline, in print and on a phone.

It holds no script: the chart is SVG, and every event stands with the sentence that tells it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from detente.errors import UsageError
from detente.evaluation.published import published_figures
from detente.outlook import outlook
from detente.outputs.charts import NARROW, WIDTH, direction_chart, relation_chart, to_svg
from detente.outputs.citing import citation
from detente.outputs.corrected import corrected, figure_text, first_and_others
from detente.outputs.outlook_tables import horizons, outlook_words
from detente.outputs.report_parts import Row, contested, event_sections, measures_of, rows_of, section, turns_of
from detente.outputs.series import coverage_words, independence_words
from detente.record.evidence import Words
from detente.record.store import Record
from detente.record.versions import read_version
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


def report_html(record: Record, relation: Relation) -> str:
    """Write the report of a relation as HTML.

    Raises:
        UsageError: the record tells nothing of the pair.
    """
    a, b = relation.a, relation.b
    asked = {"a": a, "b": b}
    events = rows_of(record, "report_events", asked | {"coded_with": relation.coded_with})
    events = [row | {"year": str(row["day"].year) if row["day"] else "undated"} for row in events]
    if not events:
        raise UsageError(f"the record has no event between {a} and {b}; `detente events` lists all")
    turns = turns_of(record, turning_points(relation.acts))
    version = read_version(record)
    ahead = outlook(record, a, b, coded_with=relation.coded_with)
    return (
        _environment()
        .get_template("report.html")
        .render(
            relation=relation,
            names=(actor_name(a), actor_name(b)),
            charts=_charts(relation, [turn.point for turn in turns]),
            turns=turns,
            latest=_latest(relation),
            remarks=[*independence_words(relation), *coverage_words(relation)],
            measures=measures_of(measures_between(record, a, b, coded_with=relation.coded_with).to_pylist()),
            outlook=ahead,
            horizons=horizons(ahead),
            outlook_words=outlook_words(ahead),
            variants=_variants(record, relation),
            documents=section(rows_of(record, "report_documents", asked)),
            version=version,
            citation=citation(version),
            figures=published_figures(),
            corrected=corrected(record, a, b),
            made=date.today().isoformat(),  # noqa: DTZ011 - the reader's own day
            **event_sections(events, version.last_published),
            **contested(record, relation, events),
        )
    )


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
    if not relation.acts:
        return ()
    return robustness(record, relation.a, relation.b, Settings().half_life_days, coded_with=relation.coded_with)


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_template), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["marked"] = marked_sentence
    environment.filters["figure"] = figure_text
    environment.filters["first_and_others"] = first_and_others
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
