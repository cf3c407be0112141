"""What the knowledge tables hold and our lexicons leave out, by the patterns of training/curated_drops.tsv."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from training.actors.tables import ADDITIONS, read_rows


class DropRow(NamedTuple):
    """A regular expression, the kind of thing it is matched against, and the reason."""

    kind: str
    pattern: str
    why: str


@dataclass(frozen=True, slots=True)
class Drops:
    """The patterns of each kind as one expression."""

    patterns: dict[str, re.Pattern[str]]

    def matches(self, kind: str, text: str) -> bool:
        """Tell whether a pattern of this kind occurs in the text."""
        pattern = self.patterns.get(kind)
        return bool(pattern and pattern.search(text))

    def whole_office(self, office: str) -> str:
        """Return an office without what the source left hanging at its end."""
        tail = self.patterns.get("office-tail")
        whole = tail.sub("", office).strip() if tail else office
        return whole if whole not in ("Crown", "Prime", "Chief") else office

    def without_title(self, name: str) -> str:
        """Return a person's name without titles before it and brackets after it."""
        name = re.sub(r"\s*\([^)]*\)|\"[^\"]*\"|\[[^]]*\]|,.*$", "", name).strip()
        title = self.patterns.get("title")
        return title.sub("", name).strip(" ,:") if title else name


def read_drops(folder: Path = ADDITIONS) -> Drops:
    """Read training/curated_drops.tsv."""
    patterns: dict[str, list[str]] = defaultdict(list)
    for row in read_rows(folder / "curated_drops.tsv", DropRow, DropRow._fields):
        patterns[row.kind].append(f"(?:{row.pattern})")
    return Drops({kind: re.compile("|".join(parts)) for kind, parts in patterns.items()})
