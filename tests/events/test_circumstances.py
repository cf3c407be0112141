from datetime import date

import pytest

from detente.events.circumstances import Setting, is_long_ago, places_of, setting, times_of
from detente.events.patterns import FrameIndex, Match
from detente.lexicons.entries import FrameLine
from detente.record.model import Mention
from events.parses import PUBLISHED, actor, parse, reading, time, word

MARCHED = "Some 2,000 people protested in Lima on Friday , police said Sunday ."
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
    when = setting(parse(MET), match_of(MET, "meet"), times, (), (document, status))
    assert (when.date_start, when.date_from) == found
    assert isinstance(when, Setting)


@pytest.mark.parametrize(("year", "long_ago"), [(1941, True), (2019, False)])
def test_long_ago(year: int, long_ago: bool) -> None:
    mention = time(MET, "Monday", date(year, 1, 1), date(year, 12, 31))
    assert is_long_ago([mention], reading(MET).document) is long_ago
    assert not is_long_ago([mention], reading(MET, published=None).document)


def test_a_place_hangs_on_the_act_by_a_preposition_of_place() -> None:
    lima = actor(MARCHED, "Lima", "PER")
    assert list(places_of(parse(MARCHED), match_of(MARCHED, "protest"), [lima])) == [lima]
    assert list(places_of(parse(MARCHED), match_of(MARCHED, "say"), [lima])) == []
