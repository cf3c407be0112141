"""shared/offices.tsv: persons' terms in offices, sifted, joined and given ids."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.drops import Drops
from training.actors.persons import Spelling, drop_effective, person_id, unify_persons
from training.actors.tables import TermRow, folded, read_rows, slug

# Source of the terms in training/curated_offices.tsv until they are sifted.
OWN = "own"


class OfficeRow(NamedTuple):
    """The columns of shared/offices.tsv."""

    id: str
    person_id: str
    person: str
    iso3: str
    office: str
    role: str
    code: str
    start: str
    end: str
    open_as_of: str
    source: str
    licence: str


@dataclass
class Offices:
    """The terms kept so far; after `rows`, also the spellings of one person that were found to be the same."""

    codes: Codes
    drops: Drops
    terms: list[TermRow] = field(default_factory=list)
    spellings: frozenset[Spelling] = frozenset()

    def add(self, rows: Iterable[TermRow]) -> None:
        """Keep the terms that an analyst of relations between states can use, and all that we typed ourselves."""
        for row in rows:
            for term in self._split(row):
                if row.source == OWN or self._useful(term):
                    self.terms.append(term._replace(source="curated") if row.source == OWN else term)

    def _split(self, row: TermRow) -> list[TermRow]:
        """Two persons in one cell ("A and B") are two terms; titles before names go."""
        names = [row.person]
        if " and " in row.person and not row.wikidata_id:
            names = row.person.split(" and ")
        role = self.codes.get("office-role", f"{row.iso3}:{row.office}") or self.codes.get("role", row.role) or row.role
        office = self.drops.whole_office(row.office)
        office = row.office if row.source == OWN else office
        persons = [self.drops.without_title(name) for name in names]
        return [
            row._replace(person=self.codes.get("person-name", f"{row.iso3}:{name}") or name, role=role, office=office)
            for name in persons
        ]

    def _useful(self, term: TermRow) -> bool:
        """Sift by role, office and person; the patterns and their reasons stand in curated_drops.tsv."""
        if not re.search(r"[A-Za-z]{2}", folded(term.person)) or not term.person.isprintable():
            return False
        if " " not in term.person and not self.drops.matches("single-name", term.person):
            return False
        if self.drops.matches("role", term.role) or self.drops.matches(
            "person", f"{term.iso3}:{term.person}:{term.start}"
        ):
            return False
        if self.codes.is_dependency(term.iso3):
            return False
        if term.role in ("OTHER", "DEP", "AMB", "DPM", "SPEAKER", "HOG", "INT", "FIN", "JUST", "TRADE", "FM", "DM"):
            office = f"{term.role}:{term.iso3}:{term.office}"
            return not self.drops.matches("office", office) and (
                term.role not in ("OTHER", "DEP", "AMB") or self.drops.matches("keep-office", office)
            )
        return True

    def rows(self) -> list[OfficeRow]:
        """Return the rows of the file."""
        terms, self.spellings = unify_persons(self.terms, self.codes)
        merged = _join_terms(drop_effective(terms), self.codes)
        return _with_ids([self._row(term) for term in merged])

    def _row(self, term: TermRow) -> OfficeRow:
        source, licence = self.codes.licences(term.source)
        country = self.codes.country(term.iso3) if len(term.iso3) == 3 else term.iso3
        code = self.codes.actor(term.iso3, term.sector)
        iso3 = code[:3] if self.codes.get("body", term.iso3) else country
        person = person_id(term.iso3, term.person, term.wikidata_id, self.codes)
        return OfficeRow(
            "", person, term.person, iso3, term.office, term.role, code,
            term.start, term.end, "" if term.end else term.open_as_of, source, licence,
        )  # fmt: skip


def _join_terms(terms: Sequence[TermRow], codes: Codes) -> list[TermRow]:
    """Join terms of one person in one office that touch: Wikidata splits a tenure by cabinet."""
    by_office: dict[tuple[str, str, str, str], list[TermRow]] = defaultdict(list)
    for term in terms:
        person = person_id(term.iso3, term.person, term.wikidata_id, codes)
        by_office[term.iso3, person, term.role, term.office].append(term)
    joined: list[TermRow] = []
    for group in by_office.values():
        group.sort(key=lambda term: (term.start, term.end or "9999"))
        kept = [group[0]]
        for term in group[1:]:
            last = kept[-1]
            if last.end and not _touches(last.end, term.start):
                kept.append(term)
            else:
                kept[-1] = _longer(last, term)
        joined.extend(kept)
    return joined


def _touches(end: str, start: str) -> bool:
    """Tell whether one term ends in the month in which the next begins, or later."""
    return end[:7] >= start[:7] if len(end) > 4 and len(start) > 4 else end[:4] >= start[:4]


def _longer(first: TermRow, second: TermRow) -> TermRow:
    """Return two touching terms as one; of their ends the one that a source vouches for last."""
    last = max((first, second), key=lambda term: (term.end or term.open_as_of, not term.end))
    return first._replace(end=last.end, open_as_of=last.open_as_of)


def _with_ids(rows: list[OfficeRow]) -> list[OfficeRow]:
    """Give every row the shortest id no other row has: person, role and year, then the day, then office and end."""
    rows = list(dict.fromkeys(rows))
    named: list[OfficeRow] = []
    for level in range(4):
        groups: dict[str, list[OfficeRow]] = defaultdict(list)
        for row in rows:
            groups[_id(row, level)].append(row)
        named.extend(group[0]._replace(id=name) for name, group in groups.items() if len(group) == 1)
        rows = [row for group in groups.values() if len(group) > 1 for row in group]
    if rows:
        raise SystemExit(f"no id tells these terms apart: {rows[:4]}")
    return named


def _id(row: OfficeRow, level: int) -> str:
    start = row.start[:4] if level == 0 else row.start
    tail = ["", "", f".{slug(row.office)}", f".{slug(row.office)}.{row.iso3.lower()}.{row.end}"][level]
    return f"office:{row.person_id.lower().replace(':', '.')}.{row.role.lower()}.{start or 'unknown'}{tail}"


def read_terms(knowledge: Path, additions: Path) -> list[TermRow]:
    """Read the knowledge table and our own terms, which take the place of theirs with the same start."""
    own = read_rows(additions / "curated_offices.tsv", TermRow, TermRow._fields)
    replaced = {(term.iso3, term.person, term.role, term.start) for term in own}
    known = read_rows(knowledge / "offices.tsv", TermRow, TermRow._fields)
    return [term._replace(source=OWN) for term in own] + [
        term for term in known if (term.iso3, term.person, term.role, term.start) not in replaced
    ]
