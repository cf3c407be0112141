"""Summits: "at the G20 summit in Hamburg", "last year's G20", "the Helsinki summit": which meeting, where and when.

A meeting of a series is known by its town, by a year beside it, or by the document's date: the one going on, else the
last or the next within reach, as the verb looks back or ahead. Where that does not decide, nothing is guessed. Meetings
of ministers, sherpas or deputies of the same body are other meetings.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine, SummitLine
from detente.lexicons.reading import read_lines
from detente.mentions.dates_tense import tense_at
from detente.mentions.place_index import PlaceIndex, Spot
from detente.record.ids import fact_id
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading, Token

YEAR = re.compile(r"(?:19|20)\d\d")
# A report speaks of a meeting in the past tense for some weeks, and announces one for some months.
BACK, AHEAD = timedelta(days=30), timedelta(days=120)
AROUND = timedelta(days=3)
# "The Helsinki summit" without more is the one there in these days.
REMEMBERED = timedelta(days=500)


class Series(NamedTuple):
    """A name of a series; `kind` is event (its name is enough), body ("at the G20") or member (needs "summit")."""

    id: str
    series: str
    kind: str
    year: int | None


class When(NamedTuple):
    """What the words say of a meeting's time: a year, or an order: before, ahead, or "" where nothing does."""

    year: int | None
    order: str


@dataclass(frozen=True, slots=True)
class Found:
    """A summit named in tokens first..last, and its meeting."""

    parsed: ParsedSentence
    first: int
    last: int
    line: SummitLine
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summits:
    """Find the summits of a document."""

    names: dict[str, Series]
    longest: dict[str, int]
    meetings: dict[str, tuple[SummitLine, ...]]
    towns: dict[str, tuple[SummitLine, ...]]
    index: PlaceIndex

    def __call__(self, reading: Reading, places: Mapping[int, Mention]) -> tuple[Mention, ...]:
        """Return time mentions, and place mentions where the text names no place itself; `places` by their start."""
        mentions: list[Mention] = []
        for parsed in reading.sentences:
            for found in self._found(reading, parsed, places):
                mentions.extend(self._mentions(reading, found, places))
        return tuple(mentions)

    def _found(self, reading: Reading, parsed: ParsedSentence, places: Mapping[int, Mention]) -> Iterator[Found]:
        tokens, text = parsed.tokens, reading.document.text
        for i, token in enumerate(tokens):
            longest = self.longest.get(token.text, 0)
            series, last = self._series(tokens, text, i, longest) if longest else (None, i)
            if series is not None:
                noun = self._noun(tokens, last)
                if noun < 0 or (noun == last and not _is_enough(series, tokens, i)):
                    continue
                near = _near(parsed, i, noun, places)
                line = self._meeting(
                    series, reading.document.published, _when(tokens, i, noun, self.index), near, parsed
                )
                if line is not None:
                    yield Found(parsed, i, noun, line, (series.id,))
            elif token.lemma == "summit" and i:
                line = self._town_summit(parsed, i, places, reading.document.published)
                if line is not None:
                    yield Found(parsed, i, i, line, ())

    def _series(self, tokens: tuple[Token, ...], text: str, first: int, longest: int) -> tuple[Series | None, int]:
        for last in range(min(first + longest, len(tokens)) - 1, first - 1, -1):
            found = self.names.get(text[tokens[first].start : tokens[last].end])
            if found is not None:
                return found, last
        return None, first

    def _noun(self, tokens: tuple[Token, ...], last: int) -> int:
        """Token of "summit" after the name, the name's own last token, or -1 for another meeting."""
        words = self.index.words
        for i in range(last + 1, min(last + 5, len(tokens))):
            lemma = tokens[i].lemma.lower()
            if words.has("other_meeting", lemma):
                return -1
            if words.has("summit", lemma):
                return i
            if tokens[i].text.lower() not in ("leaders", "'", "’", "'s", "’s", "heads", "of", "state", "annual"):
                break
        return last

    def _meeting(
        self, series: Series, today: date | None, when: When, near: list[Mention], parsed: ParsedSentence
    ) -> SummitLine | None:
        lines = self.meetings[series.series]
        if series.year is not None:
            return next((line for line in lines if line.start and line.start.year == series.year), None)
        for place in near:
            there = tuple(line for line in lines if line.country == place.country and _same(line, place))
            if not there and place.entity.startswith("place:country"):
                there = tuple(line for line in lines if line.country == place.country)
            if there:
                return there[0] if len(there) == 1 else _at_date(there, when, today, 0)
            if not place.entity.startswith("place:country"):
                return None  # held elsewhere: another meeting, or one that the lexicon does not have
        offset = parsed.tokens[0].start
        return _at_date(lines, when, today, tense_at(parsed, offset).direction or _looks(parsed))

    def _town_summit(
        self, parsed: ParsedSentence, i: int, places: Mapping[int, Mention], today: date | None
    ) -> SummitLine | None:
        """Find what "the Helsinki summit" is: the only meeting there within memory of the document."""
        ends = {parsed.tokens[i - 1].end}
        if i > 1 and parsed.tokens[i - 1].pos == "NOUN":  # "the Paris climate summit"
            ends.add(parsed.tokens[i - 2].end)
        place = next((m for m in places.values() if m.end in ends), None)
        if place is None or today is None:
            return None
        when = _when(parsed.tokens, i, i, self.index)
        lines = [
            line
            for line in self.towns.get(place.name, ())
            if line.country == place.country and line.start and abs(line.start - today) < REMEMBERED
            if when.year is None or line.start.year == when.year
        ]
        return lines[0] if len(lines) == 1 else None

    def _mentions(self, reading: Reading, found: Found, places: Mapping[int, Mention]) -> Iterator[Mention]:
        document, line = reading.document, found.line
        start, end = found.parsed.tokens[found.first].start, found.parsed.tokens[found.last].end
        if line.start is None or line.end is None:
            return
        value = line.start.isoformat() if line.start == line.end else f"{line.start}/{line.end}"
        base = Mention(
            document.doc_id, fact_id(document.doc_id, "time", start, end), start, end, "time",
            evidence=("rule:time.summit", line.id, *found.evidence), confidence=0.8, note="summit",
            coded_with=reading.coded_with,
        )  # fmt: skip
        yield replace(base, name=document.text[start:end], value=value, date_start=line.start, date_end=line.end)
        spot = _spot(self.index, line)
        told = any(
            place.start < end + 40 and place.end > start - 40 and _same(line, place) for place in places.values()
        )
        if spot is None or told or start in places:
            return
        yield replace(
            base, mention_id=fact_id(document.doc_id, "place", start, end), kind="place", entity=spot.id,
            name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon, admin1=spot.admin1,
            geonames_id=spot.geonames_id, evidence=(spot.id, "rule:place.summit", line.id, *found.evidence),
        )  # fmt: skip


def load_summits(index: PlaceIndex) -> Summits:
    """Read the shipped files once."""
    meetings: dict[str, list[SummitLine]] = defaultdict(list)
    towns: dict[str, list[SummitLine]] = defaultdict(list)
    for line in read_lines("shared/summits.tsv", SummitLine):
        meetings[line.series].append(line)
        spot = _spot(index, line)
        towns[spot.name if spot is not None else line.place].append(line)
    names: dict[str, Series] = {}
    longest: dict[str, int] = defaultdict(int)
    for word in read_lines("en/summit_names.tsv", PhraseLine):
        series, _, kind = word.kind.partition(":")
        series, _, year = series.partition("@")
        names[word.phrase] = Series(word.id, series, kind, int(year) if year else None)
        for first in (word.phrase.split()[0], re.split(r"[\s/-]", word.phrase)[0]):  # the parser may cut at hyphens
            longest[first] = max(longest[first], len(word.phrase.split()) + 2 * word.phrase.count("-") + 2)
    return Summits(
        names, dict(longest), {k: tuple(v) for k, v in meetings.items()}, {k: tuple(v) for k, v in towns.items()}, index
    )


def _spot(index: PlaceIndex, line: SummitLine) -> Spot | None:
    spots = [spot for spot in index.find(line.place) if spot.country == line.country and spot.kind != "country"]
    return max(spots, key=lambda spot: (spot.kind != "region", spot.people), default=None)


def _same(line: SummitLine, place: Mention) -> bool:
    return line.country == place.country and (line.place == place.name or line.place in place.name)


def _is_enough(series: Series, tokens: tuple[Token, ...], first: int) -> bool:
    """Whether the bare name is the meeting: "at the G20", "last year's G20", but not "NATO" or "a G20 member"."""
    if series.kind == "event":
        return True
    before = [token.text.lower() for token in tokens[max(0, first - 5) : first]]
    dated = "year" in before and ("'s" in before or "’s" in before)
    return series.kind == "body" and tokens[first].dep in ("pobj", "dobj") and ("at" in before[-2:] or dated)


def _near(parsed: ParsedSentence, first: int, last: int, places: Mapping[int, Mention]) -> list[Mention]:
    """Places that stand right before the name, or within "in ..." right after it."""
    tokens = parsed.tokens
    start, end = tokens[first].start, tokens[last].end
    before = [m for m in places.values() if 0 <= start - m.end <= 2]
    after = [
        m for m in places.values() if 0 <= m.start - end <= 24 and tokens[min(last + 1, len(tokens) - 1)].pos == "ADP"
    ]
    return [*before, *sorted(after, key=lambda mention: mention.start)]


def _when(tokens: tuple[Token, ...], first: int, last: int, index: PlaceIndex) -> When:
    """A year within the phrase or right after it, or "last year's", "the upcoming"."""
    around = [*tokens[max(0, first - 3) : first], *tokens[last + 1 : last + 4]]
    year = next((int(token.text) for token in around if YEAR.fullmatch(token.text)), None)
    before = [token.lemma.lower() for token in tokens[max(0, first - 4) : first]]
    order = ""
    if any(index.words.has("ahead", word) for word in before):
        order = "ahead"
    elif any(index.words.has("before", word) for word in before):
        order = "before"
    if "year" in before and (order or "this" in before):
        order = {"ahead": "next_year", "before": "last_year", "": "this_year"}[order]
    return When(year, order)


def _at_date(lines: Iterable[SummitLine], when: When, today: date | None, direction: int) -> SummitLine | None:
    """The meeting that a year beside the name, an order, or the document's date decides."""
    known = [(line.start, line.end, line) for line in lines if line.start and line.end]
    year = when.year
    if when.order.endswith("_year") and today is not None:
        year = today.year + {"next_year": 1, "last_year": -1, "this_year": 0}[when.order]
    if year is not None:
        return _only([line for start, _, line in known if start.year == year])
    if today is None:
        return None
    past = [line for _, end, line in known if end < today and (today - end <= BACK or when.order == "before")]
    coming = [line for start, _, line in known if start > today and start - today <= AHEAD]
    going_on = [line for start, end, line in known if start - AROUND <= today <= end + AROUND]
    ahead, back = coming[:1], past[-1:]
    choices = {"ahead": ahead, "before": back, "": going_on or (ahead if direction > 0 else back)}
    return next(iter(choices[when.order]), None)


def _only(lines: list[SummitLine]) -> SummitLine | None:
    return lines[0] if len(lines) == 1 else None


def _looks(parsed: ParsedSentence) -> int:
    """Where the main verb looks: 1 ahead, -1 back."""
    root = next((token.i for token in parsed.tokens if token.head == token.i), None)
    return tense_at(parsed, parsed.tokens[root].start).direction if root is not None else 0
