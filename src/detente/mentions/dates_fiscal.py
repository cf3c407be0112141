"""Rules of fiscal years: fiscal 2018, the 2015-16 fiscal year, Japan's current financial year.

Which days they cover depends on the state. Where the words beside it name one (en/time_words.tsv, kind `fiscal_home`:
the month it begins in, and s or e as it is named after the year of its start or its end) it has days, else none.
"""

import re

from detente.mentions.intervals import DAY, Interval, add_months, of_month
from detente.mentions.time_rules import WHICH, Clock, Rule


def fiscal(match: re.Match[str], clock: Clock) -> Interval | None:
    """Fiscal 2018; fiscal year 2018-19; the 2015-16 fiscal year."""
    group = match.groupdict()
    year, last = int(group["fy"]), group.get("fy2")
    if last and int(last) % 100 != (year + 1) % 100:
        return None
    value = f"FY{year}" if not last else f"FY{year}/FY{year + 1}"
    home = group.get("home")
    return _of(value, year, clock.words.value("fiscal_home", home), named=not last) if home else Interval(value)


def relative_fiscal(match: re.Match[str], clock: Clock) -> Interval | None:
    """Japan's current fiscal year; the next fiscal year: without a state its days are not known."""
    base, step = clock.step(match)
    day = base.as_date() if base else None
    home = match.groupdict().get("home")
    if day is None or not home:
        return Interval("FYXXXX")
    rule = clock.words.value("fiscal_home", home)
    month = int(rule[:-1])
    start = day.year + step - (day.month < month)
    return _of(f"FY{start + (rule[-1] == 'e' and month > 1)}", start, rule, named=False)


def _of(value: str, year: int, rule: str, *, named: bool) -> Interval:
    """The twelve months of a fiscal year; `named`: `year` is its name, which may be that of its end."""
    month = int(rule[:-1])
    first = of_month(year - (named and rule[-1] == "e" and month > 1), month).start
    return Interval(value, first, add_months(first, 12) - DAY) if first is not None else Interval(value)


HOME = r"(?:<fiscal_home:home>(?:['’]s?)? )?"
FY = r"(?P<fy>(?:19|20)\d\d)(?:[-–/](?P<fy2>\d{2,4}))?"

FISCAL = (
    Rule("fiscal", ("fiscal", "digits"), rf"{HOME}(?:the )?<fiscal>[ -]?{FY}", fiscal),
    Rule("year_fiscal", ("fiscal",), rf"{HOME}(?:the )?{FY} <fiscal>", fiscal),
    Rule("relative_fiscal", ("fiscal",), rf"{HOME}{WHICH} <fiscal>", relative_fiscal, confidence=0.7),
)
