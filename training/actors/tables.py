"""Reading the knowledge tables and our own additions, and writing lexicon files: tabs, one header line, no quoting."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2s
from pathlib import Path
from typing import NamedTuple, TypeVar

Row = TypeVar("Row", bound=tuple[str, ...])

ADDITIONS = Path(__file__).parent.parent


class StateRow(NamedTuple):
    """The columns of a state in the knowledge tables that we use."""

    iso3: str
    name: str
    capital: str
    valid_from: str
    valid_to: str
    memberships: str


class AliasRow(NamedTuple):
    """A name of an entity in the knowledge tables."""

    entity: str
    entity_type: str
    canonical: str
    alias: str
    kind: str
    valid_from: str
    valid_to: str
    source: str


class TermRow(NamedTuple):
    """A person's term in an office in the knowledge tables."""

    iso3: str
    person: str
    wikidata_id: str
    office: str
    sector: str
    role: str
    start: str
    end: str
    open_as_of: str
    source: str


class BodyRow(NamedTuple):
    """An organisation in the knowledge tables."""

    id: str
    name: str
    aliases: str
    type: str
    home_iso3: str
    cameo_code: str
    source: str


class AgentRow(NamedTuple):
    """A role noun in the knowledge tables."""

    phrase: str
    plover_sector: str
    source: str


def read_rows(path: Path, make: Callable[..., Row], columns: Sequence[str]) -> list[Row]:
    """Read the named columns of a TSV file into rows; lines that begin with `#` are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    places = [header.index(column) for column in columns]
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        cells += [""] * (len(header) - len(cells))
        rows.append(make(*(cells[place].strip() for place in places)))
    return rows


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> int:
    """Write rows sorted by id, which stands first; returns their number."""
    ordered = sorted(rows)
    lines = ["\t".join(columns), *("\t".join(row) for row in ordered)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(ordered)


def folded(text: str) -> str:
    """Return text in lower case without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def slug(text: str) -> str:
    """Return text as a readable part of an id: no accents, lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9.+&]+", "-", folded(text).replace("'", "").replace("’", "")).strip("-") or digest(text)


def digest(text: str) -> str:
    """Return four characters that tell apart texts whose slugs are the same."""
    return blake2s(text.encode(), digest_size=2).hexdigest()
