"""Where a fact comes from: the words it points at, and the rules and lexicon lines that made it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from operator import itemgetter
from typing import Any, NamedTuple

from detente.errors import FactError
from detente.record.model import Claim, Coded, Event, Loaded, Mention, Sentence

TextFact = Sentence | Mention | Claim | Event | Loaded
RULE = "rule:"
SPAN_LISTS = ("source_spans", "cue_spans", "content_spans")


class Words(NamedTuple):
    """The part of a fact ("source", "content", or "" for the fact itself) that some words stand for, and where."""

    part: str
    start: int
    end: int


def words_of(fact: TextFact) -> Iterator[Words]:
    """Every span a fact points at: `start`..`end`, and each `PART_start`..`PART_end` that is not missing."""
    for name in (field.name for field in fields(fact)):
        if name == "start" or name.endswith("_start"):
            start, end = getattr(fact, name), getattr(fact, name.removesuffix("start") + "end")
            if isinstance(start, int):
                yield Words(name.removesuffix("start").rstrip("_"), start, end)


def rules_of(evidence: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the rules in a fact's evidence."""
    return tuple(item.removeprefix(RULE) for item in evidence if item.startswith(RULE))


def lines_of(evidence: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the lexicon lines in a fact's evidence."""
    return tuple(item for item in evidence if not item.startswith(RULE))


def check_coded(coded: Coded) -> None:
    """Raise FactError unless every fact belongs to its document, points inside its text and has an id of its own."""
    lengths = {document.doc_id: _length(document.text) for document in coded.documents}
    for name in ("sentences", "mentions", "claims", "events", "loaded"):
        facts = getattr(coded, name)
        for fact in facts:
            _check_inside(name, fact, lengths)
        _check_ids(name, facts)


def _length(text: str) -> int:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise FactError(
            f"the text has half a character at {problem.start} (a lone surrogate), which no file can hold"
        ) from problem
    return len(text)


def _check_inside(name: str, fact: TextFact, lengths: dict[str, int]) -> None:
    length = lengths.get(fact.doc_id)
    if length is None:
        raise FactError(f"a row of {name} belongs to document {fact.doc_id!r}, which is not among those coded")
    for words in words_of(fact):
        if words.end > length:
            raise FactError(
                f"a row of {name} points at {words.start}..{words.end} in a text of {length} characters: {fact}"
            )
    for spans in SPAN_LISTS:
        if any(not 0 <= start < end <= length for start, end in getattr(fact, spans, ())):
            raise FactError(f"a row of {name} has {spans} outside its text of {length} characters: {fact}")


def _check_ids(name: str, facts: tuple[Any, ...]) -> None:
    if name == "loaded":
        return
    key = f"{name.removesuffix('s')}_id"
    row_id, times = max(Counter(getattr(fact, key) for fact in facts).items(), key=itemgetter(1), default=("", 0))
    if times > 1:
        alike = [str(fact) for fact in facts if getattr(fact, key) == row_id]
        raise FactError(f"{times} rows of {name} have the id {row_id}: {' and '.join(alike)}")
