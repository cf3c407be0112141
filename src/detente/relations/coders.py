"""Whose coding a relation counts: two codings of the same news tell the same acts, and would count them twice."""

from detente.errors import UsageError
from detente.record.store import Record
from detente.record.versions import imported_from

OWN = "detente"


def coders(record: Record) -> tuple[str, ...]:
    """Whose codings a record holds: `detente` for its own, else the name of a data set, such as `icews`."""
    # older codings of a document are the same coder's, and need not be left out
    stamps = record.query("select distinct coded_with from raw_documents order by coded_with").fetchall()
    return tuple(dict.fromkeys(imported_from(stamp) or OWN for (stamp,) in stamps))


def check_coder(record: Record, coded_with: str | None) -> None:
    """Raise UsageError unless what is asked for is one coding of the news.

    Args:
        record: a record.
        coded_with: how the stamps of the coding begin (`detente`, `icews`, `gdelt 2.0`), in any case of letters; None
            for all that the record holds.
    """
    there = coders(record)
    if coded_with is None and len(there) > 1:
        choices = " or ".join(f"--coded-with {_quoted(name)}" for name in there)
        raise UsageError(
            f"the record holds events of {' and '.join(there)}, which may tell the same acts: counted together they "
            f"would count twice. Choose {choices}"
        )
    if coded_with is not None and not any(name.startswith(coded_with.lower()) for name in there):
        raise UsageError(f"nothing of the record is coded with {coded_with!r}; it has {', '.join(there) or 'nothing'}")


def is_imported(record: Record, coded_with: str | None) -> bool:
    """Whether all of a coding comes from other data sets."""
    chosen = [name for name in coders(record) if name.startswith((coded_with or "").lower())]
    return bool(chosen) and OWN not in chosen


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
