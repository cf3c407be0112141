"""The words of time expressions, and the pattern language that the rules are written in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from detente.errors import LexiconError
from detente.lexicons.entries import PhraseLine

SLOT = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")
# FY2018, four digits, 1920s, '82, 7:30, 480 (BC): the numbers that can be a time by themselves.
DIGITS = (
    r"fy ?\d{2,4}|"
    r"\d{1,2}[:.]\d\d|\d{3,4}s?|\d{1,2}s|['’]\d\d|\d{1,2} ?[ap]\.?m|\d{1,3}(?=[-–]\d{1,3} [ab])|\d{1,2}(?= [ab]\.?[cd])"
)


class Word(NamedTuple):
    """What a word means, and the id of the lexicon line that says so."""

    value: str
    line: str


class Compiled(NamedTuple):
    """A rule's regular expression, and which of its groups hold words of which kind."""

    pattern: re.Pattern[str]
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Kinds (month, weekday, unit ...) and their words."""

    words: dict[str, dict[str, Word]]

    @classmethod
    def of(cls, lines: Iterable[PhraseLine]) -> "TimeWords":
        """Index the lines of en/time_words.tsv; `kind` is `name:value`."""
        words: dict[str, dict[str, Word]] = {}
        for line in lines:
            name, _, value = line.kind.partition(":")
            words.setdefault(name, {})[line.phrase] = Word(value, line.id)
        return cls(words)

    def alternatives(self, kind: str) -> str:
        """Return the words of a kind as the inside of a regular expression's group, longest first.

        Raises:
            LexiconError: the lexicon has no such kind.
        """
        if kind not in self.words:
            raise LexiconError(f"en/time_words.tsv has no kind {kind!r}, which a rule of time expressions names")
        return "|".join(re.escape(word) for word in sorted(self.words[kind], key=len, reverse=True))

    def compile(self, pattern: str, *, after_hyphen: bool = False) -> Compiled:
        """Turn a rule's pattern into a regular expression; `after_hyphen` lets it match in "mid-April".

        `<month>` stands for any word of that kind and captures it under its name; `<month:second>` captures it under
        another name. The result matches lower-case text at word boundaries.
        """
        kinds: list[tuple[str, str]] = []

        def slot(found: re.Match[str]) -> str:
            kind, name = found.group(1), found.group(2) or found.group(1)
            kinds.append((name, kind))
            return f"(?P<{name}>{self.alternatives(kind)})"

        before = r"(?<!\w)" if after_hyphen else r"(?<![\w-])"
        return Compiled(re.compile(rf"{before}(?:{SLOT.sub(slot, pattern)})(?!\w)"), tuple(kinds))

    def gate(self, kinds: Iterable[str]) -> re.Pattern[str]:
        """Compile one expression that finds every word of these kinds and names its kind; `digits` are numbers."""
        named = "|".join(f"(?P<{kind}>{self.alternatives(kind)})" for kind in kinds)
        return re.compile(rf"(?<![a-z\d])(?:{named}|(?P<digits>{DIGITS}))(?![a-z\d])")

    def value(self, kind: str, word: str) -> str:
        """Return the value of a word: `value("month", "sept.")` is "9"."""
        return self.words[kind][word].value

    def number(self, text: str) -> float | None:
        """Read a numeral or number words ("twenty-five", "two and a half"); None for a vague one ("several")."""
        text, _, half = text.partition(" and ")
        if text.replace(".", "", 1).isdigit():
            return float(text) + 0.5 * bool(half)
        known = self.words["number"]
        values = [known[word].value for word in ([text] if text in known else text.split("-")) if word in known]
        return sum(int(value) for value in values) + 0.5 * bool(half) if values and "X" not in values else None

    def evidence(self, compiled: Compiled, match: re.Match[str]) -> Iterator[str]:
        """Yield the ids of the lines whose words a match holds."""
        for group, kind in compiled.kinds:
            word = self.words[kind].get(match.group(group) or "")
            if word is not None:
                yield word.line

    def is_plural(self, unit: str) -> bool:
        """Tell whether a unit is written as a plural: days, centuries."""
        return unit.endswith("s")
