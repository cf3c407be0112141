"""The record's statuses as the factuality sets name them: the table benchmarks/factuality_translation.tsv."""

from dataclasses import dataclass
from pathlib import Path

from detente.events.status import Verdict

TABLE = Path(__file__).parent / "factuality_translation.tsv"
UNREAD = "happened"  # words that no sentence holds: the commonest label


@dataclass(frozen=True, slots=True)
class StatusTranslation:
    """Labels by rule, where the record's status covers more than the set's label, and by status."""

    rules: dict[str, str]
    statuses: dict[str, str]

    @classmethod
    def load(cls, table: Path = TABLE) -> "StatusTranslation":
        """Read the table."""
        rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
        kinds = {kind: {row[2]: row[3] for row in rows if row[1] == kind} for kind in ("rule", "status")}
        return cls(kinds["rule"], kinds["status"])

    def label(self, verdict: Verdict | None) -> str:
        """The set's label for a verdict."""
        if verdict is None:
            return UNREAD
        return self.rules.get(verdict.rule) or self.statuses[verdict.status]
