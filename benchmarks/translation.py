"""Where a gold set draws a line elsewhere than the manual: the table benchmarks/plv_translation.tsv.

The record follows the PLOVER manual; predictions for the set are translated, line by line, each with its reason in
the table (docs/accuracy.md explains). Without a match the type stays.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent / "plv_translation.tsv"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: in sentences that match `pattern`, `record_type` is called `set_type` by the set."""

    record_type: str
    pattern: re.Pattern[str]
    set_type: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The lines of the table in their order; the first that fits decides."""

    lines: tuple[Line, ...]

    @classmethod
    def load(cls, table: Path = TABLE) -> "Translation":
        """Read the table."""
        return cls(tuple(_lines(table.read_text(encoding="utf-8").splitlines()[1:])))

    def type_for(self, kind: str, text: str) -> str:
        """The set's name for a type that the record gives a sentence."""
        fitting = (line for line in self.lines if line.record_type == kind and line.pattern.search(text))
        return next((line.set_type for line in fitting), kind)


def _lines(rows: Iterable[str]) -> Iterable[Line]:
    for row in rows:
        _, record_type, pattern, set_type, *_ = row.split("\t")
        yield Line(record_type, re.compile(pattern, re.IGNORECASE), set_type)
