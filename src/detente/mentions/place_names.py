"""Finding the names of places in a sentence, with what stands beside them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from detente.mentions.place_choice import beside
from detente.mentions.place_index import PlaceIndex, Spot
from detente.mentions.place_positions import Position, position
from detente.record.reading import ParsedSentence, Token

HYPHENS = frozenset({"-", "–"})
# What a place's name qualifies and stays a place: "Hamburg airport", "Idlib province", "the Geneva talks".
SITES = ("region", "venue", "town_word", "summit")


class Name(NamedTuple):
    """A name in tokens first..last (both inclusive) that the gazetteer knows.

    Attributes:
        end: last token of the mention: "province" in "Idlib province".
        spots: what bears the name; only regions where the words say so.
        areas: regions and countries named beside it, "Texas" in "Paris, Texas".
        taken: last token of what stands beside it, or `end`.
        owned: it owns what follows ("London's").
    """

    parsed: ParsedSentence
    first: int
    last: int
    end: int
    text: str
    spots: tuple[Spot, ...]
    position: Position
    areas: tuple[Spot, ...]
    taken: int
    owned: bool

    @property
    def span(self) -> tuple[int, int]:
        """Document offsets of the mention."""
        return self.parsed.tokens[self.first].start, self.parsed.tokens[self.end].end


def names_in(parsed: ParsedSentence, text: str, index: PlaceIndex) -> Iterator[Name]:
    """Yield the names of a sentence, the longest at each place, from the left; `text` is the document's."""
    tokens = parsed.tokens
    i = 0
    while i < len(tokens):
        longest = index.longest.get(tokens[i].text, 0)
        last = _longest(tokens, text, i, longest, index) if longest else -1
        if last < 0:
            i += 1
            continue
        name = _name(parsed, text, i, last, index)
        if name is None:
            i += 1
            continue
        yield name
        i = name.taken + 1


def _longest(tokens: tuple[Token, ...], text: str, first: int, longest: int, index: PlaceIndex) -> int:
    for last in range(min(first + longest, len(tokens)) - 1, first - 1, -1):
        if index.find(text[tokens[first].start : tokens[last].end]):
            return last
    return -1


def _name(parsed: ParsedSentence, text: str, first: int, last: int, index: PlaceIndex) -> Name | None:
    tokens, words = parsed.tokens, index.words
    written = text[tokens[first].start : tokens[last].end]
    if words.has("not_place", written) or _is_part(tokens, first, last, index):
        return None
    spots = index.find(written)
    end = last
    region = last + 1 < len(tokens) and words.has("region", tokens[last + 1].lemma.lower())
    if region or _region_of(tokens, first, index):
        regions = tuple(spot for spot in spots if spot.kind == "region")
        spots = regions or spots
        end = last + 1 if region and regions else last
        if region and not regions and words.has("county", tokens[last + 1].lemma.lower()):
            return None
    areas, taken = _beside(tokens, text, end, index)
    if not beside(spots, areas):  # "Homs, Hama": what follows a comma may be the next of a list
        areas, taken = (), end
    owned = end + 1 < len(tokens) and tokens[end + 1].tag == "POS"
    found = position(parsed, first, end, words)
    return Name(parsed, first, last, end, written, spots, found, areas, taken, owned)


def _is_part(tokens: tuple[Token, ...], first: int, last: int, index: PlaceIndex) -> bool:
    """Whether the name is part of a longer one: "Paris Match", "the Minsk agreements", "London-based"."""
    if tokens[first].text.islower() and first == last:
        return True
    before = tokens[first - 1] if first else None
    if before is not None and before.text in HYPHENS and before.end == tokens[first].start:
        return True
    if last + 1 == len(tokens):
        return False
    after = tokens[last + 1]
    if index.words.has("series", after.text):  # "the Bonn G20 meeting"
        return False
    glued = after.text in HYPHENS and after.start == tokens[last].end
    return glued or _modifies(tokens, last, index)


def _modifies(tokens: tuple[Token, ...], last: int, index: PlaceIndex) -> bool:
    """Whether the name only qualifies what follows, which is no place: "the Clinton campaign", "the Minsk accords"."""
    after, token = tokens[last + 1], tokens[last]
    if index.words.has("named_after", after.lemma.lower()):
        return True
    if token.dep not in ("compound", "nmod", "amod") or token.head <= last:
        return False
    # "the U.S. District Court" is no district, but "Baghdad airport road" is at the airport
    named = tokens[token.head].pos == "PROPN"
    between = tokens[token.head : token.head + 1] if named else tokens[last + 1 : token.head + 1]
    return not any(index.words.has(kind, word.lemma.lower()) for word in between for kind in SITES)


def surnames_in(sentences: Iterable[ParsedSentence], index: PlaceIndex) -> frozenset[str]:
    """Names that the document gives to a person, after a first name: "Alicia Machado"."""
    found: set[str] = set()
    for parsed in sentences:
        for first, second in pairwise(parsed.tokens):
            if index.words.has("preposition", first.text.lower()):  # "Near Donetsk, ...", read as a name
                continue
            named = first.pos == second.pos == "PROPN" and first.head == second.i and first.dep == "compound"
            if named and second.text in index.longest and not index.words.has("skip", first.text.lower()):
                found.add(second.text)
    return frozenset(found)


def _region_of(tokens: tuple[Token, ...], first: int, index: PlaceIndex) -> bool:
    """Whether the words before the name make it a region: "the province of Idlib"."""
    return first > 1 and tokens[first - 1].text == "of" and index.words.has("region", tokens[first - 2].lemma.lower())


def _beside(tokens: tuple[Token, ...], text: str, end: int, index: PlaceIndex) -> tuple[tuple[Spot, ...], int]:
    """The region or country after a comma, and its last token: "Hamburg, Germany", "Springfield, Ill."."""
    first = end + 2
    if first >= len(tokens) or tokens[end + 1].text not in (",", "("):
        return (), end
    for state in _abbreviated(tokens[first].text, index):
        return (state,), first
    last = _longest(tokens, text, first, index.longest.get(tokens[first].text, 0), index)
    if last < 0:
        return (), end
    spots = index.find(text[tokens[first].start : tokens[last].end])
    areas = tuple(spot for spot in spots if spot.kind in ("region", "country"))
    if last + 1 < len(tokens) and index.words.has("region", tokens[last + 1].lemma.lower()):
        last += 1
    return (areas, last) if areas else ((), end)


def _abbreviated(word: str, index: PlaceIndex) -> Iterator[Spot]:
    for kind, words in index.words.kinds.items():
        if kind.startswith("us_state:") and word in words:
            yield index.regions[kind.removeprefix("us_state:")]
