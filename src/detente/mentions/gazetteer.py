"""Finding lexicon names in a text: longest match from the left, on whole words.

A prefix table over words does what an Aho-Corasick automaton does (Aho and Corasick 1975) and keeps word boundaries by
construction: "Oman" is never found in "woman" and no partial match hides a whole one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

Entry = TypeVar("Entry")
WORD = re.compile(r"\w+|[^\w\s]")
SAME_WIDTH = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-", "–": "-", "\u00a0": " ", "\n": " "}


class Word(NamedTuple):
    """A run of letters and digits, or a single mark, and its character offsets."""

    text: str
    start: int
    end: int


class Hit(NamedTuple, Generic[Entry]):
    """Characters start..end of a text and the lexicon entries that bear this name."""

    start: int
    end: int
    entries: tuple[Entry, ...]


def fold(text: str) -> str:
    """Strip accents and typographic marks one character for one, so that offsets stay: "Erdoğan’s" -> "Erdogan's"."""
    if text.isascii():
        return text.replace("\n", " ").replace("`", "'")
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    if character in SAME_WIDTH:
        return SAME_WIDTH[character]
    if character < "\u0080":
        return character
    first = unicodedata.normalize("NFD", character)[0]
    return {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"}.get(first, first)


def words_of(text: str) -> list[Word]:
    """Split a folded text into words and marks."""
    return [Word(found[0], found.start(), found.end()) for found in WORD.finditer(text)]


class Gazetteer(Generic[Entry]):
    """Names and what they may stand for.

    Args:
        names: name and entry, a name may come again with another entry.
        lower: ignore case (role nouns); names of states and people keep it ("turkey" is no state).
    """

    def __init__(self, names: Iterable[tuple[str, Entry]], *, lower: bool = False) -> None:
        self._lower = lower
        self._entries: dict[str, list[Entry]] = {}
        self._prefixes: set[str] = set()
        for name, entry in names:
            words = self._keys(fold(name))
            if not words:
                continue
            self._entries.setdefault(" ".join(words), []).append(entry)
            self._prefixes.update(" ".join(words[: n + 1]) for n in range(len(words)))

    def _keys(self, name: str) -> list[str]:
        return WORD.findall(name.lower() if self._lower else name)

    def get(self, name: str) -> tuple[Entry, ...]:
        """Entries of exactly this name."""
        return tuple(self._entries.get(" ".join(self._keys(fold(name))), ()))

    def find(self, words: list[Word]) -> Iterator[Hit[Entry]]:
        """Yield the names in a run of words, longest first from the left, without overlap."""
        at, prefixes, lower = 0, self._prefixes, self._lower
        while at < len(words):
            first = words[at].text
            if (first.lower() if lower else first) not in prefixes:  # most words begin no name
                at += 1
                continue
            last, key = self._longest(words, at)
            if last < 0:
                at += 1
                continue
            yield Hit(words[at].start, words[last].end, tuple(self._entries[key]))
            at = last + 1

    def at(self, words: list[Word], first: int) -> Hit[Entry] | None:
        """The longest name that begins at the word with index `first`."""
        last, key = self._longest(words, first)
        return Hit(words[first].start, words[last].end, tuple(self._entries[key])) if last >= 0 else None

    def _longest(self, words: list[Word], at: int) -> tuple[int, str]:
        """Index of the last word of the longest name that starts at `at` (-1 if none), and its key."""
        prefixes, entries, lower = self._prefixes, self._entries, self._lower
        key, found, last = "", "", -1
        for i in range(at, len(words)):
            text = words[i].text.lower() if lower else words[i].text
            key = f"{key} {text}" if key else text
            if key not in prefixes:
                break
            if key in entries:
                found, last = key, i
        return last, found
