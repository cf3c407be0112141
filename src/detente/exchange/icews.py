"""ICEWS as the Harvard Dataverse has it: 20 columns, a header, tabs; two styles of dates.

Reference: Boschee et al. (2015), ICEWS Coded Event Data, doi:10.7910/DVN/28075.
"""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import Cells, joined, mapped
from detente.exchange.codes import Act, Acts, Countries, Party, Sectors, bodies, party
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
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
MISSING = ("NA", "NULL", "NaN")


class Codes:
    """What this format's codes become."""

    def __init__(self) -> None:
        self.countries = Countries("icews")
        self.sectors = Sectors("icews")
        self.acts = Acts()
        self.bodies = {"EUR": "European Union", "UNO": "United Nations"}

    def party(self, key: str) -> Party:
        """Read name, country and sectors of an actor."""
        name, country, sectors = key.split(BETWEEN)
        found = self.countries.find(country)
        if not found.code and name in bodies():
            return bodies()[name]
        return party(found, self.sectors.find(word.strip() for word in sectors.split(",")))

    def act(self, key: str) -> Act | None:
        """Read CAMEO code and event text; some files lost the leading zero of a code, which the text gives back."""
        code, text = key.split(BETWEEN)
        padded = f"0{code}"
        lost = self.acts.text_of(padded).casefold() == text.casefold() != self.acts.text_of(code).casefold()
        return self.acts.of_cameo(padded if lost else code)


@cache
def codes() -> Codes:
    """The tables, read once."""
    return Codes()


def layout(path: Path) -> Layout:
    """Tell the layout of a file by its header.

    Raises:
        InputError: it has none of ICEWS.
    """
    header = read_header(path, "\t")
    check_columns(path, header.columns, [name for name in COLUMNS if name not in ("District", "Sentence Number")])
    return Layout("icews", "icews", True, header, MISSING)  # noqa: FBT003


def translate(cells: Cells, layout: Layout) -> pa.Table:
    """Make drafts of a block."""
    act = act_columns(joined(BETWEEN, cells.needed("CAMEO Code"), cells.text("Event Text")), codes().act)
    cells.reject(pc.equal(act.line, ""), "CAMEO Code", cells.text("CAMEO Code"), "which CAMEO does not have")
    intensity = cells.figure("Intensity")
    return drafts(
        cells,
        act._replace(goldstein=filled(intensity, act.goldstein)),
        _side(cells, "Source"),
        _side(cells, "Target"),
        date_start=cells.days("Event Date", read_day),
        trigger=first_text(cells.text("Event Text"), mapped(cells.text("CAMEO Code"), codes().acts.text_of, TEXT)),
        source_text=cells.text("Source Name"),
        target_text=cells.text("Target Name"),
        place=first_text(*(cells.text(name) for name in ("City", "District", "Province", "Country"))),
        place_country=country_of(cells.text("Country"), lambda name: codes().countries.find(name).code),
        lat=cells.degrees("Latitude", 90),
        lon=cells.degrees("Longitude", 180),
        row_id=cells.needed("Event ID"),
        article=cells.text("Story ID"),
        publisher=cells.text("Publisher"),
        given_act=cells.text("CAMEO Code"),
        intensity=intensity,
        given_source=cells.text("Source Sectors"),
        given_target=cells.text("Target Sectors"),
        row=cells.whole_rows(COLUMNS),
    )


FORMAT = Format("icews", layout, translate)


def _side(cells: Cells, side: str) -> PartyColumns:
    names = (f"{side} Name", f"{side} Country", f"{side} Sectors")
    return party_columns(joined(BETWEEN, *(cells.text(name) for name in names)), codes().party)
