"""What code an actor carries: country and PLOVER sector, by training/curated_codes.tsv."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from training.actors.tables import ADDITIONS, read_rows


class CodeRow(NamedTuple):
    """A key of the knowledge tables (a country, body, organisation, sector, source ...) and what it becomes here."""

    kind: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Codes:
    """The translation tables: kind and key to value."""

    rows: dict[tuple[str, str], str]

    def get(self, kind: str, key: str) -> str:
        """Return what the table says of a key, or "" if nothing."""
        return self.rows.get((kind, key), "")

    def country(self, iso3: str) -> str:
        """Return the ISO3 that stands in our files: Kosovo is KOS."""
        return self.get("country", iso3) or iso3

    def state(self, iso3: str) -> str:
        """Return the code of a state itself: dependencies count as the state that controls them."""
        return self.get("dependency", iso3) or self.country(iso3)

    def is_dependency(self, iso3: str) -> bool:
        """Tell whether a territory has no foreign policy of its own."""
        return bool(self.get("dependency", iso3))

    def actor(self, iso3: str, sector: str) -> str:
        """Return country plus sector; bodies above states and armed groups have a code of their own."""
        whole = self.get("body", iso3)
        if whole:
            return whole
        return self.state(iso3) + (self.get("sector", sector) or sector)

    def licences(self, source: str) -> tuple[str, str]:
        """Return the short source labels and the licences of a source cell, each joined by `;`."""
        labels: list[str] = []
        licences: list[str] = []
        for part in source.split(";"):
            label = self.get("source", part.split(":")[0].split(" ")[0])
            licence = self.get("licence", label)
            if label and label not in labels:
                labels.append(label)
            if licence and licence not in licences:
                licences.append(licence)
        return ";".join(labels[:1]), ";".join(licences[:1])


def read_codes(folder: Path = ADDITIONS) -> Codes:
    """Read training/curated_codes.tsv."""
    rows = read_rows(folder / "curated_codes.tsv", CodeRow, CodeRow._fields)
    return Codes({(row.kind, row.key): row.value for row in rows})
