"""POLECAT, coded by NGEC into PLOVER: 40 named columns, tabs, `None` for what is missing.

Some weekly files have a further column (Headline, Event Text, Feed, Story ID) or empty ones at the end. Reference:
Halterman et al. (2023), PLOVER and POLECAT: A New Political Event Ontology and Dataset, SocArXiv rm5dw.
"""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import Cells, joined, mapped
from detente.exchange.codes import NOTHING, Act, Acts, Countries, OwnSectors, Party, bodies, party
from detente.exchange.drafts import (
    BETWEEN,
    TEXT,
    Format,
    Layout,
    PartyColumns,
    act_columns,
    check_columns,
    country_of,
    drafts,
    filled,
    first_text,
    party_columns,
    read_day,
)
from detente.exchange.reading import read_header

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Country", "Recipient Country")
MISSING = ("None", "NA", "nan")


class Codes:
    """What this format's codes become."""

    def __init__(self) -> None:
        self.countries = Countries("polecat")
        self.sectors = OwnSectors()
        self.acts = Acts()

    def party(self, key: str) -> Party:
        """Read name, country and primary sector of an actor; of several countries the first."""
        name, country, sector = key.split(BETWEEN)
        code = several(country)[:1]
        found = self.countries.find(code[0]) if code else NOTHING
        if not found.code and name in bodies():
            return bodies()[name]
        return party(found, self.sectors.find(several(sector)))

    def act(self, key: str) -> Act | None:
        """Read type and mode."""
        type_, mode = key.split(BETWEEN)
        return self.acts.of_type(type_.upper(), mode.lower().removeprefix(f"{type_.lower()}-"))


@cache
def codes() -> Codes:
    """The tables, read once."""
    return Codes()


def several(cell: str) -> list[str]:
    """Read a cell with several values, which are joined by `|` or `;`."""
    return [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]


def layout(path: Path) -> Layout:
    """Tell the layout of a file by its header.

    Raises:
        InputError: it has none of POLECAT.
    """
    header = read_header(path, "\t")
    check_columns(path, header.columns, NEEDED)
    return Layout("polecat", "polecat", True, header, MISSING)  # noqa: FBT003


def translate(cells: Cells, layout: Layout) -> pa.Table:
    """Make drafts of a block."""
    act = act_columns(joined(BETWEEN, cells.needed("Event Type"), cells.text("Event Mode")), codes().act)
    cells.reject(pc.equal(act.line, ""), "Event Type", cells.text("Event Type"), "which PLOVER does not have")
    intensity = cells.figure("Event Intensity" if "Event Intensity" in layout.header.columns else "Intensity")
    row_id = cells.needed("Event ID")
    return drafts(
        cells,
        act._replace(plover_score=filled(intensity, act.plover_score)),
        _side(cells, "Actor"),
        _side(cells, "Recipient"),
        date_start=cells.days("Event Date", read_day),
        contexts=mapped(cells.text("Contexts"), several, pa.list_(TEXT)),
        trigger=pc.utf8_trim_whitespace(joined(" ", cells.text("Event Type"), cells.text("Event Mode"))),
        source_text=cells.text("Actor Name"),
        target_text=cells.text("Recipient Name"),
        place=first_text(*(cells.text(name) for name in ("Placename", "City", "District", "Province", "Country"))),
        place_country=country_of(cells.text("Country"), lambda name: codes().countries.find(name).code),
        lat=cells.degrees("Latitude", 90),
        lon=cells.degrees("Longitude", 180),
        geonames_id=cells.whole("GeoNames ID"),
        row_id=row_id,
        article=mapped(row_id, story_of, TEXT),
        publisher=cells.text("Source"),
        given_act=cells.text("Event Type"),
        intensity=intensity,
        given_source=cells.text("Actor Country"),
        given_target=cells.text("Recipient Country"),
        added=cells.text("Publication Date"),
        row=cells.whole_rows(COLUMNS),
    )


def story_of(row_id: str) -> str:
    """Return the report of an event: its id is that of the report, `_` and a number."""
    return row_id.rpartition("_")[0]


FORMAT = Format("polecat", layout, translate)


def _side(cells: Cells, side: str) -> PartyColumns:
    names = (f"{side} Name", f"{side} Country", f"Primary {side} Sector")
    return party_columns(joined(BETWEEN, *(cells.text(name) for name in names)), codes().party)
