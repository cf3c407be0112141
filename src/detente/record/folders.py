"""Where a record may lie, and whether it may be written."""

import json
from pathlib import Path

from detente.errors import RecordError
from detente.record.schema import MARKER

# deltalake 1.6 stumbles over the first six, each in its own way; DuckDB takes the others for patterns.
REFUSED_IN_PATHS = "[]|^%\\*?"
FROZEN = "frozen"


def check_path(path: Path) -> None:
    """Raise RecordError if the libraries beneath would stumble over a path."""
    whole = path.resolve().as_posix()
    if any(letter in REFUSED_IN_PATHS for letter in whole):
        raise RecordError(
            f"{whole}: a record cannot lie at a path with one of {' '.join(REFUSED_IN_PATHS)} in it; name another"
        )


def frozen_as(folder: Path) -> str:
    """Return the version a record was frozen as, or the empty string."""
    return str(json.loads((folder / MARKER).read_text(encoding="utf-8")).get(FROZEN, ""))


def mark_frozen(folder: Path, version: str) -> None:
    """Mark a record so that nothing is written to it any more."""
    marker = json.loads((folder / MARKER).read_text(encoding="utf-8")) | {FROZEN: version}
    draft = folder / f"{MARKER}.new"
    draft.write_text(json.dumps(marker) + "\n", encoding="utf-8")
    draft.replace(folder / MARKER)


def check_not_frozen(folder: Path) -> None:
    """Raise RecordError if a record is frozen."""
    version = frozen_as(folder)
    if version:
        raise RecordError(
            f"{folder}: frozen as version {version}, so that it can be cited; nothing is written to it. Code into the "
            "record it was copied from, or into a new one"
        )
