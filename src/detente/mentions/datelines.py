"""Datelines: `LONDON, Oct 3 (Agency) -`, `MOSCOW —`, `Kyiv, March 3 (Agency) —`: where a report was filed.

The place of a dateline is the place of the report, not of what it tells.
"""

import re
from collections.abc import Iterator

from detente.record.model import Span
from detente.record.reading import ParsedSentence

DASH = r"\s*(?:—|–|--|-)\s"
NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|del|la|al|es|do))*"
DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: (?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+|de|al))*"
# In capitals a dash is enough; a name in small letters needs a date or an agency in brackets before the dash.
LOUD = re.compile(
    rf"(?P<first>{CAPITALS})(?:/(?P<second>{CAPITALS}))?(?P<area>,? {NAME}(?=[,( —–-]))?(?:,? {DAY})?"
    rf"(?:,? ?\([^)\n]{{2,40}}\))?{DASH}"
)
QUIET = re.compile(
    rf"(?P<first>{NAME})(?:/(?P<second>{NAME}))?(?P<area>, {NAME}(?=[,( ]))?"
    rf"(?:,? {DAY}(?:,? ?\([^)\n]{{2,40}}\))?|,? ?\([^)\n]{{2,40}}\)){DASH}"
)
SMALL = re.compile(r"\b(De|Del|La|Al|Es|Do|On|Of|And)\b")


def datelines(text: str, sentences: tuple[ParsedSentence, ...]) -> Iterator[tuple[Span, str, str, int]]:
    """Yield for each dateline the offsets of its place, its name in small letters, the words after it, and its end."""
    paragraph = -1
    for parsed in sentences:
        if parsed.paragraph == paragraph:
            continue
        paragraph = parsed.paragraph
        start = parsed.sentence.start
        found = LOUD.match(text, start) or QUIET.match(text, start)
        if found is None:
            continue
        area = (found["area"] or "").lstrip(" ,")
        for group in ("first", "second"):
            if found[group]:
                name = found[group].rstrip(",. ") if not found[group].endswith(".") else found[group]
                begin = found.start(group)
                yield (begin, begin + len(name)), _small(name), area, found.end()


def _small(name: str) -> str:
    if not name.isupper():
        return name
    return SMALL.sub(lambda word: word[0].lower(), name.title()).replace("'S", "'s").replace("-La-", "-la-")
