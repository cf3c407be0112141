"""Stories as tables: gathered in batches, since a record may have more of them than fit as objects."""

from collections.abc import Iterable
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from detente.record.model import Story, StoryEvent
from detente.record.schema import table_of
from detente.stories.linking import Linked

BATCH = 5_000


def tables(found: Iterable[Linked]) -> tuple[pa.Table, pa.Table]:
    """Return the rows of `stories`, by day and id, and of `story_events`, by both ids."""
    stories, links = [table_of(Story).rows(())], [table_of(StoryEvent).rows(())]
    waiting = iter(found)
    while batch := list(islice(waiting, BATCH)):
        stories.append(table_of(Story).rows([story for story, _ in batch]))
        links.append(table_of(StoryEvent).rows([link for _, told in batch for link in told]))
    return (
        _sorted(pa.concat_tables(stories), "date_start", "story_id"),
        _sorted(pa.concat_tables(links), "story_id", "event_id"),
    )


def _sorted(rows: pa.Table, *names: str) -> pa.Table:
    ranked = pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in names])
    return rows.take(ranked).combine_chunks()
