"""Events as ICEWS rows: 20 columns, `NA` for nothing, two rows for a reciprocal act."""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import mapped
from detente.exchange.drafts import BETWEEN, TEXT, first_text
from detente.exchange.icews import COLUMNS, MISSING, codes
from detente.exchange.outgoing import Outgoing, Written, as_number, code_or_type, or_missing, party_cells
from detente.record.ids import digest

ORIGINALS = {"icews": COLUMNS}
SIDES = ("Source", "Target")


def cells(out: Outgoing) -> list[pa.Array]:
    """Columns of a block, in the order of COLUMNS."""
    code = code_or_type(out, codes().acts.code_of)
    country = out.text("place_country")
    story = mapped(out.reports(), lambda report: as_number("", digest(report)), TEXT)
    text = mapped(code, codes().acts.text_of, TEXT)
    made = {
        "Event ID": out.row_ids(as_number),
        "Event Date": out.text("date_start"),
        "Event Text": pc.if_else(pc.and_not(out.ours, out.mirrored), out.original("Event Text"), text),
        "CAMEO Code": code,
        "Intensity": out.text("goldstein"),
        "Story ID": pc.if_else(out.ours, out.text("article"), story),
        "Sentence Number": pc.if_else(out.ours, out.original("Sentence Number"), "1"),
        "Publisher": first_text(out.text("outlet"), out.text("publisher")),
        "City": pc.if_else(out.ours, out.original("City"), out.text("place")),
        "District": out.original("District"),
        "Province": out.original("Province"),
        "Country": out.kept(
            out.original("Country"), _country_code, country, mapped(country, codes().countries.name_of, TEXT)
        ),
        "Latitude": out.text("lat"),
        "Longitude": out.text("lon"),
    }
    for side, ours in zip(SIDES, ("source", "target"), strict=True):
        names = [f"{side} {part}" for part in ("Name", "Country", "Sectors")]
        given = [_filled(out.original(name)) for name in names]
        made |= dict(zip(names, party_cells(out, ours, given, _means, _party_words), strict=True))
    return [or_missing(made[name], "NA") for name in COLUMNS]


def _filled(column: pa.Array) -> pa.Array:
    return pc.if_else(pc.is_in(column, value_set=pa.array(MISSING)), "", column)


def _country_code(name: str) -> str:
    return codes().countries.find(name).code


@cache
def _means(key: str) -> str:
    return codes().party(key).code


def _party_words(key: str) -> tuple[str, str, str]:
    """Name, country and sectors of a party of ours; the bodies that have a name of their own are named."""
    country, sector, text = key.split(BETWEEN)
    name = codes().countries.name_of(country) or codes().bodies.get(country, "")
    return text or name, name, codes().sectors.word_of(sector or ("" if name else country))


FORMAT = Written(
    name="icews", columns=COLUMNS, header=True, originals=ORIGINALS, sides=SIDES, cells=cells, needs=("cameo", "type")
)
