"""Events of other data sets: no words, millions of rows; their stories are made by the database (imported_*.sql)."""

from collections.abc import Iterator

import pyarrow as pa

from detente.record.store import Record

BATCH_ROWS = 100_000


def replace_stories(record: Record, stories: pa.Table, links: pa.Table) -> None:
    """Write the record's stories and story_events: those of coded events, and those of imported ones."""
    if not record.query("select 1 from raw_imported limit 1").fetchall():
        record.replace_rows("stories", stories)
        record.replace_rows("story_events", links)
        return
    record.replace_stream("stories", _with_imported(record, "imported_stories", stories))
    record.replace_stream("story_events", _with_imported(record, "imported_links", links))


def _with_imported(record: Record, query: str, coded: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from coded.to_batches()
    yield from record.run(query, {}).to_arrow_reader(BATCH_ROWS)
