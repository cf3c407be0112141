"""When a document was published, by whom, and what its header lines say.

Dates as written are read in a fixed way: YYYY-MM-DD wins; numbers with slashes or hyphens are month first, as the
American press writes them ("09-18-2017"), unless that cannot be ("18/09/2017"); numbers with dots are day first, as
nobody writes month first with dots. A date that could be read either way is named to its owner. A date needs day,
month and year; part of one is no date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

EARLIEST = date(1800, 1, 1)
EPOCH_SECONDS, EPOCH_MILLISECONDS = 10, 13  # digits of a Unix time between 2001 and 2286
URL_DATE = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-]?(?P<m>\d{1,2})[/-]?(?P<d>\d{1,2})(?=[/_.\-]|$)")
YEAR_FIRST = r"(?<!\d)(?P<y>(?:1[89]|20)\d\d)(?P<s>[-/.]?)(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)(?!-\d)"
STAMP = r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=T?\d{4,6}Z?(?!\d))"
NUMBERS = r"(?<![\d.])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4}|\d\d)(?!\d)"
TIME_OF_DAY = re.compile(
    r"\bt?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\.\d+)?|\b[ap]\.?m\.?(?!\w)|\b(?:gmt|utc|[ecmp][sd]?t|bst|z|at|on|of|hours|hrs)\b"
    r"|[+-]\d\d:?\d\d|\b\d{1,2}(?=\s*[ap]\.?m\b)"
)


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A day read from words, where the words stand, and the other day they could mean ("03/04/2017")."""

    day: date
    start: int
    end: int
    other: date | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a document, where it came from (as `published_from`), and what was wrong with other dates."""

    day: date | None
    source: str
    problems: tuple[str, ...] = ()
    ambiguous: str = ""


def today() -> date:
    """Return the latest day it is anywhere on Earth (UTC+14), so that no date of today counts as future."""
    return (datetime.now(tz=UTC) + timedelta(hours=14)).date()


@cache
def _months() -> dict[str, int]:
    """Month names and abbreviations from the lexicon, plus the three-letter forms that machines write."""
    lines = [line for line in read_lines("en/time_words.tsv", PhraseLine) if line.kind.startswith("month:")]
    named = {line.phrase.rstrip("."): int(line.kind.partition(":")[2]) for line in lines}
    return named | {name[:3]: number for name, number in named.items()}


@cache
def _weekdays() -> re.Pattern[str]:
    """Match weekday names and their three-letter forms."""
    lines = [line.phrase for line in read_lines("en/time_words.tsv", PhraseLine) if line.kind.startswith("weekday:")]
    return re.compile(rf"\b(?:{'|'.join([*lines, *(line[:3] for line in lines)])})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    day = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
    month = rf"(?P<n>{months})\b\.?"
    return (
        re.compile(STAMP),
        re.compile(YEAR_FIRST),
        re.compile(rf"\b{month}[ -]{day},?[ -]+(?P<y>\d{{4}})(?!\d)"),
        re.compile(rf"(?<!\d){day}(?: of)?[ -]+{month},?[ -]*(?P<y>\d{{4}})(?!\d)"),
        re.compile(NUMBERS),
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_numbers(found: re.Match[str]) -> tuple[date | None, date | None]:
    """Read a date in numbers; return the day and the other day it could mean."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    if len(found["y"]) == 2:
        year += 2000 if year < 69 else 1900  # POSIX's reading of two-digit years
    month_first, day_first = _day(year, first, second), _day(year, second, first)
    if found["s"] == ".":
        return day_first or month_first, None
    if month_first is None or day_first is None or month_first == day_first:
        return month_first or day_first, None
    return month_first, day_first


def _read(found: re.Match[str]) -> tuple[date | None, date | None]:
    parts = found.groupdict()
    if "a" in parts:
        return _from_numbers(found)
    month = _months()[found["n"]] if "n" in parts else int(found["m"])
    return _day(int(found["y"]), month, int(found["d"])), None


def find_date(text: str) -> ReadDate | None:
    """Find the first full date (day, month, year) in a line of text, or None. Unix times are read as UTC."""
    bare = text.strip()
    if bare.isascii() and bare.isdigit() and len(bare) in (EPOCH_SECONDS, EPOCH_MILLISECONDS):
        seconds = int(bare) / (1000 if len(bare) == EPOCH_MILLISECONDS else 1)
        return ReadDate(datetime.fromtimestamp(seconds, tz=UTC).date(), 0, len(text))
    low = text.lower()
    for pattern in _patterns():
        for found in pattern.finditer(low):
            day, other = _read(found)
            if day:
                return ReadDate(day, found.start(), found.end(), other)
    return None


def is_date_word(word: str) -> bool:
    """Tell whether a word is the name of a weekday or a month."""
    return bool(_weekdays().fullmatch(word.lower())) or word.lower() in _months()


def is_date_line(line: str) -> bool:
    """Tell whether a line holds a date, perhaps with weekday and time of day, and nothing else."""
    found = find_date(line) if len(line) <= 80 else None
    if found is None:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    rest = TIME_OF_DAY.sub(" ", _weekdays().sub(" ", rest.lower()))
    return not re.search(r"\w", rest)


def date_in_url(url: str) -> date | None:
    """Read a day out of an address path such as /2017/09/18/ or /2017-09-18-talks, or None."""
    found = URL_DATE.search(url.partition("?")[0])
    return _day(int(found["y"]), int(found["m"]), int(found["d"])) if found else None


def _candidates(metadata: str, url: str, text: str) -> Iterator[tuple[str, ReadDate | None, str]]:
    day = date_in_url(url)
    yield "metadata", _agreeing(find_date(metadata), day), metadata.strip()
    yield "url", ReadDate(day, 0, 0) if day else None, url if day else ""
    yield "text", _agreeing(find_date(text), day), text.strip()


def _agreeing(found: ReadDate | None, day: date | None) -> ReadDate | None:
    """Of two days a date could mean, take the one the address names."""
    return ReadDate(day, found.start, found.end) if found and day and found.other == day else found


def date_document(*, given: date | None, metadata: str, url: str, text: str, otherwise: date | None) -> Dated:
    """Choose the day of a document: what the caller gave for it, its metadata, its address, its text, else `otherwise`.

    A date after today or before 1800 is refused, and the next source asked; each refusal is said in `problems`.

    Args:
        given: day given for this very document.
        metadata: date as the file's own metadata writes it, or "".
        url: address of the document, or "".
        text: date as a header line of the text writes it, or "".
        otherwise: day for documents without a date of their own (`--date`).
    """
    if given:
        return Dated(given, "given")
    problems = []
    for source, found, written in _candidates(metadata, url, text):
        if not written:
            continue
        if found is None:
            problems.append(f"date {written[:60]!r} ({source}) is not understood; write YYYY-MM-DD")
        elif not EARLIEST <= found.day <= today():
            when = "in the future" if found.day > EARLIEST else f"before {EARLIEST}"
            problems.append(f"date {found.day} ({source}) lies {when}, so it is not used; correct it in the file")
        else:
            return Dated(found.day, source, _with_outcome(problems, found.day, source), written if found.other else "")
    return Dated(otherwise, "given" if otherwise else "unknown", _with_outcome(problems, otherwise, "given"))


def _with_outcome(problems: list[str], day: date | None, source: str) -> tuple[str, ...]:
    outcome = f"the document is dated {day} ({source})" if day else "the document is kept without a date"
    return tuple(f"{problem}; {outcome}" for problem in problems)
