"""Is a text a narrative of another time than its own? Then bare dates count from what it told before.

A war history names years far from its own date again and again and hardly a "yesterday"; a report does the opposite.
The same split stands in Strötgen and Gertz (2013), as a choice of the user between news and narratives.
"""

import re
from collections.abc import Iterable
from datetime import date

from detente.mentions.dates_joining import Piece
from detente.mentions.time_rules import Rule
from detente.record.reading import ParsedSentence

# A year at most one off the document's is as near as a report's own past and future.
NEAR = 1
# One or two years of long ago are a report's background.
LEAST = 3
# A year by itself that opens its sentence or stands in a heading moves a narrative on; one further in is often
# an aside ("planned for 1976", "a study of 2005"). On war histories, value F1: every year .880, years of this paragraph
# only .870, years within 20 of the last .883, none in brackets .884, opening ones .890 (12 characters .885; 20, 30, 45
# alike). Taking a month that lies before the last one as next year's: .859 to .880.
OPENING = 30
BARE_YEARS = frozenset({"year", "short_year", "year_range", "between_years"})


def is_narrative(found: Iterable[tuple[Rule, re.Match[str]]], today: date | None) -> bool:
    """Tell whether years far from the document's outnumber what counts from its day (undated: any year is far)."""
    far = near = 0
    for rule, match in found:
        named = match.groupdict().get("year")
        if named:
            year = int(named.partition(" ")[0])
            is_near = today is not None and " " not in named and abs(year - today.year) <= NEAR
            near, far = near + is_near, far + (not is_near)
        elif rule.deictic and not match.groupdict().get("turn"):
            near += 1
    return far >= (LEAST if today else 2) and far > 2 * near


def moves_on(piece: Piece, parsed: ParsedSentence | None) -> bool:
    """Tell whether later expressions count from this one: any date does, a bare year only where it leads."""
    if piece.core.rule.name not in BARE_YEARS or parsed is None or not parsed.clauses:
        return True
    return piece.start - parsed.sentence.start < OPENING
