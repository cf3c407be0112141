"""The frame of a review: every sentence that can be drawn, and the stratum it belongs to.

Strata come from what the coder found, so that rare kinds of acts are not missed by the draw; sentences in which it
found nothing are strata of their own, since only they can show what it misses. That costs no independence: within a
stratum chance alone decides, and each sentence's chance is known and kept.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from detente.errors import UsageError
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.review.acts import Codebook

SCHEMES = ("quad", "type", "coded", "simple")
CODED, OTHERWISE, LIKELY, UNLIKELY, ALL = (
    "coded", "coded, not counted", "uncoded, two actors", "uncoded, fewer actors", "all",
)  # fmt: skip
# What a count of acts spreads by (standard deviation) in a stratum, roughly: a coded sentence is right or wrong like a
# coin; one in ten uncoded sentences that name two actors hides an act, one in a hundred of the others does. They plan
# how many sentences are drawn where (Neyman), no more: estimates take the true spread from the judgements.
SPREADS = ((CODED, 0.5), (OTHERWISE, 0.3), (LIKELY, 0.3), (UNLIKELY, 0.1))


class Line(NamedTuple):
    """A sentence of the frame and its stratum."""

    sentence_id: str
    doc_id: str
    coded_with: str
    published: date | None
    stratum: str


class Pair(NamedTuple):
    """Two actors as they are written on the command line; both empty: everybody."""

    a: str = ""
    b: str = ""

    def __bool__(self) -> bool:
        return bool(self.a)


def read_frame(record: Record, book: Codebook, scheme: str, pair: Pair, position: int) -> list[Line]:
    """Read the sentences that can be drawn, in a fixed order, as the record was at a position.

    Raises:
        UsageError: there is no such scheme.
    """
    if scheme not in SCHEMES:
        raise UsageError(f"strata are {scheme!r}; allowed are {', '.join(SCHEMES)}")
    asked = {
        "position": position,
        "statuses": list(COUNTED),
        "a": pair.a or None,
        "b": pair.b or None,
        "state_sectors": sorted(book.state_sectors),
    }
    found = record.run("review_frame", asked)
    rows = (row for batch in found.to_arrow_reader(10_000) for row in batch.to_pylist())
    return list(_lines(rows, book, scheme, by_pair=bool(pair)))


def last_position(record: Record) -> int:
    """How many documents have been coded so far."""
    return int(record.query("select coalesce(max(position), 0) from raw_documents").fetchall()[0][0])


def spread(stratum: str) -> float:
    """Return the planned standard deviation of a stratum."""
    return next((value for name, value in reversed(SPREADS) if stratum.startswith(name)), 0.3)


def _lines(rows: Iterable[Mapping[str, object]], book: Codebook, scheme: str, *, by_pair: bool) -> Iterable[Line]:
    for row in rows:
        likely = bool(row["names_both"]) if by_pair else int(str(row["actors"])) >= 2
        stratum = _stratum(str(row["first_type"]), book, scheme, told=bool(row["told"]), likely=likely)
        published = row["published"]
        yield Line(
            str(row["sentence_id"]),
            str(row["doc_id"]),
            str(row["coded_with"]),
            published if isinstance(published, date) else None,
            stratum,
        )


def _stratum(first_type: str, book: Codebook, scheme: str, *, told: bool, likely: bool) -> str:
    if scheme == "simple":
        return ALL
    if first_type:
        kinds = {"quad": f"{CODED} quad {book.quads.get(first_type, 0)}", "type": f"{CODED} {first_type}"}
        return kinds.get(scheme, CODED)
    if told:
        return OTHERWISE
    return LIKELY if likely else UNLIKELY
