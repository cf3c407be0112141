"""Report, opinion or statement: a first rule, counted cues in a logistic sum.

The weights are set by hand, one reason each, and are not fitted to anything; they stand in until a classifier with a
measured error takes their place. Words inside quotations and attributed contents are the sources', and do not count.
"""

import math
import re
from dataclasses import dataclass, replace

from detente.claims.quotations import Quote, quotes_within
from detente.claims.spans import SpanIndex
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import Document, Span
from detente.record.reading import ParsedSentence, Reading

# A plain sentence with none of the cues below is opinion in about one case of four. Of -2, -1.4, -1 and -0.7 the last
# two did best on two development sets (macro-F1 .40 and .59 with -1, .31 and .49 with -2); -1 errs less on reports.
BASE = -1.0
WEIGHTS = {
    "first_person": 1.6,  # the author steps in
    "second_person": 0.9,  # the reader is addressed; also in advice and service pieces
    "evaluative": 1.1,  # a judgement of worth ("disgraceful", "admirable")
    "intensifier": 0.6,  # "utterly", "simply"; reports use them now and then
    "attitude": 1.3,  # sentence adverbs of attitude ("sadly", "of course")
    "obligation": 1.0,  # should, must, ought to: what is to be done
    "rhetoric": 1.2,  # a question or exclamation outside quotations
    "argument": 0.7,  # "in other words", "the truth is", "so-called"
    "attributed": -1.2,  # the sentence tells what a source says
    "figure": -0.4,  # dates, sums and counts are the stuff of reports
}
# Each kind counts at most this often in a sentence, so that one rant word repeated does not decide alone.
MOST = 2
FIGURE = re.compile(r"\d")
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
class GenreWords:
    """Words of en/genre_words.tsv by kind, and whole-article marks."""

    single: dict[str, str]
    phrases: "tuple[tuple[re.Pattern[str], str], ...]"
    opinion_marks: "re.Pattern[str]"
    statement_publishers: "re.Pattern[str]"


def load_genre_words() -> GenreWords:
    """Read en/genre_words.tsv."""
    lines = read_lines("en/genre_words.tsv", PhraseLine)
    by_kind: dict[str, list[str]] = {}
    for line in lines:
        by_kind.setdefault(line.kind, []).append(line.phrase)
    marks = ("opinion_mark", "statement_publisher")
    return GenreWords(
        single={line.phrase: line.kind for line in lines if line.kind not in marks and " " not in line.phrase},
        phrases=tuple(
            (_any_of([p for p in phrases if " " in p]), kind)
            for kind, phrases in by_kind.items()
            if kind not in marks and any(" " in p for p in phrases)
        ),
        opinion_marks=_any_of(by_kind["opinion_mark"]),
        statement_publishers=_any_of(by_kind["statement_publisher"]),
    )


def judge_genres(reading: Reading, quotes: tuple[Quote, ...], words: GenreWords) -> Reading:
    """Set genre and probability of each sentence, then of the document."""
    contents = [span for claim in reading.claims if claim.source_kind != "author" for span in claim.content_spans]
    index = SpanIndex(contents)
    chances = [
        _sentence_p(
            parsed, quotes, [contents[i] for i in index.over(parsed.sentence.start, parsed.sentence.end)], words
        )
        for parsed in reading.sentences
    ]
    genre, p = _document_genre(reading.document, chances, words)
    sentences = tuple(
        replace(parsed, sentence=replace(parsed.sentence, genre=_genre(chance, genre), genre_p=_certainty(chance)))
        for parsed, chance in zip(reading.sentences, chances, strict=True)
    )
    return replace(reading, sentences=sentences, document=replace(reading.document, genre=genre, genre_p=round(p, 3)))


def _any_of(phrases: list[str]) -> "re.Pattern[str]":
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in ordered) + r")\b", re.IGNORECASE)


def _sentence_p(parsed: ParsedSentence, quotes: tuple[Quote, ...], spoken: list[Span], words: GenreWords) -> float:
    start, end = parsed.sentence.start, parsed.sentence.end
    here = [(quote.start, quote.end) for quote in quotes_within(quotes, start, end)]
    own = [t for t in parsed.tokens if not any(s <= t.start < e for s, e in (*here, *spoken))]
    counts: dict[str, int] = {}
    for token in own:
        kind = words.single.get(token.text.lower()) or words.single.get(token.lemma)
        if kind is not None:
            counts[kind] = counts.get(kind, 0) + 1
    text = " ".join(token.text for token in own)
    for pattern, kind in words.phrases:
        counts[kind] = counts.get(kind, 0) + len(pattern.findall(text))
    counts["rhetoric"] = int(bool(own) and own[-1].text in ("?", "!"))
    counts["attributed"] = int(bool(spoken))
    counts["figure"] = int(FIGURE.search(text) is not None)
    total = BASE + sum(WEIGHTS[kind] * min(count, MOST) for kind, count in counts.items())
    return 1 / (1 + math.exp(-total))


def _document_genre(document: Document, chances: list[float], words: GenreWords) -> tuple[str, float]:
    text = document.text
    if document.publisher and words.statement_publishers.search(document.publisher):
        return "statement", 0.9  # what a ministry publishes speaks for it
    if STATEMENT_OPENING.search(text[:EDGE]):
        return "statement", 0.75
    if not chances:
        return "other", 1.0
    # Half the sentences of a column carry no cue: a mean of .3 already leans to opinion.
    total = 14 * (sum(chances) / len(chances) - 0.3)
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
