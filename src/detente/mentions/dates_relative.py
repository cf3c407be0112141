"""Rules of expressions that count from a day: weekdays, yesterday, last week, the next day, two years later."""

import re
from datetime import timedelta

from detente.mentions import intervals
from detente.mentions.dates_lengths import length_value
from detente.mentions.dates_points import days_from, unit_at
from detente.mentions.intervals import Interval
from detente.mentions.time_rules import COUNT, WHICH, Clock, Rule

LATER, EARLIER = "FUTURE_REF", "PAST_REF"


def weekday(match: re.Match[str], clock: Clock) -> Interval | None:
    """Thursday; last Thursday; the following Monday: the document's own weekday by itself is the document's day."""
    number = int(clock.words.value("weekday", match.group("weekday")))
    named = match.group("turn") or match.group("shift")
    base, step = clock.step(match) if named else (clock.here, 0)
    day = base.as_date() if base else None
    if day is None:
        return Interval(f"XXXX-WXX-{number}")
    if step == 0 and match.group("turn"):
        return intervals.of_day(day) if day.isoweekday() == number else Interval(f"XXXX-WXX-{number}")
    ahead = step > 0 or (step == 0 and (clock.direction > 0 or (clock.direction == 0 and clock.present)))
    return intervals.of_day(intervals.nearest_weekday(day + timedelta(days=step), number, 1 if ahead else -1))


def named_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """Today, yesterday, tomorrow; the day after tomorrow. A narrative's "today" is the time of its writing."""
    group = match.groupdict()
    count = int(clock.words.value("day", group["named"])) + {"after": 1, "before": -1, None: 0}[group["side"]]
    if clock.narrative or clock.today is None:
        return Interval("PRESENT_REF" if count == 0 else "XXXX-XX-XX")
    return intervals.shift(clock.today, "D", count)


def part_of_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last night; this morning; that afternoon; the next evening."""
    part = clock.words.value("part", match.group("part"))
    base, step = clock.step(match)
    if base is None:
        return Interval(f"XXXX-XX-XXT{part}")
    day = unit_at(base, "D", step)
    return Interval(f"{day.value}T{part}", day.start, day.end)


def daytime(match: re.Match[str], clock: Clock) -> Interval | None:
    """Tonight; overnight."""
    part = clock.words.value("daytime", match.group("daytime"))
    if clock.today is None or clock.narrative:
        return Interval(f"XXXX-XX-XXT{part}")
    return Interval(f"{clock.today.isoformat()}T{part}", clock.today, clock.today)


def shifted_unit(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last week; next month; this year; the following day; that same year."""
    unit = clock.words.value("unit", match.group("unit"))
    base, step = clock.step(match)
    if unit in ("H", "MIN") or base is None:
        return Interval("")
    # In a narrative "last year" and "this week" stand in quotes or speak of the time of writing.
    if clock.narrative and match.group("shift") and unit in ("D", "W", "WE") and base.as_date() is None:
        return Interval("PRESENT_REF" if step == 0 else "")
    return unit_at(base, unit, step)


def the_unit(match: re.Match[str], clock: Clock) -> Interval | None:
    """Ended the day; by the end of the year; later in the month: the one that the text speaks of."""
    unit = clock.words.value("unit", match.group("unit"))
    base = clock.then_day if unit == "D" else clock.here
    if base is None or unit in ("H", "MIN"):
        return None
    part = clock.words.value("mod", match.group("mod")) if match.groupdict().get("mod") else "IN"
    return clock.part_of(unit_at(base, unit, 0), part)


def weekend(_: re.Match[str], clock: Clock) -> Interval | None:
    """Over the weekend: the last one that has begun, looking ahead the next one to end."""
    day = clock.here.as_date() if clock.here else None
    if day is None:
        return Interval("XXXX-WXX-WE")
    near = intervals.nearest_weekday(day, 7 if clock.direction > 0 else 6, clock.direction or -1)
    return intervals.of_weekend(near)


def ago(match: re.Match[str], clock: Clock) -> Interval | None:
    """Two days ago; three weeks ago."""
    number = clock.words.number(match.group("count"))
    unit = clock.words.value("unit", match.group("unit"))
    base = None if clock.narrative else clock.here
    if number is None or base is None or unit in ("H", "MIN", "WE") or number % 1:
        return Interval(EARLIER)
    return days_from(base, unit, -int(number))


def later(match: re.Match[str], clock: Clock) -> Interval | None:
    """Two days later; fifteen months earlier; years later: counted from what was told before."""
    ahead = (match.group("way") or match.group("nearby")) in ("later", "afterwards", "after")
    number = clock.words.number(match.group("count") or "several")
    unit = clock.words.value("unit", match.group("unit"))
    base = clock.then
    if number is None or base is None or unit in ("H", "MIN", "WE") or number % 1:
        return Interval(LATER if ahead else EARLIER)
    return days_from(base, unit, int(number) if ahead else -int(number))


def unit_beside(match: re.Match[str], clock: Clock) -> Interval | None:
    """The day before; the year after; the year previous."""
    base = clock.then
    if base is None:
        return None
    return unit_at(base, clock.words.value("unit", match.group("unit")), 1 if match.group("way") == "after" else -1)


def ahead(match: re.Match[str], clock: Clock) -> Interval | None:
    """In ten days; in six months; looking back it is a length of time ("fell in three weeks")."""
    number = clock.words.number(match.group("count"))
    unit = clock.words.value("unit", match.group("unit"))
    if clock.narrative or clock.direction < 0 or (clock.direction == 0 and not clock.present):
        return Interval(length_value(unit, number))
    if number is None or clock.here is None or unit in ("H", "MIN", "WE") or number % 1:
        return Interval(LATER)
    return days_from(clock.here, unit, int(number))


def reference(match: re.Match[str], clock: Clock) -> Interval | None:
    """Now; recently; in the future."""
    return Interval(clock.words.value("ref", match.group("ref")))


def soon(match: re.Match[str], clock: Clock) -> Interval | None:
    """Soon, unless the verb looks back: "he soon left" speaks of no time to come."""
    return Interval(LATER) if clock.direction >= 0 and not clock.narrative else None


RELATIVE = (
    Rule("weekday", ("weekday",), rf"(?:{WHICH} )?(?P<at><weekday>)", weekday, "weekday", "day", deictic=True),
    Rule(
        "named_day",
        ("day",),
        r"(?:the day (?P<side>after|before) )?<day:named>",
        named_day,
        "common",
        role="day",
        deictic=True,
    ),
    Rule("part_of_day", ("part",), rf"{WHICH} <part>", part_of_day, "common", confidence=0.8),
    Rule("daytime", ("daytime",), r"<daytime>", daytime, deictic=True),
    Rule(
        "shifted_unit", ("unit",), rf"{WHICH} (?P<at><unit>)(?! of\b)", shifted_unit, "singular", "span", deictic=True
    ),
    Rule("the_unit", ("unit",), r"(?:(?:the )?<mod>|<bound>) the (?P<at><unit>)", the_unit, "singular", confidence=0.7),
    Rule("weekend", ("unit",), r"(?:over |during |at |for )the weekend", weekend, deictic=True),
    Rule("ago", ("unit",), rf"{COUNT} <unit> ago", ago, deictic=True, confidence=0.8),
    Rule(
        "later",
        ("unit",),
        rf"(?:{COUNT} )?<unit> (?:(?P<way>later|earlier|afterwards|previously)|(?P<nearby>after|before)(?=[,.;)]))",
        later,
        "counted",
        confidence=0.7,
    ),
    Rule(
        "unit_beside",
        ("unit",),
        r"the <unit> (?P<way>before|after|previous|earlier)"
        r"(?=[,.;:)]|$| (?:in|at|near|with|and|but|by|when|outside)\b)",
        unit_beside,
        confidence=0.7,
    ),
    Rule("ahead", ("unit",), rf"in {COUNT} <unit>(?: from now)?", ahead, deictic=True, confidence=0.6),
    Rule("reference", ("ref",), r"<ref>", reference, "common", confidence=0.6),
    Rule("soon", ("soon",), r"(?<!\bas )<soon>(?! as\b)", soon, confidence=0.5),
)
