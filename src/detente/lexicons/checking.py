"""Checking the lexicons: what a reviewer of a changed line would look for, done for all lines at once.

1. every file      form of the lines, ids, order of the files that are built
2. actors          codes, dates, holders of offices
3. acts            types, CAMEO codes, patterns, cues
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path

from detente.lexicons.act_checks import check_acts
from detente.lexicons.actor_checks import check_actors
from detente.lexicons.problems import Problem, Table, read_table

# Files that a script builds are sorted, so that a changed word is a one-line difference.
BUILT = frozenset({
    "shared/states.tsv", "shared/names.tsv", "shared/offices.tsv", "shared/organisations.tsv", "en/agents.tsv",
    "codebook/plover.tsv", "codebook/contexts.tsv", "codebook/sectors.tsv", "codebook/cameo.tsv",
})  # fmt: skip


def check_lexicons(folder: Path | None = None, today: date | None = None) -> list[Problem]:
    """Return the problems of all lexicon files, errors first, then by file and line.

    Args:
        folder: the lexicon folder; by default the one that ships with the package. A missing file is no problem.
        today: the day that "next year" is reckoned from; by default the current day.
    """
    root = folder or Path(str(files("detente.lexicons")))
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.tsv"))
    problems: list[Problem] = []
    tables: dict[str, Table] = defaultdict(lambda: Table(""))
    # 1 every file
    for name in names:
        tables[name], found = read_table(root, name)
        problems += found
        problems += _check_order(tables[name])
    problems += _check_ids([tables[name] for name in names])
    # 2 actors
    problems += check_actors(tables, today or datetime.now(UTC).date())
    # 3 acts
    problems += check_acts(tables)
    return sorted(problems, key=lambda problem: (problem.severity != "error", problem))


def _check_ids(tables: list[Table]) -> Iterator[Problem]:
    """An id is evidence, so it names one line in all the files."""
    seen: dict[str, str] = {}
    for table in tables:
        if table.columns[:1] != ("id",):
            yield Problem(
                table.name, 1, "", f"the first column must be id; it is {', '.join(table.columns[:1]) or 'missing'}"
            )
            continue
        for row in table.rows:
            name = row.cells[0]
            where = f"{table.name}:{row.line}"
            if not name or " " in name:
                yield table.problem(row, f"id {name!r}: an id has no blanks and is not empty")
            elif seen.setdefault(name, where) != where:
                yield table.problem(row, f"id stands also in {seen[name]}; an id names one line")


def _check_order(table: Table) -> Iterator[Problem]:
    """Files that are built stand in the order of their ids."""
    if table.name not in BUILT:
        return
    for before, row in zip(table.rows, table.rows[1:], strict=False):
        if row.cells[0] < before.cells[0]:
            yield table.problem(row, f"out of order: {before.cells[0]} stands before it")
            return
