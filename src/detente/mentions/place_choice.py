"""Which of several places of one name is meant.

What stands beside the name decides ("Paris, Texas", "the Syrian city of Tripoli", "Donetsk region"). Else each place
is weighed by its people and by whether the document speaks of its country or region (compare Leidner 2007, Toponym
Resolution in Text, on population and context as the two signals that carry).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10

from detente.mentions.place_index import Spot

# In powers of ten of people. A capital is known far beyond its size; a country named in the text makes its towns a
# thousand times likelier, save one that half of the world's news names anyway; a region named a
# hundred times.
CAPITAL, NAMED, EVERYWHERE, REGION, STATE, OWN_NAME = 2.0, 3.0, 0.3, 2.0, 3.0, 0.2
NEWS_MAKER = "USA"
CLEAR = 0.7


@dataclass(slots=True)
class Scene:
    """What a document has said of where it is: countries and regions (country, admin1) it names."""

    countries: set[str] = field(default_factory=set)
    regions: set[tuple[str, str]] = field(default_factory=set)

    def add(self, spot: Spot) -> None:
        """Remember a place that is certain."""
        if spot.country:
            self.countries.add(spot.country)
            if spot.admin1:
                self.regions.add((spot.country, spot.admin1))


def beside(spots: Iterable[Spot], others: Iterable[Spot]) -> tuple[Spot, ...]:
    """Places that lie in one of the regions or countries named beside them."""
    areas = [other for other in others if other.kind in ("region", "country")]
    return tuple(spot for spot in spots if any(_within(spot, area) for area in areas))


def _within(spot: Spot, area: Spot) -> bool:
    if spot.id == area.id or spot.kind == "country" or spot.country != area.country or not spot.country:
        return False
    return area.kind == "country" or (spot.kind != "region" and spot.admin1 == area.admin1)


def weight(spot: Spot, name: str, scene: Scene) -> float:
    """How likely a place is meant by a name, as a power of ten."""
    total = log10(spot.people + 1) + (OWN_NAME if name == spot.name else 0.0)
    if spot.capital:
        total += CAPITAL
    if spot.kind == "country":
        total += STATE
    elif spot.country in scene.countries:
        total += EVERYWHERE if spot.country == NEWS_MAKER else NAMED
    if spot.admin1 and (spot.country, spot.admin1) in scene.regions:
        total += NAMED if spot.kind == "region" else REGION
    return total


def choose(spots: tuple[Spot, ...], name: str, scene: Scene) -> tuple[Spot, bool]:
    """The place most likely meant, and whether it is clear.

    A city wins over the region of its own name around it, a venue over both: only news of it made it a lexicon line.
    """
    if len(spots) == 1:
        return spots[0], True
    venues = [spot for spot in spots if spot.kind not in ("country", "region", "city")]
    if venues:
        return venues[0], True
    cities = {(spot.country, spot.admin1) for spot in spots if spot.kind == "city"}
    ranked = sorted(
        (spot for spot in spots if not (spot.kind == "region" and (spot.country, spot.admin1) in cities)),
        key=lambda spot: (-weight(spot, name, scene), spot.id),
    )
    clear = len(ranked) == 1 or weight(ranked[0], name, scene) - weight(ranked[1], name, scene) > CLEAR
    return ranked[0], clear
