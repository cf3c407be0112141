"""Events as rows of GDELT 2.0: 61 columns without a header, two rows for a reciprocal act."""

from datetime import date
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.cells import constant, mapped
from detente.exchange.drafts import BETWEEN, TEXT, first_text
from detente.exchange.gdelt import COLUMNS, ROWS, codes
from detente.exchange.outgoing import Outgoing, Written, as_number, code_or_type, party_cells

ORIGINALS = ROWS
SIDES = ("Actor1", "Actor2")
ACTOR_CELLS = ("Code", "Name", "CountryCode", "KnownGroupCode", "Type1Code")
# GDELT's own classes of CAMEO roots: words and deeds of cooperation, words and deeds of conflict.
LAST_ROOT_OF_QUAD = (5, 8, 13, 20)


def cells(out: Outgoing) -> list[pa.Array]:
    """Columns of a block, in the order of COLUMNS."""
    code = code_or_type(out, codes().acts.code_of)
    made = {name: out.original(name) for name in COLUMNS}
    made |= {
        "GLOBALEVENTID": out.row_ids(as_number),
        "SQLDATE": out.days(lambda day: f"{day:%Y%m%d}"),
        "MonthYear": out.days(lambda day: f"{day:%Y%m}"),
        "Year": out.days(lambda day: f"{day:%Y}"),
        "FractionDate": out.days(_fraction),
        "EventCode": code,
        "EventBaseCode": pc.utf8_slice_codeunits(code, 0, 3),
        "EventRootCode": pc.utf8_slice_codeunits(code, 0, 2),
        "QuadClass": mapped(code, _quad, TEXT),
        "GoldsteinScale": out.text("goldstein"),
        "AvgTone": out.text("tone"),
        "ActionGeo_FullName": out.text("place"),
        "ActionGeo_Lat": out.text("lat"),
        "ActionGeo_Long": out.text("lon"),
        "DATEADDED": first_text(out.text("added"), out.days(lambda day: f"{day:%Y%m%d}000000")),
        "SOURCEURL": pc.if_else(out.ours, out.text("article"), _addresses(out)),
    }
    # an event that a document of ours tells is one mention in one report
    for name, column in (("NumMentions", "mentions"), ("NumSources", "sources"), ("NumArticles", "articles")):
        made[name] = pc.if_else(out.ours, out.text(column), first_text(out.text(column), constant("1", out.number)))
    country = out.text("place_country")
    made["ActionGeo_CountryCode"] = out.kept(
        out.original("ActionGeo_CountryCode"),
        lambda fips: codes().places.get(fips, ""),
        country,
        mapped(country, lambda iso3: _fips().get(iso3, ""), TEXT),
    )
    for side, ours in zip(SIDES, ("source", "target"), strict=True):
        given = [out.original(f"{side}{part}") for part in ACTOR_CELLS]
        names = [f"{side}{part}" for part in ACTOR_CELLS]
        made |= dict(zip(names, party_cells(out, ours, given, _means, _actor), strict=True))
    return [made[name] for name in COLUMNS]


def _addresses(out: Outgoing) -> pa.Array:
    """Web addresses of reports; one that has none (a file on this machine) is named by an id."""
    uri, report = out.text("uri"), out.reports()
    web = pc.and_(pc.equal(out.text("origin"), ""), pc.starts_with(uri, "http"))
    return pc.if_else(web, uri, report)


@cache
def _fips() -> dict[str, str]:
    found: dict[str, str] = {}
    for fips, iso3 in codes().places.items():
        found.setdefault(iso3, fips)
    return found


def _means(key: str) -> str:
    return codes().party(key.split(BETWEEN)[0]).code


def _actor(key: str) -> tuple[str, ...]:
    """Actor code, name, country, known group and type of a party of ours."""
    country, sector, text = key.split(BETWEEN)
    kind = codes().sectors.word_of(sector or country)
    if codes().countries.is_state(country) or not country:
        kind = codes().sectors.word_of(sector)
        return country + kind, text.upper(), country, "", kind
    group = kind if country in ("UNO", "EUR") else ""
    return ("IGO" + group if group else kind), text.upper(), "", group, "IGO" if group else kind


def _fraction(day: date) -> str:
    """Year with months of 30 days as decimals, which is how GDELT reckons."""
    return f"{day.year + ((day.month - 1) * 30 + day.day) / 365:.4f}"


def _quad(code: str) -> str:
    root = int(code[:2])
    return str(next(quad for quad, last in enumerate(LAST_ROOT_OF_QUAD, 1) if root <= last))


FORMAT = Written(
    name="gdelt2", columns=COLUMNS, header=False, originals=ORIGINALS, sides=SIDES, cells=cells, needs=("cameo", "type")
)
