"""Disagreements of stories as rows: one a version, those of one story together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import pyarrow as pa

from detente.record.store import Record
from detente.stories.disagreements import Account, Version, disagreements

BATCH_ROWS = 10_000
# An act is alleged on the day of its story, or a few days later.
DAYS = 3
FILTERS = ("source", "target", "type", "from", "to")
SCHEMA = pa.schema(
    [
        ("story_id", pa.string()),
        ("about", pa.string()),
        ("value", pa.string()),
        ("how", pa.string()),
        ("said_by", pa.list_(pa.string())),
        ("publishers", pa.list_(pa.string())),
        ("n_documents", pa.int64()),
        ("first_published", pa.date32()),
        ("event_ids", pa.list_(pa.string())),
    ]
)


def disagreement_rows(record: Record, filters: Mapping[str, object]) -> pa.Table:
    """Return what reports of the same story do not agree on, by day; the columns are those of `Version`.

    Args:
        record: a record.
        filters: parameters of the query `stories`, without `limit`.
    """
    return _rows(
        version for accounts in _stories(record, {**filters, "stories": None}) for version in disagreements(accounts)
    )


def disagreements_of(record: Record, stories: Sequence[str]) -> pa.Table:
    """Return what reports of some stories do not agree on, as `disagreement_rows` does."""
    asked = {**dict.fromkeys(FILTERS), "stories": list(stories)}
    told = _stories(record, asked) if stories else iter(())
    return _rows(version for accounts in told for version in disagreements(accounts))


def _rows(versions: Iterable[Version]) -> pa.Table:
    found = list(versions)
    columns = [[getattr(version, name) for version in found] for name in Version._fields]
    return pa.table(dict(zip(Version._fields, columns, strict=True)), SCHEMA)


def _stories(record: Record, filters: Mapping[str, object]) -> Iterator[list[Account]]:
    rows = record.run("story_accounts", {**filters, "days": DAYS})
    accounts = (Account(**row) for batch in rows.to_arrow_reader(BATCH_ROWS) for row in batch.to_pylist())
    for _, told in groupby(accounts, key=lambda account: account.story_id):
        yield list(told)
