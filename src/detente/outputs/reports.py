"""The report of a relation: one HTML file that works offline, in print and on a phone.

It holds no script: the chart is SVG, and every event stands with the sentence that tells it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from detente.about import VERSION
from detente.errors import UsageError
from detente.evaluation.published import published_figures
from detente.outputs.charts import relation_chart, to_svg
from detente.record.evidence import Words
from detente.record.store import Record
from detente.relations import Relation

Row = dict[str, Any]
# A record of a large corpus would make a page nobody reads; the commands list everything.
MOST_EVENTS = 400


@dataclass(frozen=True, slots=True)
class Section:
    """A list of the report and how many rows there are beyond those shown."""

    rows: tuple[Row, ...]
    more: int


def report_html(record: Record, relation: Relation) -> str:
    """Write the report of a relation as HTML.

    Raises:
        UsageError: the record tells nothing of the pair.
    """
    asked = {"a": relation.a, "b": relation.b}
    events = _rows(record, "report_events", asked)
    if not events:
        raise UsageError(f"the record has no event between {relation.a} and {relation.b}; `detente events` lists all")
    counted = [row for row in events if not row["content_of"] and row["status"] in ("happened", "ongoing")]
    ahead = [row for row in events if row["status"] in ("planned", "proposed")]
    accusations = [row for row in events if row["type"] == "ACCUSE" and not row["content_of"]]
    template = _environment().from_string(_template("report.html"))
    return template.render(
        relation=relation,
        chart=Markup(to_svg(relation_chart(relation))) if relation.periods else "",  # noqa: S704 - our own drawing
        timeline=_section(counted),
        claimed=_section([row for row in events if row["status"] in ("alleged", "denied")]),
        ahead=_section(ahead),
        accusations=_section(accusations),
        contested=_section(_rows(record, "report_denials", asked)),
        documents=_section(_rows(record, "report_documents", asked)),
        totals=_rows(record, "summary", {})[0],
        figures=published_figures(),
        version=VERSION,
        coded_with=events[0]["coded_with"],
        made=date.today().isoformat(),  # noqa: DTZ011 - the reader's own day
    )


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
