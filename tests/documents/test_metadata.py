"""Dates as people and machines write them, and which of several counts."""

from datetime import date, timedelta

import pytest

from detente.documents.metadata import date_document, date_in_url, find_date, is_date_line, today


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-09-18", "2017-09-18"),
        ("2017-09-18T23:30:00-05:00", "2017-09-18"),
        ("20170918120000", "2017-09-18"),
        ("1505692800", "2017-09-18"),
        ("1505692800000", "2017-09-18"),
        ("09-18-2017", "2017-09-18"),
        ("18/09/2017", "2017-09-18"),
        ("03/04/2017", "2017-03-04"),
        ("03.04.2017", "2017-04-03"),
        ("9/18/17", "2017-09-18"),
        ("Sept. 18, 2017 3:15 PM EDT", "2017-09-18"),
        ("Mon, 18 Sep 2017 10:00:00 +0000", "2017-09-18"),
        ("18th of September, 2017", "2017-09-18"),
        ("Published 11:02 am Thursday, March 9, 2017", "2017-03-09"),
        ("2017-09", None),
        ("May 2017", None),
        ("2017-02-30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_find_date(written: str, day: str | None) -> None:
    found = find_date(written)
    assert (str(found.day) if found else None) == day


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("September 18, 2017", True),
        ("Mon, 18 Sep 2017 10:00:00 +0000", True),
        ("2017-09-18T23:30:00-05:00", True),
        ("The treaty of 8 December 1987", False),
    ],
)
def test_is_date_line(line: str, wanted: bool) -> None:
    assert is_date_line(line) is wanted


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://ledger.example/2017/09/18/talks", date(2017, 9, 18)),
        ("https://ledger.example/news/2017-09-18-talks.html", date(2017, 9, 18)),
        ("https://ledger.example/a?next=/2011/01/01/", None),
        ("https://ledger.example/2017/13/40/", None),
        ("commentary_2017-03-31.txt", None),
    ],
)
def test_date_in_url(url: str, day: date | None) -> None:
    assert date_in_url(url) == day


URL = "https://ledger.example/2017/04/03/talks"


@pytest.mark.parametrize(
    ("metadata", "url", "text", "otherwise", "day", "source"),
    [
        ("2016-01-02", URL, "May 3, 2018", date(2019, 1, 1), date(2016, 1, 2), "metadata"),
        ("", URL, "May 3, 2018", date(2019, 1, 1), date(2017, 4, 3), "url"),
        ("", "", "May 3, 2018", date(2019, 1, 1), date(2018, 5, 3), "text"),
        ("", "", "", date(2019, 1, 1), date(2019, 1, 1), "given"),
        ("", "", "", None, None, "unknown"),
        ("03/04/2017", URL, "", None, date(2017, 4, 3), "metadata"),
    ],
)
def test_own_dates_win(
    metadata: str, url: str, text: str, otherwise: date | None, day: date | None, source: str
) -> None:
    dated = date_document(given=None, metadata=metadata, url=url, text=text, otherwise=otherwise)
    assert (dated.day, dated.source, dated.problems) == (day, source, ())


def test_a_date_in_the_future_is_refused_and_the_next_one_taken() -> None:
    later = str(today() + timedelta(days=2))
    dated = date_document(given=None, metadata=later, url=URL, text="", otherwise=None)
    assert (dated.day, dated.source) == (date(2017, 4, 3), "url")
    assert later in dated.problems[0]
    assert "future" in dated.problems[0]


def test_a_date_that_can_be_read_two_ways_is_named() -> None:
    assert date_document(given=None, metadata="03/04/2017", url="", text="", otherwise=None).ambiguous == "03/04/2017"
