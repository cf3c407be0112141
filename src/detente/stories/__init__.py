"""Step 6: the same text told twice, and the same act told by many."""

from detente.record.model import Document, Event, Story, StoryEvent, TextCluster
from detente.record.store import Record
from detente.settings import Settings
from detente.stories.linking import link_events
from detente.stories.similarity import cluster_texts


def link(record: Record, settings: Settings) -> None:
    """Rewrite the record's text_clusters, stories and story_events from its documents and events.

    The record must be open for writing; the same documents and events give the same rows.
    """
    documents = tuple(record.facts(Document))
    clusters = cluster_texts(documents)
    stories, links = link_events(tuple(record.facts(Event)), documents, clusters, settings.story_days)
    record.replace(TextCluster, clusters)
    record.replace(Story, stories)
    record.replace(StoryEvent, links)
