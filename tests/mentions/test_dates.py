"""Time expressions against a Monday, 18 September 2017."""

from datetime import date

import pytest

from detente.errors import LexiconError
from detente.mentions import dates
from detente.mentions.time_words import TimeWords
from detente.record.reading import Reading
from detente.settings import Settings
from trees import reading

MONDAY = date(2017, 9, 18)
FIND = dates.prepare(Settings())


def read(words: str, tag: str, *, published: date | None = MONDAY) -> Reading:
    """A flat tree under one verb, which carries the tense: `tag` is VBD (past) or MD (will)."""
    helper = (
        "will will AUX MD aux 1\nmeet meet VERB VB ROOT 1"
        if tag == "MD"
        else "They they PRON PRP nsubj 1\nmet meet VERB VBD ROOT 1"
    )
    rows = [f"{word} {word.lower()} NOUN NN dep 1" for word in words.split()]
    found = reading("\n".join([helper, *rows]))
    return Reading(
        document=type(found.document)(
            "doc", "t", "", "", "", "", published, "given" if published else "unknown", "en", found.document.text, 1
        ),
        coded_with="test",
        sentences=found.sentences,
    )


CASES = [
    ("on Thursday", "VBD", "2017-09-14", "2017-09-14"),
    ("on Thursday", "MD", "2017-09-21", "2017-09-21"),
    ("on Monday", "VBD", "2017-09-18", "2017-09-18"),
    ("on Monday", "MD", "2017-09-18", "2017-09-18"),
    ("last Monday", "VBD", "2017-09-11", "2017-09-11"),
    ("next Monday", "MD", "2017-09-25", "2017-09-25"),
    ("yesterday", "VBD", "2017-09-17", "2017-09-17"),
    ("this evening", "VBD", "2017-09-18", "2017-09-18"),
    ("last week", "VBD", "2017-09-11", "2017-09-17"),
    ("next month", "MD", "2017-10-01", "2017-10-31"),
    ("in mid-April", "VBD", "2017-04-11", "2017-04-20"),
    ("in mid-April", "MD", "2018-04-11", "2018-04-20"),
    ("in May", "VBD", "2017-05-01", "2017-05-31"),
    ("in November", "VBD", "2016-11-01", "2016-11-30"),
    ("on July 7 and 8", "VBD", "2017-07-07", "2017-07-08"),
    ("on September 18 – 20", "MD", "2017-09-18", "2017-09-20"),
    ("from June 28 to July 3", "VBD", "2017-06-28", "2017-07-03"),
    ("on 4 March 1999", "VBD", "1999-03-04", "1999-03-04"),
    ("on 2014-02-27", "VBD", "2014-02-27", "2014-02-27"),
    ("in 1962", "VBD", "1962-01-01", "1962-12-31"),
    ("in the 1990s", "VBD", "1990-01-01", "1999-12-31"),
    ("in 1941-45", "VBD", "1941-01-01", "1945-12-31"),
    ("two days ago", "VBD", "2017-09-16", "2017-09-16"),
    ("last summer", "VBD", "2017-06-01", "2017-08-31"),
    ("in the third quarter of 2015", "VBD", "2015-07-01", "2015-09-30"),
    ("in the second half of 2015", "VBD", "2015-07-01", "2015-12-31"),
    ("in the final quarter of last year", "VBD", "2016-10-01", "2016-12-31"),
    ("from 28 June to 2 July", "VBD", "2017-06-28", "2017-07-02"),
    ("in May-August 1950", "VBD", "1950-05-01", "1950-08-31"),
    ("in the early 1980s", "VBD", "1980-01-01", "1983-12-31"),
    ("by the end of the year", "MD", "2017-09-01", "2017-12-31"),
    ("in October of next year", "MD", "2018-10-01", "2018-10-31"),
    ("early next month", "MD", "2017-10-01", "2017-10-10"),
    ("over the weekend", "VBD", "2017-09-16", "2017-09-17"),
    ("over the weekend", "MD", "2017-09-23", "2017-09-24"),
    ("the day after tomorrow", "MD", "2017-09-20", "2017-09-20"),
    ("in ten days", "MD", "2017-09-28", "2017-09-28"),
    ("within 72 hours", "MD", "2017-09-18", "2017-09-21"),
    ("over the past year", "VBD", "2016-09-19", "2017-09-18"),
    ("in the last week of May", "VBD", "2017-05-25", "2017-05-31"),
    ("in the first ten months of 1995", "VBD", "1995-01-01", "1995-10-31"),
    ("at Christmas", "MD", "2017-12-25", "2017-12-25"),
    ("in the 19th century", "VBD", "1800-01-01", "1899-12-31"),
]


@pytest.mark.parametrize(("words", "tag", "start", "end"), CASES)
def test_expression_covers_days(words: str, tag: str, start: str, end: str) -> None:
    (found,) = FIND(read(words, tag))
    assert (str(found.date_start), str(found.date_end)) == (start, end)


VALUES = [
    ("on Friday morning", "2017-09-15TMO"),
    ("on the night of 4 March 1999", "1999-03-04TNI"),
    ("at 08:30 UTC", "2017-09-18T08:30Z"),
    ("on Friday at 3 p.m.", "2017-09-15T15:00"),
    ("for two and a half years", "P2.5Y"),
    ("for twenty-five days", "P25D"),
    ("for six straight days", "P6D"),
    ("in recent years", "PXY"),
    ("for decades", "PXDE"),
    ("every month", "P1M"),
    ("a monthly report", "P1M"),
    ("in 480 BC", "BC0480"),
    ("from 499 to 493 BC", "BC0499/BC0493"),
    ("in the fourth century BC", "BC03"),
    ("at present", "PRESENT_REF"),
    ("in the past", "PAST_REF"),
    ("the crash of '87", "1987"),
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_expression_has_value(words: str, value: str) -> None:
    assert [mention.value for mention in FIND(read(words, "VBD")) if not mention.name.isdigit()][:1] == [value]


@pytest.mark.parametrize("words", ["on Thursday", "last week", "in May", "yesterday", "two days ago"])
def test_undated_text_is_not_guessed(words: str) -> None:
    assert all(mention.date_start is None for mention in FIND(read(words, "VBD", published=None)))


@pytest.mark.parametrize(
    "words",
    [
        "may march second",
        "on 30 February",
        "with 45 troops",
        "at 1300 metres",
        "the sun",
        "Resolution 1973",
        "for $1900",
        "Russia Today",
        "as soon as they could",
        "his eighties",
    ],
)
def test_no_date(words: str) -> None:
    assert all(mention.date_start is None for mention in FIND(read(words, "VBD")))


def test_span_shows_the_words() -> None:
    document = read("on 4 March 1999", "VBD")
    (found,) = FIND(document)
    assert document.document.text[found.start : found.end] == "4 March 1999"


def test_every_word_list_line_used_is_evidence() -> None:
    (found,) = FIND(read("late last month", "VBD"))
    assert found.evidence == (
        "rule:time.shifted_unit",
        "time:shift.-1.last",
        "time:unit.m.month",
        "time:mod.end.late",
    )


def test_rule_naming_an_unknown_kind_of_word_is_refused() -> None:
    with pytest.raises(LexiconError, match="no kind 'moon'"):
        TimeWords({}).compile("<moon>")
