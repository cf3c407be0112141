"""Where: places, told apart from actors of the same name and from each other.

1. names      every name the gazetteer knows, and why its position makes it a place
2. scene      countries and regions that the document names
3. choose     of the places of one name the one meant; leave out what is an actor or another thing
4. datelines  where the report was filed
5. summits    "the G20 summit": its town and its days

"Moscow said" names an actor, "met in Moscow" a place; a direction ("to Kenya") is a place unless an actor is there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from detente.mentions.datelines import datelines
from detente.mentions.place_choice import Scene, beside, choose
from detente.mentions.place_index import PlaceIndex, Spot, load_places
from detente.mentions.place_names import Name, names_in, surnames_in
from detente.mentions.summits import Summits, load_summits
from detente.mentions.territories import Territories, load_territories
from detente.mentions.words import load_words
from detente.record.ids import fact_id
from detente.record.model import Mention, Span
from detente.record.reading import Reading
from detente.settings import Settings

# Below this a city named like a common family or first name is more often something else; swept by eye on the
# two sample commentaries and the demo corpus.
SMALL_CITY = 50_000
# A city as large as this is a place in any position ("Kharkiv fell") if no actor bears the name there.
KNOWN_CITY = 200_000
SHORT_NAME = 5
CONFIDENCE = {"preposition": 0.9, "listed": 0.85, "travel": 0.85, "visited": 0.8, "free": 0.5}
STATE_IN_US, STATE_NAME = ("USA", "GA"), "Georgia"


def prepare(settings: Settings) -> Callable[[Reading, tuple[Mention, ...]], tuple[Mention, ...]]:
    """Index the gazetteer once and return the finder of place mentions."""
    del settings
    index = load_places()
    georgian = frozenset(load_words().by_kind.get("us_georgia", ()))
    return PlaceFinder(index, load_summits(index), load_territories(), georgian)


@dataclass(frozen=True, slots=True)
class Parties:
    """The actors of a document, as the characters they cover.

    `covered` of all parties, `people` of persons, `surnames` of persons that a bare name introduces, who are as easily
    a town of that name; `owners` are countries by where their mention starts.
    """

    covered: frozenset[int]
    people: frozenset[int]
    surnames: frozenset[int]
    owners: dict[int, str]

    @staticmethod
    def of(mentions: Iterable[Mention]) -> "Parties":
        """Index mentions; one noted as a place is no party."""
        known = list(mentions)
        parties = [m for m in known if (m.code or m.entity) and "place" not in m.note.split("; ")]
        people = [m for m in known if m.entity and m.entity[:3] != m.country and not m.entity.startswith("ORG:")]
        bare = [m for m in people if not m.antecedent and m.end - m.start <= len(m.name.rpartition(" ")[2])]
        owners = {mention.start: mention.country for mention in known if mention.country}
        return Parties(_characters(parties), _characters(people), _characters(bare), owners)

    def person(self, name: Name, spot: Spot) -> bool:
        """Whether a name is a person's here, not the town's."""
        start = name.span[0]
        if start not in self.people or name.areas or spot.kind not in ("country", "region", "city"):
            return False
        located = name.position.rule in ("preposition", "listed", "travel") and spot.people >= SMALL_CITY
        return not (located and start in self.surnames)


def _characters(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(offset for mention in mentions for offset in range(mention.start, mention.end))


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Find the places of a document, and the summits whose place or days it leaves unsaid."""

    index: PlaceIndex
    summits: Summits
    territories: Territories
    georgian: frozenset[str]

    def __call__(self, reading: Reading, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return the place mentions, and the time mentions of summits, in the order of the text.

        `actors` are its actor mentions: their countries decide between places of one name.
        """
        parties = Parties.of(actors)
        text = reading.document.text
        names = [name for parsed in reading.sentences for name in names_in(parsed, text, self.index)]  # 1
        surnames = surnames_in(reading.sentences, self.index) if names else frozenset()
        names = [name for name in names if name.areas or name.text not in surnames]
        scene = self._scene(reading, names, parties)  # 2
        found: dict[int, Mention] = {}
        for mention, end in self._datelines(reading, scene):  # 4 before 3: what a dateline holds is taken
            found[mention.start] = mention
            names = [name for name in names if not mention.start <= name.span[0] < end]
        decided: dict[str, Spot] = {}
        for name in names:  # 3
            listed = _listed(name, found)
            choice = self._choice(listed, parties, scene, decided)
            if choice is not None:
                status = self.territories.on(choice.spot.id, reading.document.published)
                known = replace(choice, evidence=(*choice.evidence, *status.lines))
                found[name.span[0]] = _mention(reading, name.span, known, status.note)
        summits = self.summits(reading, found)  # 5
        return tuple(sorted((*found.values(), *summits), key=lambda mention: (mention.start, mention.kind)))

    def _scene(self, reading: Reading, names: list[Name], parties: Parties) -> Scene:
        # a capital that is read as its government says nothing of which town of that name is meant
        towns = {name.span[0] for name in names if any(spot.capital for spot in name.spots)}
        scene = Scene({country for start, country in parties.owners.items() if country and start not in towns})
        for name in names:
            certain = beside(name.spots, name.areas) or (name.spots if len(name.spots) == 1 else ())
            for spot in certain[:1]:
                if spot.kind != "city" or spot.people > KNOWN_CITY or name.areas:
                    scene.add(spot)
        if any(name.text == STATE_NAME for name in names):
            tokens = (token.text for parsed in reading.sentences for token in parsed.tokens)
            if any(word in self.georgian for word in tokens):
                scene.regions.add(STATE_IN_US)
                scene.countries.add(STATE_IN_US[0])
        return scene

    def _choice(self, name: Name, parties: Parties, scene: Scene, decided: dict[str, Spot]) -> "Choice | None":
        owners = self._owners(name, parties)
        inside = beside(name.spots, name.areas) or beside(name.spots, owners)
        before = decided.get(name.text)
        if inside:
            spot, clear = choose(inside, name.text, scene)
            decided[name.text] = spot
        elif before is not None and before in name.spots:
            spot, clear = before, True
        else:
            spot, clear = choose(name.spots, name.text, scene)
        if not inside and spot.country not in scene.countries and self._is_doubtful(name, spot):
            return None
        if parties.person(name, spot) or not _allowed(name, spot, parties):
            return None
        confidence = CONFIDENCE.get(name.position.rule, 0.7) * (1.0 if clear or inside else 0.8)
        evidence = (spot.id, f"rule:place.{name.position.rule}", name.position.word)
        areas = tuple(area.id for area in (*name.areas, *owners) if inside and beside((spot,), (area,)))
        return Choice(spot, (*evidence, *areas[:1]), round(confidence, 3))

    def _is_doubtful(self, name: Name, spot: Spot) -> bool:
        """Whether a small town's name is likely something else: short, shared, or of a state that speaks English."""
        if spot.kind != "city" or spot.people >= SMALL_CITY:
            return False
        common = self.index.words.has("english", spot.country) or len(name.text) < SHORT_NAME
        return common or len(name.spots) > 1

    def _owners(self, name: Name, parties: Parties) -> tuple[Spot, ...]:
        """Countries and regions that own the place: "the Syrian city of", "Canada's"."""
        found: list[Spot] = []
        for i in name.position.owners:
            token = name.parsed.tokens[i]
            country = parties.owners.get(token.start, "")
            if country:
                found.append(Spot("", "", "country", country, "", None, None, None, 0))
            found += [spot for spot in self.index.find(token.text) if spot.kind in ("country", "region")]
        return tuple(found)

    def _datelines(self, reading: Reading, scene: Scene) -> Iterator[tuple[Mention, int]]:
        for span, name, area, end in datelines(reading.document.text, reading.sentences):
            spots = self.index.find(name)
            if not spots:
                continue
            areas = self.index.find(area.strip("., ")) or tuple(
                self.index.regions[kind.removeprefix("us_state:")]
                for kind, words in self.index.words.kinds.items()
                if kind.startswith("us_state:") and area in words
            )
            # a dateline names a town that all readers know, or its state beside it
            spot, clear = choose(beside(spots, areas) or spots, name, Scene())
            if not clear:
                spot, _ = choose(beside(spots, areas) or spots, name, scene)
            yield _mention(reading, span, Choice(spot, (spot.id, "rule:place.dateline"), 0.9), "dateline"), end


def _listed(name: Name, found: dict[int, Mention]) -> Name:
    """A name joined to a place before it is a place too: "visited Havana and Managua"."""
    token = name.parsed.tokens[name.last]
    if name.position.rule != "free" or token.dep not in ("conj", "appos"):
        return name
    first = name.parsed.tokens[token.head]
    if any(m.start <= first.start < m.end and m.note not in ("dateline", "summit") for m in found.values()):
        return name._replace(position=name.position._replace(rule="listed"))
    return name


@dataclass(frozen=True, slots=True)
class Choice:
    """The place meant, the lines and rules that say so, and how sure it is."""

    spot: Spot
    evidence: tuple[str, ...]
    confidence: float


def _allowed(name: Name, spot: Spot, parties: Parties) -> bool:
    """Whether a name in its position is a place and no party."""
    rule = name.position.rule
    state = spot.kind == "country"
    if name.owned and rule != "venue":  # "in London's East End", not "in Moscow's view"
        return rule in ("preposition", "listed") and not state and not spot.capital and spot.kind != "building"
    if rule in ("preposition", "listed", "travel", "state_part"):
        return rule != "state_part" or spot.kind != "building"  # "two thirds of the Security Council"
    if spot.kind not in ("country", "city", "area", "water") and not spot.anywhere:
        return False
    if rule == "direction":  # a seat of government is a party there, another town is none
        return name.span[0] not in parties.covered or not (state or spot.capital)
    if rule == "free":
        return _stands_alone(name, spot, parties)
    return rule == "visited" or not (state or (rule == "struck" and spot.capital))


def _stands_alone(name: Name, spot: Spot, parties: Parties) -> bool:
    """Whether a bare name can only be a place: a well-known city or a site that no actor is named after."""
    tokens = name.parsed.tokens
    if name.span[0] in parties.covered or spot.kind == "country" or spot.capital:
        return False
    if spot.kind == "city" and (spot.people < KNOWN_CITY or name.text != spot.name):
        return False
    around = (*tokens[name.last + 1 : name.last + 2], *(tokens[name.first - 1 : name.first] if name.first else ()))
    if any(token.pos == "PROPN" for token in around) or tokens[name.last].pos != "PROPN":
        return False
    token = tokens[name.last]
    acts = token.dep == "nsubj" or (token.dep == "pobj" and tokens[token.head].text.lower() in ("of", "by", "with"))
    return not acts or spot.kind != "region"


def _mention(reading: Reading, span: Span, choice: Choice, note: str = "") -> Mention:
    document, spot = reading.document, choice.spot
    return Mention(
        doc_id=document.doc_id,
        mention_id=fact_id(document.doc_id, "place", *span),
        start=span[0],
        end=span[1],
        kind="place",
        entity=spot.id,
        name=spot.name,
        country=spot.country,
        lat=spot.lat,
        lon=spot.lon,
        admin1=spot.admin1,
        geonames_id=spot.geonames_id,
        evidence=tuple(part for part in choice.evidence if part),
        confidence=choice.confidence,
        note=note,
        coded_with=reading.coded_with,
    )
