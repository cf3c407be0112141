"""en/agents.tsv: role nouns with their PLOVER sector."""

import re
from pathlib import Path
from typing import NamedTuple

from training.actors.codes import Codes
from training.actors.drops import Drops
from training.actors.tables import AgentRow, digest, read_rows, slug


class AgentLineRow(NamedTuple):
    """The columns of en/agents.tsv."""

    id: str
    phrase: str
    sector: str
    role: str
    source: str
    licence: str


class OwnAgentRow(NamedTuple):
    """A role noun typed by us; `plural` says that a plural is to be made."""

    phrase: str
    sector: str
    role: str
    plural: str


# The ends of nouns and of their plurals, the first that fits.
PLURALS = (
    (r"(?<!hu)man$", "men"),
    (r" person$", " people"),
    (r"(?<=[a-z])person$", "persons"),
    (r"(?<=[^aeiou])y$", "ies"),
    (r"thief$", "thieves"),
    (r"child$", "children"),
    (r"(s|x|z|ch|sh)$", r"\1es"),
)


def agent_rows(knowledge: Path, additions: Path, codes: Codes, drops: Drops) -> list[AgentLineRow]:
    """Return the rows of the file: our own nouns with their plurals first, then what the dictionaries add to them."""
    kept: dict[str, AgentLineRow] = {}
    for own in read_rows(additions / "curated_agents.tsv", OwnAgentRow, OwnAgentRow._fields):
        for phrase in [own.phrase, plural(own.phrase)] if own.plural else [own.phrase]:
            kept.setdefault(phrase, AgentLineRow("", phrase, own.sector, own.role, "curated", "own"))
    for row in read_rows(knowledge / "agents.tsv", AgentRow, AgentRow._fields):
        sector = agent_sector(row, codes)
        if sector and row.phrase.isascii() and not drops.matches("agent", row.phrase):
            source, licence = codes.licences(row.source)
            kept.setdefault(row.phrase, AgentLineRow("", row.phrase, sector, "", source, licence))
    return with_ids(list(kept.values()))


def agent_sector(row: AgentRow, codes: Codes) -> str:
    """Return the PLOVER sector of a row, or "" to drop it; health and media share a label in the source."""
    if row.plover_sector == "MED":
        return "JRN" if "curated" in row.source else "MED"
    translated = codes.get("agent-sector", row.plover_sector)
    return "" if translated == "-" else translated or row.plover_sector


def plural(phrase: str) -> str:
    """Return the plural of a noun phrase: of its last word, or of the word before "of", "to", "for" or "in"."""
    parts = re.split(r"( (?:of|to|for|in|without) .*)", phrase, maxsplit=1)
    head, tail = parts[0], parts[1] if len(parts) > 1 else ""
    for pattern, ending in PLURALS:
        if re.search(pattern, head):
            return re.sub(pattern, ending, head) + tail
    return head + "s" + tail


def with_ids(rows: list[AgentLineRow]) -> list[AgentLineRow]:
    """Give every row the id `agent:` and its phrase; phrases whose slugs are the same get a digest."""
    slugs = [slug(row.phrase) for row in rows]
    return [
        row._replace(id=f"agent:{name}" if slugs.count(name) == 1 else f"agent:{name}.{digest(row.phrase)}")
        for row, name in zip(rows, slugs, strict=True)
    ]
