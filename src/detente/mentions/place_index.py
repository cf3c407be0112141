"""The gazetteer: every name of a place and what it may stand for, and the small words around places.

Countries, first-level regions, cities over 15,000 people (GeoNames), and venues: buildings, estates, bases, waters.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from detente.lexicons.entries import NameLine, PhraseLine, PlaceLine, RegionLine, StateLine, VenueLine
from detente.lexicons.reading import read_lines
from detente.mentions.gazetteer import fold

# GeoNames lists names in all languages; three letters ("Ora" for Oran) are more often something else.
SHORTEST = 4
JOINTS = re.compile(r"[\s-]")


class Spot(NamedTuple):
    """A place.

    Attributes:
        id: of its lexicon line.
        kind: country, region, city, or the kind of a venue (building, estate, base, site, town, area, water).
        country: ISO3, "" for a sea, a continent, or ground that two states claim.
        admin1: GeoNames code of its region, "" if unknown.
        capital: whether it is a state's capital.
        anywhere: whether its bare name is a place in any position; else only where the words say so.
    """

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    geonames_id: int | None
    people: int
    capital: bool = False
    anywhere: bool = False


class PlaceWords(NamedTuple):
    """Words around places (en/place_words.tsv): kind to word to lexicon id."""

    kinds: dict[str, dict[str, str]]

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is of a kind."""
        return word in self.kinds.get(kind, ())

    def id_of(self, kind: str, word: str) -> str:
        """Id of the line that says so, or ""."""
        return self.kinds.get(kind, {}).get(word, "")


class PlaceIndex(NamedTuple):
    """Names of places.

    Attributes:
        names: a name to the places that bear it.
        longest: first word of a name to the most tokens that a name beginning with it has.
        regions: region by its ISO 3166-2 code, for "Springfield, Ill."
        words: the small words, and as kind `series` the first words of the names of summits.
    """

    names: dict[str, tuple[Spot, ...]]
    longest: dict[str, int]
    regions: dict[str, Spot]
    words: PlaceWords

    def find(self, name: str) -> tuple[Spot, ...]:
        """Places of a name as written, typographic marks made plain."""
        return self.names.get(name) or self.names.get(plain(name), ())


def plain(name: str) -> str:
    """A name with straight apostrophes, plain hyphens and single blanks."""
    return " ".join(name.replace("’", "'").replace("‑", "-").replace("–", "-").split())


def load_places() -> PlaceIndex:
    """Read the shipped files once."""
    entries: dict[str, dict[str, Spot]] = defaultdict(dict)
    spots = [*_cities(), *_regions(), *_venues()]
    parts = {(name, spot.country) for name, spot in spots if spot.kind == "region"}
    for name, spot in (*spots, *_countries(read_lines("shared/places.tsv.gz", PlaceLine), parts)):
        entries[name].setdefault(spot.id, spot)
    longest: dict[str, int] = defaultdict(int)
    for name in entries:
        words = JOINTS.split(name)
        # a hyphen is a token of its own, and so may be an apostrophe
        longest[words[0]] = max(longest[words[0]], len(words) + name.count("-") + name.count("'"))
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    for word in read_lines("en/place_words.tsv", PhraseLine):
        kinds[word.kind][word.phrase] = word.id
    for series in read_lines("en/summit_names.tsv", PhraseLine):
        kinds["series"][JOINTS.split(series.phrase)[0]] = series.id
    regions = {spot.id.removeprefix("place:region."): spot for _, spot in spots if spot.kind == "region"}
    names = {name: _own(name, tuple(found.values())) for name, found in entries.items()}
    for name in kinds["region_first"]:  # "Gaza" is the Strip, "Okinawa" the island, more often than their towns
        names[name] = tuple(spot for spot in names.get(name, ()) if spot.kind != "city")
    return PlaceIndex(names, dict(longest), regions, PlaceWords(dict(kinds)))


def _own(name: str, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Leave out a place for which the name is but a name of old or in another tongue, where another bears it itself."""
    if not any(spot.name == name and spot.kind == "city" for spot in spots):
        return spots
    return tuple(spot for spot in spots if spot.kind != "city" or _bears(spot.name, name))


def _bears(full: str, name: str) -> bool:
    full, name = (fold(word).lower().replace("saint ", "st. ") for word in (full, name))
    return name in full


def _cities() -> Iterator[tuple[str, Spot]]:
    places = read_lines("shared/places.tsv.gz", PlaceLine)
    seats = {state.iso3: state.capital for state in read_lines("shared/states.tsv", StateLine) if not state.valid_to}
    named = [line for line in places if seats.get(line.country) in (line.name, *line.alternates) and line.lat]
    capitals = {line.country: line.id for line in sorted(named, key=lambda line: line.population)}
    for line in places:
        if line.lat is None:
            continue
        names = (line.name, *(name for name in line.alternates if len(name) >= SHORTEST and not name.isupper()))
        spot = Spot(
            line.id, line.name, "city", line.country, line.admin1, line.lat, line.lon, line.geonames_id,
            line.population, capitals.get(line.country) == line.id,
        )  # fmt: skip
        yield from ((name, spot) for name in names)


def _regions() -> Iterator[tuple[str, Spot]]:
    for line in read_lines("shared/regions.tsv", RegionLine):
        spot = Spot(
            line.id, line.name, "region", line.country, line.admin1, line.lat, line.lon, None, line.population,
            anywhere=True,
        )  # fmt: skip
        yield from ((name, spot) for name in (line.name, *line.alternates))


def _venues() -> Iterator[tuple[str, Spot]]:
    for line in read_lines("en/venues.tsv", VenueLine):
        spot = Spot(
            line.id, line.place, line.kind, line.country, line.admin1, line.lat, line.lon, None, 0,
            anywhere=line.where == "any",
        )  # fmt: skip
        yield from ((name, spot) for name in (line.name, *line.alternates))


def _countries(places: Iterable[PlaceLine], parts: Container[tuple[str, str]]) -> Iterator[tuple[str, Spot]]:
    """Yield the names of states; what names a part of one, as `parts` say, stands for that part ("Scotland")."""
    found = {
        line.country: Spot(
            line.id, line.name, "country", line.country, "", None, None, line.geonames_id, line.population
        )
        for line in places
        if line.lat is None
    }
    yield from ((spot.name, spot) for spot in found.values())
    for line in read_lines("shared/names.tsv", NameLine):
        named = line.kind in ("name", "short", "spelling", "abbreviation") and line.alias != "US"
        if named and line.entity in found and (line.alias, line.entity) not in parts:
            yield line.alias, found[line.entity]
