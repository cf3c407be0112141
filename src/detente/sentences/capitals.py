"""Headlines in capitals, given small letters before they are parsed: "PUTIN BLAMES KYIV" as "Putin blames Kyiv".

The parser was trained on mixed case and takes every word in capitals for a name. Names that the lexicons know keep
their capitals, all other words lose them; the text keeps its length, so that offsets stay.
"""

import re
from collections.abc import Iterable
from functools import cache

from detente.lexicons.entries import (
    AgentLine,
    ClassLine,
    CueLine,
    FrameLine,
    NameLine,
    OfficeLine,
    PhraseLine,
    PlaceLine,
)
from detente.lexicons.reading import read_lines

WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*\.?|\d+|[^\w\s]")
# A line is in capitals if hardly a letter is small ("Mc", "vs") and it has words enough to tell it from a dateline.
LEAST_LETTERS, LEAST_WORDS, SHARE = 12, 3, 0.92
GLANCE = 60
# In a headline these are words far oftener than the body or state whose name they are.
WORDS = frozenset({"WHO", "IS", "MAY", "MARCH", "AN", "IN", "CAN", "ON", "TO"})
# Names of more words are parsed well enough word by word.
LONGEST = 6
# Offices whose holders headlines call by surname.
LEADING = frozenset({"HOS", "HOG", "LEADER", "FM", "DM", "VP", "IGOHEAD", "REBHEAD", "NSA"})


def is_in_capitals(text: str) -> bool:
    """Tell whether a paragraph is written in capitals."""
    if sum(map(str.islower, text[:GLANCE])) > GLANCE // 10:  # most text is told at a glance
        return False
    letters = list(filter(str.isalpha, text))
    if len(letters) < LEAST_LETTERS or len(text.split()) < LEAST_WORDS:
        return False
    return sum(letter.isupper() for letter in letters) >= SHARE * len(letters)


def in_small_letters(text: str) -> str:
    """Return a text in capitals with small letters but for the first one and for the names it holds."""
    names = _names()
    words = list(WORD.finditer(text))
    pieces: list[str] = list(text.lower())
    at = 0
    while at < len(words):
        last = _longest(words, at, names)
        if last is not None:
            start, end = words[at].start(), words[last].end()
            name = names[_key(word[0] for word in words[at : last + 1])]
            pieces[start:end] = _cased(text[start:end], name)
            at = last
        at += 1
    first = next((i for i, letter in enumerate(text) if letter.isalpha()), 0)
    pieces[first] = text[first]
    small = "".join(pieces)
    return small if len(small) == len(text) else text


def _longest(words: list[re.Match[str]], at: int, names: dict[str, str]) -> int | None:
    for last in range(min(at + LONGEST, len(words)) - 1, at - 1, -1):
        if _key(word[0] for word in words[at : last + 1]) in names:
            return last
    return None


def _key(words: Iterable[str]) -> str:
    return " ".join(words).lower()


def _cased(text: str, name: str) -> list[str]:
    """Letters of a text with the case that a name has, or each word with a capital where they differ in length."""
    if len(text) != len(name):
        return list(text.title())
    return [letter if like.isupper() else letter.lower() for letter, like in zip(text, name, strict=True)]


def _common_words() -> frozenset[str]:
    """Words that are surnames of some minister too, but mean an act, a role or a thing in a headline."""
    frames = (line.lemma for line in read_lines("en/frames.tsv", FrameLine))
    cues = (line.lemma for line in read_lines("en/cues.tsv", CueLine))
    classes = (line.lemma for line in read_lines("en/classes.tsv", ClassLine))
    agents = (word for line in read_lines("en/agents.tsv", AgentLine) for word in line.phrase.lower().split())
    return frozenset((*frames, *cues, *classes, *agents))


@cache
def _names() -> dict[str, str]:
    """Names of actors, towns, days and months, by their words in small letters."""
    found: dict[str, str] = {}
    towns = (place.name for place in read_lines("shared/places.tsv.gz", PlaceLine) if place.population >= 500_000)
    lines = read_lines("shared/names.tsv", NameLine)
    times = (
        line for line in read_lines("en/time_words.tsv", PhraseLine) if line.kind.startswith(("weekday:", "month:"))
    )
    leading = {line.person_id for line in read_lines("shared/offices.tsv", OfficeLine) if line.role in LEADING}
    surnames = (line.alias.split()[-1] for line in lines if line.entity in leading and " " in line.alias)
    days = (line.phrase.capitalize() for line in times)
    for name in (*towns, *days, *(line.alias for line in lines if line.kind != "common")):
        if name[:1].isupper():
            found[_key(WORD.findall(name))] = name
    common = _common_words()
    for name in surnames:
        if name.lower() not in common and name[:1].isupper():
            found.setdefault(name.lower(), name)
    for word in WORDS:
        found.pop(word.lower(), None)
    return found
