"""A user's own actor dictionaries (`detente code --actors FILE`): a table, or the format of PETRARCH and TABARI.

The table is tab separated, its first line names the columns:

    name    the name as texts print it, letter case included; a role noun of kind `role` in any case
    code    a state, a body above states or none, and at most one sector: RUS, RUSMIL, UNO, IGO, PSEREB; of a role the
            sector alone. Empty: the name stands for nobody, whatever the shipped lexicons say
    from    first day the name has this code (YYYY, YYYY-MM or YYYY-MM-DD); empty: always
    to      last day
    kind    name (if empty), person, adjective or role. A person is also known by the surname, held the code from `from`
            to `to`, and is an ex-official (ELI) afterwards
    note    anything

A name may come again with other days; on days that none of its lines covers it stands for nobody. Lines that begin with
`#` are comments. What else the file may be is told in petrarch.py. Every line has the id `user:FILE:LINE`, which is the
evidence of the actors it finds.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from detente.errors import LexiconError
from detente.lexicons.entries import AgentLine, CodeLine, NameLine, StateLine
from detente.lexicons.petrarch import read_petrarch
from detente.lexicons.reading import partial_date, read_lines
from detente.lexicons.user_entries import UserActors, entity_of, line_id, settle

COLUMNS = ("name", "code", "from", "to", "kind", "note")
KINDS = ("name", "person", "adjective", "role")
# So many wrong lines are named at once.
LISTED = 20


class Codes(NamedTuple):
    """The codes a table may use."""

    places: frozenset[str]
    sectors: frozenset[str]

    def problem(self, code: str, kind: str) -> str:
        """Say what is wrong with a code, or return ""."""
        if kind == "role":
            return "" if code in self.sectors else f"code {code!r} of a role is no sector: {self._sectors()}"
        place, sector = (code[:3], code[3:]) if code[:3] in self.places else ("", code)
        if (place or not code) and (not sector or sector in self.sectors):
            return ""
        if sector in self.sectors:
            return f"code {code!r} names no state or body: write e.g. USA{sector}"
        return (
            f"code {code!r} is no state (ISO 3166 alpha-3) or body (UNO, EUR, IGO, NGO, ISM, IMG, MNC) and at most one "
            f"sector after it: {self._sectors()}"
        )

    def _sectors(self) -> str:
        return ", ".join(sorted(self.sectors))


def known_codes() -> Codes:
    """The states, bodies and sectors of the shipped lexicons."""
    places = {line.iso3 for line in read_lines("shared/states.tsv", StateLine)}
    places |= {line.code for line in read_lines("codebook/bodies.tsv", CodeLine)}
    return Codes(frozenset(places), frozenset(line.code for line in read_lines("codebook/sectors.tsv", CodeLine)))


def read_user_actors(paths: Iterable[Path]) -> UserActors:
    """Read dictionaries; where two say different things of a name, the first one counts.

    Raises:
        LexiconError: a file cannot be read, or lines of it are wrong; the message names each with file, line and what
            is allowed.
    """
    codes = known_codes()
    found = [_read(path, codes) for path in paths]
    return UserActors(
        names=tuple(settle(line for users in found for line in users.names)),
        agents=tuple(line for users in found for line in users.agents),
    )


def hash_of(paths: Iterable[Path]) -> str:
    """Return ten hexadecimal digits that change with the content of the files, or "" without files.

    Raises:
        LexiconError: a file cannot be read.
    """
    state = hashlib.blake2b(digest_size=5)
    contents = [_bytes(path) for path in paths]
    for content in contents:
        state.update(len(content).to_bytes(8, "big") + content)
    return state.hexdigest() if contents else ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise LexiconError(f"{path}: cannot be read: {problem.strerror or problem}") from problem


def _read(path: Path, codes: Codes) -> UserActors:
    try:
        lines = _bytes(path).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        raise LexiconError(f"{path}: is not UTF-8: {problem}") from problem
    header = next(((n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"), (0, ""))
    cells = [cell.strip().lower() for cell in header[1].split("\t")]
    problems: list[str] = []
    if "name" in cells:
        found = _table(path.name, lines, header[0], cells, codes, problems)
    else:
        found = read_petrarch(path.name, lines, codes.places, problems)
    if problems:
        rest = f"\n... and {len(problems) - LISTED} more" if len(problems) > LISTED else ""
        raise LexiconError("\n".join(f"{path}:{problem}" for problem in problems[:LISTED]) + rest)
    if not found.names and not found.agents:
        raise LexiconError(f"{path}: holds no name; a table needs the columns name and code in its first line")
    return found


def _table(
    file: str, lines: Sequence[str], top: int, columns: list[str], codes: Codes, problems: list[str]
) -> UserActors:
    """Lines of a table; what is wrong is added to `problems` as `LINE: what`."""
    unknown = sorted(set(columns) - set(COLUMNS))
    if unknown or "code" not in columns:
        what = f"column {', '.join(unknown)} is unknown" if unknown else "column code is missing"
        problems.append(f"{top}: {what}; columns are {', '.join(COLUMNS)}")
        return UserActors()
    names: list[NameLine] = []
    agents: list[AgentLine] = []
    for number, raw in enumerate(lines[top:], top + 1):
        if not raw.strip() or raw.startswith("#"):
            continue
        cells = [cell.strip() for cell in raw.split("\t")]
        row = dict(zip(columns, cells + [""] * len(columns), strict=False))
        kind = row.get("kind", "") or "name"
        wrong = list(_problems(row, kind, len(cells) - len(columns), codes))
        problems.extend(f"{number}: {what}" for what in wrong)
        if wrong:
            continue
        if kind == "role":
            agents.append(AgentLine(line_id(file, number), row["name"], row["code"], "", "user", "user"))
            continue
        start, end = partial_date(row.get("from", "")), partial_date(row.get("to", ""), last=True)
        entity = entity_of(row["name"], row["code"], kind)
        names.append(
            NameLine(
                line_id(file, number), entity, row["name"], row["name"], kind, row["code"], start, end, "user", "user"
            )
        )
    return UserActors(tuple(names), tuple(agents))


def _problems(row: dict[str, str], kind: str, surplus: int, codes: Codes) -> Iterator[str]:
    """Say what is wrong with a line of a table."""
    if surplus > 0:
        yield "more cells than columns: a stray tab"
    if not row["name"]:
        yield "the name is empty"
    if kind not in KINDS:
        yield f"kind {kind!r} is not one of {', '.join(KINDS)}"
    elif problem := codes.problem(row["code"], kind):
        yield problem
    days: list[date | None] = []
    for column in ("from", "to"):
        try:
            days.append(partial_date(row.get(column, ""), last=column == "to"))
        except ValueError:
            yield f"{column} {row[column]!r} is no day: write YYYY, YYYY-MM or YYYY-MM-DD"
    if len(days) == 2 and days[0] and days[1] and days[1] < days[0]:
        yield f"to {row['to']} lies before from {row['from']}"
