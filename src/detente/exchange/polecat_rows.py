"""Events as rows of POLECAT: 40 columns with a header, `None` for nothing, two rows for a reciprocal act."""

import pyarrow as pa
import pyarrow.compute as pc

from detente.about import VERSION
from detente.exchange.cells import mapped
from detente.exchange.drafts import BETWEEN, TEXT, first_text
from detente.exchange.outgoing import Outgoing, Written, or_missing, party_cells
from detente.exchange.polecat import COLUMNS, MISSING, codes
from detente.record.ids import digest

ORIGINALS = {"polecat": COLUMNS}
SIDES = ("Actor", "Recipient")
QUADS = ("", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT")


def cells(out: Outgoing) -> list[pa.Array]:
    """Columns of a block, in the order of COLUMNS."""
    country = out.text("place_country")
    made = {name: out.original(name) for name in COLUMNS}
    made |= {
        "Event ID": out.row_ids(lambda report, event_id: f"{digest(report)}_{event_id}"),
        "Event Date": out.text("date_start"),
        "Event Type": out.text("type"),
        "Event Mode": out.text("modes"),
        "Intensity": out.text("plover_score"),
        "Quad Code": mapped(out.text("quad"), lambda quad: QUADS[int(quad or 0)], TEXT),
        "Contexts": out.text("contexts"),
        "Placename": pc.if_else(out.ours, out.original("Placename"), out.text("place")),
        "Country": out.kept(out.original("Country"), _country_code, country, country),
        "Latitude": out.text("lat"),
        "Longitude": out.text("lon"),
        "GeoNames ID": out.text("geonames_id"),
        "Source": first_text(out.text("outlet"), out.text("publisher")),
        "Publication Date": first_text(out.text("added"), out.text("published")),
        "Version": pc.if_else(out.ours, out.original("Version"), f"detente {VERSION}"),
    }
    for side, ours in zip(SIDES, ("source", "target"), strict=True):
        names = [f"{side} Name", f"{side} Country", f"Primary {side} Sector", f"{side} Sectors"]
        given = [_filled(out.original(name)) for name in names]
        made |= dict(zip(names, party_cells(out, ours, given, _means, _party_words), strict=True))
    return [or_missing(made[name], "None") for name in COLUMNS]


def _filled(column: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(column, value_set=pa.array(MISSING)), "", column)


def _country_code(name: str) -> str:
    return codes().countries.find(name).code


def _means(key: str) -> str:
    return codes().party(key.rsplit(BETWEEN, 1)[0]).code


def _party_words(key: str) -> tuple[str, str, str, str]:
    """Name, country, primary sector and sectors of a party of ours."""
    country, sector, text = key.split(BETWEEN)
    name = text or codes().countries.name_of(country)
    return name, country, sector, sector


FORMAT = Written(
    name="polecat", columns=COLUMNS, header=True, originals=ORIGINALS, sides=SIDES, cells=cells, needs=("type",)
)
