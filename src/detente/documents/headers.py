"""The lines above an article: its title, perhaps twice, a byline, "Date: 09-18-2017"."""

import re
from dataclasses import dataclass, replace
from functools import cache

from detente.documents.metadata import find_date, is_date_line, is_date_word
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

MOST_TITLE_CHARACTERS, MOST_TITLE_WORDS = 200, 30
MOST_HEADER_CHARACTERS = 160
LEAST_TITLE_LETTERS = 12
PARAGRAPH_CHARACTERS = (
    100  # a line longer than this is a paragraph, so the short line above it is no wrapped half of it
)
ENDS_LIKE_PROSE = re.compile(r"(?<![A-Z])[.,;:][\"'”’)\]]*$")
NAME = r"[^\W\d_a-z][\w.'’\-]*"
PARTICLE = r"(?:and|&|de|da|del|der|di|du|van|von|der|den|la|le|bin|al|el|ibn|of|the|for)"
NAMES = re.compile(rf"{NAME}(?:,? (?:{PARTICLE} )*{NAME}){{0,9}}")
BARE_NAME = re.compile(rf"{NAME}(?: (?:{PARTICLE} )?{NAME}){{1,3}}")
BYLINE = re.compile(r"(?:written |posted |story )?by:? (?P<name>.+)", re.IGNORECASE)
# What follows a name in a byline: an address, a role, a site, another label.
AFTER_NAME = re.compile(r"\s*(?:[(\[|•·].*|[-–—] .*|\s(?:on|at|in)\s.*|,\s(?![A-Z][\w.]+ [A-Z]).*|<.*|\S+@\S+.*)$")


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the article. `end` is the index of the first line that belongs to the body."""

    title: str
    author: str
    publisher: str = ""
    published: str = ""
    end: int = 0


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {line.phrase: line.kind for line in read_lines("en/fields.tsv", PhraseLine) if line.kind != "text"}
    names = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(rf"(?P<label>{names})(?P<colon>\s*:)?\s+(?P<value>\S.*)", re.IGNORECASE), kinds


def same_words(one: str, other: str) -> bool:
    """Compare two lines by their letters and figures alone."""
    return _letters(one) == _letters(other) != ""


def _same_title(lines: list[str], i: int, title: str) -> bool:
    """Tell whether line i repeats a title, perhaps shortened or with a tail, as pages do above the article."""
    one, other = _letters(lines[i]), _letters(title)
    shorter = min(one, other, key=len)
    repeated = len(shorter) >= LEAST_TITLE_LETTERS and one.startswith(shorter) and other.startswith(shorter)
    return one == other != "" or (repeated and looks_like_title(lines, i))


def _letters(line: str) -> str:
    return "".join(character for character in line.casefold() if character.isalnum())


def author_in(line: str) -> str:
    """Return the name in a byline ("by Ann Reed (Vienna)" gives "Ann Reed"), or "" if the line is none."""
    found = BYLINE.fullmatch(line) if len(line) <= MOST_HEADER_CHARACTERS else None
    if found is None:
        return ""
    name = AFTER_NAME.sub("", found["name"]).strip(" ,.")
    if not NAMES.fullmatch(name) or find_date(name) or is_date_word(name):
        return ""
    return "" if line.endswith(".") and " " not in name else name


def looks_like_title(lines: list[str], i: int) -> bool:
    """Tell whether line i is a title: short, no sentence, and something else than its own second half follows it."""
    line = lines[i]
    if len(line) > MOST_TITLE_CHARACTERS or line.count(" ") >= MOST_TITLE_WORDS or ENDS_LIKE_PROSE.search(line):
        return False
    below = next((j for j in range(i + 1, len(lines)) if lines[j]), None)
    if below is None or not any(character.isalpha() for character in line):
        return False
    parted = below > i + 1 or len(lines[below]) > PARAGRAPH_CHARACTERS
    return parted or same_words(line, lines[below]) or _field(lines[below]) is not None


def _field(line: str) -> tuple[str, str] | None:
    """Read a header line as (kind, value), kinds as in en/fields.tsv; None if it is no header line."""
    if not line or len(line) > MOST_HEADER_CHARACTERS:
        return None
    author = author_in(line)
    if author:
        return "author", author
    if is_date_line(line):
        return "published", line
    pattern, kinds = _labels()
    found = pattern.fullmatch(line)
    if found is None:
        return None
    kind, value = kinds[found["label"].lower()], found["value"]
    dated = kind in ("published", "other") and find_date(value) is not None and not line.endswith(".")
    return (kind, value) if found["colon"] or dated else None


def _taken(header: Header, kind: str, value: str) -> Header:
    """Keep the first value of each kind; "Posted on 2 May 2018 by Ann Reed" gives date and author."""
    if kind == "published":
        byline = re.search(r"\bby .+$", value, re.IGNORECASE)
        author = header.author or (author_in(byline.group()) if byline else "")
        return replace(header, published=header.published or value, author=author)
    if kind == "author":
        return replace(header, author=header.author or author_in(f"by {value}") or value)
    if kind == "title":
        return replace(header, title=header.title or value)
    if kind == "publisher":
        return replace(header, publisher=header.publisher or value)
    return header


def _is_name_above_header(lines: list[str], i: int) -> bool:
    """A bare name counts as a byline only if another header line follows."""
    below = next((line for line in lines[i + 1 :] if line), "")
    return bool(BARE_NAME.fullmatch(lines[i])) and _field(below) is not None


def read_header(lines: list[str], title: str = "", author: str = "") -> Header:
    """Read the lines above the body; it begins at the first line that is neither title, byline, date nor label.

    A title or author from metadata stays; the same words repeated in the lines are passed over.
    """
    header = Header(title, author)
    for i, line in enumerate(lines):
        if not line or _same_title(lines, i, header.title) or same_words(line, header.author):
            continue
        field = _field(line)
        if field is not None:
            header = _taken(header, *field)
        elif not header.title and looks_like_title(lines, i):
            header = replace(header, title=line)
        elif header.title and _is_name_above_header(lines, i):
            header = replace(header, author=header.author or line)
        else:
            return replace(header, end=i)
    return replace(header, end=len(lines))
