"""The frames and what they lean on: every line can be read, and every name in it stands in another table."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import pytest

from detente.lexicons.entries import CameoLine, ClassLine, FrameLine, PhraseLine, TypeLine
from detente.lexicons.reading import read_lines

SLOTS = {"obj", "prep", "pobj", "part", "comp", "inf", "csubj", "mod", "light", "subj"}
CONTENTS = {"", "planned", "proposed", "demanded", "threatened", "alleged", "denied"}
# A place where a party can stand: a slot of FrameLine, or a preposition.
PLACE = re.compile(r"[a-z]+(_subj|_obj)?")
LEMMA = re.compile(r"\*|@[a-z_]+|[^\s@|:*A-Z]+")


@dataclass(frozen=True)
class ContextLine:
    """codebook/contexts.tsv, of which only the code is needed here."""

    id: str
    code: str


@cache
def frames() -> tuple[FrameLine, ...]:
    return read_lines("en/frames.tsv", FrameLine)


def failing(test: object) -> list[str]:
    """Ids of the lines for which `test` (a function of a line) is false."""
    return [line.id for line in frames() if not test(line)]  # type: ignore[operator]


def slots(line: FrameLine) -> dict[str, list[str]]:
    return {slot: value.split("|") for slot, _, value in (part.partition(":") for part in line.pattern.split())}


@pytest.mark.parametrize("name", ["classes", "not_events", "contexts"])
def test_lists_are_sorted_by_unique_ids(name: str) -> None:
    kind = ClassLine if name == "classes" else PhraseLine
    ids = [line.id for line in read_lines(f"en/{name}.tsv", kind)]
    assert ids == sorted(set(ids))


def test_frames_are_sorted_by_unique_ids() -> None:
    ids = [line.id for line in frames()]
    assert ids == sorted(set(ids))


def test_ids_name_the_lemma() -> None:
    letters = {"VERB": "v", "NOUN": "n", "ADJ": "a"}
    assert failing(lambda line: f"{line.id}.".startswith(f"frame:{line.lemma}.{letters[line.pos]}.")) == []


def test_triggers_and_patterns_do_not_repeat() -> None:
    counts = Counter((line.lemma, line.pos, line.pattern) for line in frames())
    assert [key for key, n in counts.items() if n > 1] == []


def test_patterns_are_written_in_the_language() -> None:
    def written(line: FrameLine) -> bool:
        found = slots(line)
        whole = len(found) == len(line.pattern.split()) and set(found) <= SLOTS
        return (
            whole
            and ("pobj" not in found or "prep" in found)
            and all(LEMMA.fullmatch(word) for words in found.values() for word in words)
        )

    assert failing(written) == []


def test_every_class_is_defined_and_used() -> None:
    defined = {line.name for line in read_lines("en/classes.tsv", ClassLine)}
    used = {word[1:] for line in frames() for words in slots(line).values() for word in words if word.startswith("@")}
    assert used == defined


def test_types_and_modes_stand_in_the_codebook() -> None:
    known = {(line.type, line.mode) for line in read_lines("codebook/plover.tsv", TypeLine)} | {("", "")}
    assert failing(lambda line: all((line.type, mode) in known for mode in line.mode.split("|"))) == []


def test_every_type_and_mode_has_frames() -> None:
    named = {(line.type, mode) for line in frames() for mode in ("", *line.mode.split("|"))}
    assert [(line.type, line.mode) for line in read_lines("codebook/plover.tsv", TypeLine)
            if (line.type, line.mode) not in named] == []  # fmt: skip


def test_cameo_codes_stand_in_the_codebook() -> None:
    known = {line.cameo for line in read_lines("codebook/cameo.tsv", CameoLine)}
    assert failing(lambda line: line.cameo in known if line.type else not line.cameo) == []


def test_parties_and_content_are_named() -> None:
    def named(line: FrameLine) -> bool:
        places = (*line.source, *line.target)
        return line.content in CONTENTS and all(map(PLACE.fullmatch, places)) and bool(line.source or not line.type)

    assert failing(named) == []


def test_contexts_cover_the_codebook() -> None:
    counts = Counter(line.kind for line in read_lines("en/contexts.tsv", PhraseLine))
    assert set(counts) == {line.code for line in read_lines("codebook/contexts.tsv", ContextLine)}
    assert min(counts.values()) >= 15


@pytest.mark.parametrize(
    ("lemma", "pattern", "type_", "mode"),
    [
        ("lift", "obj:@sanctions", "RETREAT", ""),
        ("lift", "obj:@curfew", "CONCEDE", ""),
        ("sign", "obj:@agreement", "SUPPORT", ""),
        ("send", "obj:@troops", "MOBILIZE", "troops"),
        ("send", "obj:@aid", "AID", ""),
        ("send", "obj:@peacekeepers", "AID", ""),
        ("send", "obj:@envoy", "CONSULT", "visit"),
        ("withdraw", "obj:@troops", "RETREAT", "withdraw"),
        ("withdraw", "obj:@envoy", "SANCTION", "withdraw"),
        ("refuse", "inf:@meet_v", "REJECT", "meet"),
        ("vow", "inf:@hostile", "THREATEN", "violence"),
        ("resign", "", "RETREAT", "resign"),
        ("convict", "", "SANCTION", "convict"),
        ("plan", "inf:*", "", ""),
    ],
)
def test_boundaries(lemma: str, pattern: str, type_: str, mode: str) -> None:
    found = [
        (line.type, line.mode) for line in frames() if (line.lemma, line.pos, line.pattern) == (lemma, "VERB", pattern)
    ]
    assert found == [(type_, mode)]
