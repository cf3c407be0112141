"""When: time expressions, and the days they cover as seen from the document's date.

Values follow TIMEX3 (Pustejovsky et al. 2003). Without a document date only expressions that carry their own year, or
follow one that does, get days; nothing is guessed. A bare weekday looks back in the past tense and ahead in the future
tense, and the document's own weekday is the document's day.

1. gate     which kinds of time words a sentence holds; most hold none
2. match    the rules that need one of them
3. join     the longest at each place, with its time of day and its modifier
4. resolve  in the order of the text, each leaving a date that later ones may count from
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.mentions.dates_calendar import CALENDAR
from detente.mentions.dates_checks import CHECKS, Place
from detente.mentions.dates_fiscal import FISCAL
from detente.mentions.dates_hours import HOURS
from detente.mentions.dates_joining import MODIFIER, Found, Piece, join, longest
from detente.mentions.dates_lengths import LENGTHS
from detente.mentions.dates_narrative import is_narrative, moves_on
from detente.mentions.dates_occasions import OCCASIONS
from detente.mentions.dates_points import Point, point_of, unit_at
from detente.mentions.dates_relative import RELATIVE
from detente.mentions.dates_tense import UNKNOWN, tense_of
from detente.mentions.dates_years import YEAR_RULES
from detente.mentions.intervals import Interval
from detente.mentions.time_rules import Clock, Rule
from detente.mentions.time_words import Compiled, TimeWords
from detente.record.ids import fact_id
from detente.record.model import Document, Mention
from detente.record.reading import ParsedSentence, Reading
from detente.settings import Settings

RULES = (*OCCASIONS, *FISCAL, *CALENDAR, *YEAR_RULES, *RELATIVE, *HOURS, *LENGTHS)


def prepare(settings: Settings) -> Callable[[Reading], tuple[Mention, ...]]:
    """Compile the rules once and return the finder of time mentions."""
    words = TimeWords.of(read_lines("en/time_words.tsv", PhraseLine))
    kinds = sorted({kind for rule in RULES for kind in rule.anchors} - {"digits"})
    rules: dict[str, list[tuple[int, Rule, Compiled]]] = {}
    for number, rule in enumerate(RULES):
        compiled = words.compile(rule.pattern, after_hyphen=rule.role == "span" or "month" in rule.anchors)
        for kind in rule.anchors:
            rules.setdefault(kind, []).append((number, rule, compiled))
    return TimeFinder(words, words.gate(kinds), rules, words.compile(MODIFIER))


@dataclass(frozen=True, slots=True)
class TimeFinder:
    """Find the time expressions of a document."""

    words: TimeWords
    gate: re.Pattern[str]
    rules: dict[str, list[tuple[int, Rule, Compiled]]]
    modifier: Compiled

    def __call__(self, reading: Reading) -> tuple[Mention, ...]:
        """Return the time mentions of the document, in the order of its text."""
        text = reading.document.text
        lowered = text.lower()
        if len(lowered) != len(text):  # a few capitals change length in lower case, and offsets must hold
            lowered = text
        found = longest(self._matches(reading, lowered))
        today = reading.document.published
        narrative = is_narrative(((item.rule, item.match) for item in found), today)
        clock = Clock(self.words, today, narrative=narrative)
        sentences = Sentences(reading.sentences)
        mentions: list[Mention] = []
        for piece in join(found, lowered, self.modifier.pattern):
            parsed = sentences.at(piece.start)
            interval = self._resolve(piece, parsed, clock)
            if interval is None:
                continue
            mentions.append(self._mention(reading, piece, interval))
            point = point_of(interval)
            if point is not None and (clock.reference is None or moves_on(piece, parsed)):
                clock = replace(clock, reference=point)
        return tuple(mentions)

    def _matches(self, reading: Reading, lowered: str) -> Iterator[tuple[int, int, int, Found]]:
        """Yield what the rules match, sentence by sentence; a sentence without a word of time costs one search."""
        for parsed in reading.sentences:
            start, end = parsed.sentence.start, parsed.sentence.end
            kinds = {word.lastgroup for word in self.gate.finditer(lowered, start, end)}
            for kind in kinds:
                for number, rule, compiled in self.rules[kind or "digits"]:
                    for match in compiled.pattern.finditer(lowered, start, end + 1):
                        place = Place(reading.document.text, lowered, match, parsed, self.words)
                        if not rule.check or CHECKS[rule.check](place):
                            yield match.start(), -match.end(), number, Found(rule, compiled, match)

    def _resolve(self, piece: Piece, parsed: ParsedSentence | None, clock: Clock) -> Interval | None:
        """The days of an expression; one that no calendar has (30 February) makes the words no date."""
        weekday = piece.core.rule.name == "weekday"
        tense = tense_of(parsed, piece.core.match.start(), self.words, weekday=weekday) if parsed else UNKNOWN
        clock = replace(clock, direction=tense.direction, present=tense.present)
        try:
            interval = piece.core.rule.resolve(piece.core.match, clock)
            hour = piece.hour.rule.resolve(piece.hour.match, clock) if piece.hour else None
        except (ValueError, OverflowError):
            return None
        if interval is None:
            return None
        if piece.core.rule.role == "hour":
            return _at_hour(_day_of(clock.then_day), interval)
        if hour is not None:
            return _at_hour(interval, hour)
        if piece.modifier is not None:
            return clock.part_of(interval, self.words.value("mod", piece.modifier.group("mod")))
        return interval

    def _mention(self, reading: Reading, piece: Piece, interval: Interval) -> Mention:
        document: Document = reading.document
        rules = [piece.core] + ([piece.hour] if piece.hour else [])
        lines = [line for item in rules for line in self.words.evidence(item.compiled, item.match)]
        if piece.modifier is not None:
            lines += self.words.evidence(self.modifier, piece.modifier)
        return Mention(
            doc_id=document.doc_id,
            mention_id=fact_id(document.doc_id, "time", piece.start, piece.end),
            start=piece.start,
            end=piece.end,
            kind="time",
            name=document.text[piece.start : piece.end],
            value=interval.value,
            date_start=interval.start,
            date_end=interval.end,
            evidence=(*(f"rule:time.{item.rule.name}" for item in rules), *dict.fromkeys(lines)),
            confidence=piece.core.rule.confidence,
            coded_with=reading.coded_with,
        )


def _day_of(point: Point | None) -> Interval:
    return unit_at(point, "D", 0) if point else Interval("XXXX-XX-XX")


def _at_hour(day: Interval, hour: Interval) -> Interval:
    return Interval(f"{day.value}{hour.value}", day.start, day.end)


class Sentences:
    """Find the sentence at an offset."""

    def __init__(self, sentences: tuple[ParsedSentence, ...]) -> None:
        self._sentences = sentences
        self._starts = [parsed.sentence.start for parsed in sentences]

    def at(self, offset: int) -> ParsedSentence | None:
        """Return the sentence that holds a character, or None between sentences."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or self._sentences[place].sentence.end <= offset:
            return None
        return self._sentences[place]
