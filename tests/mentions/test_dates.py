"""Time expressions against a Monday, 18 September 2017."""

from datetime import date

import pytest

from detente.mentions import dates
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
]


@pytest.mark.parametrize(("words", "tag", "start", "end"), CASES)
def test_expression_covers_days(words: str, tag: str, start: str, end: str) -> None:
    (found,) = FIND(read(words, tag))
    assert (str(found.date_start), str(found.date_end)) == (start, end)


@pytest.mark.parametrize("words", ["on Thursday", "last week", "in May", "yesterday", "two days ago"])
def test_undated_text_is_not_guessed(words: str) -> None:
    assert all(mention.date_start is None for mention in FIND(read(words, "VBD", published=None)))


@pytest.mark.parametrize("words", ["may march second", "on 30 February", "with 45 troops", "at 1300 metres", "the sun"])
def test_no_date(words: str) -> None:
    assert all(mention.date_start is None for mention in FIND(read(words, "VBD")))


def test_span_shows_the_words() -> None:
    document = read("on 4 March 1999", "VBD")
    (found,) = FIND(document)
    assert document.document.text[found.start : found.end] == "4 March 1999"
