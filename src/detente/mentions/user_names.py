"""A user's dictionaries laid over the shipped lexicons: theirs win.

A name or role noun that theirs has is no longer ours. Where ours is a person, theirs gives that person new terms, so
that surname, pronoun and the office of the day work on; the person's id stays.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from detente.lexicons.entries import AgentLine, NameLine, OfficeLine
from detente.lexicons.user_actors import read_user_actors
from detente.lexicons.user_entries import UserActors
from detente.mentions.gazetteer import fold
from detente.mentions.lexicon import ActorLexicon, ActorLines, build, shipped_lines
from detente.mentions.offices import rank
from detente.mentions.words import load_words


def load_with(paths: Iterable[Path]) -> ActorLexicon:
    """Read the shipped lexicons and lay a user's dictionaries over them.

    Raises:
        LexiconError: a dictionary cannot be read or has wrong lines.
    """
    return build(lay_over(shipped_lines(), read_user_actors(paths)), load_words())


def lay_over(ours: ActorLines, theirs: UserActors) -> ActorLines:
    """Return the lexicon lines with a user's in the place of those of the same names and role nouns."""
    if not theirs.names and not theirs.agents:
        return ours
    replaced = _same_names(ours.names, theirs.names)
    terms: dict[str, list[OfficeLine]] = defaultdict(list)
    for office in ours.offices:
        terms[office.person_id].append(office)
    coded = {_key(line.alias) for line in theirs.names if line.code}
    names: list[NameLine] = []
    offices: list[OfficeLine] = []
    for line in theirs.names:
        known = [other for other in replaced[_key(line.alias)] if other.entity in terms]
        if _key(line.alias) not in coded or not (known or line.kind == "person"):
            names.append(line)
        elif line.code:  # days without a code are days without an office
            person = _as_person(line, known[0]) if known else replace(line, valid_from=None, valid_to=None)
            names.append(person)
            offices.append(_term(line, person, terms[person.entity]))
    changed = {office.person_id for office in offices}
    return ours._replace(
        names=(*names, *(line for line in ours.names if _key(line.alias) not in replaced)),
        offices=(*offices, *(office for office in ours.offices if office.person_id not in changed)),
        agents=_agents(ours.agents, theirs.agents),
    )


def _key(name: str) -> str:
    return fold(name).lower()


def _same_names(ours: Iterable[NameLine], theirs: Iterable[NameLine]) -> dict[str, list[NameLine]]:
    """Our lines by every name that theirs has too; names that only theirs has lead to nothing."""
    found: dict[str, list[NameLine]] = {_key(line.alias): [] for line in theirs}
    for line in ours:
        if _key(line.alias) in found:
            found[_key(line.alias)].append(line)
    return found


def _as_person(line: NameLine, known: NameLine) -> NameLine:
    """A user's line for a person we know: our id and spelling, their code."""
    return replace(known, id=line.id, code=line.code)


def _term(line: NameLine, person: NameLine, known: list[OfficeLine]) -> OfficeLine:
    """The days on which a user gives a person a code; the role is the most leading one known: it tells surnames."""
    role = min((term.role for term in known), key=rank, default="OTHER")
    role = "OTHER" if line.code.endswith("ELI") else role
    return OfficeLine(
        line.id, person.entity, person.name, line.code[:3], "", role, line.code, line.valid_from, line.valid_to, None,
        "user", "user",
    )  # fmt: skip


def _agents(ours: tuple[AgentLine, ...], theirs: tuple[AgentLine, ...]) -> tuple[AgentLine, ...]:
    """Role nouns; a user's keeps the office it names here ("foreign minister" is FM) where the sector is the same."""
    known = {(line.phrase.lower(), line.sector): line.role for line in ours}
    phrases = {line.phrase.lower() for line in theirs}
    told = (replace(line, role=known.get((line.phrase.lower(), line.sector), "")) for line in theirs)
    return (*told, *(line for line in ours if line.phrase.lower() not in phrases))
