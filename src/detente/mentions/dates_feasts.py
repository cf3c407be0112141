"""Feasts that move: Easter and what counts from it, weekdays of a month, the Islamic, Jewish and Chinese calendars.

Easter by the anonymous Gregorian algorithm and, for the Eastern churches, Meeus's Julian one (Meeus 1991, Astronomical
Algorithms, chapter 8); Islamic dates by the tabular calendar and Jewish ones by its molad rule (Dershowitz and Reingold
2008, Calendrical Calculations, chapters 6 and 7). Where the moon is sighted a feast may fall a day off. Days of the
Lunar New Year stand in the lexicon.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from detente.mentions.intervals import DAY, Interval, of_day, of_range
from detente.mentions.time_words import TimeWords

# Fixed day numbers count from 1 January of the year 1, as date.fromordinal does.
ISLAMIC_EPOCH = 227_014
HEBREW_EPOCH = -1_373_427
HEBREW_YEARS = 3761
# A Hijri year has 354 or 355 days: its feasts come 33 times in 32 years.
HIJRI_START, HIJRI_SHARE = 622, 33 / 32


def easter(year: int) -> date:
    """Easter Sunday of the Western churches."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    lag = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * lag) // 451
    month, day = divmod(h + lag - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, in the Gregorian calendar (1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + 13 * DAY


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar."""
    passed = 29 * (month - 1) + (6 * month - 1) // 11 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(ISLAMIC_EPOCH + passed + day)


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def rosh_hashanah(year: int) -> date:
    """The Jewish New Year that falls in a year of ours."""
    hebrew = year + HEBREW_YEARS
    before, now, after = (_hebrew_elapsed(hebrew + n) for n in (-1, 0, 1))
    delay = 2 if after - now == 356 else int(now - before == 382)
    return date.fromordinal(HEBREW_EPOCH + now + delay)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (ISO, 1 to 7) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + ((weekday - first.isoweekday()) % 7 + 7 * (nth - 1)) * DAY
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - ((last.isoweekday() - weekday) % 7) * DAY


def occurrences(value: str, year: int, words: TimeWords) -> Iterator[Interval]:
    """Yield when a feast falls in a year of ours; `value` as in en/time_words.tsv, `easter;-2` or `islamic;9;1;30`."""
    kind, *numbers = value.split(";")
    yield from FEASTS[kind](year, [int(number) for number in numbers], words)


def _counted(first: date, days: int = 1) -> Interval:
    last = first + timedelta(days=days - 1)
    return of_day(first) if days == 1 else of_range(of_day(first), of_day(last))


def _easter(year: int, numbers: list[int], _: TimeWords) -> Iterator[Interval]:
    yield _counted(easter(year) + numbers[0] * DAY)


def _orthodox(year: int, numbers: list[int], _: TimeWords) -> Iterator[Interval]:
    yield _counted(orthodox_easter(year) + numbers[0] * DAY)


def _nth(year: int, numbers: list[int], _: TimeWords) -> Iterator[Interval]:
    month, weekday, nth = numbers
    yield _counted(nth_weekday(year, month, weekday, nth))


def _islamic(year: int, numbers: list[int], _: TimeWords) -> Iterator[Interval]:
    month, day, days = numbers
    about = int((year - HIJRI_START) * HIJRI_SHARE)
    for hijri in range(about - 1, about + 3):
        first = islamic(hijri, month, day)
        if first.year == year:
            yield _counted(first, days)


def _hebrew(year: int, numbers: list[int], _: TimeWords) -> Iterator[Interval]:
    yield _counted(rosh_hashanah(year) + numbers[0] * DAY, numbers[1])


def _lunar(year: int, _: list[int], words: TimeWords) -> Iterator[Interval]:
    known = words.words.get("lunar_new_year", {}).get(str(year))
    if known is not None:
        yield _counted(date.fromisoformat(known.value))


FEASTS: dict[str, Callable[[int, list[int], TimeWords], Iterator[Interval]]] = {
    "easter": _easter,
    "orthodox": _orthodox,
    "nth": _nth,
    "islamic": _islamic,
    "hebrew": _hebrew,
    "lunar": _lunar,
}
