"""shared/organisations.tsv: bodies that are no state."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.drops import Drops
from training.actors.tables import BodyRow, digest, read_rows, slug


class OrganisationRow(NamedTuple):
    """The columns of shared/organisations.tsv."""

    id: str
    entity: str
    name: str
    kind: str
    country: str
    code: str
    source: str
    licence: str


def read_bodies(knowledge: Path, additions: Path) -> list[BodyRow]:
    """Read the knowledge table and our own additions to it."""
    columns = BodyRow._fields
    return read_rows(knowledge / "organisations.tsv", BodyRow, columns) + read_rows(
        additions / "curated_organisations.tsv", BodyRow, columns
    )


def entity(body: BodyRow) -> str:
    """Return the entity id of an organisation as the alias table writes it."""
    return f"ORG:{body.id or body.name}"


def useful(body: BodyRow, drops: Drops) -> bool:
    """Tell whether to keep an organisation: of the Phoenix lists only what reads as the name of a body."""
    if "curated" in body.source:
        return True
    if drops.matches("organisation", body.name):
        return False
    if body.type in ("company", "media"):
        return False
    if " " not in body.name or not body.name.isprintable() or any(mark in body.name for mark in "/|("):
        return False
    if body.type == "armed group":
        return "cia" in body.source or drops.matches("group-word", body.name)
    return True


def code(body: BodyRow, codes: Codes) -> str:
    """Return the code of an organisation: curated, else by its kind, its home and the code Phoenix gave it."""
    curated = codes.get("organisation", body.id or body.name)
    if curated:
        return curated
    if body.type == "IGO":
        united = "UNO" in body.cameo_code or body.name.startswith(("United Nations", "UN "))
        return "UNO" if united else "IGO"
    if body.type == "NGO":
        return "NGO"
    sector = {"armed group": "REB", "company": "BUS", "media": "JRN", "party": "PTY"}[body.type]
    if body.type == "armed group" and (body.cameo_code.startswith("IMG") or not body.home_iso3):
        return "IMG"
    return codes.state(body.home_iso3)[:3] + sector


def organisation_rows(bodies: Iterable[BodyRow], codes: Codes, drops: Drops) -> list[OrganisationRow]:
    """Return the rows of the file; the same entity is kept once, our own entries first."""
    kept: dict[str, OrganisationRow] = {}
    ids: dict[str, str] = {}
    for body in sorted(bodies, key=lambda body: ("curated" not in body.source, entity(body), body.name)):
        if not useful(body, drops) or entity(body) in kept:
            continue
        source, licence = codes.licences(body.source)
        name = slug(body.id or body.name)
        if ids.setdefault(name, entity(body)) != entity(body):
            name = f"{name}.{digest(entity(body))}"
        kept[entity(body)] = OrganisationRow(
            f"organisation:{name}", entity(body), body.name, body.type, codes.country(body.home_iso3),
            code(body, codes), source, licence,
        )  # fmt: skip
    return list(kept.values())
