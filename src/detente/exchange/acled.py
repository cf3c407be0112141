"""ACLED as its export tool writes it: CSV with a header, one row an event, the parties as names of groups.

ACLED's terms forbid passing its data on: what is imported is for your own use. Reference: Raleigh et al. (2010),
Introducing ACLED, Journal of Peace Research 47(5).
"""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import Cells, joined, mapped
from detente.exchange.codes import NOTHING, Act, Acts, Countries, Party, Sectors, bodies, party
from detente.exchange.drafts import (
    BETWEEN,
    Format,
    Layout,
    PartyColumns,
    act_columns,
    check_columns,
    country_of,
    drafts,
    first_text,
    party_columns,
    read_day,
)
from detente.exchange.reading import read_header
from detente.lexicons.entries import AcledLine
from detente.lexicons.reading import read_lines

NEEDED = ("event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "inter1", "actor2", "inter2")
FORCES = re.compile(
    r"^(?:Military|Police|Government) Forces? of (?P<country>[^(]+?)(?: \(|$)"
    r"|^Government of (?P<state>[^(]+?)(?: \(|$)"
)
HOME = re.compile(r"\((?P<country>[^()\d][^()]*)\)[^()]*$")


class Codes:
    """What this format's codes become."""

    def __init__(self) -> None:
        self.countries = Countries("acled")
        self.sectors = Sectors("acled")
        self.acts = Acts()
        self.lines = {line.sub_event.casefold(): line for line in read_lines("shared/acled_events.tsv", AcledLine)}

    def party(self, key: str) -> Party:
        """Read name and kind of an actor; its country stands in the name, or nowhere."""
        name, inter = key.split(BETWEEN)
        if not name:
            return Party("", "", "", "", "", "")
        if name in bodies():
            return bodies()[name]
        forces, home = FORCES.match(name), HOME.search(name)
        country = (forces["country"] or forces["state"]) if forces else home["country"] if home else ""
        found = self.countries.find(country.strip())
        kind = "Police" if name.startswith("Police") else inter
        return party(found if found.code else NOTHING, self.sectors.find((kind,)))

    def act(self, sub_event: str) -> Act | None:
        """Read a sub-event type."""
        line = self.lines.get(sub_event.casefold())
        if line is None:
            return None
        known = self.acts.of_type(line.type, line.mode) if line.type else Act("", (), "", None, None, None, "")
        return known._replace(line=line.id) if known is not None else None

    def is_reciprocal(self, sub_event: str) -> bool:
        """Say whether ACLED's order of the parties means nothing."""
        line = self.lines.get(sub_event.casefold())
        return line is not None and line.reciprocal


@cache
def codes() -> Codes:
    """The tables, read once."""
    return Codes()


def layout(path: Path) -> Layout:
    """Tell the layout of a file by its header (commas, or semicolons as some exports have them).

    Raises:
        InputError: it has none of ACLED.
    """
    header = read_header(path, ",")
    if len(header.columns) == 1:
        header = read_header(path, ";")._replace(quoted=True)
    check_columns(path, header.columns, NEEDED)
    return Layout("acled", "acled", False, header, ("NA",))  # noqa: FBT003


def read_acled_day(text: str) -> date | None:
    """Read 2022-06-30 or 30 June 2022."""
    try:
        return read_day(text) or datetime.strptime(text, "%d %B %Y").date()  # noqa: DTZ007  a day has no hour
    except ValueError:
        return None


def translate(cells: Cells, layout: Layout) -> pa.Table:
    """Make drafts of a block."""
    kinds = cells.needed("sub_event_type")
    act = act_columns(kinds, codes().act)
    cells.reject(pc.equal(act.line, ""), "sub_event_type", kinds, "which is not known")
    row_id = cells.needed("event_id_cnty")
    return drafts(
        cells,
        act,
        _side(cells, "1"),
        _side(cells, "2"),
        date_start=cells.days("event_date", read_acled_day),
        reciprocal=pc.and_(mapped(kinds, codes().is_reciprocal, pa.bool_()), pc.not_equal(cells.text("actor2"), "")),
        trigger=kinds,
        source_text=cells.text("actor1"),
        target_text=cells.text("actor2"),
        place=first_text(*(cells.text(name) for name in ("location", "admin3", "admin2", "admin1", "country"))),
        place_country=country_of(cells.text("country"), lambda name: codes().countries.find(name).code),
        lat=cells.degrees("latitude", 90),
        lon=cells.degrees("longitude", 180),
        dead=cells.whole("fatalities"),
        row_id=row_id,
        article=row_id,
        publisher=cells.text("source"),
        given_act=kinds,
        given_source=cells.text("inter1"),
        given_target=cells.text("inter2"),
        added=cells.text("timestamp"),
        row=cells.whole_rows(layout.header.columns),
    )


FORMAT = Format("acled", layout, translate)


def _side(cells: Cells, number: str) -> PartyColumns:
    names = (f"actor{number}", f"inter{number}")
    return party_columns(joined(BETWEEN, *(cells.text(name) for name in names)), codes().party)
