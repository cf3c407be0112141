"""Rules of years and of what is counted in them: quarters, halves, seasons, decades, centuries, and ranges of years."""

import re

from detente.mentions import intervals
from detente.mentions.intervals import Interval
from detente.mentions.time_rules import OF_YEAR, WHICH, YEAR, Clock, Rule


def season(match: re.Match[str], clock: Clock) -> Interval | None:
    """The summer of 1915; in autumn."""
    name = clock.words.value("season", match.group("season"))
    year = clock.year_of(match, intervals.SEASON_STARTS[name])
    return Interval(f"XXXX-{name}") if year is None else intervals.of_season(year, name)


def shifted_season(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last summer; this autumn; the following spring."""
    name = clock.words.value("season", match.group("season"))
    base, step = clock.step(match)
    if base is None or (base.month is None and match.group("shift")):
        return Interval(f"XXXX-{name}")
    first = intervals.SEASON_STARTS[name]
    started = base.month is not None and base.month >= first
    over = base.month is not None and base.month > first + 2
    move = int(started) if step > 0 else (0 if over else -1) if step < 0 else 0
    return intervals.of_season(base.year + move, name)


def _year_of(match: re.Match[str], clock: Clock, month: int) -> int | None:
    """The year a part of it belongs to; "of the year" is the one that the text speaks of."""
    if match.groupdict().get("this"):
        return clock.here.year if clock.here is not None else None
    return clock.year_of(match, month)


def quarter(match: re.Match[str], clock: Clock) -> Interval | None:
    """The third quarter of 2015; Q3 2015; the final quarter of last year; the fourth quarter."""
    group = match.groupdict()
    number = int(group.get("q") or (clock.words.value("ordinal", group["ordinal"]) if group.get("ordinal") else 4))
    if number > 4:
        return None
    year = _year_of(match, clock, number * 3 - 2)
    return Interval(f"XXXX-Q{number}") if year is None else intervals.of_quarter(year, number)


def half(match: re.Match[str], clock: Clock) -> Interval | None:
    """The first half of 2015."""
    number = int(clock.words.value("half", match.group("half")))
    year = _year_of(match, clock, number * 6 - 5)
    return Interval(f"XXXX-H{number}") if year is None else intervals.of_half(year, number)


def year(match: re.Match[str], clock: Clock) -> Interval | None:
    """In 2014; the year 1905; 480 BC."""
    return intervals.of_year(clock.year(match.group("year")))


def short_year(match: re.Match[str], clock: Clock) -> Interval | None:
    """The crash of '87: of the century told of, else the latest that has begun."""
    number = int(match.group("short"))
    if clock.narrative and clock.reference:
        return intervals.of_year(clock.reference.year // 100 * 100 + number)
    if clock.today is None:
        return None
    latest = clock.today.year // 100 * 100 + number
    return intervals.of_year(latest if latest <= clock.today.year else latest - 100)


def ancient_year(match: re.Match[str], clock: Clock) -> Interval | None:
    """In 479, in a text that counts its years before Christ."""
    told = clock.reference is not None and clock.reference.year < 0
    return intervals.of_year(-int(match.group("short"))) if told else None


def year_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """1941-45; 2014 to 2016; between 1990 and 1994; 499-493 BC."""
    first, last = match.group("year"), match.group("last")
    if match.groupdict().get("era"):
        bounds = clock.year(f"{first} {match.group('era')}"), clock.year(f"{last} {match.group('era')}")
    else:
        bounds = int(first), int(first[: 4 - len(last)] + last)
    if bounds[1] <= bounds[0]:
        return None
    return intervals.of_range(intervals.of_year(bounds[0]), intervals.of_year(bounds[1]))


def decade(match: re.Match[str], clock: Clock) -> Interval | None:
    """The 1990s; the 470s BC; the '80s."""
    group = match.groupdict()
    if group.get("short"):
        return intervals.of_decade(1900 + int(group["short"]))
    bc = group.get("era") and clock.words.value("era", group["era"]) == "BC"
    return intervals.of_decade(int(group["tens"]) * (-1 if bc else 1))


def century(match: re.Match[str], clock: Clock) -> Interval | None:
    """The 19th century; the fourth century BC."""
    group = match.groupdict()
    number = int(group["nth"] or clock.words.value("ordinal", group["ordinal"])) - 1
    bc = group["era"] and clock.words.value("era", group["era"]) == "BC"
    return Interval(f"BC{number:02d}") if bc else intervals.of_century(number * 100)


DIGITS = ("digits",)
YEARS = r"(?P<year>(?:1\d|20)\d\d)"
PART_OF_YEAR = rf"(?:{OF_YEAR}|(?P<this> (?:of|in) the year))"
LAST_YEAR = r"(?P<last>\d{4}|\d\d)"

YEAR_RULES = (
    Rule("year_range", DIGITS, rf"{YEARS}(?: ?[-–—/] ?| to | until | through ){LAST_YEAR}", year_range),
    Rule("between_years", DIGITS, rf"(?<=\bbetween ){YEARS} and {LAST_YEAR}", year_range),
    Rule("ancient_range", DIGITS, r"(?P<year>\d{1,4})(?: ?[-–—] ?| to | and )(?P<last>\d{1,4}) <era>", year_range),
    Rule(
        "season_pair",
        ("season",),
        rf"(?:the )?<season>(?=(?: and | or |[-–—/])(?:the )?<season:other>{OF_YEAR})",
        season,
        role="span",
    ),
    Rule("season_year", ("season",), rf"(?:the )?<season>{OF_YEAR}", season, role="span"),
    Rule("shifted_season", ("season",), rf"{WHICH} <season>", shifted_season, role="span"),
    Rule("season", ("season",), r"(?:the )?(?P<at><season>)", season, "season", "span", confidence=0.7),
    Rule("quarter", ("unit", "digits"), rf"(?:the )?(?:<ordinal> quarter|q(?P<q>[1-4])){PART_OF_YEAR}?", quarter),
    Rule("final_quarter", ("unit",), rf"(?:the )?<last:final> quarter{PART_OF_YEAR}", quarter),
    Rule("half", ("halves",), rf"(?:the )?<half> <halves>{PART_OF_YEAR}", half),
    Rule(
        "decade", DIGITS, r"(?:the )?(?P<tens>(?:1\d|20)\d0|\d{2,3}0(?=s <era:ahead>))s(?: <era>)?", decade, role="span"
    ),
    Rule(
        "short_decade",
        DIGITS,
        r"(?:the ['’]?|['’]|(?<=\d0s and )|(?<=\d0s or ))(?P<short>[2-9]0)s",
        decade,
        role="span",
    ),
    Rule(
        "century",
        ("unit",),
        r"(?:the )?(?:<ordinal>|(?P<nth>\d{1,2})(?:st|nd|rd|th))[ -]century(?:,? <era>)?",
        century,
        role="span",
    ),
    Rule("year", DIGITS, rf"(?:the years? )?(?P<at>{YEAR})", year, "year", "span"),
    Rule("short_year", DIGITS, r"['’](?P<short>\d\d)(?=[\s.,;)]|$)", short_year, confidence=0.7),
    Rule(
        "ancient_year",
        DIGITS,
        r"(?P<at>(?P<short>\d{3}))",
        ancient_year,
        "year",
        "span",
        confidence=0.6,
    ),
)
