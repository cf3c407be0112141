"""What every format of a user's actor dictionary becomes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from detente.lexicons.entries import AgentLine, NameLine

# `source` of a line whose name may stand in any letter case: dictionaries in capitals do not tell.
ANY_CASE = "user-any-case"
# Codes of three letters that many actors share; the others are one entity each.
MANY = frozenset({"IGO", "NGO", "ISM", "IMG", "MNC"})
USER = "user:"
NO_NAME = re.compile(r"[^\w.-]+")

Days = tuple[date | None, date | None]
ALWAYS: Days = (None, None)


class UserActors(NamedTuple):
    """Names and role nouns of a user's dictionaries, in the order of the files."""

    names: tuple[NameLine, ...] = ()
    agents: tuple[AgentLine, ...] = ()


def line_id(file: str, number: int) -> str:
    """Return the id of a line: `user:FILE:LINE`."""
    return f"{USER}{NO_NAME.sub('_', file)}:{number}"


def is_users(id_: str) -> bool:
    """Tell whether an id is that of a line of the user's."""
    return id_.startswith(USER)


def entity_of(name: str, code: str, kind: str) -> str:
    """Return the id of what a name stands for: a code of a state or of UNO and EUR themselves, else the name's own."""
    if kind != "person" and len(code) == 3 and code not in MANY:
        return code
    return "user:" + re.sub(r"\W+", "-", name.lower()).strip("-")


def settle(lines: Iterable[NameLine]) -> Iterator[NameLine]:
    """Give every day of a name one line: the first that covers it, then one without days, then nobody (no code)."""
    groups: dict[str, list[NameLine]] = {}
    for line in lines:
        groups.setdefault(line.alias.lower(), []).append(line)
    for group in groups.values():
        dated = [line for line in group if _days(line) != ALWAYS]
        others = [line for line in group if _days(line) == ALWAYS][:1] or [replace(group[0], code="")]
        taken: list[Days] = []
        for line in dated:
            yield from (_on(line, days) for days in _rest(_days(line), taken))
            taken.append(_days(line))
        for line in others:
            yield from (_on(line, days) for days in _rest(ALWAYS, taken))


def _days(line: NameLine) -> Days:
    return line.valid_from, line.valid_to


def _on(line: NameLine, days: Days) -> NameLine:
    return replace(line, valid_from=days[0], valid_to=days[1])


def _rest(days: Days, taken: Iterable[Days]) -> list[Days]:
    """What is left of a stretch of time when others are taken out of it."""
    pieces = [days]
    for other in taken:
        pieces = [rest for piece in pieces for rest in _without(piece, other)]
    return pieces


def _without(piece: Days, taken: Days) -> Iterator[Days]:
    start, end = piece[0] or date.min, piece[1] or date.max
    first, last = taken[0] or date.min, taken[1] or date.max
    if last < start or end < first:
        yield piece
        return
    if start < first:
        yield piece[0], first - timedelta(days=1)
    if last < end:
        yield last + timedelta(days=1), piece[1]
