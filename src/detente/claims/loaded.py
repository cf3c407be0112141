"""Loaded words: words that judge where they could tell, with their kind and a probability.

Kinds: vilifying, ridiculing, glorifying, label (a political name-tag), alarming, slanting (a verb or adjective that
takes a stand on what it reports), intensifier, ironic, as en/loaded_words.tsv has them; learned (no line of the
lexicon, but the word scores say so); scare_quotes (a word or two in quotation marks that quote nobody); quoted (a
loaded word inside what a source says: the source's choice, not the author's).
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from detente.claims.quotations import Quote, quotes_within
from detente.claims.voice import OwnWords, is_of_name
from detente.learned.genres import GenreModel
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import Loaded
from detente.record.reading import ParsedSentence, Token

# Log-odds that a reader who looks for loaded words marks a listed one, by kind, before the sentence is looked at. Words
# that mock or vilify are loaded nearly everywhere; a threat, a label or "very" is often just the plain word for it. Set
# by hand, in steps, until probabilities came near the shares marked in a development set, whose readers were sparing.
BASE = {
    "vilifying": -0.3, "ridiculing": 0.5, "glorifying": -1.8, "label": -0.9, "alarming": -1.0, "slanting": -0.4,
    "intensifier": -1.3, "ironic": -1.2,
}  # fmt: skip
SCARE_QUOTES = -2.1
# The same word in what a source says is marked about half as often.
QUOTED = -0.8
# How far the sentence (log-odds that it argues) and the word score (log-odds that the word is loaded) move them.
SENTENCE_WEIGHT, WORD_WEIGHT, MOST_MOVED = 0.35, 0.3, 2.5
# A word without a line of the lexicon starts low, or plain words of hot topics come in.
UNLISTED_BASE, UNLISTED_WEIGHT = -3.2, 0.6
# Below this probability nothing is recorded.
LEAST = 0.2
SCARE_QUOTE_WORDS = 3
WORD = re.compile(r"[^\s-]+|-")
CONTENT = ("ADJ", "ADV", "NOUN", "VERB")


class Match(NamedTuple):
    """Tokens first..last (inclusive) of a sentence that a line names."""

    first: int
    last: int
    line: PhraseLine


class LoadedWords:
    """The lines of en/loaded_words.tsv, found by their first word."""

    def __init__(self, lines: Sequence[PhraseLine]) -> None:
        self._starting: dict[str, list[tuple[tuple[str, ...], PhraseLine]]] = {}
        for line in lines:
            words = tuple(WORD.findall(line.phrase))
            self._starting.setdefault(words[0], []).append((words[1:], line))
            if "-" in words:  # a tokenizer may leave a hyphened word whole
                self._starting.setdefault(line.phrase, []).append(((), line))
        for found in self._starting.values():
            found.sort(key=lambda pair: (-len(pair[0]), pair[1].id))

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the listed words of a sentence, the longest where several begin at one word."""
        lower = [token.text.lower() for token in tokens]
        found: list[Match] = []
        at = 0
        while at < len(tokens):
            match = self._match(tokens, lower, at)
            if match is not None:
                found.append(match)
                at = match.last
            at += 1
        return found

    def _match(self, tokens: Sequence[Token], lower: Sequence[str], at: int) -> Match | None:
        for form in (lower[at], tokens[at].lemma):
            for rest, line in self._starting.get(form, ()):
                end = at + len(rest)
                if end >= len(tokens) or any(
                    word not in (lower[i], tokens[i].lemma) for i, word in enumerate(rest, at + 1)
                ):
                    continue
                return Match(at, end, line)
        return None


def load_loaded_words() -> LoadedWords:
    """Read en/loaded_words.tsv."""
    return LoadedWords(read_lines("en/loaded_words.tsv", PhraseLine))


def own_matches(own: OwnWords, words: LoadedWords) -> list[Match]:
    """Listed words of a sentence that are no part of a name."""
    return [match for match in words.find(own.parsed.tokens) if not _in_name(match, own.parsed.tokens)]


def loaded_in(
    own: OwnWords, matches: list[Match], p: float, quotes: Sequence[Quote], model: GenreModel
) -> list[Loaded]:
    """Return the loaded words of a sentence in its order; `p` is the probability that the sentence argues."""
    leaning = _bounded(math.log(p / (1 - p))) * SENTENCE_WEIGHT
    mine = {token.i for token in own.tokens}
    found = [_listed(match, own.parsed, mine, leaning, model) for match in matches]
    taken = {i for match in matches for i in range(match.first, match.last + 1)}
    for token in own.tokens:
        plain = token.i not in taken and token.pos in CONTENT and not is_of_name(token)
        if plain and token.text.lower() in model.words:
            found.append(_unlisted(token, own.parsed, leaning, model))
    found += _scare_quotes(own, quotes, leaning)
    return sorted((one for one in found if one.p >= LEAST), key=lambda one: (one.start, one.end))


def _listed(match: Match, parsed: ParsedSentence, mine: set[int], leaning: float, model: GenreModel) -> Loaded:
    """A listed word; inside what a source says it is the source's."""
    kind = match.line.kind
    words = [model.words.get(token.text.lower()) for token in parsed.tokens[match.first : match.last + 1]]
    pulls = [scores.loaded for scores in words if scores is not None]
    total = BASE[kind] + leaning + (WORD_WEIGHT * _bounded(max(pulls)) if pulls else 0.0)
    quoted = match.first not in mine
    total += QUOTED if quoted else 0.0
    return _fact(parsed, match.first, match.last, "quoted" if quoted else kind, total, match.line.id)


def _unlisted(token: Token, parsed: ParsedSentence, leaning: float, model: GenreModel) -> Loaded:
    total = UNLISTED_BASE + leaning + UNLISTED_WEIGHT * model.words[token.text.lower()].loaded
    return _fact(parsed, token.i, token.i, "learned", total, "rule:loaded.word_score")


def _scare_quotes(own: OwnWords, quotes: Sequence[Quote], leaning: float) -> list[Loaded]:
    """Find the words in quotation marks that nobody is said to have spoken."""
    if own.attributed:
        return []
    found = []
    sentence = own.parsed.sentence
    for quote in quotes_within(tuple(quotes), sentence.start, sentence.end):
        inside = [token.i for token in own.parsed.tokens_in(quote.start, quote.end) if token.text[0].isalnum()]
        if 0 < len(inside) <= SCARE_QUOTE_WORDS:
            total = SCARE_QUOTES + leaning
            found.append(_fact(own.parsed, inside[0], inside[-1], "scare_quotes", total, "rule:loaded.scare_quotes"))
    return found


def _in_name(match: Match, tokens: Sequence[Token]) -> bool:
    """A word in a name ("the Freedom Party", "Grand Rapids") is not the author's choice."""
    if match.line.kind == "label" or match.first != match.last or tokens[match.first].pos != "PROPN":
        return False
    beside = (*tokens[max(0, match.first - 1) : match.first], *tokens[match.first + 1 : match.first + 2])
    return any(token.pos == "PROPN" for token in beside)


def _fact(parsed: ParsedSentence, first: int, last: int, kind: str, total: float, evidence: str) -> Loaded:
    start, end = parsed.tokens[first].start, parsed.tokens[last].end
    return Loaded(
        doc_id=parsed.sentence.doc_id,
        start=start,
        end=end,
        text="",
        kind=kind,
        p=round(1 / (1 + math.exp(-total)), 3),
        evidence=(evidence,),
        coded_with=parsed.sentence.coded_with,
    )


def _bounded(value: float) -> float:
    return max(-MOST_MOVED, min(MOST_MOVED, value))
