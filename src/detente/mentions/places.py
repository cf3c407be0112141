"""Where: places named after a place preposition, in a dateline, or before an event's noun.

A name is looked up in the gazetteer (GeoNames). Of several places with one name the winner is the one whose country
stands beside it ("Hamburg, Germany"), else one whose country the document names, else the most populous. Honest first
form: only words in the position of a place are looked up, so that "Moscow said" stays an actor.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log10

from detente.lexicons.entries import NameLine, PhraseLine, PlaceLine
from detente.lexicons.reading import read_lines
from detente.record.ids import fact_id
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading, Token
from detente.settings import Settings

LONGEST_NAME = 4
# Below this a city named like a common family or first name is more often something else; swept by eye on the
# two sample commentaries and the demo corpus.
SMALL_CITY = 50_000


def prepare(settings: Settings) -> Callable[[Reading, tuple[Mention, ...]], tuple[Mention, ...]]:
    """Index the gazetteer once and return the finder of place mentions."""
    index: dict[str, list[PlaceLine]] = {}
    for line in read_lines("shared/places.tsv.gz", PlaceLine):
        for name in (line.name, *line.alternates):
            index.setdefault(name, []).append(line)
    countries = {line.country: line for line in read_lines("shared/places.tsv.gz", PlaceLine) if line.lat is None}
    for name in read_lines("shared/names.tsv", NameLine):
        if len(name.entity) == 3 and name.kind in ("name", "short") and name.entity in countries:
            index.setdefault(name.alias, []).insert(0, countries[name.entity])
    words = {line.phrase: line.kind for line in read_lines("en/place_words.tsv", PhraseLine)}
    return PlaceFinder(index, words)


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Find place mentions in a document."""

    index: dict[str, list[PlaceLine]]
    words: dict[str, str]

    def __call__(self, reading: Reading, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return the place mentions of the document, in the order of its text.

        `actors` are its actor mentions: their countries decide between places of one name.
        """
        named = {mention.country for mention in actors if mention.country}
        parties = {mention.start for mention in actors}
        found: dict[int, Mention] = {}
        for parsed in reading.sentences:
            for i, rule in self._positions(parsed):
                mention = self._place(reading, parsed, i, rule, named)
                # "sent grain to Kenya": what is an actor after "to" or "from" is a party, not a place
                party = mention is not None and rule == "direction" and mention.start in parties
                if mention is not None and not party and mention.start not in found:
                    found[mention.start] = mention
        return tuple(found[start] for start in sorted(found))

    def _positions(self, parsed: ParsedSentence) -> Iterator[tuple[int, str]]:
        """Yield token indexes where a place's name may begin, with the rule that says so."""
        tokens = parsed.tokens
        for token in tokens:
            kind = self.words.get(token.lemma, "")
            if kind in ("preposition", "direction") and token.pos in ("ADP", "SCONJ", "ADV"):
                yield from ((i, kind) for i in self._after(tokens, token.i + 1))
            elif token.text in (",", "and") and token.i and tokens[token.i - 1].pos == "PROPN":
                yield from ((i, "listed") for i in self._listed(parsed, token.i))
            elif self.words.get(token.lemma) == "venue" and token.i:
                yield from ((c, "venue") for c in parsed.children[token.i] if _is_name(tokens[c]))
        if len(tokens) > 2 and tokens[0].text.isupper() and any(t.text in ("-", "–", "—", "--") for t in tokens[1:9]):
            yield 0, "dateline"

    def _after(self, tokens: tuple[Token, ...], i: int) -> Iterator[int]:
        """Skip the article, and words such as "central" and "the city of", up to the first capital letter."""
        while i < len(tokens) and self.words.get(tokens[i].lemma) == "skip":
            i += 1
        if i < len(tokens) and tokens[i].text[:1].isupper():
            yield i

    def _listed(self, parsed: ParsedSentence, i: int) -> Iterator[int]:
        """The second name of "in Kyiv and Kharkiv": only where the names are joined in the tree."""
        if i + 1 < len(parsed.tokens):
            second = parsed.tokens[i + 1]
            first = parsed.tokens[second.head]
            governor = parsed.tokens[first.head]
            if second.dep == "conj" and _is_name(second) and self.words.get(governor.lemma) == "preposition":
                yield i + 1

    def _place(self, reading: Reading, parsed: ParsedSentence, i: int, rule: str, named: set[str]) -> Mention | None:
        tokens, text = parsed.tokens, reading.document.text
        for last in range(min(i + LONGEST_NAME, len(tokens)) - 1, i - 1, -1):
            start, end = tokens[i].start, tokens[last].end
            name = text[start:end].title() if rule == "dateline" else text[start:end]
            options = self.index.get(name)
            if options is None or (last + 1 < len(tokens) and _goes_on(tokens[last], tokens[last + 1])):
                continue
            beside = self._beside(tokens, last)
            line = max(options, key=lambda option: _weight(option, beside, named))
            if line.lat is not None and line.population < SMALL_CITY and line.country not in named | {beside}:
                return None
            return _mention(reading, start, end, line, rule)
        return None

    def _beside(self, tokens: tuple[Token, ...], last: int) -> str:
        """The country in "Hamburg, Germany", or ""."""
        if last + 2 < len(tokens) and tokens[last + 1].text == ",":
            for end in range(min(last + 5, len(tokens)), last + 2, -1):
                name = " ".join(token.text for token in tokens[last + 2 : end])
                country = next((line for line in self.index.get(name, ()) if line.lat is None), None)
                if country is not None:
                    return country.country
        return ""


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[:1].isupper()


def _goes_on(token: Token, following: Token) -> bool:
    """Whether the next word belongs to the same name or makes it a possessor: "in London's", "in Paris Saint"."""
    return following.tag == "POS" or (_is_name(following) and token.head == following.i and token.dep == "compound")


def _weight(line: PlaceLine, beside: str, named: set[str]) -> tuple[bool, bool, bool, float, int]:
    return (
        bool(beside) and line.country == beside and line.lat is not None,
        line.lat is None,
        # A million people weigh as much as the country being named: London is in Britain even in Canadian news.
        line.country in named and line.population > SMALL_CITY,
        log10(line.population + 1),
        -line.geonames_id,
    )


def _mention(reading: Reading, start: int, end: int, line: PlaceLine, rule: str) -> Mention:
    document = reading.document
    return Mention(
        doc_id=document.doc_id,
        mention_id=fact_id(document.doc_id, "place", start, end),
        start=start,
        end=end,
        kind="place",
        entity=line.id,
        name=line.name,
        country=line.country,
        lat=line.lat,
        lon=line.lon,
        admin1=line.admin1,
        geonames_id=line.geonames_id,
        evidence=(line.id, f"rule:place.{rule}"),
        confidence=0.9 if rule == "preposition" else 0.7,
        coded_with=reading.coded_with,
    )
