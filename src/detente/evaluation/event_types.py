"""Names of event types across codebooks: older PLOVER drafts and CAMEO roots become PLOVER 2021."""

from detente.lexicons.entries import PhraseLine, TypeLine
from detente.lexicons.reading import read_lines


class TypeNames:
    """Fold type names to PLOVER 2021 and give their quads."""

    def __init__(self) -> None:
        self._older: dict[str, str] = {
            line.phrase: line.kind for line in read_lines("codebook/older_names.tsv", PhraseLine)
        }
        self._quads: dict[str, int] = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine)}

    def fold(self, name: str | None) -> str:
        """Fold a type name (DEMAND gives REQUEST) or CAMEO code (101 gives REQUEST); "" for none."""
        folded = (name or "").strip().upper()
        if folded.isdigit():
            if folded[:2] == "08" and len(folded) > 2 and folded[2] >= "4":
                return "RETREAT"
            return self._older.get(folded[:2], "")
        return self._older.get(folded, folded)

    def quad(self, name: str, missing: int | None = None) -> int | None:
        """Return the quad of a type; YIELD, the older name of CONCEDE and RETREAT together, counts as 2."""
        return 2 if name == "YIELD" else self._quads.get(name, missing)
