"""An act as coder and reviewer both tell it, and when two of them are the same."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from detente.lexicons.entries import OrganisationLine, PhraseLine, StateLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.record.store import Record


class Party(NamedTuple):
    """One side of an act: code (`USAGOV`), country (`USA`), sector (`GOV`), entity; empty where unknown."""

    code: str = ""
    country: str = ""
    sector: str = ""
    entity: str = ""

    @property
    def name(self) -> str:
        """What two codings of one party share: its country, else its code."""
        return self.country or self.code


class Act(NamedTuple):
    """Who did what to whom, in one sentence; `story` is that of a coded act, else the cluster of its text."""

    type: str
    source: Party
    target: Party
    mutual: bool = False
    story: str = ""


class Codebook(NamedTuple):
    """What judgements are checked against and counted by.

    Attributes:
        quads: type to quad: PLOVER's, then those of the record's own codebook; 0 for one of these without a quad.
        states: ISO3 codes.
        state_sectors: sectors that act for their state; the state itself is the empty one.
        organisations: entity to code.
    """

    quads: dict[str, int]
    states: frozenset[str]
    state_sectors: frozenset[str]
    organisations: dict[str, str]

    def party(self, written: str) -> Party:
        """Read a party as a reviewer writes it: a code, or an entity such as ORG:NATO."""
        entity = written if ":" in written else ""
        code = self.organisations.get(entity, "") if entity else written
        country = code[:3] if code[:3] in self.states else ""
        return Party(code, country, code[3:] if country else "", entity)

    def acts_for(self, party: Party, actor: str) -> bool:
        """Whether a party is the actor asked for, as `detente relations` takes it: a state with its state sectors."""
        if actor in (party.code, party.entity):
            return True
        return party.country == actor and party.sector in self.state_sectors

    def between(self, act: Act, a: str, b: str) -> bool:
        """Whether an act lies between two actors, either way round."""
        return self.goes(act, a, b) or self.goes(act, b, a)

    def goes(self, act: Act, a: str, b: str) -> bool:
        """Whether the first actor acts on the second."""
        return self.acts_for(act.source, a) and self.acts_for(act.target, b)


def load_codebook(record: Record | None = None) -> Codebook:
    """Read the shipped codebook, with the types a record was coded with beside PLOVER's."""
    shipped = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine) if not line.mode}
    return Codebook(
        quads=shipped | {type_: quad for type_, quad in own_types(record).items() if type_ not in shipped},
        states=frozenset(line.iso3 for line in read_lines("shared/states.tsv", StateLine)),
        state_sectors=frozenset(["", *(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))]),
        organisations={line.entity: line.code for line in read_lines("shared/organisations.tsv", OrganisationLine)},
    )


def own_types(record: Record | None) -> dict[str, int]:
    """Types of a record's coded events with their quads, 0 where a type has none; in the order of the alphabet."""
    if record is None:
        return {}
    return dict(record.run("types_coded", {}).fetchall())


def confirmed(coded: Sequence[Act], judged: Sequence[Act], kind: Callable[[str], object]) -> list[Act]:
    """Return the coded acts that a judged one confirms: same kind (of its type), same parties; each is used once.

    Where one of the two is mutual, who stands first does not matter.
    """
    left = list(judged)
    found: list[int] = []
    for same in (_same_way, _same_two):
        for place in [place for place in range(len(coded)) if place not in found]:
            act = coded[place]
            match = next((other for other in left if kind(other.type) == kind(act.type) and same(act, other)), None)
            if match is not None:
                left.remove(match)
                found.append(place)
    return [coded[place] for place in sorted(found)]


def _same_way(one: Act, other: Act) -> bool:
    return (one.source.name, one.target.name) == (other.source.name, other.target.name)


def _same_two(one: Act, other: Act) -> bool:
    return (one.mutual or other.mutual) and (one.source.name, one.target.name) == (other.target.name, other.source.name)
