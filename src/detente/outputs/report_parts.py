"""What a report shows of a relation, read from the record: lists of events, turning points, contested matters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from detente.outputs.contests import pair_contest_rows
from detente.outputs.disagreements import disagreements_of
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations import Relation, TurningPoint

Row = dict[str, Any]
# A record of a large corpus would make a page nobody reads; the commands list everything.
MOST_EVENTS, MOST_SAID, MOST_CONTESTED = 300, 100, 60
SPOKEN_OF = ("source_code", "target_code", "type", "status", "sentence", "trigger")
PLANNED = ("planned", "proposed")
MEETING = "CONSULT"
SAID = ("source_text", "content", "denial_source_text", "denial_content")


@dataclass(frozen=True, slots=True)
class Section:
    """A list of the report and how many rows there are beyond those shown."""

    rows: tuple[Any, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point with the rows of the stories that made it."""

    point: TurningPoint
    rows: tuple[Row, ...]


class Disputed(NamedTuple):
    """A story whose reports do not agree: a row of it, and by matter (dead, injured, size, who) the versions."""

    story: Row
    matters: tuple[tuple[str, tuple[Row, ...]], ...]


def rows_of(record: Record, query: str, asked: Row) -> list[Row]:
    """Run one of our queries."""
    found: list[Row] = record.run(query, asked).to_arrow_table().to_pylist()
    return found


def section(rows: Sequence[Any], most: int = MOST_EVENTS) -> Section:
    """Keep the first rows."""
    return Section(tuple(rows[:most]), max(0, len(rows) - most))


def most_told(rows: Sequence[Row], most: int = MOST_EVENTS) -> Section:
    """Keep the stories that most publishers tell, the gravest and latest of those alike, in their order."""
    ranked = sorted(range(len(rows)), key=lambda place: (*_weight(rows[place]), place), reverse=True)[:most]
    return Section(tuple(rows[place] for place in sorted(ranked)), max(0, len(rows) - most))


def _weight(row: Row) -> tuple[int, int, float]:
    return row["n_publishers"] or 0, row["n_documents"] or 0, abs(row["plover_score"] or 0.0)


def event_sections(events: Sequence[Row], last: date | None) -> dict[str, Section]:
    """The lists of events, each story once; what lies after the last day of the record is ahead."""
    acts = [row for row in events if not row["content_of"]]
    planned = list(stories(row for row in events if row["status"] in PLANNED))
    ahead = [row for row in planned if last is not None and _day_of(row) > last]
    return {
        "timeline": most_told(stories(row for row in acts if row["status"] in COUNTED)),
        "claimed": most_told(stories(row for row in events if row["status"] in ("alleged", "denied"))),
        "meetings": section([row for row in ahead if row["type"] == MEETING]),
        "steps": section([row for row in ahead if row["type"] != MEETING]),
        "planned": most_told([row for row in planned if row not in ahead], MOST_SAID),
        "accusations": most_told(stories(row for row in acts if row["type"] == "ACCUSE"), MOST_SAID),
    }


def _day_of(row: Row) -> date:
    """The last day an act is planned for, if the text names one."""
    day: date | None = row["date_end"] or row["date_start"]
    return day if day is not None and row["date_from"] == "text" else date.min


def stories(rows: Iterable[Row]) -> list[Row]:
    """The surest report of each story, in the order of the rows; opinion pieces come last.

    What an act speaks of belongs to no story: copies of a sentence are one there.
    """
    told: dict[object, Row] = {}
    for row in rows:
        key = row["story_id"] or tuple(row[name] for name in SPOKEN_OF)
        best = told.setdefault(key, row)
        if (row["genre"] != "opinion", row["confidence"]) > (best["genre"] != "opinion", best["confidence"]):
            told[key] = row
    return list(told.values())


def measures_of(rows: Sequence[Row]) -> Section:
    """Those in force, then those that ended last, as many as a reader can look through."""
    in_force = [row for row in rows if row["to"] is None]
    ended = sorted((row for row in rows if row["to"] is not None), key=lambda row: row["to"], reverse=True)
    return section([*in_force[-MOST_SAID:], *ended], MOST_SAID)


def turns_of(record: Record, points: Sequence[TurningPoint]) -> list[Turn]:
    """Turning points with the sentences of the stories that made them."""
    ids = [act.story_id for point in points for act in point.stories]
    rows = {row["story_id"]: row for row in rows_of(record, "story_sentences", {"stories": ids})} if ids else {}
    return [Turn(point, tuple(rows[act.story_id] for act in point.stories if act.story_id in rows)) for point in points]


def contested(record: Record, relation: Relation, events: Sequence[Row]) -> dict[str, Section]:
    """What one side says and another denies, on what the reports of one story do not agree, and other denials."""
    pairs = _unlike(pair_contest_rows(record, relation.a, relation.b).to_pylist())
    answered = {row["denial_id"] for row in pairs}
    denials = rows_of(record, "report_denials", {"a": relation.a, "b": relation.b})
    return {
        "contests": section(pairs, MOST_CONTESTED),
        "disputed": section(list(_disputed(record, events)), MOST_CONTESTED),
        "denials": section([row for row in denials if row["claim_id"] not in answered], MOST_CONTESTED),
    }


def _unlike(pairs: Sequence[Row]) -> list[Row]:
    """The surest of the pairs that say the same in the same words, by the days of the claims."""
    kept: dict[object, Row] = {}
    for row in pairs:
        kept.setdefault(tuple(row[name] for name in SAID), row)
    return sorted(kept.values(), key=lambda row: (str(row["published"]), row["claim_id"]))


def _disputed(record: Record, events: Sequence[Row]) -> Iterator[Disputed]:
    known = {row["story_id"]: row for row in stories(row for row in events if row["story_id"])}
    versions = disagreements_of(record, list(known)).to_pylist()
    for story_id, rows in groupby(versions, key=lambda row: row["story_id"]):
        matters = groupby(rows, key=lambda row: row["about"])
        yield Disputed(known[story_id], tuple((about, tuple(told)) for about, told in matters))
