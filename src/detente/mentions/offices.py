"""Who held which office on a day.

A term without an end was open on `open_as_of`, the day its source was last true; later it is only likely, so a
holder found that way is told apart (`certain` is false). Handover days belong to both holders.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from detente.lexicons.entries import OfficeLine
from detente.mentions.gazetteer import fold

# Offices whose holder a newspaper names by surname alone, most telling first.
LEADING = ("HOS", "HOG", "LEADER", "FM", "IGOHEAD", "REBHEAD", "VP", "DM", "SPOX", "NSA", "UNREP", "INT", "FIN", "DPM")
UNIQUE = frozenset({"HOS", "HOG", "FM", "DM", "VP", "INT", "FIN", "NSA", "UNREP", "IGOHEAD", "REBHEAD", "LEADER"})
# Offices with one holder at a time.
SINGLE = frozenset({"HOS", "HOG", "FM", "DM"})
ALIKE = {
    "HOS": {"HOS", "HOG", "LEADER"},
    "HOG": {"HOG", "HOS", "LEADER"},
    "LEADER": {"HOS", "HOG", "LEADER", "REBHEAD"},
}
# Spellings of one name score 88 and more of 100 (Levenshtein ratio); different holders of an office score less.
SAME_SPELLING = 88


class Holding(NamedTuple):
    """A term in force on a day; `certain` is false after the day its source was last true."""

    line: OfficeLine
    certain: bool


def rank(role: str) -> int:
    """Place of a role among the leading ones, lowest first; every other role comes after them."""
    return LEADING.index(role) if role in LEADING else len(LEADING)


def in_force(line: OfficeLine, on: date) -> Holding | None:
    """The term as it stood on a day, or None if it had not begun or was over.

    A term of unknown start counts from a hundred years before its end, that is always.
    """
    if (line.start is not None and line.start > on) or (line.end is not None and line.end < on):
        return None
    return Holding(line, line.end is not None or line.open_as_of is None or on <= line.open_as_of)


class Offices:
    """The terms of office, by person and by state and role."""

    def __init__(self, lines: Iterable[OfficeLine]) -> None:
        self._by_person: dict[str, list[OfficeLine]] = defaultdict(list)
        self._by_role: dict[tuple[str, str], list[OfficeLine]] = defaultdict(list)
        self._lines = _succeeded(tuple(lines))
        self._names: dict[str, tuple[list[str], list[OfficeLine]]] = {}
        for line in self._lines:
            self._by_person[line.person_id].append(line)
            self._by_role[line.iso3, line.role].append(line)

    def __contains__(self, person_id: str) -> bool:
        return person_id in self._by_person

    def terms(self, person_id: str) -> tuple[OfficeLine, ...]:
        """All terms of a person, leading offices first."""
        return tuple(sorted(self._by_person.get(person_id, ()), key=_order))

    def held(self, person_id: str, on: date) -> Holding | None:
        """The leading office a person held on a day."""
        found = [holding for line in self.terms(person_id) if (holding := in_force(line, on))]
        return min(found, key=lambda holding: (not holding.certain, rank(holding.line.role)), default=None)

    def holders(self, iso3: str, role: str, on: date) -> tuple[Holding, ...]:
        """Those who held a role of a state on a day; the certain ones alone if there are any."""
        found = [holding for line in self._by_role.get((iso3, role), ()) if (holding := in_force(line, on))]
        certain = [holding for holding in found if holding.certain]
        return tuple(certain or found)

    def spelled_like(self, name: str, role: str) -> OfficeLine | None:
        """A holder of a role whose name is spelled nearly so: "Bouteflicka" for "Bouteflika"."""
        if role not in self._names:
            roles = ALIKE.get(role, {role})
            lines = [line for line in self._lines if line.role in roles and " " in line.person]
            self._names[role] = ([fold(line.person).lower() for line in lines], lines)
        names, lines = self._names[role]
        best = extractOne(fold(name).lower(), names, scorer=ratio, score_cutoff=SAME_SPELLING)
        return lines[best[2]] if best is not None else None

    def ever(self, person_id: str, role: str) -> tuple[OfficeLine, ...]:
        """Terms of a person in a role, or in one that newspapers call by the same title."""
        roles = ALIKE.get(role, {role})
        return tuple(line for line in self.terms(person_id) if line.role in roles)


def _succeeded(lines: tuple[OfficeLine, ...]) -> tuple[OfficeLine, ...]:
    """The terms; one that was open when its source ended is over once somebody else has come into that office."""
    starts: dict[tuple[str, str], list[tuple[date, str]]] = defaultdict(list)
    for line in lines:
        if line.role in SINGLE and line.start is not None:
            starts[line.iso3, line.role].append((line.start, line.person_id))
    return tuple(_until_successor(line, starts) for line in lines)


def _until_successor(line: OfficeLine, starts: dict[tuple[str, str], list[tuple[date, str]]]) -> OfficeLine:
    known = line.open_as_of
    if line.end is not None or known is None or line.role not in SINGLE:
        return line
    later = [day for day, person in starts[line.iso3, line.role] if person != line.person_id and day > known]
    return replace(line, end=min(later)) if later else line


def _order(line: OfficeLine) -> tuple[int, date, str]:
    return rank(line.role), line.start or date.min, line.id
