"""The named pieces of a sentence, as tokens: states, bodies, people, role nouns."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from detente.lexicons.entries import AgentLine, NameLine
from detente.mentions.gazetteer import Hit, Word, fold, words_of
from detente.mentions.lexicon import ActorLexicon
from detente.mentions.words import TOWARDS, ActorWords
from detente.record.reading import ParsedSentence, Token

NOUNS = frozenset({"NOUN", "PROPN"})
# Kind of a name that is a word or stands for others too: "Diet", "PAN".
COMMON = "common"
# What the tagger makes of an unknown name at the beginning of a sentence.
OPENING = frozenset({"NOUN", "ADJ", "VERB", "ADV", "X", "INTJ"})
LEAST_SURNAME = 3


class Item(NamedTuple):
    """Tokens first..last (both inclusive) that a lexicon knows, or that look like a personal name.

    Attributes:
        kind: state, body, town, person (full name), surname, agent (role noun) or unknown (a run of proper nouns).
        names: the lexicon lines it may stand for; several where the name is ambiguous.
        agent: the line of a role noun.
    """

    first: int
    last: int
    kind: str
    names: tuple[NameLine, ...] = ()
    agent: AgentLine | None = None


class Scanner:
    """Find the items of a sentence."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon

    def items(self, parsed: ParsedSentence, folded: str) -> tuple[Item, ...]:
        """Items in the order of the text, without overlap; `folded` is the sentence's folded text."""
        offset = parsed.sentence.start
        words = [Word(word.text, word.start + offset, word.end + offset) for word in words_of(_cased(parsed, folded))]
        starts = {token.start: token.i for token in parsed.tokens}
        ends = {token.end: token.i for token in parsed.tokens}
        found: list[Item] = []
        for item in self._scan(words, parsed):
            first, last = starts.get(item[0].start), ends.get(item[0].end)
            if first is not None and last is not None and not _broken(parsed, item[1], first, last):
                found.append(Item(first, last, *item[1:]))
        found += [twin for item in found for twin in self._twins(parsed, item)]
        found = sorted(self._aircraft(parsed, self._ethnic(parsed, item)) for item in found)
        return tuple(_with_unknown(parsed, found, self._lexicon))

    def _twins(self, parsed: ParsedSentence, item: Item) -> Iterator[Item]:
        """A state whose name shares its end with the one after "and": "North and South Korea"."""
        tokens, first = parsed.tokens, item.first
        joined = item.kind == "state" and item.last > first >= 2 and tokens[first - 1].text.lower() in ("and", "or")
        if not joined or not tokens[first - 2].text[0].isupper():
            return
        rest = " ".join(token.text for token in tokens[first + 1 : item.last + 1])
        names = self._lexicon.names.get(f"{tokens[first - 2].text} {rest}")
        if names and self._lexicon.kind_of(names[0]) == "state":
            yield Item(first - 2, first - 2, "state", names)

    def _ethnic(self, parsed: ParsedSentence, item: Item) -> Item:
        """Ethnic Russians are people, of whatever state the text says."""
        tokens = parsed.tokens
        before = tokens[item.first - 1].text.lower() if item.first else ""
        if item.kind != "state" or not self._lexicon.words.has("ethnic", before) or tokens[item.last].tag[-1] != "S":
            return item
        people = self._lexicon.agents.get("people")
        return Item(item.first, item.last, "agent", (), people[0]) if people else item

    def _aircraft(self, parsed: ParsedSentence, item: Item) -> Item:
        """An F-16 fighter is an army's, not a rebel."""
        named = item.first > 0 and any(letter.isdigit() for letter in parsed.tokens[item.first - 1].text[1:])
        if item.agent is None or parsed.tokens[item.last].lemma != "fighter" or not named:
            return item
        jets = self._lexicon.agents.get("fighter jet")
        return item._replace(agent=jets[0]) if jets and parsed.tokens[item.first - 1].text[0].isalpha() else item

    def _is_town(self, parsed: ParsedSentence, hit: Hit[NameLine]) -> bool:
        """A town that shares its name with a person, after "in" or "near"."""
        inside = parsed.tokens_in(hit.start, hit.end)
        before = parsed.tokens[inside[0].i - 1] if inside and inside[0].i else None
        placed = before is not None and self._lexicon.words.has("place_preposition", before.text.lower())
        if before is not None and before.text.lower() in TOWARDS:  # "wrote to Kennedy", "flew to Lagos"
            placed = self._lexicon.words.has("motion", parsed.tokens[before.head].lemma)
        return placed and bool(self._lexicon.towns.get(" ".join(token.text for token in inside)))

    def _scan(
        self, words: list[Word], parsed: ParsedSentence
    ) -> Iterator[tuple[Word, str, tuple[NameLine, ...], AgentLine | None]]:
        """Full names first, then role nouns between them, then surnames in what is left."""
        lexicon = self._lexicon
        hits = list(lexicon.names.find(words))
        ends = {hit.end for hit in hits}
        named = [hit for hit in hits if not _is_word(parsed, hit, ends)]
        for hit in named:
            kinds = {lexicon.kind_of(line) for line in hit.entries}
            kind = "state" if "state" in kinds else "body" if "body" in kinds else "person"
            yield Word("", hit.start, hit.end), kind, hit.entries, None
        roles: list[Hit[AgentLine]] = []
        for gap in _gaps(words, named):
            roles.extend(hit for hit in lexicon.agents.find(gap) if _is_noun(parsed, hit))
        surnames = [
            hit for gap in _gaps(words, named) for hit in lexicon.surnames.find(gap) if not self._is_town(parsed, hit)
        ]
        roles, surnames = _settle(parsed, roles, surnames, lexicon.words)
        taken: list[Hit[Any]] = sorted([*named, *roles, *surnames], key=lambda hit: hit.start)
        for gap in _gaps(words, taken):
            for town in lexicon.towns.find(gap):
                if _proper(parsed, town, lexicon.words):
                    yield Word("", town.start, town.end), "town", town.entries, None
        for role in roles:
            yield Word("", role.start, role.end), "agent", (), role.entries[0]
        for hit in surnames:
            yield Word("", hit.start, hit.end), "surname", hit.entries, None


def _cased(parsed: ParsedSentence, folded: str) -> str:
    """The text of a sentence; of one in capitals with the small letters that it was parsed in."""
    if not folded.isupper():
        return folded
    text = list(folded)
    for token in parsed.tokens:
        text[token.start - parsed.sentence.start : token.end - parsed.sentence.start] = fold(token.text)
    return "".join(text)


def _is_word(parsed: ParsedSentence, hit: Hit[NameLine], ends: set[int]) -> bool:
    """A name that is a common word too, where it is one: "Solidarity is no crime", or part of a name: "Opera House".

    `ends` are the offsets at which names end.
    """
    if any(line.kind != COMMON for line in hit.entries):
        return False
    inside = parsed.tokens_in(hit.start, hit.end)
    if not inside or inside[0].i == 0:
        return not inside or inside[-1].pos != "PROPN"
    before = parsed.tokens[inside[0].i - 1]
    return before.pos == "PROPN" and before.text[0].isupper() and before.end not in ends


def _broken(parsed: ParsedSentence, kind: str, first: int, last: int) -> bool:
    """A personal name that goes on after a hyphen is another name: "Zia-ul-Haq"."""
    tokens = parsed.tokens
    if kind not in ("person", "surname"):
        return False
    after, before = tokens[last + 1 : last + 2], tokens[first - 1 : first] if first else ()
    joined = [token for token in (*after, *before) if token.text == "-"]
    return any(token.start == tokens[last].end or token.end == tokens[first].start for token in joined)


def _gaps(words: list[Word], hits: Sequence[Hit[Any]]) -> Iterator[list[Word]]:
    """Runs of words that no hit covers."""
    gap: list[Word] = []
    waiting = iter(hits)
    hit = next(waiting, None)
    for word in words:
        while hit is not None and word.start >= hit.end:
            hit = next(waiting, None)
        if hit is not None and word.end > hit.start:
            if gap:
                yield gap
            gap = []
        else:
            gap.append(word)
    if gap:
        yield gap


def _is_noun(parsed: ParsedSentence, hit: Hit[AgentLine]) -> bool:
    """A role noun must be read as a noun: not "official visit", not "she guards"."""
    inside = parsed.tokens_in(hit.start, hit.end)
    return bool(inside) and any(token.pos in NOUNS for token in (inside[0], inside[-1]))


def _settle(
    parsed: ParsedSentence, roles: list[Hit[AgentLine]], surnames: list[Hit[NameLine]], words: ActorWords
) -> tuple[list[Hit[AgentLine]], list[Hit[NameLine]]]:
    """Where a word is a role and a surname, a capital right after another role makes it the name: "Minister Cook"."""
    ends = {role.end + 1 for role in roles}
    named = {hit.start for hit in surnames if hit.start in ends and _proper(parsed, hit, words)}
    kept = [role for role in roles if role.start not in named]
    taken = {role.start for role in kept}
    spans = [(role.start, role.end) for role in kept]
    free = [
        hit
        for hit in surnames
        if hit.start not in taken
        and _proper(parsed, hit, words)
        and not any(start < hit.end and hit.start < end for start, end in spans)
    ]
    return kept, free


def _proper(parsed: ParsedSentence, hit: Hit[NameLine], words: ActorWords) -> bool:
    inside = parsed.tokens_in(hit.start, hit.end)
    if not inside or inside[-1].text in words.calendar:
        return False
    if inside[-1].pos != "PROPN" and not _opens(inside, words):
        return False
    return not words.has("honorific", inside[-1].text.lower())


def _opens(inside: Sequence[Token], words: ActorWords) -> bool:
    """A surname that begins the sentence, which the tagger takes for a noun or adjective: "Rajoy dissolved ...".

    Not one that is an ordinary word as well (en/actor_words.tsv, surname_word): "Key talks", "Rice prices".
    """
    token = inside[0]
    plural = token.tag == "NNS" and token.text.endswith("s")
    if token.i or len(inside) > 1 or len(token.text) < LEAST_SURNAME or plural:
        return False
    return token.text[0].isupper() and token.pos in OPENING and not words.has("surname_word", token.text.lower())


def _with_unknown(parsed: ParsedSentence, items: list[Item], lexicon: ActorLexicon) -> list[Item]:
    """Add the runs of proper nouns that no lexicon knows: "Hans van den Broek"."""
    covered = {i for item in items for i in range(item.first, item.last + 1)}
    runs: list[Item] = []
    first = -1
    for i in range(len(parsed.tokens)):
        proper = i not in covered and _name_like(parsed, i, lexicon, inside=first >= 0)
        if proper and first < 0:
            first = i
        elif not proper and first >= 0:
            runs.append(Item(first, i - 1, "unknown"))
            first = -1
    if first >= 0:
        runs.append(Item(first, len(parsed.tokens) - 1, "unknown"))
    return sorted([*items, *(_respelled(parsed, run, lexicon) for run in runs)])


def _respelled(parsed: ParsedSentence, run: Item, lexicon: ActorLexicon) -> Item:
    """A single unknown word that is nearly the name of a state."""
    if run.first != run.last:
        return run
    names = lexicon.spelled_like(parsed.tokens[run.first].text)
    return Item(run.first, run.last, "state", names) if names else run


def _name_like(parsed: ParsedSentence, i: int, lexicon: ActorLexicon, *, inside: bool) -> bool:
    """A capitalised proper noun; inside a name also a particle or a hyphen before one."""
    token, words = parsed.tokens[i], lexicon.words
    if token.pos == "PROPN" and token.text[0].isupper():
        lowered = token.text.lower()
        return not (token.text in words.calendar or words.has("honorific", lowered) or words.has("direction", lowered))
    if not inside or i + 1 == len(parsed.tokens):
        return False
    after = parsed.tokens[i + 1]
    glued = parsed.tokens[i - 1].end == token.start
    if glued and (token.text == "-" or parsed.tokens[i - 1].text == "-"):
        return token.text != "-" or after.start == token.end
    follows = after.text[0].isupper() or words.has("particle", after.text)
    return words.has("particle", token.text) and follows
