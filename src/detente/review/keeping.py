"""Figures of a review as corrections of the record, so that relations and reports can show them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from detente.record.reviews import Correction
from detente.record.store import Record
from detente.record.versions import read_version
from detente.review.figures import Figures
from detente.review.strata import Pair

TABLE, EVERYBODY = "relations", "all"
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


def keep(record: Record, found: Figures, pair: Pair, level: float) -> int:
    """Write the figures down as corrections, unless the same stand there already; return how many are new.

    Raises:
        RecordError: the record is frozen, or another run is writing to it.
    """
    version = read_version(record)
    drawn = Pair(found.material.sample.pair_a, found.material.sample.pair_b)
    shared = Correction(
        table=TABLE,
        row_id=row_of(*(pair or drawn)),
        column="",
        old="",
        new="",
        action="change",
        who=", ".join(sorted({name for opinions in found.material.judged.values() for name in opinions})),
        when=datetime.now(UTC).strftime(TIME),
        why=_why(found),
        level=level,
        version=version.version,
        coded_with="; ".join(version.coded_with),
    )
    rows = tuple(_corrections(found, shared))
    asked = {"table": TABLE, "row": shared.row_id}
    before = record.facts(Correction, '"table" = $table and row_id = $row', asked)
    if {replace(row, when="") for row in before} == {replace(row, when="") for row in rows}:
        return 0
    with record.writing():
        record.add(rows)
    return len(rows)


def row_of(a: str = "", b: str = "") -> str:
    """Name the row of a pair, whoever stands first; without one that of all acts."""
    return " ".join(sorted((a, b))) if a and b else EVERYBODY


def _why(found: Figures) -> str:
    sample = found.material.sample
    return f"sample {sample.sample_id[:8]}: {len(found.material.judged):,} of {sum(sample.sizes):,} sentences judged"


def _corrections(found: Figures, shared: Correction) -> Iterator[Correction]:
    for figure in found.rows:
        if figure.value is not None:
            yield replace(
                shared,
                column=f"{figure.section}: {figure.quantity}",
                old=_text(figure.coded),
                new=_text(figure.value),
                low=figure.low,
                high=figure.high,
                story_low=figure.story_low,
                story_high=figure.story_high,
                judged=float(figure.judged),
                note=figure.note,
            )


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
