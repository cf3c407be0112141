"""The words of time expressions, and the pattern language that the rules are written in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.errors import LexiconError
from detente.lexicons.entries import PhraseLine

SLOT = re.compile(r"(?<!\?P)<(\w+)(?::(\w+))?>")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Kinds (month, weekday, unit ...) and their words, each with the value its line gives (month:9)."""

    values: dict[str, dict[str, str]]

    @classmethod
    def of(cls, lines: Iterable[PhraseLine]) -> "TimeWords":
        """Index the lines of en/time_words.tsv; `kind` is `name:value`."""
        values: dict[str, dict[str, str]] = {}
        for line in lines:
            name, _, value = line.kind.partition(":")
            values.setdefault(name, {})[line.phrase] = value
        return cls(values)

    def compile(self, pattern: str) -> re.Pattern[str]:
        """Turn a rule's pattern into a regular expression.

        `<month>` stands for any word of that kind and captures it under its name; `<month:second>` captures it under
        another name. The result matches lower-case text at word boundaries.
        """

        def words(slot: re.Match[str]) -> str:
            kind, name = slot.group(1), slot.group(2) or slot.group(1)
            if kind not in self.values:
                raise LexiconError(f"en/time_words.tsv has no kind {kind!r}, which a rule of time_rules.py names")
            options = sorted(self.values[kind], key=len, reverse=True)
            return f"(?P<{name}>{'|'.join(re.escape(word) for word in options)})"

        return re.compile(rf"(?<![\w-])(?:{SLOT.sub(words, pattern)})(?![\w])")

    def value(self, kind: str, word: str) -> str:
        """Return the value of a word: `value("month", "sept.")` is "9"."""
        return self.values[kind][word]

    def number(self, word: str) -> int | None:
        """Read a numeral or number word; None for a vague one ("several")."""
        if word.replace(",", "").isdigit():
            return int(word.replace(",", ""))
        value = self.values["number"].get(word, "X")
        return int(value) if value != "X" else None
