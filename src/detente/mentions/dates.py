"""When: time expressions, and the days they cover as seen from the document's date.

Values follow TIMEX3 (Pustejovsky et al. 2003). Without a document date only expressions that carry their own year
get days; nothing is guessed. A bare weekday looks back in the past tense and ahead in the future tense, and the
document's own weekday is the document's day.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.mentions.intervals import Interval
from detente.mentions.time_rules import RULES, Clock, Rule
from detente.mentions.time_words import TimeWords
from detente.record.ids import fact_id
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading
from detente.settings import Settings


def prepare(settings: Settings) -> Callable[[Reading], tuple[Mention, ...]]:
    """Compile the rules once and return the finder of time mentions."""
    words = TimeWords.of(read_lines("en/time_words.tsv", PhraseLine))
    rules = tuple((rule, words.compile(rule.pattern)) for rule in RULES)
    return TimeFinder(words, rules)


@dataclass(frozen=True, slots=True)
class TimeFinder:
    """Find time expressions in a document: the leftmost and longest, an earlier rule before a later one."""

    words: TimeWords
    rules: tuple[tuple[Rule, re.Pattern[str]], ...]

    def __call__(self, reading: Reading) -> tuple[Mention, ...]:
        """Return the time mentions of the document, in the order of its text."""
        text = reading.document.text
        lowered = text.lower()
        if len(lowered) != len(text):  # a few capitals change length in lower case, and offsets must hold
            lowered = text
        found = [
            (match.start(), -match.end(), number, match)
            for number, (_, pattern) in enumerate(self.rules)
            for match in pattern.finditer(lowered)
        ]
        starts = [parsed.sentence.start for parsed in reading.sentences]
        mentions: list[Mention] = []
        end = 0
        for start, _, number, match in sorted(found, key=lambda item: item[:3]):
            if start < end:
                continue
            parsed = _sentence_at(reading.sentences, starts, start)
            mention = self._mention(reading, match, self.rules[number][0], parsed)
            if mention is not None:
                mentions.append(mention)
                end = mention.end
        return tuple(mentions)

    def _mention(
        self, reading: Reading, match: re.Match[str], rule: Rule, parsed: ParsedSentence | None
    ) -> Mention | None:
        document = reading.document
        start, end = match.span()
        if rule.capital and not document.text[match.start("capital")].isupper():
            return None
        clock = Clock(self.words, document.published, _direction(parsed, start) if parsed else 0)
        interval = _resolve(rule, match, clock)
        if interval is None:
            return None
        return Mention(
            doc_id=document.doc_id,
            mention_id=fact_id(document.doc_id, "time", start, end),
            start=start,
            end=end,
            kind="time",
            name=document.text[start:end],
            value=interval.value,
            date_start=interval.start,
            date_end=interval.end,
            evidence=(f"rule:time.{rule.name}",),
            confidence=rule.confidence,
            coded_with=reading.coded_with,
        )


def _resolve(rule: Rule, match: re.Match[str], clock: Clock) -> Interval | None:
    """A day that no calendar has (30 February, year 0) makes the words no date."""
    try:
        return rule.resolve(match, clock)
    except (ValueError, OverflowError):
        return None


def _sentence_at(sentences: tuple[ParsedSentence, ...], starts: list[int], offset: int) -> ParsedSentence | None:
    place = bisect_right(starts, offset) - 1
    if place < 0 or sentences[place].sentence.end <= offset:
        return None
    return sentences[place]


def _direction(parsed: ParsedSentence, offset: int) -> int:
    """-1 where the verb over the expression looks back, 1 where it looks ahead, 0 where the tree does not say."""
    token = next((token for token in parsed.tokens if token.start >= offset), None)
    if token is None:
        return 0
    clauses = {clause.head: clause for clause in parsed.clauses}
    for i in (token.i, *parsed.ancestors(token.i)):
        clause = clauses.get(i)
        if clause is None:
            continue
        if clause.tense in ("past", "perfect"):
            return -1
        # "is to meet on Monday", "plans to visit in May", "is due on Friday": an infinitive looks ahead
        if clause.tense in ("future", "infinitive") or clause.modal:
            return 1
        if clause.tense == "present":
            return 1 if parsed.tokens[i].tag == "VBG" else 0
    return 0
