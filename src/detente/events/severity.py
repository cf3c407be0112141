"""How many died, were hurt, took part or were held: figures as they stand beside the trigger.

Only figures are taken ("at least 40" gives 40, "dozens" nothing; PLOVER digest, section 8). Which words count the dead
and the injured is said by en/severity.tsv.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.record.reading import ParsedSentence, Token

SIZED = ("PROTEST", "MOBILIZE")
FIGURE = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")
# Ages, years and ordinals are no counts: a figure that counts people hangs on a noun, or is subject or object itself.
COUNTING = ("nummod", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT")


class Severity(NamedTuple):
    """People counted, or None."""

    dead: int | None = None
    injured: int | None = None
    size: int | None = None


class SeverityWords:
    """The lines of en/severity.tsv: words of death and injury, number words, units that are no people."""

    def __init__(self, lines: Iterable[PhraseLine]) -> None:
        self._kinds: dict[str, dict[str, str]] = {}
        for line in lines:
            kind, _, value = line.kind.partition("=")
            self._kinds.setdefault(kind, {})[line.phrase] = value

    def is_a(self, kind: str, lemma: str) -> bool:
        """Tell whether a lemma is of a kind: dead, injured, unit."""
        return lemma in self._kinds.get(kind, ())

    def number(self, token: Token) -> int | None:
        """Return the value of a figure or a number word."""
        found = FIGURE.fullmatch(token.text)
        if found is not None:
            return int(re.sub(r"[,.]", "", found.group()))
        value = self._kinds.get("number", {}).get(token.lemma)
        return int(value) if value else None


def severity(
    parsed: ParsedSentence, trigger: int, type_: str, modes: tuple[str, ...], words: SeverityWords
) -> Severity:
    """Read the figures that belong to an act of this type."""
    if type_ == "ASSAULT":
        return Severity(dead=_victims(parsed, "dead", words), injured=_victims(parsed, "injured", words))
    if type_ in SIZED or (type_ == "COERCE" and "arrest" in modes):
        return Severity(size=_participants(parsed, trigger, words))
    return Severity()


def _victims(parsed: ParsedSentence, kind: str, words: SeverityWords) -> int | None:
    """Largest figure among the arguments of a word of death or injury."""
    found: list[int] = []
    for token in parsed.tokens:
        if not words.is_a(kind, token.lemma):
            continue
        around = [token.i, *parsed.children[token.i]]
        if token.pos in ("NOUN", "ADJ") or token.dep in ("acl", "relcl", "amod"):
            around.append(token.head)
        found.extend(n for i in around for n in _figures(parsed, i, words))
    return max(found, default=None)


def _participants(parsed: ParsedSentence, trigger: int, words: SeverityWords) -> int | None:
    found = [n for i in (trigger, *parsed.children[trigger]) for n in _figures(parsed, i, words)]
    return max(found, default=None)


def _figures(parsed: ParsedSentence, i: int, words: SeverityWords) -> list[int]:
    """Figures that count the people a word names: itself, or a number before it."""
    token = parsed.tokens[i]
    if words.is_a("unit", token.lemma):
        return []
    found: list[int] = []
    for j in (i, *(c for c in parsed.children[i] if parsed.tokens[c].dep == "nummod")):
        value = words.number(parsed.tokens[j])
        if value is not None and parsed.tokens[j].dep in COUNTING:
            found.append(value * _multiplier(parsed, j, words))
    return found


def _multiplier(parsed: ParsedSentence, i: int, words: SeverityWords) -> int:
    """Return what a scale word after a figure makes of it: "3 million"."""
    if i + 1 < len(parsed.tokens) and words.is_a("scale", parsed.tokens[i + 1].lemma):
        return words.number(parsed.tokens[i + 1]) or 1
    return 1
