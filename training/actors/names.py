"""shared/names.tsv: what states, institutions, organisations and persons are called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.drops import Drops
from training.actors.offices import OfficeRow
from training.actors.organisations import OrganisationRow
from training.actors.persons import Spelling, name_key, person_id
from training.actors.tables import AliasRow, digest, read_rows, slug

# First in this order wins where an alias of one entity comes twice.
KINDS = (
    "name", "short", "abbreviation", "common", "capital", "metonym", "adjective", "demonym", "former", "variant",
    "spelling",
)  # fmt: skip


class NameRow(NamedTuple):
    """The columns of shared/names.tsv."""

    id: str
    entity: str
    name: str
    alias: str
    kind: str
    code: str
    valid_from: str
    valid_to: str
    source: str
    licence: str


class OwnNameRow(NamedTuple):
    """A name typed by us."""

    entity: str
    name: str
    alias: str
    kind: str
    code: str
    valid_from: str
    valid_to: str


@dataclass
class Names:
    """The names gathered so far, by entity, alias and start of validity."""

    codes: Codes
    drops: Drops
    kept: dict[tuple[str, str, str], NameRow] = field(default_factory=dict)
    own: set[tuple[str, str]] = field(default_factory=set)

    def add(self, row: NameRow) -> None:
        """Keep a name unless the same entity has it already; ours come first, then the better kind."""
        alias = self._plain(row.alias)
        # what stands for other things too is kept where the document must speak of its state; so is a name of our own
        ours = row.kind == "common" or (row.source == "curated" and row.alias == row.name and own_name(row.name))
        if not ours and any(self.drops.matches("alias", text) for text in (row.alias, alias)):
            return
        if not alias.isprintable():
            return
        key = row.entity, alias, row.valid_from
        before = self.kept.get(key)
        if before is None or (before.source != "curated" and KINDS.index(row.kind) < KINDS.index(before.kind)):
            self.kept[key] = row._replace(alias=alias)

    @staticmethod
    def _plain(alias: str) -> str:
        """Return an alias without an article in lower case; "The Hague" and "The Times" keep theirs."""
        return re.sub(r"^the (?=[A-Z0-9ÉÎ])", "", " ".join(alias.split()))

    def add_own(self, path: Path) -> None:
        """Add the names of training/curated_names.tsv; they win over all others."""
        for own in read_rows(path, OwnNameRow, OwnNameRow._fields):
            self.add(NameRow("", *own, "curated", "own"))
            self.own.add((own.code[:3], self._plain(own.alias)))

    def add_states(self, aliases: Iterable[AliasRow]) -> None:
        """Add the names of states; capitals stand for the government."""
        for row in aliases:
            kind = self.codes.get("state-kind", row.kind)
            if row.entity_type != "state" or not kind or self.drops.matches("state-name", f"{row.entity}:{row.alias}"):
                continue
            if kind == "former" and self.drops.matches("state-alias", row.alias):
                continue
            iso3 = self.codes.country(row.entity)
            capital = kind == "capital"
            if capital and self.codes.is_dependency(row.entity):
                continue
            self._add_alias(
                row, f"{iso3}:GOV" if capital else iso3, kind,
                self.codes.actor(row.entity, "GOV") if capital else self.codes.state(row.entity),
            )  # fmt: skip

    def add_institutions(self, aliases: Iterable[AliasRow]) -> None:
        """Add institutions and what stands for them."""
        for row in aliases:
            if row.entity_type != "institution":
                continue
            parts = row.entity.split(":")
            parts[0] = self.codes.country(parts[0])
            sector = parts[1] if len(parts) > 1 else "GOV"
            kind = "name" if row.kind == "name" else "abbreviation" if row.alias.isupper() else "metonym"
            entity = "ORG:NATO" if row.entity == "NATO" else ":".join(parts)
            code = self.codes.actor(parts[0], sector)
            if (code[:3], self._plain(row.alias)) not in self.own:
                self._add_alias(row, entity, kind, code)

    def add_organisations(self, bodies: Sequence[OrganisationRow], aliases: Iterable[AliasRow]) -> None:
        """Add organisations: their names, and their aliases in the knowledge table."""
        by_entity = {body.entity: body for body in bodies}
        for body in bodies:
            entity = organisation_entity(body)
            kind = "abbreviation" if body.name.isupper() else "name"
            self.add(NameRow("", entity, body.name, body.name, kind, body.code, "", "", body.source, body.licence))
        for row in aliases:
            known = by_entity.get(row.entity)
            if known is None:
                continue
            kind = self.codes.get("organisation-kind", row.kind) or "variant"
            if kind == "variant" and row.alias.replace("-", "").replace(".", "").isupper():
                kind = "abbreviation"
            if kind == "variant" and " " not in row.alias and "curated" not in row.source:
                continue
            self._add_alias(row, organisation_entity(known), kind, known.code)

    def add_persons(
        self, terms: Sequence[OfficeRow], aliases: Iterable[AliasRow], spellings: Iterable[Spelling]
    ) -> None:
        """Add the full names of office holders and their spellings; bare surnames are derived by the resolver."""
        codes: dict[str, set[str]] = defaultdict(set)
        names: dict[str, OfficeRow] = {}
        for term in terms:
            codes[term.person_id].add(term.code)
            names.setdefault(term.person_id, term)
        for key, own in self.kept.items():
            if not own.code and own.entity in names:
                self.kept[key] = own._replace(code=common_code(codes[own.entity]))
        for person, term in names.items():
            code = common_code(codes[person])
            self.add(NameRow("", person, term.person, term.person, "name", code, "", "", term.source, term.licence))
        spelt = [
            AliasRow(s.wikidata_id, "person", "", s.person, "name variant", "", "", s.source) for s in sorted(spellings)
        ]
        bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
        for person, term in names.items():
            bearers[term.code[:3], name_key(term.person)].add(person)
        for alias in [*aliases, *spelt]:
            person = person_entity(alias.entity, self.codes)
            kind = self.codes.get("person-kind", alias.kind)
            text = self.drops.without_title(alias.alias)
            if person not in names or bearers[names[person].code[:3], name_key(text)] - {person}:
                continue  # a source calls a son by the father's name, or a minister by the predecessor's
            if kind and " " in text:
                row = alias._replace(alias=text, canonical=names[person].person)
                self._add_alias(row, person, kind, common_code(codes[person]))

    def _add_alias(self, row: AliasRow, entity: str, kind: str, code: str) -> None:
        source, licence = self.codes.licences(row.source)
        self.add(
            NameRow("", entity, row.canonical, row.alias, kind, code, row.valid_from, row.valid_to, source, licence)
        )

    def rows(self) -> list[NameRow]:
        """Return the rows of the file, with ids made of entity and alias."""
        groups: dict[str, list[NameRow]] = defaultdict(list)
        for row in self.kept.values():
            groups[f"name:{_entity_slug(row.entity)}.{slug(row.alias)}"].append(row)
        named = []
        for name, group in groups.items():
            plain = min(group, key=lambda row: (not row.alias.isascii(), row.alias, row.valid_from))
            for row in group:
                tail = "" if row is plain else f".{digest(row.alias + row.valid_from)}"
                named.append(row._replace(id=name + tail))
        return named


def own_name(name: str) -> bool:
    """Tell whether a name that we typed is full enough to pass unsifted: "Time" and "The Sun" are not."""
    return " " in name and not name.startswith("The ")


def organisation_entity(body: OrganisationRow) -> str:
    """Return the entity of an organisation; the United Nations and the European Union are known by their code."""
    return {"ORG:UN": "UNO", "ORG:EU": "EUR"}.get(body.entity, body.entity)


def person_entity(entity: str, codes: Codes) -> str:
    """Return the person id that offices.tsv gives to an entity of the alias table."""
    country, _, name = entity.partition(":")
    return person_id(country, name, "", codes) if name else entity


def common_code(codes: set[str]) -> str:
    """Return the one code of all of a person's offices, or their one country, or ""."""
    if len(codes) == 1:
        return next(iter(codes))
    countries = {code[:3] for code in codes}
    return next(iter(countries)) if len(countries) == 1 else ""


def _entity_slug(entity: str) -> str:
    return ".".join(slug(part) for part in entity.removeprefix("ORG:").split(":"))


def read_aliases(knowledge: Path) -> list[AliasRow]:
    """Read the alias table."""
    return read_rows(knowledge / "aliases.tsv", AliasRow, AliasRow._fields)
