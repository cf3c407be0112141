"""Taking judgements back: rows of filled-in files become reviews, or problems that name file and line.

What one reviewer says of one sentence is taken whole or not at all: half of it would be a judgement nobody made.
Judging again replaces; what was said before stays in the record (`raw_reviews`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from detente.errors import UsageError
from detente.lexicons.entries import CodeLine, OrganisationLine, StateLine
from detente.lexicons.reading import read_lines
from detente.record.model import STATUSES
from detente.record.reviews import Draw, Review
from detente.record.store import Record
from detente.review.acts import load_codebook
from detente.review.sheets import FILLED_IN, SheetRow, read_sheet

NO_ACT = "none"
YES, NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"


class Problem(NamedTuple):
    """A row that was not taken, and why."""

    where: str
    what: str


class Taken(NamedTuple):
    """What came of taking files: judged sentences that are new or changed, known already, and not judged yet."""

    new: int
    known: int
    blank: int
    problems: tuple[Problem, ...]


class RowError(UsageError):
    """A cell of a row cannot be understood."""


class Words(NamedTuple):
    """What may stand in the columns: types, codes of three letters, entities of organisations."""

    types: frozenset[str]
    codes: frozenset[str]
    entities: frozenset[str]


def load_words(record: Record) -> Words:
    """Read the allowed words from the codebook; types of the record's own codebook count."""
    coded = [*read_lines("codebook/sectors.tsv", CodeLine), *read_lines("codebook/bodies.tsv", CodeLine)]
    states = read_lines("shared/states.tsv", StateLine)
    return Words(
        frozenset(load_codebook(record).quads),
        frozenset([*(line.code for line in coded), *(line.iso3 for line in states)]),
        frozenset(line.entity for line in read_lines("shared/organisations.tsv", OrganisationLine)),
    )


def take(record: Record, paths: Sequence[Path]) -> Taken:
    """Take the judgements of files into the record; the same files again change nothing.

    Raises:
        RecordError: the record cannot be written.
    """
    problems: list[Problem] = []
    rows = [row for path in paths for row in _rows(path, problems)]
    with record.writing():
        draws = {draw.draw_id: draw for draw in record.facts(Draw)}
        before = _by_judge(record.facts(Review))
        units, blank = _units(rows, draws, problems)
        words = load_words(record)
        new: list[Review] = []
        known = 0
        for unit in units:
            try:
                reviews = _reviews(unit, draws[unit[0].cells["draw_id"]], words)
            except RowError as problem:
                problems.append(Problem(*str(problem).split(": ", 1)))
                continue
            if _said(reviews) == _said(before.get((reviews[0].sentence_id, reviews[0].reviewer), ())):
                known += 1
            else:
                new += reviews
        now = _now(before)
        record.add([replace(review, judged_at=now) for review in new])
    judged = len({(review.sentence_id, review.reviewer) for review in new})
    return Taken(judged, known, blank, tuple(sorted(problems)))


def _rows(path: Path, problems: list[Problem]) -> Iterator[SheetRow]:
    """Rows of a file; one that cannot be read is a problem, and the other files are taken."""
    try:
        yield from read_sheet(path)
    except UsageError as problem:
        problems.append(Problem(str(path), str(problem).removeprefix(f"{path}:").strip()))


def _units(
    rows: Sequence[SheetRow], draws: Mapping[str, Draw], problems: list[Problem]
) -> tuple[list[list[SheetRow]], int]:
    """Rows by draw and reviewer, and how many sentences nobody filled in."""
    units: dict[tuple[str, str], list[SheetRow]] = defaultdict(list)
    blank: set[tuple[str, str]] = set()
    for row in rows:
        draw_id, reviewer = row.cells["draw_id"], row.cells["reviewer"]
        filled = any(row.cells.get(name) for name in FILLED_IN if name != "reviewer")
        if draw_id not in draws:
            problems.append(Problem(row.where, f"draw_id {draw_id!r} was not drawn from this record"))
        elif not filled:
            blank.add((draw_id, reviewer))
        elif not reviewer:
            problems.append(Problem(row.where, "column reviewer is empty; write a name or a sign of the reviewer"))
        else:
            units[draw_id, reviewer].append(row)
    for (draw_id, reviewer), unit in list(units.items()):
        if len({row.file for row in unit}) > 1:
            files = ", ".join(sorted({row.where for row in unit}))
            problems.append(Problem(unit[0].where, f"{reviewer} judged sentence {draw_id} in two files: {files}"))
            del units[draw_id, reviewer]
    return list(units.values()), len(blank - set(units))


def _reviews(unit: Sequence[SheetRow], draw: Draw, words: Words) -> list[Review]:
    """Judgements of one reviewer on one sentence.

    Raises:
        RowError: a cell cannot be understood, or one row says there is an act and another that there is none.
    """
    none = [row for row in unit if row.cells["type"].lower() == NO_ACT]
    if none and len(unit) > 1:
        raise RowError(f"{none[0].where}: type is {NO_ACT}, yet the sentence has {len(unit) - 1} more rows filled in")
    return [_review(row, draw, 0 if none else number, words) for number, row in enumerate(unit, 1)]


def _review(row: SheetRow, draw: Draw, number: int, words: Words) -> Review:
    cells = row.cells
    blank = Review(
        draw.draw_id, draw.sample_id, draw.doc_id, draw.sentence_id, draw.stratum, draw.probability,
        reviewer=cells["reviewer"], judged_at="", number=0, note=cells.get("note", ""), taken_from=row.where,
        coded_with=draw.coded_with,
    )  # fmt: skip
    if number == 0:
        for name in ("source", "target", "status", "mutual"):
            if cells.get(name):
                raise RowError(f"{row.where}: type is {NO_ACT}, yet {name} is {cells[name]!r}; empty it")
        return blank
    return replace(
        blank,
        number=number,
        type=_one_of(row, "type", cells["type"].upper(), words.types),
        source_code=_party(row, "source", words),
        target_code=_party(row, "target", words),
        status=_one_of(row, "status", cells["status"].lower(), frozenset(STATUSES)),
        mutual=_is_mutual(row),
    )


def _one_of(row: SheetRow, name: str, given: str, allowed: frozenset[str]) -> str:
    if given in allowed:
        return given
    near = get_close_matches(given, allowed, 1)
    hint = f"did you mean {near[0]}? " if near else ""
    none = f", or {NO_ACT}" if name == "type" else ""
    raise RowError(f"{row.where}: {name} is {row.cells[name]!r}; {hint}allowed are {', '.join(sorted(allowed))}{none}")


def _party(row: SheetRow, name: str, words: Words) -> str:
    """Read a party: nothing, a code of three-letter parts, or an entity."""
    given = row.cells[name]
    code = given.upper()
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    if given in words.entities:
        return given
    if all(part in words.codes for part in parts):
        return code
    raise RowError(
        f"{row.where}: {name} is {given!r}; a party is written as a country (USA), a country and a sector (USAGOV), "
        "a body (UNO) or an entity (ORG:NATO); `detente actors NAME` shows the code"
    )


def _is_mutual(row: SheetRow) -> bool:
    given = row.cells.get("mutual", "").lower()
    if given not in YES + NO:
        raise RowError(f"{row.where}: mutual is {given!r}; write yes, or leave it empty")
    return given in YES


def _by_judge(reviews: Iterator[Review]) -> dict[tuple[str, str], list[Review]]:
    found: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for review in reviews:
        found[review.sentence_id, review.reviewer].append(review)
    return dict(found)


def _said(reviews: Sequence[Review]) -> list[tuple[object, ...]]:
    """What reviews say, whenever and wherever it was written down."""
    return [
        (one.number, one.type, one.source_code, one.target_code, one.status, one.mutual, one.note) for one in reviews
    ]


def _now(before: Mapping[tuple[str, str], Sequence[Review]]) -> str:
    """The time, but later than all that was judged before, whatever this machine's clock says."""
    now = datetime.now(UTC)
    latest = max((review.judged_at for reviews in before.values() for review in reviews), default="")
    if latest:
        now = max(now, datetime.strptime(latest, TIME).replace(tzinfo=UTC) + timedelta(microseconds=1))
    return now.strftime(TIME)
