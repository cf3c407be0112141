"""Rules of feasts and of other days that a name or an occasion tells: Easter, Ramadan, an anniversary, a year's end."""

import re
from datetime import date

from detente.mentions import intervals
from detente.mentions.dates_calendar import DAY, MONTH, day_at, month_day
from detente.mentions.dates_feasts import occurrences
from detente.mentions.dates_points import unit_at
from detente.mentions.intervals import Interval, nearest_weekday
from detente.mentions.time_rules import COUNT, OF_YEAR, WHICH_YEAR, Clock, Rule

NTH = r"(?:<ordinal>|(?P<nth>\d{1,3})(?:st|nd|rd|th))"
WEEK_OF = r"(?:for )?(?:the )?week (?:of|beginning|starting|commencing)(?: on)? (?:the )?"


def feast(match: re.Match[str], clock: Clock) -> Interval | None:
    """Easter Sunday; Ramadan; Labor Day 2022: of the year named, else the one the verb looks at, else the nearest."""
    value = clock.words.value("feast", match.group("feast"))
    group = match.groupdict()
    if group.get("year") or group.get("yturn") or group.get("yshift"):
        year = clock.year_of(match, 1)
        return next(occurrences(value, year, clock.words), None) if year is not None else Interval("XXXX")
    today = clock.today
    if clock.narrative and clock.reference:
        return next(occurrences(value, clock.reference.year, clock.words), None)
    if today is None:
        return Interval("XXXX")
    around = [found for n in (-1, 0, 1) for found in occurrences(value, today.year + n, clock.words)]
    return _nearest(around, today, clock.direction)


def _nearest(around: list[Interval], today: date, direction: int) -> Interval | None:
    past = [found for found in around if found.start is not None and found.start <= today]
    coming = [found for found in around if found.end is not None and found.end >= today]
    if direction < 0 and past:
        return past[-1]
    if direction > 0 and coming:
        return coming[0]
    return min(around, key=lambda found: abs(((found.start or today) - today).days), default=None)


def anniversary(match: re.Match[str], clock: Clock) -> Interval | None:
    """The 15th anniversary of a day that is known by its name."""
    years = _ordinal(match, clock)
    year, month, day = (int(part) for part in clock.words.value("known", match.group("known")).split("-"))
    return day_at(year + years, month, day)


def _ordinal(match: re.Match[str], clock: Clock) -> int:
    return int(match.group("nth") or clock.words.value("ordinal", match.group("ordinal")))


def week_of(match: re.Match[str], clock: Clock) -> Interval | None:
    """The week of 10 April; the week beginning May 4."""
    day = month_day(match, clock)
    return intervals.of_week(day.start) if day is not None and day.start is not None else day


def unit_end(match: re.Match[str], clock: Clock) -> Interval | None:
    """By year's end; at month-end: as "the end of the year"."""
    if clock.here is None:
        return Interval("XXXX")
    whole = unit_at(clock.here, clock.words.value("unit", match.group("unit")), 0)
    return intervals.part_of(whole, "END")


def from_weekday(match: re.Match[str], clock: Clock) -> Interval | None:
    """A week from Thursday; two weeks on Monday; Friday week."""
    number = int(clock.words.value("weekday", match.group("weekday")))
    count = clock.words.number(match.group("count")) if match.groupdict().get("count") else 1
    if clock.today is None or clock.narrative or count is None or count % 1:
        return Interval(f"XXXX-WXX-{number}")
    return intervals.of_day(nearest_weekday(clock.today, number, 1) + 7 * int(count) * intervals.DAY)


def fortnight(match: re.Match[str], clock: Clock) -> Interval | None:
    """A fortnight ago; a fortnight later: fourteen days."""
    way = match.group("way")
    base = clock.here if way == "ago" else clock.then
    day = base.as_date() if base is not None else None
    if day is None:
        return Interval("P2W")
    return intervals.of_day(day + (14 if way in ("later", "after") else -14) * intervals.DAY)


def turn(match: re.Match[str], clock: Clock) -> Interval | None:
    """The turn of the century, of the 20th century, of the year: the last and the first year (month) of the two."""
    group = match.groupdict()
    unit = clock.words.value("unit", group["unit"])
    if group.get("nth") or group.get("ordinal"):
        first = (_ordinal(match, clock) - 1) * 100
    elif unit == "Y":
        return _turn_of_year(clock)
    elif unit == "CE":
        today = clock.today or (date(clock.reference.year, 1, 1) if clock.reference else None)
        first = today.year // 100 * 100 if today is not None else 0
    else:
        return None
    return intervals.of_range(intervals.of_year(first - 1), intervals.of_year(first)) if first else Interval("XX")


def millennium(match: re.Match[str], clock: Clock) -> Interval | None:
    """The turn of the millennium."""
    return intervals.of_range(intervals.of_year(1999), intervals.of_year(2000))


def _turn_of_year(clock: Clock) -> Interval | None:
    """December and January, looking back the last ones, ahead the next ones."""
    today = clock.today
    if today is None or clock.narrative:
        return Interval("XXXX")
    year = today.year + 1 if clock.direction > 0 or (clock.direction == 0 and today.month > 6) else today.year
    return intervals.of_range(intervals.of_month(year - 1, 12), intervals.of_month(year, 1))


def word_decade(match: re.Match[str], clock: Clock) -> Interval | None:
    """The eighties, the mid-seventies."""
    return intervals.of_decade(1900 + int(clock.words.value("tens", match.group("at"))))


def century_decade(match: re.Match[str], clock: Clock) -> Interval | None:
    """The first decade of this century; the last decade of the 19th century."""
    group = match.groupdict()
    if group.get("nth") or group.get("century"):
        first = (int(group["nth"] or clock.words.value("ordinal", group["century"])) - 1) * 100
    elif clock.today is not None:
        first = clock.today.year // 100 * 100
    else:
        return Interval("XX")
    number = 10 if group.get("last") else int(clock.words.value("ordinal", group["ordinal"]))
    return intervals.of_decade(first + (number - 1) * 10) if number <= 10 else None


# Rules that begin where a shorter one does stand before it: of two matches of one length the first rule wins.
OCCASIONS = (
    Rule("feast", ("feast",), rf"<feast>{OF_YEAR}?", feast, "occasion", "day"),
    Rule("year_feast", ("feast",), rf"{WHICH_YEAR}['’]s <feast>", feast, "occasion", "day"),
    Rule("anniversary", ("known",), rf"(?:the )?{NTH} anniversary of (?:the )?<known>", anniversary),
    Rule("week_of", ("month",), rf"{WEEK_OF}{MONTH} {DAY}(?!\d|:|,\d){OF_YEAR}?", week_of, "capital"),
    Rule("week_of_day", ("month",), rf"{WEEK_OF}{DAY} (?:of )?{MONTH}{OF_YEAR}?", week_of, "capital"),
    Rule("unit_end", ("unit",), r"(?:the )?<unit>(?:['’]s |-)end", unit_end, "singular", confidence=0.8),
    Rule(
        "from_weekday",
        ("weekday",),
        rf"{COUNT} (?:weeks?) (?:from|on) (?P<at><weekday>)",
        from_weekday,
        "capital",
        deictic=True,
    ),
    Rule("weekday_week", ("weekday",), r"(?P<at><weekday>) week(?=[,.;)])", from_weekday, "capital", deictic=True),
    Rule("fortnight", ("fortnight",), r"(?:a |one )?<fortnight> (?P<way>ago|later|earlier|after|before)", fortnight),
    Rule("turn", ("unit",), rf"the turn of (?:the|this) (?:{NTH}[ -])?<unit>", turn, "singular", confidence=0.7),
    Rule("millennium", ("millennium",), r"the turn of (?:the|this) <millennium>", millennium, confidence=0.7),
    Rule("word_decade", ("tens",), r"(?:the )?(?P<at><tens>)", word_decade, "decade", "span", confidence=0.8),
    Rule(
        "century_decade",
        ("unit",),
        r"(?:the )?(?:<ordinal>|<last:last>) decade of (?:this century|the current century|"
        r"the (?:<ordinal:century>|(?P<nth>\d{1,2})(?:st|nd|rd|th))[ -]century)",
        century_decade,
    ),
)
