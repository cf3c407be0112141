"""A record made from acts: each act is told by some documents, every one with a sentence of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from detente.record.ids import digest
from detente.record.model import Coded, Document, Event, Mention, Sentence
from detente.record.store import Record
from detente.settings import Settings
from detente.stories import link

WORDS = "Northland did something to Southland."
SCORES = {"AGREE": 2.5, "COOPERATE": 7.0, "ACCUSE": -3.0, "ASSAULT": -9.0, "SANCTION": -6.0, "CONSULT": 2.5}


@dataclass(frozen=True, slots=True)
class Told:
    """An act and who tells it; `publishers` one document each. Other columns of the event go into `more`."""

    day: date
    type: str
    source: str = "NTH"
    target: str = "STH"
    publishers: tuple[str, ...] = ("Gazette",)
    more: tuple[tuple[str, object], ...] = ()
    genre: str = "report"


def told(day: date, type_: str, *publishers: str, genre: str = "report", **more: object) -> Told:
    """An act of Northland on Southland; `source` and `target` among `more` change that."""
    source, target = str(more.pop("source", "NTH")), str(more.pop("target", "STH"))
    return Told(day, type_, source, target, publishers or ("Gazette",), tuple(more.items()), genre)


def build(path: Path, acts: Iterable[Told], settings: Settings | None = None) -> Record:
    """Write a record of these acts and link it."""
    record = Record.create(path)
    parts = [_coded(number, act, publisher) for number, act in enumerate(acts) for publisher in act.publishers]
    names = ("documents", "sentences", "mentions", "events")
    with record.writing():
        record.append(Coded(**{name: tuple(fact for part in parts for fact in getattr(part, name)) for name in names}))
    with record.writing():
        link(record, settings or Settings())
    return record


def many(shares: Sequence[float], dice: "Sequence[float]", publishers: Sequence[str], first: date) -> list[Told]:
    """One act a draw: draw i is cooperative if below the share of its week; `dice` gives the draws, five a week."""
    found = []
    for i, draw in enumerate(dice):
        week = min(i // 5, len(shares) - 1)
        type_ = ("AGREE" if i % 2 else "COOPERATE") if draw < shares[week] else ("ACCUSE" if i % 3 else "SANCTION")
        turned = {"source": "STH", "target": "NTH"} if i % 4 == 0 else {}
        # four days apart, so that two acts of one type and direction are two stories
        day = first + timedelta(days=7 * (i // 5) + (i % 5))
        found.append(told(day, type_, publishers[i % len(publishers)], **turned))
    return found


def swapped(acts: Iterable[Told], names: dict[str, str]) -> list[Told]:
    """The same acts of other countries."""
    return [
        replace(act, source=names.get(act.source, act.source), target=names.get(act.target, act.target)) for act in acts
    ]


def _entity(code: str) -> str:
    return f"{code[:3]}:{code[3:]}" if code[3:] else code


def _coded(number: int, act: Told, publisher: str) -> Coded:
    doc_id = digest(number, publisher)
    document = Document(
        doc_id, f"{number}.txt", doc_id, f"Title {number}", "", publisher, act.day, "given", "en", WORDS, 5, act.genre,
        signature=(number, *map(ord, publisher)), coded_with="t",
    )  # fmt: skip
    sentence = Sentence(doc_id, f"s{doc_id}", 0, len(WORDS), coded_with="t")
    mentions = [
        Mention(doc_id, f"{side}{doc_id}", start, start + 9, "actor", _entity(code), "", code, code[:3], code[3:])
        for side, code, start in (("a", act.source, 0), ("b", act.target, 27))
    ]
    sides = {
        f"{side}_{column}": value
        for side, code, start in (("source", act.source, 0), ("target", act.target, 27))
        for column, value in (
            ("entity", _entity(code)), ("code", code), ("country", code[:3]), ("sector", code[3:]), ("start", start),
            ("end", start + 9),
        )
    }  # fmt: skip
    event = Event(
        f"e{doc_id}", doc_id, sentence.sentence_id, 10, 13, "did", act.type, "happened",
        plover_score=SCORES.get(act.type, -1.0), quad=1, date_start=act.day, confidence=0.9, coded_with="t",
        **sides,  # type: ignore[arg-type]
    )  # fmt: skip
    return Coded(
        (document,),
        (sentence,),
        tuple(replace(mention, coded_with="t") for mention in mentions),
        events=(replace(event, **dict(act.more)),),  # type: ignore[arg-type]
    )
