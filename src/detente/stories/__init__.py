"""Step 6: the same text told twice, and the same act told by many."""

from detente.record.model import Measure, TextCluster
from detente.record.store import Record
from detente.settings import Settings
from detente.stories.imported import replace_stories
from detente.stories.linking import link_tellings
from detente.stories.measures import find_measures
from detente.stories.similarity import cluster_record
from detente.stories.tables import tables
from detente.stories.tellings import read_tellings


def link(record: Record, settings: Settings) -> None:
    """Rewrite the record's text_clusters, stories, story_events and measures from its documents and events.

    The record must be open for writing; the same documents and events give the same rows.
    """
    record.replace(TextCluster, cluster_record(record))
    record.refresh()
    # events of other data sets have no words, and may be millions: they are linked where they lie
    stories, links = tables(link_tellings(read_tellings(record), settings.story_days))
    replace_stories(record, stories, links)
    # measures are read off the stories that were just written
    record.refresh()
    record.replace(Measure, find_measures(record))
