"""The lexicons the actor step reads, indexed once a process."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from detente.lexicons.entries import (
    AgentLine,
    NameLine,
    OfficeLine,
    OrganisationLine,
    PlaceLine,
    RegionLine,
    StateLine,
)
from detente.lexicons.reading import read_lines
from detente.lexicons.user_entries import ANY_CASE
from detente.mentions.gazetteer import Gazetteer, fold
from detente.mentions.layering import LayeredGazetteer
from detente.mentions.offices import Offices
from detente.mentions.words import ActorWords, load_words

ARTICLE = "the "
# A name shorter than this is no name without its article ("The Ha").
LEAST_BARE = 4
# At 94 of 100 (Levenshtein ratio) "Afganistan" and "Phillippines" pass, "Styrian" for "Syrian" (92) does not.
SAME_WORD, LEAST_RESPELLED = 94, 8
# Smaller towns share their names with people too often; their places are step "places"' business.
LARGE_TOWN = 150_000
# Shorter names of regions are words as often.
LEAST_REGION = 5


class ActorLines(NamedTuple):
    """The lexicon lines that name actors, file by file."""

    names: tuple[NameLine, ...] = ()
    offices: tuple[OfficeLine, ...] = ()
    organisations: tuple[OrganisationLine, ...] = ()
    states: tuple[StateLine, ...] = ()
    agents: tuple[AgentLine, ...] = ()
    places: tuple[PlaceLine, ...] = ()
    regions: tuple[RegionLine, ...] = ()


class ActorLexicon(NamedTuple):
    """Everything that names an actor.

    Attributes:
        names: states, institutions, organisations and people by full name.
        surnames: people by surname alone.
        towns: large towns and regions, which say in which state an actor is; the line's code is that state.
        agents: role nouns, singular and plural, case ignored.
        states: ISO3 to its line.
        state_words: single words that name a state, by first letter.
        organisations: entity to its line.
        offices: who held which office when.
        words: small words the rules turn on.
    """

    names: Gazetteer[NameLine]
    surnames: Gazetteer[NameLine]
    towns: Gazetteer[NameLine]
    agents: Gazetteer[AgentLine]
    states: dict[str, StateLine]
    state_words: dict[str, tuple[str, ...]]
    organisations: dict[str, OrganisationLine]
    offices: Offices
    words: ActorWords

    def spelled_like(self, word: str) -> tuple[NameLine, ...]:
        """Lines of a state whose name or adjective a long word nearly is: "Afganistan"."""
        if len(word) < LEAST_RESPELLED:
            return ()
        best = extractOne(fold(word), self.state_words.get(word[0], ()), scorer=ratio, score_cutoff=SAME_WORD)
        return self.names.get(best[0]) if best is not None else ()

    def kind_of(self, line: NameLine) -> str:
        """What a name stands for: state, body (institution or organisation) or person."""
        if line.entity in self.states:
            return "state"
        if line.entity in self.offices or line.kind == "surname":
            return "person"
        return "body"


def valid(line: NameLine, on: date | None) -> bool:
    """Whether the name meant its entity on a day; an undated text may use any name."""
    if on is None:
        return True
    return (line.valid_from is None or line.valid_from <= on) and (line.valid_to is None or on <= line.valid_to)


def existed(state: StateLine, on: date) -> bool:
    """Whether a state existed on a day."""
    return (state.valid_from is None or state.valid_from <= on) and (state.valid_to is None or on <= state.valid_to)


def plural(phrase: str) -> str:
    """Plural of a role noun; of "head of state" the first noun is made plural.

    >>> plural("secretary of state"), plural("policeman"), plural("army")
    ('secretaries of state', 'policemen', 'armies')
    """
    for link in (" of ", " in ", " for ", "-in-"):
        if link in phrase:
            head, _, rest = phrase.partition(link)
            return plural(head) + link + rest
    if phrase.endswith("man"):
        return phrase[:-2] + "en"
    if phrase.endswith("y") and phrase[-2:-1] not in "aeou":
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(("s", "x", "ch", "sh")) else "s")


def _bare(alias: str) -> str:
    """A name without its article, which the text may leave out or write small: "The New York Times"."""
    bare = alias[len(ARTICLE) :] if alias[: len(ARTICLE)].lower() == ARTICLE else alias
    return bare if len(bare) >= LEAST_BARE else alias


def surnames_of(line: NameLine, words: ActorWords) -> Iterator[str]:
    """What a newspaper calls a person after the first mention, by the customs of the state served.

    "Sergey Lavrov" is Lavrov, "Bashar al-Assad" is al-Assad or Assad, "Ursula von der Leyen" is von der Leyen; where
    the family name comes first (en/actor_words.tsv, family_name_first), "Xi Jinping" is Xi; where people go by the
    given name (called_by_given_name), "Abiy Ahmed" is Abiy too.
    """
    parts = line.alias.split()
    if len(parts) < 2:
        return
    if words.has("family_name_first", line.code[:3]):
        yield parts[0]
        return
    if words.has("called_by_given_name", line.code[:3]) and not words.has("honorific", parts[0].lower()):
        yield parts[0]
    last = len(parts) - 1
    if parts[last].lower().rstrip(".") in ("jr", "sr", "ii", "iii", "iv") and last > 1:
        last -= 1
    yield parts[last]
    bare = parts[last].partition("-")[2]
    if bare and words.has("particle", parts[last].partition("-")[0].lower()):
        yield bare
    first = last
    while first > 1 and words.has("particle", parts[first - 1].lower()):
        first -= 1
    if first < last:
        yield " ".join(parts[first : last + 1])


def _fathers_names(people: Sequence[NameLine], words: ActorWords) -> Iterator[tuple[str, NameLine]]:
    """The first of two surnames, by which Spanish names are called: "José Manuel ZELAYA Rosales"."""
    spanish = [line for line in people if words.has("two_surnames", line.code[:3])]
    given = {fold(line.alias).split()[0] for line in spanish}
    for line in spanish:
        parts = line.alias.split()
        if len(parts) > 2 and fold(parts[-2]) not in given and parts[-2][0].isupper() and len(parts[-2]) > 2:
            yield parts[-2], line


def _state_words(names: tuple[NameLine, ...], states: set[str]) -> dict[str, tuple[str, ...]]:
    found = {fold(line.alias) for line in names if line.entity in states and line.alias.isalpha()}
    letters: dict[str, list[str]] = {}
    for word in sorted(found):
        letters.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in letters.items()}


def _towns(places: Iterable[PlaceLine]) -> Iterator[NameLine]:
    """Large towns as names of the state they are in; a name that two large towns share says nothing."""
    largest: dict[str, list[PlaceLine]] = {}
    for place in places:
        if place.lat is not None and place.population >= LARGE_TOWN:
            largest.setdefault(place.name, []).append(place)
    for name, found in largest.items():
        best = max(found, key=lambda place: place.population)
        if all(place.country == best.country or place.population * 5 < best.population for place in found):
            yield NameLine(best.id, best.country, name, name, "town", best.country, None, None, "geonames", "CC-BY-4.0")


def _regions(regions: Iterable[RegionLine]) -> Iterator[NameLine]:
    """Regions as names of the state they lie in; a name that regions of two states share says nothing."""
    states: dict[str, dict[str, RegionLine]] = {}
    for region in regions:
        for name in (region.name, *region.alternates):
            states.setdefault(name, {})[region.country] = region
    for name, found in states.items():
        ((country, region), *others) = found.items()
        if country and not others and len(name) >= LEAST_REGION:
            yield NameLine(region.id, country, name, name, "town", country, None, None, "geonames", "CC-BY-4.0")


def _agent_forms(agents: Iterable[AgentLine], words: ActorWords) -> Iterator[tuple[str, AgentLine]]:
    """Singular and plural; a phrase that ends in a preposition ("embassy in") would swallow the name after it."""
    for line in agents:
        if not words.has("place_preposition", line.phrase.rpartition(" ")[2]):
            yield line.phrase, line
            yield plural(line.phrase), line


def _names(lines: tuple[NameLine, ...]) -> Gazetteer[NameLine]:
    """Full names; those of a user's dictionary in capitals match in any letter case."""
    named = [(_bare(line.alias), line) for line in lines if line.kind != "surname"]
    any_case = [(name, line) for name, line in named if line.source == ANY_CASE]
    if not any_case:
        return Gazetteer(named)
    return LayeredGazetteer((entry for entry in named if entry[1].source != ANY_CASE), any_case)


def build(lines: ActorLines, words: ActorWords) -> ActorLexicon:
    """Index lexicon lines for the actor step."""
    terms = Offices(lines.offices)
    people = [line for line in lines.names if line.entity in terms and line.kind != "surname"]
    surnames = [(line.alias, line) for line in lines.names if line.kind == "surname"]
    surnames.extend((surname, line) for line in people for surname in surnames_of(line, words))
    surnames.extend(_fathers_names(people, words))
    return ActorLexicon(
        names=_names(lines.names),
        surnames=Gazetteer(surnames),
        towns=Gazetteer((line.alias, line) for line in (*_towns(lines.places), *_regions(lines.regions))),
        agents=Gazetteer(_agent_forms(lines.agents, words), lower=True),
        states={line.iso3: line for line in lines.states},
        state_words=_state_words(lines.names, {line.iso3 for line in lines.states}),
        organisations={line.entity: line for line in lines.organisations},
        offices=terms,
        words=words,
    )


def shipped_lines() -> ActorLines:
    """Read the shipped lexicons."""
    return ActorLines(
        names=read_lines("shared/names.tsv", NameLine),
        offices=read_lines("shared/offices.tsv", OfficeLine),
        organisations=read_lines("shared/organisations.tsv", OrganisationLine),
        states=read_lines("shared/states.tsv", StateLine),
        agents=(*read_lines("en/agents.tsv", AgentLine), *read_lines("en/generic_agents.tsv", AgentLine)),
        places=read_lines("shared/places.tsv.gz", PlaceLine),
        regions=read_lines("shared/regions.tsv", RegionLine),
    )


def load() -> ActorLexicon:
    """Read and index the shipped lexicons."""
    return build(shipped_lines(), load_words())
