"""How much speaks for two reports telling one act: points for and against, added up; above zero they do.

Parties, type, days, places and words are weighed one by one; what a report leaves out weighs nothing.
The points were set on the first half of quality/gold/stories.jsonl (docs/stories.md has the figures of both). Around
them the figures hardly move: a half more or less of most of them changes pairwise F1 there by .01 or less.
"""

from collections.abc import Sequence
from datetime import date
from math import cos, hypot, radians
from typing import NamedTuple

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.stories.tellings import Party, Spot, Telling
from detente.stories.wording import likeness

# Parties: both known and the same, one side left open; where a side is somebody else it is another act.
SAME_PARTY, OPEN_PARTY, OTHER_PARTY = 0.75, -0.2, -10.0
# Students and workers of one country may be the same crowd; a crowd and its government are not.
OTHER_KIND = -0.4
# Types that stand for one act in two reports (codebook/story_types.tsv).
OTHER_TYPE = -0.8
# Days: a text that names the day is believed; a report without a day may be about the days before.
DAY_APART, EXACT_DAY_APART, MOST_DAYS = -0.2, -1.2, -4.0
# Places, by distance. The place of an act says more than a town that its sentence names, unless it is a deed of force
# or a march: a treaty names many towns.
NEAR_KM, SAME_PLACE, OTHER_PLACE, OTHER_TOWN, OTHER_TOWN_OF_DEED = 60.0, 0.8, -3.5, -1.0, -3.0
# Words: a likeness that says nothing, points of a full likeness above it and of a full unlikeness below it, and most.
LIKENESS_OF_STRANGERS, WORDS, STRANGE_WORDS, MOST_WORDS = 0.06, 7.0, 28.0, 2.0
SAME_TEXT = 1.0
SAME_NUMBER = 0.4
# No words make up for this.
HOPELESS = -(MOST_WORDS + SAME_TEXT + SAME_NUMBER)
# Two who speak of each other every day speak of many things.
# How much a single telling that does not fit counts against the best one that does.
WORST = 0.3
SPEECH = -0.5
KM_PER_DEGREE = 111.2


class Types(NamedTuple):
    """Which types may tell one act.

    Attributes:
        pairs: two types that tell one act in two reports.
        family: the first of all types that are linked by pairs, for those that are.
        speech: types of what is said; placed: types of what is done in the streets and the field.
    """

    pairs: frozenset[tuple[str, str]]
    family: dict[str, str]
    speech: frozenset[str]
    placed: frozenset[str]

    def points(self, one: str, other: str) -> float | None:
        """Points of two types, or None where they cannot be one act."""
        if one != other and (one, other) not in self.pairs:
            return None
        return OTHER_TYPE * (one != other) + SPEECH * (one in self.speech)


def read_types() -> Types:
    """Read codebook/story_types.tsv."""
    lines = read_lines("codebook/story_types.tsv", PhraseLine)
    kinds = {kind: frozenset(line.phrase for line in lines if line.kind == kind) for kind in ("speech", "placed")}
    linked = [(line.phrase, line.kind) for line in lines if line.kind not in kinds]
    family = {name: name for pair in linked for name in pair}
    for one, other in linked:
        first, last = sorted((family[one], family[other]))
        family = {name: first if held == last else held for name, held in family.items()}
    return Types(frozenset(linked + [(other, one) for one, other in linked]), family, **kinds)


def points(shown: Sequence[Telling], other: Telling, types: Types) -> float | None:
    """Add up what speaks for a telling being of the story that others tell; None where it cannot be.

    The words may be those of any of them, while parties and places must not contradict a single one too much: what
    leaves the target open does not make one act of two with different targets.
    """
    typed = [types.points(one.type, other.type) for one in shown]
    if shown[0].status != other.status or all(each is None for each in typed):
        return None
    elsewhere = OTHER_TOWN_OF_DEED if other.type in types.placed else OTHER_TOWN
    facts = _both([_parties(one, other) for one in shown]) + _dated(shown, other)
    if facts > HOPELESS:
        facts += _both([_places(one, other, elsewhere) for one in shown])
    if facts <= HOPELESS:
        return None
    return facts + max(_words(one, other) + each for one, each in zip(shown, typed, strict=True) if each is not None)


def _both(found: Sequence[float]) -> float:
    """The best of several, and in part the worst of them."""
    return (1 - WORST) * max(found) + WORST * min(found)


def _dated(shown: Sequence[Telling], other: Telling) -> float:
    """Points of the days; where the text names one it is held against those that name one too."""
    exact = [one for one in shown if one.exact] if other.exact else []
    return max(_days(one, other) for one in exact or shown)


def _words(one: Telling, other: Telling) -> float:
    found = 0.0
    if one.words.length and other.words.length:
        alike = likeness(one.words, other.words) - LIKENESS_OF_STRANGERS
        found += min(MOST_WORDS, alike * (WORDS if alike > 0 else STRANGE_WORDS))
        found += SAME_NUMBER * (not one.words.figures.isdisjoint(other.words.figures))
    return found + SAME_TEXT * (one.cluster == other.cluster and one.doc_id != other.doc_id)


def _parties(one: Telling, other: Telling) -> float:
    found = _party(one.source, other.source) + _party(one.target, other.target)
    if one.mutual or other.mutual:
        found = max(found, _party(one.source, other.target) + _party(one.target, other.source))
    return found


def _party(one: Party, other: Party) -> float:
    if not one.key or not other.key:
        return OPEN_PARTY
    if one.key != other.key:
        return OTHER_PARTY
    return SAME_PARTY + OTHER_KIND * (one.kind != other.kind)


def _days(one: Telling, other: Telling) -> float:
    apart = days_apart(one.first, one.last, other)
    if not apart:
        return 0.0
    return max(MOST_DAYS, apart * (EXACT_DAY_APART if one.exact and other.exact else DAY_APART))


def days_apart(first: date | None, last: date | None, other: Telling) -> int:
    """Days between a stretch of days and those of a telling; 0 where they meet or a day is unknown."""
    if first is None or last is None or other.first is None or other.last is None:
        return 0
    return max((other.first - last).days, (first - other.last).days, 0)


def _places(one: Telling, other: Telling, elsewhere: float) -> float:
    distances = [_kilometres(here, there) for here in one.spots for there in other.spots]
    if not distances:
        return 0.0
    if min(distances) <= NEAR_KM:
        return SAME_PLACE
    return OTHER_PLACE if one.located and other.located else elsewhere


def _kilometres(here: Spot, there: Spot) -> float:
    """Distance of two places that may be near, on a flat map."""
    across = ((here[1] - there[1] + 180) % 360 - 180) * cos(radians((here[0] + there[0]) / 2))
    return hypot(here[0] - there[0], across) * KM_PER_DEGREE
