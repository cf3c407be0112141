"""How much a relation's figures hang on choices: the same pair measured in other ways.

1. what counts as an act      other quads, deeds alone, words alone, weights
2. how fast the level fades   other half-lives
3. what counts as one story   reports themselves, other gaps between days
4. whose word counts          the report's own voice alone, what is alleged, opinion pieces
5. who reports                each publisher left out in turn

The headline figure here is the index over the whole time of the pair, beside the level on its last day.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import COUNTED
from detente.record.store import Record
from detente.relations.acts import Act, Series
from detente.relations.balance import Estimate, log_odds
from detente.relations.coders import check_coder
from detente.relations.dyads import balance_of, grave
from detente.relations.levels import level_at

HALF_LIVES = (90.0, 365.0)
STORY_DAYS = (1, 7)
# More publishers than this are not left out one by one: those that tell most are.
MOST_PUBLISHERS = 100
# Series under other readings of the codebook; a series that is not named is left out.
DEEDS = {"deeds_for": "deeds_for", "deeds_against": "deeds_against"}
WORDS = {"commitments": "commitments", "hostile_words": "hostile_words"}
QUADS = {**DEEDS, **WORDS, "contact": "commitments", "asks": "hostile_words"}


class Report(NamedTuple):
    """One report of an act between two actors, as pair_events.sql gives it."""

    story_id: str
    doc_id: str
    day: date
    publisher: str
    opinion: bool
    status: str
    voice: str
    forward: bool
    mutual: bool
    type: str
    score: float
    quad: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Variant:
    """The figures of a pair under one change.

    Attributes:
        group: what kind of choice is changed; name: the change; note: a publisher's name, or nothing.
        stories: how many stories the index rests on, meetings and requests aside.
        index: over the whole time; level: on the last day. None where nothing is left to measure.
        inside: whether the index (of another half-life: the level) lies within the headline's interval; None where
            either is missing.
    """

    group: str
    name: str
    stories: int
    index: Estimate | None
    level: Estimate | None
    inside: bool | None = None
    note: str = ""


def robustness(
    record: Record, a: str, b: str, half_life_days: float, *, coded_with: str | None = None
) -> tuple[Variant, ...]:
    """Measure two actors (as `find_actor` names them) in other ways; the first variant is the headline figure.

    Raises:
        UsageError: the record holds codings that may tell the same acts, and none is chosen.
    """
    check_coder(record, coded_with)
    asked = {
        "a": a,
        "b": b,
        "coded_with": coded_with,
        "statuses": [*COUNTED, "alleged"],
        "state_sectors": ["", *(line.phrase for line in read_lines("codebook/state_sectors.tsv", PhraseLine))],
    }
    rows = record.run("pair_events", asked).fetchall()
    return variants([Report(*row) for row in rows], half_life_days)


def variants(reports: Sequence[Report], half_life_days: float) -> tuple[Variant, ...]:
    """Measure the reports of a pair in other ways; see `robustness`."""
    series = Series()
    counted = [report for report in reports if report.status in COUNTED and not report.opinion]
    acts = stories(counted, series)
    end = max((act.day for act in acts), default=date.min)
    headline = _variant("headline", "as `detente relations` counts", acts, end, half_life_days)
    found = [
        *_other_acts(acts, end, half_life_days),
        *(_variant("half-life", f"half-life of {days:g} days", acts, end, days) for days in HALF_LIVES),
        *_other_stories(counted, series, end, half_life_days),
        *_other_voices(reports, counted, series, end, half_life_days),
        *_without_publishers(counted, series, end, half_life_days),
    ]
    return (headline, *(_compared(variant, headline) for variant in found))


def stories(reports: Iterable[Report], series: Series) -> list[Act]:
    """One act a story, by day: that of the earliest report, with the gravest score, as acts.sql has it."""
    told: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        told[report.story_id].append(report)
    found = [_act(story_id, group, series) for story_id, group in told.items()]
    return sorted(filter(None, found), key=lambda act: (act.day, act.story_id))


def recut(reports: Iterable[Report], days: int) -> list[Report]:
    """Give reports of one type and direction a common story as long as no gap between their days is longer."""
    groups: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in reports:
        groups[report.type, report.mutual, report.mutual or report.forward, report.status in COUNTED].append(report)
    found: list[Report] = []
    for number, group in enumerate(groups.values()):
        story, last = 0, date.max
        for report in sorted(group, key=lambda report: (report.day, report.doc_id)):
            story += (report.day - last).days > days
            last = report.day
            found.append(report._replace(story_id=f"{number}-{story}"))
    return found


def _act(story_id: str, reports: Sequence[Report], series: Series) -> Act | None:
    surest = max(reports, key=lambda report: report.confidence)
    kind = series.of(surest.type, surest.quad)
    if kind is None:
        return None
    return Act(
        story_id,
        min(report.day for report in reports),
        any(report.forward for report in reports),
        any(report.mutual for report in reports),
        surest.type,
        kind,
        max((report.score for report in reports), key=abs),
    )


def _variant(group: str, name: str, acts: Sequence[Act], end: date, half_life_days: float, note: str = "") -> Variant:
    cooperative, conflictual = balance_of(acts)
    number = int(cooperative + conflictual)
    index = log_odds(cooperative, conflictual, 0.5) if number else None
    return Variant(group, name, number, index, level_at(end, acts, half_life_days), note=note)


def _compared(variant: Variant, headline: Variant) -> Variant:
    """Note whether the figure that a change can move stays within the headline's interval."""
    moved, usual = (variant.level, headline.level) if variant.group == "half-life" else (variant.index, headline.index)
    if moved is None or usual is None:
        return variant
    return replace(variant, inside=usual.low <= moved.value <= usual.high)


def _other_acts(acts: Sequence[Act], end: date, half_life_days: float) -> Iterator[Variant]:
    """1. Other readings of what cooperates and what conflicts; PLOVER's manual puts SANCTION in both quads."""

    def variant(name: str, kept: Mapping[str, str], moved: Callable[[Act], Act] = lambda act: act) -> Variant:
        read = [act._replace(series=kept[act.series]) for act in map(moved, acts) if act.series in kept]
        return _variant("acts", name, read, end, half_life_days)

    def as_words(act: Act) -> Act:
        return act._replace(series="hostile_words") if act.type == "SANCTION" else act

    yield variant("all four quads: meetings cooperate, requests conflict", QUADS)
    yield variant("deeds alone", DEEDS)
    yield variant("deeds alone, SANCTION as words", DEEDS, as_words)
    yield variant("words alone", WORDS)
    yield variant("words alone, SANCTION as words", WORDS, as_words)
    cooperative, conflictual = grave(acts)
    plain = _variant("acts", "weighted by PLOVER score", acts, end, half_life_days)
    weighted = log_odds(cooperative, conflictual, 0.5) if cooperative + conflictual else None
    yield replace(plain, index=weighted, level=None)


def _other_stories(counted: Sequence[Report], series: Series, end: date, half_life_days: float) -> Iterator[Variant]:
    """3. Reports instead of stories, and other gaps between the days of one story."""
    each = [report._replace(story_id=f"{number}") for number, report in enumerate(counted)]
    yield _variant("stories", "every report counts", stories(each, series), end, half_life_days)
    for days in STORY_DAYS:
        name = f"one story within {days} day" + ("s" if days > 1 else "")
        yield _variant("stories", name, stories(recut(counted, days), series), end, half_life_days)


def _other_voices(
    reports: Sequence[Report], counted: Sequence[Report], series: Series, end: date, half_life_days: float
) -> Iterator[Variant]:
    """4. Whose word counts."""
    choices = (
        ("the report's own voice alone", [report for report in counted if report.voice == "author"]),
        ("what is alleged too", [report for report in reports if not report.opinion]),
        ("opinion pieces too", [report for report in reports if report.status in COUNTED]),
    )
    for name, chosen in choices:
        yield _variant("voice", name, stories(chosen, series), end, half_life_days)


def _without_publishers(
    counted: Sequence[Report], series: Series, end: date, half_life_days: float
) -> Iterator[Variant]:
    """5. The lowest and the highest index that leaving out one publisher gives."""
    tell = Counter(report.publisher for report in counted)
    names = [name for name, _ in sorted(tell.items(), key=lambda item: (-item[1], item[0]))[:MOST_PUBLISHERS]]
    found = [
        _variant(
            "publishers",
            "without one publisher",
            stories([report for report in counted if report.publisher != name], series),
            end,
            half_life_days,
            note=name or "publisher unknown",
        )
        for name in names
        if len(names) > 1
    ]
    measured = [(variant.index.value, variant) for variant in found if variant.index is not None]
    if measured:
        for which, pick in (("lowest", min), ("highest", max)):
            _, variant = pick(measured, key=lambda pair: pair[0])
            yield replace(variant, name=f"{variant.name}: {which} of {len(measured)}")
