"""Feasts, fiscal years, what counts from a date or a summit, against Monday, 18 September 2017."""

from datetime import date

import pytest

from detente.mentions import dates
from detente.mentions.dates_anchored import load_anchored
from detente.mentions.dates_feasts import easter, islamic, nth_weekday, orthodox_easter, rosh_hashanah
from detente.record.model import Mention
from detente.settings import Settings
from mentions.test_dates import read

FIND = dates.prepare(Settings())
ANCHORED = load_anchored()

CASES = [
    ("on Easter Sunday", "VBD", "2017-04-16", "2017-04-16"),
    ("on Good Friday 1998", "VBD", "1998-04-10", "1998-04-10"),
    ("at Easter", "MD", "2018-04-01", "2018-04-01"),
    ("on Orthodox Easter 2016", "VBD", "2016-05-01", "2016-05-01"),
    ("after Labor Day", "VBD", "2017-09-04", "2017-09-04"),
    ("on Memorial Day", "MD", "2018-05-28", "2018-05-28"),
    ("during Ramadan", "VBD", "2017-05-27", "2017-06-25"),
    ("on Yom Kippur", "MD", "2017-09-30", "2017-09-30"),
    ("during Passover 2016", "VBD", "2016-04-23", "2016-04-29"),
    ("over the Lunar New Year", "VBD", "2017-01-28", "2017-01-28"),
    ("on Bastille Day 2016", "VBD", "2016-07-14", "2016-07-14"),
    ("on the Fourth of July", "VBD", "2017-07-04", "2017-07-04"),
    ("the 10th anniversary of the September 11 attacks", "VBD", "2011-09-11", "2011-09-11"),
    ("in the week of 10 April", "VBD", "2017-04-10", "2017-04-16"),
    ("in the week beginning May 1", "MD", "2018-04-30", "2018-05-06"),
    ("by year's end", "MD", "2017-09-01", "2017-12-31"),
    ("a week from Thursday", "MD", "2017-09-28", "2017-09-28"),
    ("a fortnight ago", "VBD", "2017-09-04", "2017-09-04"),
    ("at the turn of the century", "VBD", "1999-01-01", "2000-12-31"),
    ("at the turn of the 20th century", "VBD", "1899-01-01", "1900-12-31"),
    ("at the turn of the millennium", "VBD", "1999-01-01", "2000-12-31"),
    ("at the turn of the year", "VBD", "2016-12-01", "2017-01-31"),
    ("in the eighties", "VBD", "1980-01-01", "1989-12-31"),
    ("in the mid-seventies", "VBD", "1974-01-01", "1976-12-31"),
    ("in the first decade of this century", "VBD", "2000-01-01", "2009-12-31"),
    ("in the last decade of the 19th century", "VBD", "1890-01-01", "1899-12-31"),
    ("in the third quarter of the year", "MD", "2017-07-01", "2017-09-30"),
    ("in the second half of the year", "VBD", "2017-07-01", "2017-12-31"),
    ("earlier this month", "VBD", "2017-09-01", "2017-09-18"),
    ("later this year", "MD", "2017-09-18", "2017-12-31"),
    ("ahead of Thursday", "VBD", "2017-09-21", "2017-09-21"),
    ("in Japan's fiscal 2018", "VBD", "2018-04-01", "2019-03-31"),
    ("in US fiscal year 2018", "VBD", "2017-10-01", "2018-09-30"),
    ("in Britain's 2013-14 financial year", "VBD", "2013-04-01", "2014-03-31"),
    ("in India's current fiscal year", "VBD", "2017-04-01", "2018-03-31"),
]


@pytest.mark.parametrize(("words", "tag", "start", "end"), CASES)
def test_occasion_covers_days(words: str, tag: str, start: str, end: str) -> None:
    (found,) = FIND(read(words, tag))
    assert (str(found.date_start), str(found.date_end)) == (start, end)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in fiscal 2018", "FY2018"),
        ("in FY2018", "FY2018"),
        ("in the 2015-16 fiscal year", "FY2015/FY2016"),
        ("in the current fiscal year", "FYXXXX"),
    ],
)
def test_fiscal_year_of_no_state_has_no_days(words: str, value: str) -> None:
    (found,) = FIND(read(words, "VBD"))
    assert (found.value, found.date_start) == (value, None)


@pytest.mark.parametrize(
    "words", ["on Easter Sunday", "at the turn of the year", "by year's end", "a week from Friday", "a fortnight ago"]
)
def test_undated_text_is_not_guessed(words: str) -> None:
    assert all(mention.date_start is None for mention in FIND(read(words, "VBD", published=None)))


@pytest.mark.parametrize("words", ["a man in his eighties", "Black September", "the ramadan", "in 2013-19 fiscal year"])
def test_no_occasion(words: str) -> None:
    reading = read(words, "VBD")
    assert all(mention.evidence[0] not in ("rule:time.word_decade", "rule:time.fiscal") for mention in FIND(reading))


COUNTED = [
    ("on the eve of June 12", "2017-06-11", "2017-06-11"),
    ("two days after the June 12 vote", "2017-06-14", "2017-06-14"),
    ("a week before the June 12 vote", "2017-06-05", "2017-06-05"),
    ("three months after the June 12 vote", "2017-09-01", "2017-09-30"),
    ("the day after the June 12 vote", "2017-06-13", "2017-06-13"),
    ("the week before the June 12 vote", "2017-06-05", "2017-06-11"),
    ("the month after the June 12 vote", "2017-06-13", "2017-07-12"),
    ("the first anniversary of the 24 March 2015 crash", "2016-03-24", "2016-03-24"),
]


@pytest.mark.parametrize(("words", "start", "end"), COUNTED)
def test_what_counts_from_a_date(words: str, start: str, end: str) -> None:
    reading = read(words, "VBD")
    (found,) = ANCHORED(reading, FIND(reading))
    assert (str(found.date_start), str(found.date_end), found.note) == (start, end, "anchored")


@pytest.mark.parametrize("words", ["on the eve of the vote", "in the run-up to the vote", "the weeks before the truce"])
def test_what_counts_from_an_unknown_day_says_so(words: str) -> None:
    reading = read(words, "VBD")
    (found,) = ANCHORED(reading, FIND(reading))
    assert found.date_start is None
    assert found.note.startswith("unresolved")


@pytest.mark.parametrize(
    "words", ["two days after the vote", "two days after the 1992 vote", "the tenth anniversary of it"]
)
def test_a_length_alone_is_left_to_the_rules_of_lengths(words: str) -> None:
    reading = read(words, "VBD")
    assert ANCHORED(reading, FIND(reading)) == ()


def test_a_summit_is_what_an_eve_counts_from() -> None:
    reading = read("on the eve of the 2017 G20 summit", "VBD")
    at = reading.document.text.index("G20")
    day = date(2017, 7, 7)
    summit = Mention("doc", "s", at, at + 10, "time", date_start=day, date_end=date(2017, 7, 8), note="summit")
    (found,) = ANCHORED(reading, (*FIND(reading), summit))
    assert (found.date_start, found.antecedent) == (date(2017, 7, 6), "s")


@pytest.mark.parametrize(
    ("year", "western", "eastern", "jewish"),
    [
        (1998, date(1998, 4, 12), date(1998, 4, 19), date(1998, 9, 21)),
        (2016, date(2016, 3, 27), date(2016, 5, 1), date(2016, 10, 3)),
        (2024, date(2024, 3, 31), date(2024, 5, 5), date(2024, 10, 3)),
    ],
)
def test_calendars(year: int, western: date, eastern: date, jewish: date) -> None:
    assert (easter(year), orthodox_easter(year), rosh_hashanah(year)) == (western, eastern, jewish)


def test_islamic_day_is_at_most_one_off() -> None:
    assert abs((islamic(1439, 9, 1) - date(2018, 5, 17)).days) <= 1


@pytest.mark.parametrize(("nth", "day"), [(1, date(2020, 5, 4)), (-1, date(2020, 5, 25))])
def test_nth_weekday(nth: int, day: date) -> None:
    assert nth_weekday(2020, 5, 1, nth) == day
