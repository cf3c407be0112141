"""Maximal actor phrases: which items of a sentence name one actor together.

"Russian Foreign Ministry spokeswoman Maria Zakharova" is one phrase, "Syria's ally Iran" two. The parser is unsure
inside long names, so phrases are read from left to right over runs of nominal words, and the tree is asked only
whether a noun stands alone ("in Syria rebels attacked").
"""

from typing import NamedTuple

from detente.mentions.scanning import Item
from detente.mentions.words import ActorWords
from detente.record.reading import ParsedSentence, Token

NOMINAL = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
HYPHENS = frozenset({"-", "–"})
PEOPLE = frozenset({"person", "surname"})
# A noun with one of these labels is complete: what follows it starts a phrase of its own.
COMPLETE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos"})


class Phrase(NamedTuple):
    """Words that name one actor.

    Attributes:
        first, last: tokens of the phrase, both inclusive, without leading article.
        head: the item that names the actor.
        owners: phrases that say whose it is ("Israel" in "Israel's army"), most telling first.
        titles: role nouns before a name, or further role nouns before a role noun, in the order of the text.
        modifier: the phrase only qualifies a noun that is no actor ("Israeli army bulldozers").
        rules: names of the rules that built it.
    """

    first: int
    last: int
    head: Item
    owners: tuple["Phrase", ...] = ()
    titles: tuple[Item, ...] = ()
    modifier: bool = False
    rules: tuple[str, ...] = ()


class Run(NamedTuple):
    """Tokens first..last of a nominal run, its items, and whether a possessive mark follows."""

    first: int
    last: int
    items: tuple[Item, ...]
    possessive: bool


def runs_of(parsed: ParsedSentence, items: tuple[Item, ...], words: ActorWords) -> list[list[Run]]:
    """Cut a sentence into chains of nominal runs joined by possessive marks."""
    item_at = {i: item for item in items for i in range(item.first, item.last + 1)}
    chains: list[list[Run]] = []
    chain: list[Run] = []
    first = -1
    for token in (*parsed.tokens, None):
        inside = token is not None and _belongs(parsed, token, item_at, words, open_run=first >= 0 or bool(chain))
        if inside and token is not None:
            first = token.i if first < 0 else first
            if not _closes(parsed, token, item_at):
                continue
        last = token.i if inside and token is not None else (token.i if token is not None else len(parsed.tokens)) - 1
        mark = token is not None and not inside and token.tag == "POS"
        if first >= 0:
            chain.append(Run(first, last, _within(items, first, last), mark))
            first = -1
        if not mark and chain:
            chains.append(chain)
            chain = []
    return chains


def _within(items: tuple[Item, ...], first: int, last: int) -> tuple[Item, ...]:
    return tuple(item for item in items if first <= item.first and item.last <= last)


def _belongs(
    parsed: ParsedSentence, token: Token, item_at: dict[int, Item], words: ActorWords, *, open_run: bool
) -> bool:
    """Whether a token can stand inside a nominal run."""
    if token.i in item_at:
        return True
    if token.pos in NOMINAL:
        return token.text not in words.calendar
    if not open_run or token.i + 1 == len(parsed.tokens):
        return False
    if token.pos in ("VERB", "ADV") and token.dep in ("amod", "advmod") and token.head > token.i:
        return True
    return _hyphenated(parsed, token) or _coordinates(parsed, token, item_at)


def _hyphenated(parsed: ParsedSentence, token: Token) -> bool:
    """A hyphen between two words, or a word after one: "US-led"."""
    before, after = parsed.tokens[token.i - 1], parsed.tokens[token.i + 1]
    if before.end != token.start:
        return False
    return before.text in HYPHENS or (token.text in HYPHENS and after.start == token.end)


def _coordinates(parsed: ParsedSentence, token: Token, item_at: dict[int, Item]) -> bool:
    """Whether "and" or a comma joins two qualifiers of one noun: "British and French warships".

    "The US and Israeli troops" is no such pair: an article before a proper noun makes it a party of its own.
    """
    left, right = item_at.get(token.i - 1), item_at.get(token.i + 1)
    if (token.pos != "CCONJ" and token.text != ",") or left is None or right is None:
        return False
    if not is_qualifier(left) or not is_qualifier(right) or token.i + 1 != right.first:
        return False
    article = left.first > 0 and parsed.tokens[left.first - 1].text.lower() == "the"
    return not (article and parsed.tokens[left.last].pos == "PROPN" and parsed.tokens[left.last].dep in COMPLETE)


def is_qualifier(item: Item) -> bool:
    """A name of a state or body that can qualify a noun as an adjective or an abbreviation does."""
    return item.kind in ("state", "body") and any(line.kind in ("adjective", "abbreviation") for line in item.names)


def after_town(parsed: ParsedSentence, item: Item) -> bool:
    """A state after a town and a comma: "Bonn, Germany"; a list of states is told by its "and"."""
    tokens, first = parsed.tokens, item.first
    if item.kind != "state" or first < 2 or tokens[first - 1].text != "," or tokens[first - 2].pos != "PROPN":
        return False
    return tokens[item.last].dep in ("appos", "npadvmod", "nmod", "compound") and not is_qualifier(item)


def _closes(parsed: ParsedSentence, token: Token, item_at: dict[int, Item]) -> bool:
    """Whether a run ends after this token though a nominal word follows: "in Syria rebels attacked"."""
    item = item_at.get(token.i)
    if item is not None and item.kind in PEOPLE and token.i == item.last and token.i + 1 < len(parsed.tokens):
        return parsed.tokens[token.i + 1].pos == "VERB"  # "Rajoy ordered troops", read as a participle
    if item is None or item.kind not in ("state", "body") or token.i != item.last:
        return False
    if after_town(parsed, item):
        return True
    if is_qualifier(item):
        return False
    if token.dep not in COMPLETE or token.i + 1 == len(parsed.tokens):
        return False
    return parsed.tokens[token.i + 1].tag != "POS" and token.head < item.first


def text_of(parsed: ParsedSentence, first: int, last: int) -> str:
    """The words first..last with single spaces where the text has white space."""
    text = ""
    for token in parsed.tokens[first : last + 1]:
        gap = bool(text) and token.start > parsed.tokens[token.i - 1].end
        text += (" " if gap else "") + token.text
    return text
