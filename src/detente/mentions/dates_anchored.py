"""When, counted from what the text names: the eve of a summit, two days after a truce, the tenth anniversary of a day.

What it counts from is a date or a summit right after it ("the eve of Friday's talks", "of the G20 summit in Hamburg").
Where the text tells no day of it, the mention has no days and says so in its note; nothing is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.mentions import intervals
from detente.mentions.dates_lengths import length_value
from detente.mentions.dates_points import days_from, point_of
from detente.mentions.intervals import DAY, Interval, add_months
from detente.mentions.time_rules import COUNT
from detente.mentions.time_words import Compiled, TimeWords
from detente.record.ids import fact_id
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading

ANCHORED, UNRESOLVED = "anchored", "unresolved: counts from a day that the text does not tell"
# What a phrase counts from follows it at once: "the eve of the long-awaited summit with the EU on June 12" is too far.
FARTHEST = 48
ENDS = re.compile(r"[,;:.()]")
# A date that is wider than this is no day to count days from: "two days after the 1992 election".
WIDEST = 15
PATTERNS = {
    "eve": r"(?:on )?the <eve> of",
    "offset": rf"{COUNT} <unit> <beside>(?= )",
    "unit": r"the <unit> <beside>(?= )",
    "runup": r"(?:in |over |during )?(?:the |its |their )?(?:<unit> (?:leading up to|before|ahead of)|<runup> to)(?= )",
    "anniversary": r"(?:the )?(?:<ordinal>|(?P<nth>\d{1,3})(?:st|nd|rd|th)) anniversary of",
}
# Without a day to count from these say that the text leaves the time open; "two days after the vote" is as often today.
OPEN = ("eve", "runup")


@dataclass(frozen=True, slots=True)
class AnchoredFinder:
    """Find the time expressions that count from a date or a summit named after them."""

    words: TimeWords
    gate: re.Pattern[str]
    patterns: tuple[tuple[str, Compiled], ...]

    def __call__(self, reading: Reading, times: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return further time mentions; `times` are those found so far, summits among them."""
        text = reading.document.text
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = text
        found: list[Mention] = []
        for parsed in reading.sentences:
            start, end = parsed.sentence.start, parsed.sentence.end
            if self.gate.search(lowered, start, end) is None:
                continue
            for name, compiled in self.patterns:
                for match in compiled.pattern.finditer(lowered, start, end):
                    found.extend(self._mentions(reading, parsed, (name, compiled, match), times))
        return tuple(found)

    def _mentions(
        self,
        reading: Reading,
        parsed: ParsedSentence,
        found: tuple[str, Compiled, re.Match[str]],
        times: Sequence[Mention],
    ) -> Iterator[Mention]:
        name, compiled, match = found
        anchor = _anchor(parsed, reading.document.text, match.end(), times)
        interval = self._resolve(name, match, anchor) if anchor is not None else None
        if interval is None and (name not in OPEN or (name == "runup" and not self._is_plural(match))):
            return
        document = reading.document
        lines = self.words.evidence(compiled, match)
        yield Mention(
            document.doc_id,
            fact_id(document.doc_id, "time", match.start(), match.end()),
            match.start(),
            match.end(),
            "time",
            name=document.text[match.start() : match.end()],
            antecedent=anchor.mention_id if anchor is not None else "",
            value=interval.value if interval is not None else "",
            date_start=interval.start if interval is not None else None,
            date_end=interval.end if interval is not None else None,
            evidence=(f"rule:time.{name}", *dict.fromkeys(lines)),
            confidence=0.8 if interval is not None else 0.6,
            note=ANCHORED if interval is not None else UNRESOLVED,
            coded_with=reading.coded_with,
        )

    def _is_plural(self, match: re.Match[str]) -> bool:
        unit = match.groupdict().get("unit")
        return unit is None or self.words.is_plural(unit)

    def _resolve(self, name: str, match: re.Match[str], anchor: Mention) -> Interval | None:
        start, end = anchor.date_start, anchor.date_end or anchor.date_start
        if start is None or end is None or name == "runup":
            return None
        if name == "anniversary":
            years = int(match.group("nth") or self.words.value("ordinal", match.group("ordinal")))
            return intervals.of_day(add_months(start, 12 * years)) if start == end else None
        if name == "eve":
            return intervals.of_day(start - DAY) if (end - start).days < WIDEST else None
        way = int(self.words.value("beside", match.group("beside")))
        unit = self.words.value("unit", match.group("unit"))
        if name == "unit":
            return self._beside(unit, way, start, end)
        return self._moved(match, unit, way, anchor)

    def _beside(self, unit: str, way: int, start: date, end: date) -> Interval | None:
        """The day, week, month or year right before or after."""
        if unit not in ("D", "W", "M", "Y") or (unit in ("D", "W") and (end - start).days >= WIDEST):
            return None
        if unit == "D":
            return intervals.of_day(end + DAY if way > 0 else start - DAY)
        months = {"M": 1, "Y": 12}.get(unit, 0)
        if way > 0:
            far = add_months(end, months) if months else end + 7 * DAY
            return Interval(length_value(unit, 1), end + DAY, far)
        far = add_months(start, -months) if months else start - 7 * DAY
        return Interval(length_value(unit, 1), far, start - DAY)

    def _moved(self, match: re.Match[str], unit: str, way: int, anchor: Mention) -> Interval | None:
        number = self.words.number(match.group("count"))
        start, end = anchor.date_start, anchor.date_end or anchor.date_start
        if number is None or number % 1 or unit in ("H", "MIN", "WE") or start is None or end is None:
            return None
        if unit in ("D", "W"):
            if (end - start).days >= WIDEST:
                return None
            day = end if way > 0 else start
            return intervals.of_day(day + way * int(number) * (7 if unit == "W" else 1) * DAY)
        point = point_of(Interval(anchor.value, start, end))
        return days_from(point, unit, way * int(number)) if point is not None else None


def _anchor(parsed: ParsedSentence, text: str, at: int, times: Sequence[Mention]) -> Mention | None:
    """The date or summit that follows a phrase at once; of two, a summit, else the narrower."""
    near = [m for m in times if m.date_start is not None and 0 <= m.start - at <= FARTHEST]
    near = [m for m in near if m.end <= parsed.sentence.end and not _breaks(parsed, text, at, m.start)]
    return min(near, key=lambda m: (m.note != "summit", _width(m), m.start), default=None)


def _width(mention: Mention) -> int:
    start, end = mention.date_start, mention.date_end
    return (end - start).days if start is not None and end is not None else 0


def _breaks(parsed: ParsedSentence, text: str, at: int, start: int) -> bool:
    """Whether a mark or a verb stands between."""
    if ENDS.search(text, at, start):
        return True
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in parsed.tokens_in(at, start))


def load_anchored() -> AnchoredFinder:
    """Compile the patterns once."""
    words = TimeWords.of(read_lines("en/time_words.tsv", PhraseLine))
    patterns = tuple((name, words.compile(pattern)) for name, pattern in PATTERNS.items())
    return AnchoredFinder(words, words.gate(("eve", "runup", "beside", "jubilee")), patterns)
