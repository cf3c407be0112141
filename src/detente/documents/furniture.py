"""Lines of a page that are not the article: share buttons, log-in prompts, book plugs, by lexicon lines with ids."""

import re
from functools import cache
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

# Longer lines are prose: of the phrases with a wildcard, the longest seen on pages of news and blogs has 40 words.
MOST_WORDS = 60
SIGNS = re.compile(r"[^\w%{}@#'&.,:;?!()\[\]/+*©-]+")
OUTER = " \t:.!|*()[]»«›‹→←↑↓•·-–—…#>"
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
AUTHOR = "{author}"


class Taken(NamedTuple):
    """A line that was taken off, and the id of the lexicon line that says so."""

    line: str
    id: str


def _pattern(phrase: str) -> str:
    """Write a phrase as an expression; outer marks do not count, so "this:*" matches a line that ends in "this"."""
    core = phrase.removesuffix(":*").strip(OUTER.replace("*", "").replace("#", ""))
    pattern = re.escape(core).replace(r"\*", ".*").replace(r"\#", r"[\d.,]+k?")
    return pattern + r"(?::.*)?" if phrase.endswith(":*") else pattern


@cache
def _matcher(kind: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One expression for all phrases of a kind; the number of the group that matched is the place of the id."""
    lines = [line for line in read_lines("en/furniture.tsv", PhraseLine) if line.kind == kind]
    return re.compile("|".join(f"({_pattern(line.phrase)})" for line in lines)), tuple(line.id for line in lines)


@cache
def _words() -> dict[str, str]:
    return {line.phrase: line.id for line in read_lines("en/furniture.tsv", PhraseLine) if line.kind == "word"}


def _comparable(line: str, author: str) -> str:
    bare = " ".join(line.translate(QUOTES).casefold().split())
    if author:
        bare = bare.replace(author.casefold(), AUTHOR)
    return bare.strip(OUTER)


def match(line: str, kind: str, author: str = "") -> str:
    """Return the id of the lexicon line of this kind (line, cut or tail) that a whole line matches, or ""."""
    if line.count(" ") > MOST_WORDS:
        return ""
    expression, ids = _matcher(kind)
    found = expression.fullmatch(_comparable(line, author))
    return ids[found.lastindex - 1] if found and found.lastindex else ""


def match_words(line: str) -> str:
    """Return the id of the first word of a line that holds nothing but two or more names of buttons, or ""."""
    words = [word for word in re.split(r"[\s|·•,/]+", _comparable(line, "")) if word and not word.isdigit()]
    known = _words()
    return known[words[0]] if 2 <= len(words) <= 12 and all(word in known for word in words) else ""


def take_off_lines(lines: list[str]) -> tuple[list[str], list[Taken]]:
    """Blank the lines that are furniture wherever they stand; return all lines, and what was taken."""
    kept, taken = [], []
    for line in lines:
        found = line and (match(line, "line") or match_words(line))
        kept.append("" if found else line)
        if found:
            taken.append(Taken(line, found))
    return kept, taken


def take_off_end(lines: list[str], author: str) -> tuple[list[str], list[Taken]]:
    """Take off all from a comment form on, then the run of furniture lines at the end; the first paragraph stays."""
    taken: list[Taken] = []
    first = next((i for i, line in enumerate(lines) if line), len(lines))
    for i in range(first + 1, len(lines)):
        found = lines[i] and match(lines[i], "cut", author)
        if found:
            taken = [Taken(line, found) for line in lines[i:] if line]
            lines = lines[:i]
            break
    end = len(lines)
    while end > first + 1:
        line = lines[end - 1]
        found = line and match(line, "tail", author)
        if line and not found:
            break
        if found:
            taken.insert(0, Taken(line, found))
        end -= 1
    return lines[:end], taken
