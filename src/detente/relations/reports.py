"""From the record to the acts of a pair: which stories count, on which day, in which direction."""

from collections.abc import Iterator
from datetime import date

import pyarrow as pa

from detente.errors import UsageError
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations.acts import Act, Series
from detente.relations.coders import check_coder, is_imported
from detente.relations.coverage import Written, kind_of
from detente.relations.dyads import Material

LAST_DAY = """
select max(published) from raw_documents join codings using (doc_id, coded_with) where coded_by(coded_with, $coded_with)
"""


def read_acts(
    record: Record, a: str, b: str, *, include_alleged: bool = False, voice: str | None = None,
    coded_with: str | None = None,
) -> Material:  # fmt: skip
    """Read the counted acts between two actors, one a story, and how much was written of the pair.

    Left out: opinion pieces, content rows, statuses other than happened and ongoing (and alleged, if asked), acts
    within one state, society, acts without a day, and acts dated after the report that tells them. With a `voice` only
    acts told in it: author, the report's own, or source, somebody it quotes. With `coded_with` only that coding.

    Raises:
        UsageError: both actors are the same, or the record holds codings that may tell the same acts.
    """
    if a == b:
        raise UsageError(f"a relation needs two actors; both are {a}")
    check_coder(record, coded_with)
    statuses = [*COUNTED, *(["alleged"] if include_alleged else [])]
    pair = {"a": a, "b": b, "coded_with": coded_with}
    asked = pair | {"statuses": statuses, "state_sectors": ["", *_state_sectors()], "voice": voice}
    rows = record.run("acts", asked).fetchall()
    imported = is_imported(record, coded_with)
    written = tuple(
        Written(*row) for row in record.run("pair_articles" if imported else "pair_reports", pair).fetchall()
    )
    ((until,),) = record.query(LAST_DAY, {"coded_with": coded_with}).fetchall()
    acts = tuple(_acts(rows))
    # of imported events the publisher is the data set itself
    stories = [] if imported else [act.story_id for act in acts]
    tellers = dict(record.run("story_publishers", {"stories": stories}).fetchall()) if stories else {}
    return Material(acts, written, kind_of(written, imported=imported), until, tellers)


def measures_between(
    record: Record, a: str, b: str, on: date | None = None, *, coded_with: str | None = None
) -> pa.Table:
    """Measures of two actors against each other, those in force first; with a day, those in force on it.

    A part of a state stands for the state, which is what a measure binds.
    """
    asked = {"a": _bound(a), "b": _bound(b), "on": on, "coded_with": coded_with}
    return record.run("pair_measures", asked).to_arrow_table()


def _bound(actor: str) -> str:
    return actor[:3] if len(actor) == 6 and actor[3:] in _state_sectors() else actor


def _state_sectors() -> list[str]:
    return [line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine)]


def _acts(rows: list[tuple[str, date, bool, bool, str, float, int | None]]) -> Iterator[Act]:
    known = Series()
    for story_id, day, forward, mutual, type_, score, quad in rows:
        series = known.of(type_, quad)
        if series is not None:
            yield Act(story_id, day, forward, mutual, type_, series, score)
