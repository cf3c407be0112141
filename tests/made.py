"""Documents and codings made by hand, and a coder that needs no model: fast, and the same every time."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.coding import Parts
from detente.record.ids import document_id, fact_id
from detente.record.model import Claim, Coded, Document, Event, Loaded, Mention, Refusal, Sentence
from detente.record.store import Record
from detente.settings import Settings

WORDS = "Northland met Southland. Northland accused Southland of cheating, a spokesman said."


def document(number: int = 0, coded_with: str = "v1", text: str = WORDS, publisher: str = "The Example") -> Document:
    """A document of its own for every number."""
    title, published = f"Title {number}", date(2017, 1, 1) + timedelta(days=number)
    return Document(
        doc_id=document_id(text, title, publisher, published),
        uri=f"articles/{number}.txt",
        file_hash=f"{number:04x}",
        title=title,
        author="",
        publisher=publisher,
        published=published,
        published_from="given",
        language="en",
        text=text,
        n_tokens=len(text.split()),
        signature=(1, 2**32 - 1),
        coded_with=coded_with,
    )


def coded(read: Document) -> Coded:
    """Two sentences, a mention, a claim, two acts and what one of them speaks of."""
    doc, by = read.doc_id, read.coded_with
    first = Sentence(doc, fact_id(doc, "sentence", 0, 24), 0, 24, coded_with=by)
    second = Sentence(doc, fact_id(doc, "sentence", 25, 83), 25, 83, coded_with=by)
    mention = Mention(
        doc, fact_id(doc, "actor", 0, 9), 0, 9, "actor", entity="NTH", code="NTHGOV", evidence=("n-1",), coded_with=by
    )
    claim = Claim(
        fact_id(doc, "claim", 66, 82), doc, 66, 77, 78, 82, 25, 65, ((66, 77),), ((78, 82),), ((25, 34), (35, 65)),
        source_text="a spokesman", source_code="NTHGOV", source_kind="official", stance="accuses", coded_with=by,
    )  # fmt: skip
    act = Event(
        fact_id(doc, "event", 10, 13), doc, first.sentence_id, 10, 13, "met", "CONSULT", "happened", quad=1,
        modes=("visit",), reciprocal=True, source_text="Northland", source_code="NTHGOV", source_country="NTH",
        source_start=0, source_end=9, target_text="Southland", target_code="STH", target_country="STH",
        date_start=read.published, date_end=read.published, date_from="document",
        evidence=("f-1", "rule:subject"), confidence=0.9, coded_with=by,
    )  # fmt: skip
    accusing = replace(
        act, event_id=fact_id(doc, "event", 35, 42), sentence_id=second.sentence_id, start=35, end=42,
        trigger="accused", type="ACCUSE", quad=3, reciprocal=False, voice="source", claim_id=claim.claim_id,
        confidence=0.6,
    )  # fmt: skip
    content = replace(
        accusing, event_id=fact_id(doc, "event", 56, 64), start=56, end=64, trigger="cheating", type="COERCE",
        status="alleged", content_of=accusing.event_id, quad=4,
    )  # fmt: skip
    loaded = Loaded(doc, 56, 64, "cheating", "framing", 0.7, coded_with=by)
    return Coded((read,), (first, second), (mention,), (claim,), (act, accusing, content), (loaded,))


def batch(*numbers: int, coded_with: str = "v1") -> Coded:
    """Several documents coded together."""
    parts = [coded(document(number, coded_with)) for number in numbers]
    names = ("documents", "sentences", "mentions", "claims", "events", "loaded")
    return Coded(**{name: tuple(fact for part in parts for fact in getattr(part, name)) for name in names})


def read(inputs: Sequence[str], settings: Settings) -> Iterator[Document | Refusal]:
    """Inputs are numbers; `empty` is refused, `bad` makes the coder fail, `deadly` kills its process."""
    for item in inputs:
        if item == "empty":
            yield Refusal("empty.txt", "the file is empty")
        elif item.isdigit():
            yield document(int(item), coded_with="")
        else:
            yield replace(document(0, "", text=item, publisher=settings.publisher or "The Example"), uri=f"{item}.txt")


class Coder:
    """Codes as `coded` does; `pause` seconds a document."""

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause

    def __call__(self, read: Document) -> Coded:
        """Code, or fail the way the text tells."""
        time.sleep(self.pause)
        if read.text == "bad":
            raise ZeroDivisionError("a fault of ours")
        if read.text == "deadly":
            import os

            os._exit(9)
        if read.text == "stop":
            raise KeyboardInterrupt
        if read.text == "astray":
            return Coded((replace(read, coded_with="v1"),), (Sentence(read.doc_id, "s", 0, 99),))
        return coded(replace(read, coded_with="v1"))


def prepare(settings: Settings) -> Coder:
    """A coder without a model."""
    return Coder()


def prepare_slowly(settings: Settings) -> Coder:
    """A coder that takes a moment over each document."""
    return Coder(0.05)


def link(record: Record, settings: Settings) -> None:
    """Nothing to link."""


PARTS = Parts(read, prepare, "v1", link)
SLOW = Parts(read, prepare_slowly, "v1", link)


def rows(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """All that coding left in a record, in its order."""
    names = ("documents", "sentences", "mentions", "claims", "events", "loaded")
    return {name: record.relation(name).fetchall() for name in names}


def numbers(count: int) -> list[str]:
    """Inputs for `read`."""
    return [str(number) for number in range(count)]


def texts(found: Iterable[Refusal]) -> list[str]:
    """Refusals in short."""
    return [f"{refusal.uri}: {refusal.reason}" for refusal in found]
