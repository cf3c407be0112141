"""Report, opinion or statement, for each sentence and for the document; and the loaded words.

1. sentences: a logistic sum over the author's own words, trained on sentences of our own (training/GENRE.md)
2. loaded words: a word in a sentence that argues is likelier loaded than the same word in one that reports
3. document: what its sentences say together, and what its title, byline, first and last lines say of it
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.claims.genre_features import FEATURES, GenreWords, features, load_genre_words
from detente.claims.loaded import LoadedWords, load_loaded_words, loaded_in, own_matches
from detente.claims.quotations import Quote
from detente.claims.voice import OwnWords, is_of_name, own_words
from detente.learned.genres import GenreModel
from detente.record.model import Document
from detente.record.reading import Reading

# Words that say nothing by themselves, or name something, have no say in the mean score of a sentence.
UNSCORED = frozenset(("PUNCT", "PROPN", "NUM", "SYM", "SPACE", "X"))
# No single sentence is surer than this; it keeps log-odds finite too.
SUREST = 0.999
# Marks in the first or last lines of an article that say what it is.
EDGE = 400
# A section name alone on its line or before a colon or bar: "Opinion: ...", "Commentary | ...".
SECTION_MARK = re.compile(
    r"^\W*(?:opinions?|op-ed|editorial|commentary|column|viewpoint|perspectives?)\s*(?:[:|–—]|$)",
    re.IGNORECASE | re.MULTILINE,
)
STATEMENT_OPENING = re.compile(
    r"\b(?:FOR IMMEDIATE RELEASE|Press Release|Joint (?:Statement|Communiqu[eé])|Readout of|Statement (?:by|of|on)"
    r"|Remarks (?:by|at))\b"
)


@dataclass(frozen=True, slots=True)
class GenreJudge:
    """What sentences are judged with, loaded once."""

    words: GenreWords
    loaded: LoadedWords
    model: GenreModel


def load_judge() -> GenreJudge:
    """Load the word lists and the classifier."""
    return GenreJudge(load_genre_words(), load_loaded_words(), GenreModel.load(FEATURES))


def judge_genres(reading: Reading, quotes: tuple[Quote, ...], judge: GenreJudge) -> Reading:
    """Set genre and probability of each sentence and of the document, and add the loaded words."""
    split = own_words(reading, quotes)
    matches = [own_matches(own, judge.loaded) for own in split]
    chances = [
        sentence_p(own, sum(match.first in {t.i for t in own.tokens} for match in found), judge)  # 1
        for own, found in zip(split, matches, strict=True)
    ]
    loaded = [
        replace(one, text=reading.document.text[one.start : one.end])
        for own, found, chance in zip(split, matches, chances, strict=True)
        for one in loaded_in(own, found, chance, quotes, judge.model)  # 2
    ]
    genre, p = _document_genre(reading.document, chances, judge.words)  # 3
    sentences = tuple(
        replace(parsed, sentence=replace(parsed.sentence, genre=_genre(chance, genre), genre_p=_certainty(chance)))
        for parsed, chance in zip(reading.sentences, chances, strict=True)
    )
    document = replace(reading.document, genre=genre, genre_p=round(p, 3))
    return replace(reading, sentences=sentences, document=document, loaded=tuple(loaded))


def scored_words(own: OwnWords) -> list[str]:
    """The author's own words that have a say in the mean score, in lower case.

    Names have none, nor have adjectives of names: a country must not stand for a genre.
    """
    return [token.text.lower() for token in own.tokens if token.pos not in UNSCORED and not is_of_name(token)]


def sentence_p(own: OwnWords, loaded: int, judge: GenreJudge) -> float:
    """Return the probability that a sentence argues rather than reports."""
    p = judge.model.opinion(features(own, judge.words, loaded), scored_words(own))
    return min(SUREST, max(1 - SUREST, p))


def _document_genre(document: Document, chances: Sequence[float], words: GenreWords) -> tuple[str, float]:
    text = document.text
    if document.publisher and words.statement_publishers.search(document.publisher):
        return "statement", 0.9  # what a ministry publishes speaks for it
    if STATEMENT_OPENING.search(text[:EDGE]):
        return "statement", 0.75
    if not chances:
        return "other", 1.0
    # A column reports too: with many sentences a mean of .4 already leans to opinion. On 299 whole articles anything
    # from .25 to .5 does about as well; a single sentence decides for itself.
    alone = 1 / len(chances)
    centre, slope = 0.4 + 0.1 * alone, 8 - 4 * alone
    total = slope * (sum(chances) / len(chances) - centre)
    marks = f"{document.title}\n{document.author}\n{document.uri}\n{text[:EDGE]}\n{text[-EDGE:]}"
    total += 2.0 * min(2, len(words.opinion_marks.findall(marks)) + len(SECTION_MARK.findall(marks)))
    p = 1 / (1 + math.exp(-total))
    return ("opinion", p) if p >= 0.5 else ("report", 1 - p)


def _genre(chance: float, document: str) -> str:
    if document == "statement":
        return "statement"
    return "opinion" if chance >= 0.5 else "report"


def _certainty(chance: float) -> float:
    return round(max(chance, 1 - chance), 3)
