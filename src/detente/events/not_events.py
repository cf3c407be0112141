"""Words that look like acts and are none: fixed phrases, titles of works, and sentences about sport.

The phrases are lines of en/not_events.tsv. A trigger inside one is no act ("heart attack", "war on poverty", "border
guards"); of those about culture, economy and nature the clause they stand in is none either ("an earthquake struck"); a
phrase of sport rules its whole sentence out. A quoted name of a work ("The Siege of Malta") holds no act and no party.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

import ahocorasick_rs

from detente.lexicons.entries import PhraseLine
from detente.record.model import Span
from detente.record.reading import ParsedSentence

WHOLE_SENTENCE = "sport"
MAYBE = "sport_maybe"
# What is told of players as of fighters ("beat", "met", "faced").
PLAYED = frozenset({"ASSAULT", "MOBILIZE", "CONSULT", "RETREAT"})
WITH_CLAUSE = frozenset({"culture", "economy", "nature"})
QUOTED = re.compile('["\u201c\u2018]([A-Z\u00c0-\u00de][^"\u201c\u201d\u2019]{2,60})["\u201d\u2019]')
SMALL = frozenset({"a", "an", "and", "the", "of", "in", "on", "at", "to", "for", "with", "from", "by", "de", "la"})
LETTER = re.compile(r"[^\W\d_]")


class NoActs(NamedTuple):
    """Where a sentence holds no acts: token indexes of triggers to pass over, and character spans of titles.

    `played` are its verbs where it may be about a game: of these, acts of the types in PLAYED are none.
    """

    whole: bool
    tokens: frozenset[int]
    titles: tuple[Span, ...]
    played: frozenset[int] = frozenset()

    def holds(self, trigger: int, type_: str) -> bool:
        """Tell whether an act of this type at this token is none."""
        return trigger in self.tokens or (trigger in self.played and type_ in PLAYED)


NOTHING = NoActs(whole=False, tokens=frozenset(), titles=())
ALL = NoActs(whole=True, tokens=frozenset(), titles=())


class NotEvents:
    """All phrases of en/not_events.tsv, found in one pass over a sentence."""

    def __init__(self, lines: Iterable[PhraseLine]) -> None:
        self._kinds: dict[str, str] = {line.phrase: line.kind for line in lines}
        self._phrases = tuple(self._kinds)
        self._finder = ahocorasick_rs.AhoCorasick(
            list(self._phrases), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def find(self, parsed: ParsedSentence, words: str) -> NoActs:
        """Look through a sentence; `words` is its text."""
        first = parsed.sentence.start
        titles = tuple((m.start(1) + first, m.end(1) + first) for m in QUOTED.finditer(words) if is_title(m.group(1)))
        found = {token.i for start, end in titles for token in parsed.tokens_in(start, end)}
        lowered, games = words.lower(), 0
        for number, start, end in self._finder.find_matches_as_indexes(lowered):
            if not _is_whole(lowered, start, end):
                continue
            kind = self._kinds[self._phrases[number]]
            games += kind == MAYBE
            if kind == WHOLE_SENTENCE or games > 1:
                return ALL
            inside = {token.i for token in parsed.tokens_in(first + start, first + end)}
            found |= inside if kind != MAYBE else set()
            if kind in WITH_CLAUSE:
                found |= {i for token in inside for i in _clause(parsed, token)}
        if not (found or games):
            return NOTHING
        played = frozenset(token.i for token in parsed.tokens if games and token.pos == "VERB")
        return NoActs(whole=False, tokens=frozenset(found), titles=titles, played=played)


def is_title(quoted: str) -> bool:
    """Tell whether quoted words are the name of a work: several, each long one with a capital, and no sentence."""
    words = quoted.split()
    if len(words) < 2 or quoted[-1] in ",.!;":
        return False
    return all(not LETTER.match(word) or word[0].isupper() or word.lower() in SMALL for word in words)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum() or after == "-")


def _clause(parsed: ParsedSentence, i: int) -> list[int]:
    """The words of the clause that a word stands in, without clauses that say what somebody did about it."""
    verb = next((j for j in (i, *parsed.ancestors(i)) if parsed.clause_of(j) is not None), i)
    return [verb, *parsed.subtree(i)]
