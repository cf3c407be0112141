"""The sentences of parses.txt, parsed once and kept, with stand-in actors, times and claims."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from detente.record.model import Claim, Document, Mention
from detente.record.reading import ParsedSentence, Reading
from trees import tree

COUNTRIES = {"Peru": "PER", "Peruvian": "PER", "Chile": "CHL", "Ecuador": "ECU", "Latvian": "LVA", "Lithuania": "LTU"}
PUBLISHED = date(2020, 5, 4)


@cache
def _tables() -> dict[str, str]:
    text = (Path(__file__).parent / "parses.txt").read_text(encoding="utf-8")
    blocks = (block.strip().partition("\n") for block in text.split("## ") if block.strip())
    return {title: table for title, _, table in blocks}


def parse(sentence: str) -> ParsedSentence:
    """Return the kept parse of a sentence whose words are joined by single spaces."""
    return tree(_tables()[sentence])


def word(sentence: str, text: str) -> int:
    """Return the index of the first token with this text."""
    return sentence.split().index(text)


def actor(sentence: str, text: str, country: str, sector: str = "") -> Mention:
    """Name an actor at its first place in the sentence."""
    start = sentence.index(text)
    entity = country + (":" + sector if sector else "")
    return Mention(
        "doc", f"m{start}", start, start + len(text), "actor", entity=entity, name=text, code=country + sector,
        country=country, sector=sector,
    )  # fmt: skip


def actors(sentence: str) -> tuple[Mention, ...]:
    """Every state named in the sentence."""
    found, at = [], 0
    for token in sentence.split():
        start = sentence.index(token, at)
        at = start + len(token)
        if token in COUNTRIES:
            mention = actor(sentence, token, COUNTRIES[token])
            found.append(replace(mention, mention_id=f"m{start}", start=start, end=at))
    return tuple(found)


def time(sentence: str, text: str, first: date, last: date | None = None) -> Mention:
    """Give a date to words of the sentence."""
    start = sentence.index(text)
    return Mention("doc", f"t{start}", start, start + len(text), "time", date_start=first, date_end=last or first)


def claim(sentence: str, source: str, cue: str, content: str) -> Claim:
    """Say who says what in the sentence."""
    spans = [(sentence.index(text), sentence.index(text) + len(text)) for text in (source, cue, content)]
    (s0, s1), (u0, u1), (c0, c1) = spans
    return Claim(
        "claim1", "doc", s0, s1, u0, u1, c0, c1, ((s0, s1),), ((u0, u1),), ((c0, c1),), source,
    )  # fmt: skip


def reading(
    sentence: str,
    *,
    mentions: tuple[Mention, ...] | None = None,
    claims: tuple[Claim, ...] = (),
    published: date | None = PUBLISHED,
) -> Reading:
    """Return the reading of a document of one sentence, in which every state is an actor unless told otherwise."""
    document = Document("doc", "test", "", "", "", "", published, "given", "en", sentence, len(sentence.split()))
    return Reading(document, "test", (parse(sentence),), actors(sentence) if mentions is None else mentions, claims)
