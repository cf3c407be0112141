"""Rows on their way out: events of a record as columns of text, and the second row of a reciprocal act.

A cell that the other data set had stays as it stood if it still means what the record says; else it is written anew.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import constant, joined, mapped, parts, plain
from detente.exchange.drafts import BETWEEN, TEXT, first_text
from detente.exchange.folding import IS_VISITED, VISITS
from detente.record.ids import digest

TURNED = {VISITS: IS_VISITED, IS_VISITED: VISITS}


@dataclass(frozen=True, slots=True)
class Written:
    """A format with columns of its own: counted acts alone, as text with tabs.

    Attributes:
        name: its name on the command line.
        columns: its columns.
        header: whether they stand in a first line.
        originals, sides: see Outgoing.
        cells: makes the columns of a block, in their order.
        needs: columns of the record; an event that has none of them cannot be written.
    """

    name: str
    columns: tuple[str, ...]
    header: bool
    originals: Mapping[str, Sequence[str]]
    sides: tuple[str, str]
    cells: Callable[["Outgoing"], list[pa.Array]]
    needs: tuple[str, ...]


class Outgoing:
    """A block of events, as export_events.sql gives them, with mirror rows put in."""

    def __init__(self, rows: pa.Table, originals: Mapping[str, Sequence[str]], sides: tuple[str, str]) -> None:
        """Take rows.

        Args:
            rows: the events; `mirrored` says which rows are the second ones.
            originals: columns of a row as it was imported, by origin, for the format that is written.
            sides: what the names of columns of the two parties begin with, such as ("Actor1", "Actor2").
        """
        self.number = rows.num_rows
        self._rows = rows
        self._sides = sides
        self._originals = {origin: self._split(origin, len(columns), columns) for origin, columns in originals.items()}
        self.ours = pc.is_in(self._column("origin"), value_set=pa.array(list(originals), TEXT))
        self.mirrored = self._column("mirrored")

    def text(self, name: str) -> pa.Array:
        """Column of the events as text, missing values empty."""
        column = self._column(name)
        if column.type == TEXT:
            return column.fill_null("")
        if pa.types.is_list(column.type):
            return pc.binary_join(column, "|").fill_null("")
        if pa.types.is_date(column.type):
            return column.cast(TEXT).fill_null("")
        return pa.array([plain(value) for value in column.to_pylist()], TEXT)

    def original(self, name: str) -> pa.Array:
        """Cells of a column as they were imported, empty where the event came from elsewhere."""
        found = constant("", self.number)
        for origin, columns in self._originals.items():
            here = pc.equal(self._column("origin").fill_null(""), origin)
            mine = columns.get(name, found)
            other = columns.get(self._turned(name), found)
            found = pc.if_else(here, pc.if_else(self.mirrored, other, mine), found)
        return found

    def kept(self, given: pa.Array, means: Callable[[str], str], now: pa.Array, otherwise: pa.Array) -> pa.Array:
        """Take what was given where it means what stands in `now`, else the other."""
        return pc.if_else(pc.and_(self.ours, pc.equal(mapped(given, means, TEXT), now)), given, otherwise)

    def reports(self) -> pa.Array:
        """Which report each event comes from: one that the source names, else the document, else the row itself."""
        origin, article = self.text("origin"), self.text("article")
        ours = joined(":", constant("detente", self.number), self.text("doc_id"))
        known = pc.if_else(pc.equal(article, ""), self.text("row_id"), article)
        return pc.if_else(pc.equal(origin, ""), ours, joined(":", origin, known))

    def row_ids(self, number: Callable[[str, str], str]) -> pa.Array:
        """Ids of the rows: as they were, or `number` of report and event (of a second row, another number)."""
        mirror = self.text("mirror_id")
        given = pc.if_else(self.mirrored, mirror, self.text("row_id"))
        made = [
            number(report, digest(event_id, "mirror") if second else event_id)
            for report, event_id, second in zip(
                self.reports().to_pylist(),
                self.text("event_id").to_pylist(),
                self.mirrored.to_pylist(),
                strict=True,
            )
        ]
        return pc.if_else(pc.and_(self.ours, pc.not_equal(given, "")), given, pa.array(made, TEXT))

    def days(self, pattern: Callable[[date], str]) -> pa.Array:
        """Days of the events, written by a function."""
        return mapped(self.text("date_start"), lambda text: pattern(date.fromisoformat(text)) if text else "", TEXT)

    def _column(self, name: str) -> pa.Array:
        return self._rows[name].combine_chunks()

    def _turned(self, name: str) -> str:
        one, other = self._sides
        if one in name:
            return name.replace(one, other)
        return name.replace(other, one) if other in name else name

    def _split(self, origin: str, width: int, columns: Sequence[str]) -> dict[str, pa.Array]:
        here = pc.equal(self._column("origin").fill_null(""), origin)
        lines = pc.if_else(here, self._column("row"), "\t" * width).fill_null("\t" * width)
        cells = pc.split_pattern(lines, "\t")
        return {name: pc.list_element(cells, at) for at, name in enumerate(columns)}


def with_mirrors(rows: pa.Table) -> pa.Table:
    """Put a second row with the parties exchanged behind each reciprocal event that has two parties."""
    mutual = pc.and_(rows["reciprocal"], pc.and_(_named(rows, "source"), _named(rows, "target"))).combine_chunks()
    seconds = _turned(rows.filter(mutual))
    places = np.concatenate(
        [np.arange(rows.num_rows) * 2, np.flatnonzero(mutual.to_numpy(zero_copy_only=False)) * 2 + 1]
    )
    marked = rows.append_column("mirrored", pa.repeat(pa.scalar(False), rows.num_rows))  # noqa: FBT003
    return pa.concat_tables([marked, seconds.select(marked.column_names)]).take(pa.array(np.argsort(places)))


def _named(rows: pa.Table, side: str) -> pa.Array:
    return pc.not_equal(pc.binary_join_element_wise(rows[f"{side}_code"], rows[f"{side}_text"], BETWEEN), BETWEEN)


def _turned(rows: pa.Table) -> pa.Table:
    def other(name: str) -> str:
        for one, two in (("source_", "target_"), ("target_", "source_")):
            if name.startswith(one):
                return name.replace(one, two)
        return {"given_source": "given_target", "given_target": "given_source"}.get(name, name)

    turned = pa.table({name: rows[other(name)] for name in rows.column_names})
    codes = mapped(turned["cameo"].combine_chunks(), lambda code: TURNED.get(code, code), TEXT)
    turned = turned.set_column(turned.column_names.index("cameo"), "cameo", codes)
    return turned.append_column("mirrored", pa.repeat(pa.scalar(True), rows.num_rows))  # noqa: FBT003


def as_number(_: str, event_id: str) -> str:
    """Write an id of ours as a whole number, as ICEWS and GDELT have them: below 2^52, so that no program rounds it."""
    return str(int(event_id[:13], 16))


def code_or_type(events: Outgoing, code_of: Callable[[str], str]) -> pa.Array:
    """CAMEO codes of events; a type without a code becomes the type's own."""
    return first_text(events.text("cameo"), mapped(events.text("type"), code_of, TEXT))


def party_cells(
    events: Outgoing,
    side: str,
    given: Sequence[pa.Array],
    means: Callable[[str], str],
    made: Callable[[str], Sequence[str]],
) -> list[pa.Array]:
    """Cells that name a party: as they were given, if together they mean the code in the record, else made from it.

    Args:
        events: the events.
        side: source or target.
        given: the cells as they were imported.
        means: reads the code from given cells, joined by BETWEEN.
        made: writes cells, as many as given, from country, sector and name, joined by BETWEEN.
    """
    whole = joined(BETWEEN, *given)
    same = pc.and_(events.ours, pc.equal(mapped(whole, means, TEXT), events.text(f"{side}_code")))
    key = joined(BETWEEN, *(events.text(f"{side}_{part}") for part in ("country", "sector", "text")))
    ours = parts(key, lambda text: tuple(made(text)), [TEXT] * len(given))
    return [pc.if_else(same, one, other) for one, other in zip(given, ours, strict=True)]


def or_missing(column: pa.Array, missing: str) -> pa.Array:
    """Write what a format writes for nothing."""
    return pc.if_else(pc.equal(column, ""), missing, column)
