"""Reports of one act become one story."""

from datetime import date

import pytest

from detente.record.model import Document, Event, Story, TextCluster
from detente.stories.linking import link_events


def document(doc_id: str, day: date | None, publisher: str = "Gazette") -> Document:
    return Document(
        doc_id, doc_id, "", "", "", publisher, day, "given" if day else "unknown", "en", "x", 1, coded_with="t"
    )


def event(number: str, doc_id: str, day: date | None = None, **changes: object) -> Event:
    facts: dict[str, object] = {
        "event_id": number, "doc_id": doc_id, "sentence_id": "s", "start": 0, "end": 1, "trigger": "met",
        "type": "CONSULT", "status": "happened", "source_code": "NORGOV", "source_country": "NOR",
        "target_code": "FINGOV", "target_country": "FIN", "date_start": day, "coded_with": "t",
    }  # fmt: skip
    return Event(**{**facts, **changes})  # type: ignore[arg-type]


MAY = [date(2019, 5, day) for day in range(1, 31)]
DOCUMENTS = (document("a", MAY[0]), document("b", MAY[1], "Herald"), document("c", MAY[20]), document("u", None))
CLUSTERS = tuple(TextCluster(doc.doc_id, f"cluster-{doc.doc_id}") for doc in DOCUMENTS)


def stories(*events: Event) -> tuple[Story, ...]:
    return link_events(events, DOCUMENTS, CLUSTERS, 3)[0]


def test_two_reports_one_story() -> None:
    (story,) = stories(event("1", "a", MAY[0]), event("2", "b", MAY[1]))
    assert (story.n_documents, story.n_publishers, story.n_text_clusters) == (2, 2, 2)
    assert (story.date_start, story.date_end, story.first_published) == (MAY[0], MAY[1], MAY[0])


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({}, 1),
        ({"type": "AGREE"}, 2),
        ({"target_country": "SWE"}, 2),
        ({"status": "planned"}, 2),
        ({"status": "ongoing"}, 1),
        ({"date_start": MAY[9]}, 2),
        ({"source_country": "FIN", "target_country": "NOR"}, 2),
        ({"content_of": "9"}, 1),
    ],
)
def test_what_keeps_reports_apart(change: dict[str, object], number: int) -> None:
    assert len(stories(event("1", "a", MAY[0]), event("2", "b", MAY[0], **change))) == number


def test_mutual_acts_have_no_direction() -> None:
    turned = event("2", "b", MAY[0], source_country="FIN", target_country="NOR", reciprocal=True)
    assert len(stories(event("1", "a", MAY[0], reciprocal=True), turned)) == 1


def test_undated_report_is_a_story_of_its_own_text() -> None:
    assert len(stories(event("1", "a", MAY[0]), event("2", "u"))) == 2


def test_id_holds_when_a_later_report_arrives() -> None:
    first = stories(event("1", "a", MAY[0]))
    later = stories(event("2", "b", MAY[1]), event("1", "a", MAY[0]))
    assert first[0].story_id == later[0].story_id
