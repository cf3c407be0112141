"""Checks of the actor lexicons: codes, dates of names and offices, and who held an office at the same time."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from detente.lexicons.problems import Problem, Row, Table
from detente.lexicons.reading import partial_date

Tables = dict[str, Table]

# Offices that one person holds at a time.
SINGLE = frozenset({"HOS", "HOG", "FM", "DM"})
# Handover days belong to both holders, and many dates are known to the month only.
OVERLAP_DAYS = 31
# Entities that begin so are no actors: fixed names such as "Indian Ocean".
NOBODY = "NONE"


def check_actors(tables: Tables, today: date) -> Iterator[Problem]:
    """Yield the problems of states, names, offices, organisations and agents."""
    countries = tables["shared/states.tsv"].values("iso3")
    bodies = tables["codebook/bodies.tsv"].values("code")
    sectors = tables["codebook/sectors.tsv"].values("code")
    for name in ("shared/names.tsv", "shared/offices.tsv", "shared/organisations.tsv"):
        yield from _check_codes(tables[name], countries, bodies, sectors)
    for name in ("en/agents.tsv", "en/generic_agents.tsv"):
        for row, (sector,) in tables[name].picked("sector"):
            if sector and sector not in sectors:
                yield tables[name].problem(row, f"sector {sector!r} is not in codebook/sectors.tsv")
    for name, start, end in (
        ("shared/states.tsv", "valid_from", "valid_to"),
        ("shared/names.tsv", "valid_from", "valid_to"),
        ("shared/offices.tsv", "start", "end"),
    ):
        yield from _check_dates(tables[name], start, end, today)
    yield from _check_entities(tables, countries)
    yield from _check_holders(tables["shared/offices.tsv"])


def _check_codes(
    table: Table, countries: frozenset[str], bodies: frozenset[str], sectors: frozenset[str]
) -> Iterator[Problem]:
    """A code is a body above states, or a state, with or without sectors of three letters each."""
    for row, (code,) in table.picked("code"):
        if not code or code in bodies:
            continue
        parts = [code[place : place + 3] for place in range(3, len(code), 3)]
        if code[:3] not in countries:
            yield table.problem(
                row, f"code {code!r}: {code[:3]} is neither in shared/states.tsv nor in codebook/bodies.tsv"
            )
        elif any(part not in sectors for part in parts):
            yield table.problem(row, f"code {code!r}: {''.join(parts)} is no sector of codebook/sectors.tsv")
    if table.name == "shared/offices.tsv":
        for row, (iso3,) in table.picked("iso3"):
            if iso3 not in countries and iso3 not in bodies:
                yield table.problem(row, f"country {iso3!r} is neither in shared/states.tsv nor in codebook/bodies.tsv")


def _check_dates(table: Table, start: str, end: str, today: date) -> Iterator[Problem]:
    """Dates can be read, do not lie beyond next year, and the end does not come before the start."""
    for row, cells in table.picked(start, end):
        if not cells[0] and not cells[1]:
            continue
        try:
            first, last = partial_date(cells[0]), partial_date(cells[1], last=True)
        except ValueError:
            yield table.problem(row, f"{start} {cells[0]!r}, {end} {cells[1]!r}: a date is YYYY, YYYY-MM or YYYY-MM-DD")
            continue
        if first and last and last < first:
            yield table.problem(row, f"{end} {cells[1]} lies before {start} {cells[0]}")
        if max(first or date.min, last or date.min).year > today.year + 1:
            yield table.problem(row, f"{start} {cells[0]!r}, {end} {cells[1]!r}: later than next year")


def _check_entities(tables: Tables, countries: frozenset[str]) -> Iterator[Problem]:
    """Every name belongs to a state, an institution, an organisation or an office holder, and is not empty."""
    names = tables["shared/names.tsv"]
    organisations = tables["shared/organisations.tsv"].values("entity")
    persons = tables["shared/offices.tsv"].values("person_id")
    for row, (entity, alias) in names.picked("entity", "alias"):
        if not alias:
            yield names.problem(row, "alias is empty")
        institution = entity.partition(":")[0] in countries | {"UNO", "EUR", NOBODY}
        if not institution and entity not in organisations and entity not in persons:
            yield names.problem(row, f"entity {entity!r} stands in no other table", "warning")


def _check_holders(offices: Table) -> Iterator[Problem]:
    """Two persons in an office that one person holds: worth a look, since rival governments do exist."""
    columns = ("iso3", "office", "role", "person_id", "person", "start", "end", "open_as_of")
    groups: dict[tuple[str, str, str], list[tuple[int, int, str, str, Row]]] = defaultdict(list)
    for row, (iso3, office, role, person_id, person, *dates) in offices.picked(*columns):
        span = _span(*dates) if role in SINGLE else None
        if span:
            groups[iso3, office, role].append((*span, person_id, person, row))
    for (iso3, office, role), terms in sorted(groups.items()):
        terms.sort(key=lambda term: term[:3])
        for place, (_, last, person_id, person, row) in enumerate(terms):
            for later in terms[place + 1 :]:
                if later[0] > last - OVERLAP_DAYS:
                    break
                if later[2] != person_id and min(last, later[1]) - later[0] > OVERLAP_DAYS:
                    what = f"{iso3} {role} ({office}): {person} and {later[3]} at the same time"
                    yield offices.problem(row, what, "warning")


def _span(start: str, end: str, open_as_of: str) -> tuple[int, int] | None:
    """First and last day of a term as ordinals; None if the start is unknown or a date cannot be read."""
    try:
        first, last = partial_date(start), partial_date(end or open_as_of)
    except ValueError:
        return None
    return (first.toordinal(), last.toordinal()) if first and last else None
