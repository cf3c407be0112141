"""Linking a record: what is read of it, and that its rows hold."""

import tracemalloc
from dataclasses import replace
from datetime import date
from pathlib import Path

from detente.documents.duplicates import signature
from detente.record.model import Coded, Document, Event, Sentence, Story, StoryEvent, TextCluster
from detente.record.store import Record
from detente.settings import Settings
from detente.stories import link
from detente.stories.tellings import read_tellings

SENTENCE = "Norway shelled the harbour of Turku and sank a ferry."


def coded(number: int, sentence: str = SENTENCE, day: int = 1, padding: int = 0) -> Coded:
    """A report of one attack, with a long text behind its sentence."""
    doc, text, when = f"d{number}", sentence + " x" * padding, date(2019, 5, day)
    document = Document(
        doc,
        doc,
        "",
        "",
        "",
        f"Paper {number}",
        when,
        "given",
        "en",
        text,
        9,
        signature=signature(sentence),
        coded_with="t",
    )
    event = Event(
        f"e{number}", doc, f"s{number}", 7, 14, "shelled", "ASSAULT", "happened", source_text="Norway",
        source_code="NOR", source_country="NOR", target_code="FIN", target_country="FIN", coded_with="t",
    )  # fmt: skip
    return Coded((document,), (Sentence(doc, f"s{number}", 0, len(sentence), coded_with="t"),), events=(event,))


def linked(folder: Path, *reports: Coded) -> Record:
    record = Record.create(folder)
    with record.writing():
        for report in reports:
            record.append(report)
        record.refresh()
        link(record, Settings())
    return record


def test_reports_of_two_runs_make_one_story_and_one_text_cluster(tmp_path: Path) -> None:
    first = linked(tmp_path / "record", coded(1))
    (before,) = first.facts(Story)
    later = linked(tmp_path / "record", coded(2, day=2))
    (after,) = later.facts(Story)
    assert after.story_id == before.story_id
    assert (after.n_documents, after.n_text_clusters, after.n_publishers) == (2, 1, 2)
    assert len({cluster.text_cluster for cluster in later.facts(TextCluster)}) == 1


def test_the_order_of_arrival_changes_nothing(tmp_path: Path) -> None:
    other = "Norwegian guns set a bridge near the border on fire."
    reports = [coded(1), coded(2, other, 2), coded(3, day=2), coded(4, other, 3)]
    one, turned = linked(tmp_path / "one", *reports), linked(tmp_path / "turned", *reversed(reports))
    for kind in (Story, StoryEvent):
        assert tuple(one.facts(kind)) == tuple(turned.facts(kind))
    assert one.stories.count("*").fetchall() == [(2,)]


def test_the_latest_coding_is_told(tmp_path: Path) -> None:
    old, new = coded(1), coded(1)
    again = Coded(
        tuple(replace(each, coded_with="t2") for each in new.documents),
        tuple(replace(each, coded_with="t2") for each in new.sentences),
        events=tuple(replace(each, coded_with="t2") for each in new.events),
    )
    record = linked(tmp_path / "record", old, again)
    assert [telling.coded_with for telling in read_tellings(record)] == ["t2"]


def test_linking_holds_no_texts(tmp_path: Path) -> None:
    record = linked(tmp_path / "record", *(coded(number, padding=500_000) for number in range(20)))
    tracemalloc.start()
    with record.writing():
        link(record, Settings())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000  # the texts have 20 million characters
