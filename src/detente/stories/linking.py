"""One act, many reports: events of one type and the same parties within a few days are one story.

Honest first form: parties, type, status and day decide; the words do not yet. Content rows (what an act speaks of)
belong to no story of their own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from detente.record.ids import digest
from detente.record.model import COUNTED, Document, Event, Story, StoryEvent, TextCluster


class Report(NamedTuple):
    """An event with what its document adds: the day it is dated to and the cluster of the text."""

    event: Event
    day: date | None
    document: Document
    cluster: str


def link_events(
    events: Iterable[Event], documents: Iterable[Document], clusters: Iterable[TextCluster], story_days: int
) -> tuple[tuple[Story, ...], tuple[StoryEvent, ...]]:
    """Link events into stories; return the stories by day and, for each event, its story.

    `story_days` is how many days may lie between one report's day and the next one's in a story.
    """
    known = {document.doc_id: document for document in documents}
    cluster_of = {cluster.doc_id: cluster.text_cluster for cluster in clusters}
    reports = [_report(event, known, cluster_of) for event in events if not event.content_of]
    stories: list[tuple[Story, list[StoryEvent]]] = []
    for _, group in groupby(sorted(reports, key=_order), key=lambda report: _parties(report.event)):
        stories += [_story(chain) for chain in _chains(list(group), story_days)]
    stories.sort(key=lambda pair: (str(pair[0].date_start or "9999"), pair[0].story_id))
    return tuple(story for story, _ in stories), tuple(link for _, links in stories for link in links)


def _report(event: Event, documents: Mapping[str, Document], clusters: Mapping[str, str]) -> Report:
    document = documents[event.doc_id]
    return Report(event, event.date_start or document.published, document, clusters.get(event.doc_id, event.doc_id))


def _parties(event: Event) -> tuple[str, ...]:
    """What two reports of one act share; mutual acts have no direction, and officials act for their state."""
    sides = [_party(event, "source"), _party(event, "target")]
    ends = sorted(sides) if event.reciprocal else sides
    return (event.type, "counted" if event.status in COUNTED else event.status, *ends)


def _party(event: Event, side: str) -> str:
    country, sector = getattr(event, f"{side}_country"), getattr(event, f"{side}_sector")
    text = "" if country else str(getattr(event, f"{side}_entity") or sector)
    return str(country) or text


def _order(report: Report) -> tuple[tuple[str, ...], str, str, int, str]:
    event = report.event
    return (_parties(event), str(report.day or "9999"), event.doc_id, event.start or 0, event.event_id)


def _chains(reports: Sequence[Report], story_days: int) -> Iterator[list[Report]]:
    """Cut reports in the order of their days where the gap is too long; undated ones go by their text cluster."""
    undated = sorted((report for report in reports if report.day is None), key=lambda report: report.cluster)
    chain: list[Report] = []
    for report in reports:
        if report.day is None:
            continue
        last = chain[-1].day if chain else None
        if last is not None and (report.day - last).days > story_days:
            yield chain
            chain = []
        chain.append(report)
    if chain:
        yield chain
    for _, group in groupby(undated, key=lambda report: report.cluster):
        yield list(group)


def _story(chain: Sequence[Report]) -> tuple[Story, list[StoryEvent]]:
    first = chain[0].event
    days = [report.day for report in chain if report.day is not None]
    published = [report.document.published for report in chain if report.document.published is not None]
    story_id = digest("story", first.event_id)
    story = Story(
        story_id=story_id,
        type=first.type,
        source_code=first.source_code,
        target_code=first.target_code,
        date_start=min(days, default=None),
        date_end=max(days, default=None),
        place=next((report.event.place for report in chain if report.event.place), ""),
        n_documents=len({report.event.doc_id for report in chain}),
        n_text_clusters=len({report.cluster for report in chain}),
        n_publishers=len({report.document.publisher for report in chain}),
        first_published=min(published, default=None),
        coded_with=first.coded_with,
    )
    return story, [StoryEvent(story_id, report.event.event_id, report.event.coded_with) for report in chain]
