"""Words and quotation marks of an article, as the attribution scorer sees them (no parser)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from detente.errors import InputError

WORD = re.compile(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")
OPENING, CLOSING, NEUTRAL = "“«„‟", "”»", '"'
MARK = re.compile(r"[\"“”«»„‟]|``|''")

Spans = Sequence[Sequence[int]]


class Article:
    """The words of a text, and which of its characters stand inside double quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in words]
        self.ends = [end for _, end in words]
        self.quoted = _quoted_characters(text)

    def words_in(self, spans: Spans | None) -> set[int]:
        """Return numbers of the words that overlap any of the spans.

        Raises:
            InputError: a span runs past the text.
        """
        found: set[int] = set()
        for start, end in spans or ():
            if end > len(self.text):
                raise InputError(f"span {start}..{end} runs past the text, which has {len(self.text)} characters")
            found.update(range(bisect_right(self.ends, start), bisect_left(self.starts, end)))
        return found

    def word(self, number: int) -> str:
        """Return a word by its number."""
        return self.text[self.starts[number] : self.ends[number]]

    def kinds(self, content: Spans | None) -> tuple[str, ...]:
        """("indirect",), or "direct" with "quoted" (90 % of the words inside the marks) or "mixed"."""
        if not any(self._marked(start, end) for start, end in content or ()):
            return ("indirect",)
        words = self.words_in(content)
        inside = sum(self.quoted[self.starts[i]] for i in words)
        return ("direct", "quoted" if words and inside >= 0.9 * len(words) else "mixed")

    def _marked(self, start: int, end: int) -> bool:
        before, after = self.text[max(0, start - 1) : start], self.text[end : end + 1]
        opens = bool(before) and before in OPENING + NEUTRAL and bool(self.quoted[start])
        closes = bool(after) and after in CLOSING + NEUTRAL and bool(self.quoted[end - 1])
        return opens or closes or MARK.search(self.text[start:end]) is not None


def _quoted_characters(text: str) -> bytearray:
    """Flag each character inside double quotation marks; the end of a paragraph closes an open quotation."""
    flags = bytearray(len(text) + 1)
    opened: int | None = None
    position = 0
    while position < len(text):
        character, two = text[position], text[position : position + 2]
        closes = character in CLOSING or character in NEUTRAL or two == "''"
        if opened is None and (character in OPENING or character in NEUTRAL or two == "``"):
            opened = position
        elif opened is not None and (character == "\n" or closes):
            last = position if character == "\n" else position + 1
            flags[opened:last] = b"\1" * (last - opened)
            opened = None
        position += 1
    if opened is not None:
        flags[opened : len(text)] = b"\1" * (len(text) - opened)
    return flags
