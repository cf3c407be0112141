"""The record's time mentions as TIMEX3 has them, for the task `timex` of predict.py."""

import re
from collections.abc import Iterable
from typing import Any

from detente.mentions.dates_lengths import SETS
from detente.record.model import Mention

RANGE = re.compile(r"(.+?)(?: ?[-–—/] ?| (?:to|until|through|and) )(.+)")


def as_timexes(mentions: Iterable[Mention]) -> list[dict[str, Any]]:
    """The record's time mentions as TIMEX3 has them.

    TIMEX3 tags the two ends of "1914-18" and "May to August" apart; of days ("5 and 6 June") the sets make one
    expression without a value, with from and to.
    """
    found: list[dict[str, Any]] = []
    for mention in mentions:
        # TIMEX3 tags no meetings, and of "two days after the vote" the length alone
        if mention.kind != "time" or mention.note == "summit" or mention.note.startswith(("anchored", "unresolved")):
            continue
        first, _, last = mention.value.partition("/")
        ends = RANGE.fullmatch(mention.name)
        if last and ends and len(first) < len("1914-08-05"):
            for group, value in ((1, first), (2, last)):
                start, end = (mention.start + offset for offset in ends.span(group))
                found.append({"start": start, "end": end, "type": "DATE", "value": value})
            continue
        entry = {"start": mention.start, "end": mention.end, "type": timex_type(mention), "value": mention.value}
        if last:
            entry["value"] = ""
            if mention.date_start and mention.date_end:
                entry |= {"from": mention.date_start.isoformat(), "to": mention.date_end.isoformat()}
        found.append(entry)
    return found


def timex_type(mention: Mention) -> str:
    """DATE, TIME, DURATION or SET, which TIMEX3 keeps beside the value."""
    if mention.evidence[0].removeprefix("rule:time.") in SETS:
        return "SET"
    if mention.value.endswith("_REF"):
        return "DATE"
    if mention.value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in mention.value else "DATE"
