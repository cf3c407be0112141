"""Step 6: the same text told twice, and the same act told by many."""

from detente.record.model import Document, Event, Measure, TextCluster
from detente.record.store import Record
from detente.settings import Settings
from detente.stories.imported import replace_stories
from detente.stories.linking import link_events
from detente.stories.measures import find_measures
from detente.stories.similarity import cluster_texts


def link(record: Record, settings: Settings) -> None:
    """Rewrite the record's text_clusters, stories, story_events and measures from its documents and events.

    The record must be open for writing; the same documents and events give the same rows.
    """
    documents = tuple(record.facts(Document))
    clusters = cluster_texts(documents)
    # events of other data sets have no words, and may be millions: they are linked where they lie
    coded = tuple(record.facts(Event, "start is not null"))
    stories, links = link_events(coded, documents, clusters, settings.story_days)
    record.replace(TextCluster, clusters)
    replace_stories(record, stories, links)
    # measures are read off the stories that were just written
    record.refresh()
    record.replace(Measure, find_measures(record))
