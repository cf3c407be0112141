"""From what a user calls an actor to how the record knows it: a country, a code, an entity."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rapidfuzz import fuzz, process

from detente.errors import UsageError
from detente.lexicons.entries import NameLine, StateLine
from detente.lexicons.reading import read_lines
from detente.record.store import Record

# A branch of a state, with no part of it named.
BRANCH = re.compile("[A-Z]{3}:[A-Z]{3}")
# Below this two names have little more than their length in common; of three letters two are enough.
ALIKE = 75
CODES_ALIKE = 60
SHOWN = 6


def find_actor(record: Record, given: str) -> str:
    """Return the country (USA), code (RUSMIL) or entity (ORG:NATO) that events of the record know an actor by.

    `given` may be any of these in upper or lower case, or a name: "Russia", "NATO", "Hamas"; of imported events also a
    name of that data set, "Militant (India)".

    Raises:
        UsageError: no event names the actor; the message lists the actors of the record that are called alike.
    """
    for key in filter(None, _candidates(given.strip())):
        if record.run("actor_known", {"actor": key}).fetchall()[0][0]:
            return key
    called = record.run("actor_called", {"given": given.strip()}).fetchall()
    if called:
        return str(called[0][0])
    actors = [(actor, name or actor_name(actor)) for actor, name, _ in record.run("actors", {}).fetchall()]
    named = next((actor for actor, name in actors if given.casefold() in (actor.casefold(), name.casefold())), None)
    if named is not None:
        return str(named)
    raise UsageError(f"no event of the record names {given!r}; {_alike(given, actors)}")


def actor_name(key: str) -> str:
    """Return the name of a country or entity, such as Russia or NATO; of any other code the code itself."""
    return _names().get(key, key)


@cache
def _names() -> dict[str, str]:
    """The name of each entity; a state's own line wins, since names.tsv holds former names too."""
    names = {line.entity: line.name for line in read_lines("shared/names.tsv", NameLine)}
    return names | {line.iso3: line.name for line in read_lines("shared/states.tsv", StateLine)}


def _candidates(given: str) -> Iterator[str]:
    """The text as a code, as an entity, and the entities it is a name of, in the order of the lexicon."""
    yield given.upper().replace(" ", "")
    yield given
    called = given.casefold()
    seen: set[str] = set()
    for line in read_lines("shared/names.tsv", NameLine):
        if called in (line.alias.casefold(), line.entity.casefold()) and line.entity not in seen:
            seen.add(line.entity)
            # the people of a government act for it: the code knows them all, the entity RUS:GOV only its bare name
            yield line.code if BRANCH.fullmatch(line.entity) else line.entity


def _alike(given: str, actors: Sequence[tuple[str, str]]) -> str:
    """The actors called most alike, else the most frequent ones."""
    if not actors:
        return "it has no events"
    labels = [f"{actor} ({name})" if name != actor else actor for actor, name in actors]
    codes, names = [actor for actor, _ in actors], [name for _, name in actors]
    by_code = process.extract(given.upper(), codes, scorer=fuzz.ratio, score_cutoff=CODES_ALIKE, limit=SHOWN)
    by_name = process.extract(given, names, scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=SHOWN, processor=str.casefold)
    near = list(dict.fromkeys(labels[at] for _, _, at in [*by_code, *by_name]))[:SHOWN]
    return f"near are {', '.join(near)}" if near else f"most events name {', '.join(labels[:SHOWN])}"
