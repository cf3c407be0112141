"""Quotation marks of every style, paired, also where they are odd, nested, or left open at a paragraph's end.

Two old conventions shape the rules: a quotation that runs on over paragraphs opens each of them with a mark and closes
only the last, and the closing single mark is the apostrophe.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

# One entry a style: how it opens, what may close it. Straight marks open before a word and close after one; a closing
# curly mark opens where only an opening one makes sense.
PAIRS = {
    "“": ("”",),
    "”": ("”",),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "``": ("''",),
    "''": ("''",),
    '"': ('"',),
    "‘": ("’",),
    "'": ("'",),
}
# Styles whose opening mark differs from all that close it, so that quotations of the style may nest.
NESTING = ("“", "«", "``")
# Marks that are nothing by themselves if no partner follows: an apostrophe, a stray closing mark.
DOUBTFUL = ("‘", "'", "”")
MARK = re.compile(r"``|''|[“”„‟«»\"‘’']|\n")
SINGLE = ("‘", "'")
# A mark right before these closes nothing and opens nothing by itself ("’s", "'em", "'90s").
CLIPPED = re.compile(r"(?:s|em|til|tis|twas|cause|\d0s)\b", re.IGNORECASE)


# A mark that finds no partner within so many characters opens nothing longer.
LONGEST = 10_000


class Quote(NamedTuple):
    """A quotation with its marks, as document offsets.

    `closed` is false where the paragraph ends before a closing mark: the next paragraph may carry on.
    """

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of a text in its order."""
    quotes: list[Quote] = []
    marks = list(MARK.finditer(text))
    # Up to here a doubtful mark is known to find no partner: looking again would take quadratic time.
    hopeless = dict.fromkeys(DOUBTFUL, 0)
    at = 0
    while at < len(marks):
        mark, at = marks[at], at + 1
        opened = mark.group()
        if mark.start() < hopeless.get(opened, 0) or opened not in PAIRS or not _may_open(text, mark):
            continue
        ending = _closing(text, marks, at - 1)
        if not ending.closed and opened in DOUBTFUL:
            hopeless[opened] = ending.end
        elif ending.end > mark.end():
            quotes.append(Quote(mark.start(), ending.end, ending.closed))
            at = ending.next_mark
    return tuple(quotes)


def quotes_within(quotes: tuple[Quote, ...], start: int, end: int) -> list[Quote]:
    """Quotations that overlap start..end; `quotes` are in order and do not overlap each other."""
    first = bisect_left(quotes, start, key=lambda quote: quote.end - 1)
    found = []
    for quote in quotes[first:]:
        if quote.start >= end:
            break
        found.append(quote)
    return found


def _may_open(text: str, mark: "re.Match[str]") -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end() : mark.end() + 1]
    if not after or (after.isspace() and mark.group() != "«"):  # French puts a space inside its marks
        return False
    if mark.group() in SINGLE and CLIPPED.match(text, mark.end()):
        return False
    return not before.isalnum() and before not in ".,!?%"


def _may_close(text: str, mark: "re.Match[str]") -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end() : mark.end() + 1]
    if mark.group() in ("’", "'"):
        return not before.isspace() and not after.isalnum()
    if mark.group() in ('"', "''"):
        return not before.isspace() or not after or after.isspace()
    return True


class Ending(NamedTuple):
    """Where a quotation ends, whether a mark closes it there, and the number of the mark to read next."""

    end: int
    closed: bool
    next_mark: int


def _closing(text: str, marks: "list[re.Match[str]]", at: int) -> Ending:
    """Find the end of the quotation that marks[at] opens."""
    opened = marks[at].group()
    closers = PAIRS[opened]
    limit = marks[at].start() + LONGEST
    depth = 0
    for number in range(at + 1, len(marks)):
        mark = marks[number].group()
        if marks[number].start() > limit:
            break
        if mark == "\n":
            if _paragraph_ends(text, marks[number], closers, opened):
                return Ending(_before_space(text, marks[number].start()), closed=False, next_mark=number + 1)
        elif mark == opened and opened in NESTING and _may_open(text, marks[number]):
            depth += 1
        elif mark in closers and _may_close(text, marks[number]):
            if depth == 0:
                return Ending(marks[number].end(), closed=True, next_mark=number + 1)
            depth -= 1
    end = _before_space(text, min(len(text), limit))
    return Ending(end, closed=False, next_mark=_next_mark(marks, at, end))


def _next_mark(marks: "list[re.Match[str]]", at: int, end: int) -> int:
    return next((number for number in range(at + 1, len(marks)) if marks[number].start() >= end), len(marks))


def _before_space(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _paragraph_ends(text: str, mark: "re.Match[str]", closers: tuple[str, ...], opened: str) -> bool:
    """A blank line ends a paragraph; a line break does where the next line opens a quotation anew or none is closed."""
    after = text[mark.end() : mark.end() + 2]
    if not after.strip(" \t") or after[:1] == "\n":
        return True
    if after.startswith(opened):
        return True
    line_end = text.find("\n", mark.end())
    line = text[mark.end() : line_end if line_end >= 0 else len(text)]
    return not any(closer in line for closer in closers)
