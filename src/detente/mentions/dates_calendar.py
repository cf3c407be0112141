"""Rules of the calendar: days, months, quarters, seasons, years, decades and centuries, and ranges of them."""

import re

from detente.mentions import intervals
from detente.mentions.intervals import Interval, year_text
from detente.mentions.time_rules import OF_YEAR, WHICH, YEAR, Clock, Rule


def _month(match: re.Match[str], clock: Clock, group: str = "month") -> int:
    return int(clock.words.value("month", match.group(group)))


def day_at(year: int | None, month: int, day: int) -> Interval | None:
    """A day; without a year it keeps its TIMEX3 value, XXXX-09-18, and before Christ too it has no days."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is not None and year > 0:
        return intervals.of_day(intervals.date(year, month, day))
    return Interval(f"{'XXXX' if year is None else year_text(year)}-{month:02d}-{day:02d}")


def month_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18, 2017; 18 September; Sept. 18; 24 January of the same year."""
    month, day = _month(match, clock), int(match.group("day"))
    return day_at(clock.year_of(match, month, day), month, day)


def day_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 18 - 20; July 7 and 8; 18-20 September 2017; June 28 to July 3; 28 June and 2 July."""
    month, day, last = _month(match, clock), int(match.group("day")), int(match.group("last"))
    last_month = _month(match, clock, "to") if match.groupdict().get("to") else month
    year = clock.year_of(match, month, day)
    # A year written after the range belongs to its end: "28 December to 3 January 1915".
    named = year is not None and match.groupdict().get("year") and last_month < month
    first = day_at(year - 1 if named and year else year, month, day)
    final = day_at(year + 1 if year and last_month < month and not named else year, last_month, last)
    if first is None or final is None or first.value >= final.value:
        return None
    return intervals.of_range(first, final)


def ordinal_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """On the 20th, in a text that told of a month."""
    here = clock.then
    if here is None or here.month is None:
        return None
    return day_at(here.year, here.month, int(match.group("day")))


def iso_day(match: re.Match[str], _: Clock) -> Interval | None:
    """2017-09-18; 2017/09/18."""
    return day_at(int(match.group("y")), int(match.group("m")), int(match.group("day")))


def holiday(match: re.Match[str], clock: Clock) -> Interval | None:
    """Christmas Eve; New Year's Day 2017."""
    month, day = (int(part) for part in clock.words.value("holiday", match.group("holiday")).split("-"))
    return day_at(clock.year_of(match, month, day), month, day)


def known_day(match: re.Match[str], clock: Clock) -> Interval | None:
    """A day that is called by its month and day alone, whatever the year of the text."""
    year, month, day = (int(part) for part in clock.words.value("known", match.group("known")).split("-"))
    return day_at(year, month, day)


def month(match: re.Match[str], clock: Clock) -> Interval | None:
    """September 2017; in March; October of that year."""
    number = _month(match, clock)
    year = clock.year_of(match, number)
    return Interval(f"XXXX-{number:02d}") if year is None else intervals.of_month(year, number)


def month_range(match: re.Match[str], clock: Clock) -> Interval | None:
    """September-October 1914; from June to August."""
    first, last = _month(match, clock), _month(match, clock, "to")
    year = clock.year_of(match, first)
    if year is None:
        return Interval(f"XXXX-{first:02d}/XXXX-{last:02d}")
    if last > first:
        return intervals.of_range(intervals.of_month(year, first), intervals.of_month(year, last))
    begun = year - 1 if match.groupdict().get("year") else year
    return intervals.of_range(intervals.of_month(begun, first), intervals.of_month(begun + 1, last))


def shifted_month(match: re.Match[str], clock: Clock) -> Interval | None:
    """Last May; next March; the previous April."""
    number = _month(match, clock)
    base, step = clock.step(match)
    if base is None or base.month is None:
        return Interval(f"XXXX-{number:02d}")
    passed = number < base.month or (step > 0 and number == base.month)
    year = base.year + (passed if step > 0 else -(number >= base.month) if step < 0 else 0)
    return intervals.of_month(year, number)


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


def quarter(match: re.Match[str], clock: Clock) -> Interval | None:
    """The third quarter of 2015; Q3 2015; the final quarter of last year; the fourth quarter."""
    group = match.groupdict()
    number = int(group.get("q") or (clock.words.value("ordinal", group["ordinal"]) if group.get("ordinal") else 4))
    if number > 4:
        return None
    year = clock.year_of(match, number * 3 - 2)
    return Interval(f"XXXX-Q{number}") if year is None else intervals.of_quarter(year, number)


def half(match: re.Match[str], clock: Clock) -> Interval | None:
    """The first half of 2015."""
    number = int(clock.words.value("half", match.group("half")))
    year = clock.year_of(match, number * 6 - 5)
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
    if match.group("era"):
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


DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
JOIN = r"(?: ?[-–—] ?| and | to | through | until )"
MONTH = "(?P<at><month>)"
DIGITS = ("digits",)
# Before a bare month, a preposition; "may" and "march" by themselves are too often no month.
BEFORE_DAY = r"(?:(?<=\bon the )|(?<=\bby the )|(?<=\buntil the )|(?<=\bthan the ))"
BETWEEN = r"(?:(?<=\bbetween )|(?<=\bfrom ))"

CALENDAR = (
    Rule("iso_day", DIGITS, r"(?P<y>(?:19|20)\d\d)[-/](?P<m>\d\d)[-/](?P<day>\d\d)", iso_day, role="day"),
    Rule("month_day_range", ("month",), rf"{MONTH} {DAY}{JOIN}(?:<month:to> )?{LAST}{OF_YEAR}?", day_range, "capital"),
    Rule("day_range_month", ("month",), rf"{DAY}{JOIN}{LAST} {MONTH}{OF_YEAR}?", day_range, "capital"),
    Rule(
        "day_month_range", ("month",), rf"{DAY} {MONTH}{JOIN}{LAST} <month:to>{OF_YEAR}?", day_range, "capital"
    ),
    Rule("month_day", ("month",), rf"{MONTH} (?:the )?{DAY}(?!\d|:|,\d|%){OF_YEAR}?", month_day, "capital", "day"),
    Rule("day_month", ("month",), rf"(?:the )?{DAY} (?:day )?(?:of )?{MONTH}{OF_YEAR}?", month_day, "capital", "day"),
    Rule("ordinal_day", DIGITS, rf"{BEFORE_DAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?=[,.;)])", ordinal_day, role="day", confidence=0.6),
    Rule("holiday", ("holiday",), rf"<holiday>{OF_YEAR}?", holiday, role="day"),
    Rule("month_range", ("month",), rf"{MONTH}(?: ?[-–—] ?| to | through | until )<month:to>{OF_YEAR}?", month_range, "capital"),
    Rule("month_year", ("month",), rf"{MONTH}{OF_YEAR}", month, "capital", "span"),
    Rule("shifted_month", ("month",), rf"{WHICH} {MONTH}", shifted_month, "capital", "span"),
    Rule("month", ("month",), MONTH, month, "month", "span"),
    Rule("year_range", DIGITS, rf"{YEAR}(?: ?[-–—/] ?| to | until | through )(?P<last>\d{{4}}|\d\d)(?P<no_era>)?", year_range),
    Rule("season_year", ("season",), rf"(?:the )?<season>{OF_YEAR}", season, role="span"),
    Rule("shifted_season", ("season",), rf"{WHICH} <season>", shifted_season, role="span"),
    Rule("season", ("season",), r"(?:the )?(?P<at><season>)", season, "season", "span", confidence=0.7),
    Rule("quarter", ("unit", "digits"), rf"(?:the )?(?:<ordinal> quarter|q(?P<q>[1-4])){OF_YEAR}?", quarter),
    Rule("final_quarter", ("unit",), rf"(?:the )?<last:final> quarter{OF_YEAR}", quarter),
    Rule("half", ("half",), rf"(?:the )?<half> half{OF_YEAR}", half),
    Rule("decade", DIGITS, r"(?:the )?(?P<tens>(?:1\d|20)\d0|\d{2,3}0(?=s <era:ahead>))s(?: <era>)?", decade, role="span"),
    Rule("short_decade", DIGITS, r"(?:the ['’]?|['’]|(?<=\d0s and )|(?<=\d0s or ))(?P<short>[2-9]0)s", decade, role="span"),
    Rule("century", ("unit",), r"(?:the )?(?:<ordinal>|(?P<nth>\d{1,2})(?:st|nd|rd|th))[ -]century(?:,? <era>)?", century, role="span"),
    Rule("year", DIGITS, rf"(?:the years? )?(?P<at>{YEAR})", year, "year", "span"),
    Rule("short_year", DIGITS, r"['’](?P<short>\d\d)(?=[\s.,;)]|$)", short_year, confidence=0.7),
    Rule("ancient_year", DIGITS, r"(?:(?<=\bin )|(?<=\bby )|(?<=\bof )|(?<=\bsince )|(?<=\buntil )|(?<=\bearly )|(?<=\blate )|(?<=^))(?P<short>\d{3})", ancient_year, role="span", confidence=0.6),
)
