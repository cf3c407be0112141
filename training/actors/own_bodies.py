"""Bodies typed by us in training/curated_bodies.tsv: one line makes an organisation and its names."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.actors.names import NameRow
from training.actors.organisations import OrganisationRow
from training.actors.tables import read_rows, slug

# Bodies of these sectors are institutions of a state, which need no line in organisations.tsv.
KINDS = {
    "PTY": "party", "JRN": "media", "BUS": "company", "MNC": "company", "REB": "armed group", "PRM": "armed group",
    "CRM": "armed group", "IMG": "armed group", "IGO": "IGO", "UNO": "IGO", "EUR": "IGO",
}  # fmt: skip


class OwnBodyRow(NamedTuple):
    """A body typed by us; names are joined by `;`, and those in `common` are words or stand for others too."""

    entity: str
    code: str
    name: str
    aliases: str
    common: str


def read_own_bodies(additions: Path) -> list[OwnBodyRow]:
    """Read training/curated_bodies.tsv."""
    return read_rows(additions / "curated_bodies.tsv", OwnBodyRow, OwnBodyRow._fields)


def as_organisations(bodies: list[OwnBodyRow], known: set[str]) -> Iterator[OrganisationRow]:
    """Yield the organisations among our bodies that no other table has."""
    for body in bodies:
        if body.entity.startswith("ORG:") and body.entity not in known:
            kind = KINDS.get(body.code[3:] or body.code, "NGO")
            country = body.code[:3] if len(body.code) == 6 else ""
            id_ = f"organisation:{slug(body.entity.removeprefix('ORG:'))}"
            yield OrganisationRow(id_, body.entity, body.name, kind, country, body.code, "curated", "own")


def as_names(bodies: list[OwnBodyRow]) -> Iterator[NameRow]:
    """Yield all names of our bodies."""
    for body in bodies:
        for alias in body.aliases.split(";"):
            if alias:
                kind = "abbreviation" if alias.replace("-", "").replace(".", "").isupper() else "name"
                yield NameRow("", body.entity, body.name, alias, kind, body.code, "", "", "curated", "own")
        for alias in body.common.split(";"):
            if alias:
                yield NameRow("", body.entity, body.name, alias, "common", body.code, "", "", "curated", "own")
