from dataclasses import replace
from datetime import date

import pytest

from detente.events.circumstances import Setting, Telling, is_long_ago, setting, times_of
from detente.events.patterns import FrameIndex, Match
from detente.lexicons.entries import FrameLine
from detente.record.model import Mention
from events.parses import PUBLISHED, parse, reading, time, word

MARCHED = "Some 2,000 people protested in Lima on Friday , police said Sunday ."
SINCE = "Peru has met Chile since Friday ."
MET = "Peru met with Chile on Monday ."
FRIDAY, SUNDAY, MONDAY = date(2020, 5, 1), date(2020, 5, 3), date(2020, 5, 4)


def match_of(sentence: str, lemma: str) -> Match:
    line = FrameLine(lemma, lemma, "VERB", "", "CONSULT", "", "", (), (), False, "", "")
    return FrameIndex([line], (), frozenset()).matches(parse(sentence))[0]


@pytest.mark.parametrize(("lemma", "day"), [("protest", FRIDAY), ("say", SUNDAY)])
def test_each_verb_has_its_own_day(lemma: str, day: date) -> None:
    times = [time(MARCHED, "Friday", FRIDAY), time(MARCHED, "Sunday", SUNDAY)]
    acts = frozenset({word(MARCHED, "protested")} - {match_of(MARCHED, lemma).trigger})
    assert [m.date_start for m in times_of(parse(MARCHED), match_of(MARCHED, lemma), times, acts)] == [day]


@pytest.mark.parametrize(
    ("times", "status", "published", "found"),
    [
        ([time(MET, "Monday", MONDAY)], "happened", PUBLISHED, (MONDAY, "text")),
        ([], "happened", PUBLISHED, (PUBLISHED, "document")),
        ([], "planned", PUBLISHED, (None, "unknown")),
        ([], "happened", None, (None, "unknown")),
    ],
)
def test_date(times: list[Mention], status: str, published: date | None, found: tuple[date | None, str]) -> None:
    document = reading(MET, published=published).document
    when = setting(parse(MET), match_of(MET, "meet"), times, (), Telling(document, status, "CONSULT"))
    assert (when.date_start, when.date_from) == found
    assert isinstance(when, Setting)


@pytest.mark.parametrize(("year", "long_ago"), [(1941, True), (2019, False)])
def test_long_ago(year: int, long_ago: bool) -> None:
    mention = time(MET, "Monday", date(year, 1, 1), date(year, 12, 31))
    assert is_long_ago([mention], reading(MET).document) is long_ago
    assert not is_long_ago([mention], reading(MET, published=None).document)


@pytest.mark.parametrize(("sentence", "days"), [(MARCHED, (FRIDAY, FRIDAY)), (SINCE, (FRIDAY, PUBLISHED))])
def test_what_goes_on_since_a_day_lasts_to_the_document_s(sentence: str, days: tuple[date, date]) -> None:
    mention = time(sentence, "Friday", FRIDAY)
    verb = "protest" if sentence == MARCHED else "meet"
    telling = Telling(reading(sentence).document, "ongoing", "CONSULT")
    when = setting(parse(sentence), match_of(sentence, verb), [mention], (), telling)
    assert (when.date_start, when.date_end) == days


def test_a_time_the_text_leaves_open_is_not_the_document_s_day() -> None:
    mention = replace(time(MET, "Monday", MONDAY), date_start=None, date_end=None, note="unresolved: no day is told")
    (found,) = times_of(parse(MET), match_of(MET, "meet"), [mention], frozenset())
    telling = Telling(reading(MET).document, "happened", "CONSULT")
    when = setting(parse(MET), match_of(MET, "meet"), [found], (), telling)
    assert (when.date_start, when.date_from) == (None, "unknown")
