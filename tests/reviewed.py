"""A record whose truth is known, and reviewers who know it: for tests of the review."""

import csv
from collections.abc import Callable
from pathlib import Path

import made
from detente.record.ids import fact_id
from detente.record.model import Coded, Document, Event, Mention, Sentence
from detente.record.store import Record
from detente.review.sampling import Plan, draw
from detente.review.sheets import Share, write_sheets
from detente.review.taking import take

# (words, what the coder finds, what is true): types of acts by the United States on Russia
ACCUSED = ("Washington accused Moscow.", "ACCUSE", "ACCUSE")
MISSED = ("Washington praised Moscow.", "", "SUPPORT")
FALSE = ("Washington spoke of Moscow.", "SUPPORT", "")
BACKED = ("Washington backed Moscow.", "SUPPORT", "SUPPORT")
FAR = ("Washington lies far from Moscow.", "", "")
NOTHING = ("Rain fell on Washington.", "", "")
TEXTS = ((ACCUSED, NOTHING), (ACCUSED, MISSED), (FALSE, ACCUSED), (BACKED, FAR))


def coded(number: int, coded_with: str = "v1") -> Coded:
    """A document of two sentences."""
    lines = TEXTS[number % len(TEXTS)]
    document = made.document(number, coded_with, " ".join(words for words, *_ in lines), f"Paper {number % 3}")
    start = 0
    found: list[tuple[Sentence, list[Mention], list[Event]]] = []
    for words, type_, _ in lines:
        found.append(_sentence(document, start, words, type_))
        start += len(words) + 1
    sentences, mentions, events = zip(*found, strict=True)
    return Coded(
        (document,),
        tuple(sentences),
        tuple(mention for some in mentions for mention in some),
        events=tuple(event for some in events for event in some),
    )


def _sentence(document: Document, start: int, words: str, type_: str) -> tuple[Sentence, list[Mention], list[Event]]:
    doc, by = document.doc_id, document.coded_with
    sentence = Sentence(
        doc, fact_id(doc, "sentence", start, start + len(words)), start, start + len(words), coded_with=by
    )
    mentions = [
        Mention(
            doc, fact_id(doc, "actor", at, at + len(name)), at, at + len(name), "actor", code=f"{country}GOV",
            country=country, sector="GOV", coded_with=by,
        )
        for name, country in (("Washington", "USA"), ("Moscow", "RUS"))
        if (at := document.text.find(name, start, start + len(words))) >= 0
    ]  # fmt: skip
    at = start + words.index(" ") + 1
    event = Event(
        fact_id(doc, "event", at, at + 5), doc, sentence.sentence_id, at, at + 5, words.split()[1], type_ or "REJECT",
        "happened", source_code="USAGOV", source_country="USA", source_sector="GOV", target_code="RUS",
        target_country="RUS", date_start=document.published, coded_with=by,
    )  # fmt: skip
    return sentence, mentions, [event] if type_ else []


def record(path: Path, documents: int = 80, coded_with: str = "v1") -> Record:
    """Write so many documents."""
    filled = Record.create(path)
    with filled.writing():
        for number in range(documents):
            filled.append(coded(number, coded_with))
    return filled


def judged(folder: Path) -> Record:
    """A record below `folder` that anna has judged."""
    filled = record(folder / "record")
    sample = draw(filled, Plan(120)).sample
    (path,) = write_sheets(filled, sample.sample_id, folder / "s.csv", Share(), show_coding=False)
    fill_in(path)
    assert take(filled, [path]).problems == ()
    return filled


def truth(words: str) -> str:
    """The type of the act that a sentence tells, or `none`."""
    return next((true for text, _, true in {line for lines in TEXTS for line in lines} if text == words), "") or "none"


def fill_in(path: Path, judge: Callable[[str], str] = truth, reviewer: str = "anna", separator: str = ",") -> None:
    """Fill in a file as a reviewer does, and save it as a spreadsheet may."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row["reviewer"] = row["reviewer"] or reviewer
        row["type"] = judge(row["sentence"])
        told = row["type"] != "none"
        row |= {"source": "usagov" * told, "target": "RUS" * told, "status": "Happened" * told}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
