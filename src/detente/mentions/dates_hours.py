"""Rules of the time of day: 08:30 UTC, 11 a.m., noon, in the morning. They join a day that stands beside them."""

import re

from detente.mentions.intervals import Interval
from detente.mentions.time_rules import Clock, Rule


def clock_time(match: re.Match[str], clock: Clock) -> Interval | None:
    """08:30 UTC; 11 a.m.; 7.15pm: the value is that of the hour, T08:30Z, until a day joins it."""
    group = match.groupdict()
    hour, minute = int(group["hour"]), int(group.get("minute") or 0)
    if group.get("half"):
        hour = hour % 12 + (12 if group["half"].startswith("p") else 0)
    if hour > 23 or minute > 59:
        return None
    zone = clock.words.value("zone", group["zone"]) if group.get("zone") else ""
    return Interval(f"T{hour:02d}:{minute:02d}{zone}")


def oclock(match: re.Match[str], clock: Clock) -> Interval | None:
    """6 o'clock; seven o'clock: before or after noon is not said, so the value keeps the hour as it stands."""
    hour = clock.words.number(match.group("hour") or match.group("number"))
    return Interval(f"T{int(hour):02d}:00") if hour is not None and hour < 24 else None


def noon(match: re.Match[str], clock: Clock) -> Interval | None:
    """Noon; midnight."""
    return Interval("T" + clock.words.value("noon", match.group("noon")))


def part(match: re.Match[str], clock: Clock) -> Interval | None:
    """Morning, of "Friday morning" or "the morning of 5 May"."""
    return Interval("T" + clock.words.value("part", match.group("part")))


ZONE = r"(?: ?<zone>)?"
HALF = r"(?P<half>[ap]\.?m\.?)"

HOURS = (
    Rule(
        "clock",
        ("digits",),
        rf"(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::\d\d)?(?: ?{HALF})?{ZONE}",
        clock_time,
        role="hour",
    ),
    Rule("hour", ("digits",), rf"(?P<hour>\d{{1,2}})(?:\.(?P<minute>\d\d))? ?{HALF}{ZONE}", clock_time, role="hour"),
    Rule("oclock", ("clock",), r"(?:(?P<hour>\d{1,2})|<number>) <clock>", oclock, role="hour", confidence=0.7),
    Rule("noon", ("noon",), r"<noon>", noon, role="hour", confidence=0.7),
    Rule("part", ("part",), r"(?:the |in the )?(?:early |late )?<part>(?: hours)?", part, role="part"),
)
