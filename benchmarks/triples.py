"""Events of a sentence as the extract task wants them: source codes, target codes and a type.

The record follows the PLOVER manual; benchmarks/gsr_translation.tsv says where the gold set differs, and why.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.record.model import COUNTED, Event

TABLE = Path(__file__).parent / "gsr_translation.tsv"


@dataclass(frozen=True, slots=True)
class Triple:
    """A predicted event; parties are lists of codes, empty where there is none."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    type: str


@dataclass(frozen=True, slots=True)
class TripleTranslation:
    """Codes of bodies, types of planned acts, rules of claims and of hearsay, and types whose doer may be unknown."""

    bodies: dict[str, str]
    planned: dict[str, str]
    claims: frozenset[str]
    hearsay: frozenset[str]
    unknown: dict[str, str]

    @classmethod
    def load(cls, table: Path = TABLE) -> "TripleTranslation":
        """Read the table."""
        rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
        kinds = {
            kind: {row[2]: row[3] for row in rows if row[1] == kind}
            for kind in ("body", "planned", "claim", "hearsay", "unknown")
        }
        return cls(
            kinds["body"], kinds["planned"], frozenset(kinds["claim"]), frozenset(kinds["hearsay"]), kinds["unknown"]
        )

    def triples(self, events: Iterable[Event]) -> Iterator[Triple]:
        """Yield the events that the set would count, the surest first."""
        for event in sorted(events, key=lambda event: (-event.confidence, event.start)):
            kind = self._type(event)
            if kind:
                yield Triple(self._party(self._source(event, kind)), self._party(event.target_code), kind)

    def _type(self, event: Event) -> str:
        if self.claims & set(event.evidence):
            return event.type if event.content_of else ""
        if event.content_of:
            return ""
        if event.status == "planned":
            return self.planned.get(event.type, "")
        told = event.status in COUNTED or bool(self.hearsay & set(event.evidence))
        return event.type if told else ""

    def _source(self, event: Event, kind: str) -> str:
        """Code of who did it, or of unidentified people where the act took place."""
        if event.source_code or event.source_sector or not event.place_country or kind not in self.unknown:
            return event.source_code
        return event.place_country + self.unknown[kind]

    def _party(self, code: str) -> tuple[str, ...]:
        return (self.bodies.get(code[:3], code[:3]) + code[3:],) if code else ()
