"""GDELT events: version 1 (57 columns, 58 with the address of a report), version 2 (61), and the reduced file (17).

Files of versions 1 and 2 have no header. Files of version 2 that were translated from other languages say so in their
name alone (`.translation.`). Reference: Leetaru and Schrodt (2013), GDELT: Global Data on Events, Location and Tone.
"""

from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.errors import InputError
from detente.exchange.cells import Cells, mapped
from detente.exchange.codes import NOTHING, Acts, Countries, Party, Sectors, party
from detente.exchange.drafts import (
    TEXT,
    Format,
    Layout,
    PartyColumns,
    act_columns,
    check_columns,
    country_of,
    drafts,
    filled,
    party_columns,
    read_day,
)
from detente.exchange.reading import Header, read_header
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
EVENT = (
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
)  # fmt: skip
PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
DAY = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate")
ACTORS = tuple(f"Actor{number}{part}" for number in (1, 2) for part in ACTOR)
PLACES = tuple(f"{what}Geo_{part}" for what in ("Actor1", "Actor2", "Action") for part in PLACE)
COLUMNS = (*DAY, *ACTORS, *EVENT, *PLACES, "DATEADDED", "SOURCEURL")
OLDER = tuple(name for name in COLUMNS if "ADM2Code" not in name)
REDUCED = ("Date", "Source", "Target", "CAMEOCode", "NumEvents", "NumArts", "QuadClass", "Goldstein")
# What the reduced file calls its columns, and what they are called here.
RENAMED = {
    "Date": "SQLDATE", "Source": "Actor1Code", "Target": "Actor2Code", "CAMEOCode": "EventCode",
    "NumArts": "NumArticles", "Goldstein": "GoldsteinScale", "ActionGeoLat": "ActionGeo_Lat",
    "ActionGeoLong": "ActionGeo_Long",
}  # fmt: skip
# Columns of a row as the record keeps it, by origin.
ROWS = {"gdelt2": COLUMNS, "gdelt1": OLDER}
HOST = r"^[a-z][a-z0-9+.-]*://(?:www\.)?(?P<host>[^/:?#]+)"


class Codes:
    """What this format's codes become."""

    def __init__(self) -> None:
        self.countries = Countries("gdelt")
        self.sectors = Sectors("cameo")
        self.acts = Acts()
        self.places = {line.phrase: line.kind for line in read_lines("shared/fips_codes.tsv", PhraseLine)}

    def party(self, code: str) -> Party:
        """Read an actor code: country, known group, ethnic group, faiths and types, three letters each."""
        words = [code[at : at + 3] for at in range(0, len(code), 3)]
        country = self.countries.find(words[0]) if words else NOTHING
        return party(country, self.sectors.find(words))


@cache
def codes() -> Codes:
    """The tables, read once."""
    return Codes()


def layout(path: Path) -> Layout:
    """Tell the layout of a file by its number of columns, or its header.

    Raises:
        InputError: it is no GDELT file.
    """
    header = read_header(path, "\t")._replace(quoted=False)
    if header.columns[0] == "Date":
        check_columns(path, header.columns, REDUCED)
        names = tuple(RENAMED.get(name, name) for name in header.columns)
        return Layout("gdelt-reduced", "gdelt reduced", False, header._replace(columns=names), ())  # noqa: FBT003
    skip = int(header.columns[0].upper() == "GLOBALEVENTID")
    translated = " translingual" if "translation" in path.name.lower() else ""
    for columns, origin, label in (
        (COLUMNS, "gdelt2", f"gdelt 2.0{translated}"),
        (OLDER, "gdelt1", "gdelt 1.0"),
        (OLDER[:-1], "gdelt1", "gdelt 1.0"),
    ):
        if len(header.columns) == len(columns):
            return Layout(origin, label, False, Header(columns, skip, "\t", False), ())  # noqa: FBT003
    raise InputError(
        f"{path}: the first line has {len(header.columns)} columns; GDELT has 57 or 58 (version 1), 61 (version 2), or "
        "17 with a header (reduced)"
    )


def translate(cells: Cells, layout: Layout) -> pa.Table:
    """Make drafts of a block."""
    act = act_columns(cells.needed("EventCode"), codes().acts.of_cameo)
    cells.reject(pc.equal(act.line, ""), "EventCode", cells.text("EventCode"), "which CAMEO does not have")
    scale = cells.figure("GoldsteinScale")
    address = cells.text("SOURCEURL")
    row = cells.whole_rows(ROWS.get(layout.origin, layout.header.columns))
    return drafts(
        cells,
        act._replace(goldstein=filled(scale, act.goldstein)),
        _side(cells, "Actor1"),
        _side(cells, "Actor2"),
        date_start=cells.days("SQLDATE", read_day),
        trigger=mapped(cells.text("EventCode"), codes().acts.text_of, TEXT),
        source_text=cells.text("Actor1Name"),
        target_text=cells.text("Actor2Name"),
        place=cells.text("ActionGeo_FullName"),
        place_country=country_of(cells.text("ActionGeo_CountryCode"), lambda code: codes().places.get(code, "")),
        lat=cells.degrees("ActionGeo_Lat", 90),
        lon=cells.degrees("ActionGeo_Long", 180),
        row_id=cells.needed("GLOBALEVENTID") if layout.origin != "gdelt-reduced" else row,
        article=address,
        publisher=pc.struct_field(pc.extract_regex(address, HOST), "host").fill_null(""),
        given_act=cells.text("EventCode"),
        intensity=scale,
        given_source=cells.text("Actor1Code"),
        given_target=cells.text("Actor2Code"),
        n_events=cells.whole("NumEvents"),
        mentions=cells.whole("NumMentions"),
        sources=cells.whole("NumSources"),
        articles=cells.whole("NumArticles"),
        tone=cells.figure("AvgTone"),
        added=cells.text("DATEADDED"),
        row=row,
    )


FORMAT = Format("gdelt", layout, translate)


def _side(cells: Cells, side: str) -> PartyColumns:
    return party_columns(cells.text(f"{side}Code"), codes().party)
