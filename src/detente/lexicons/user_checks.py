"""Checks of a user's codebook: what its lines say must be codable, and each problem names its line."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from detente.lexicons.act_checks import check_acts
from detente.lexicons.entries import FrameLine
from detente.lexicons.problems import Problem, Row, Table, read_table
from detente.lexicons.reading import read_lines
from detente.record.model import STATUSES

TYPE = re.compile(r"[A-Z][A-Z0-9_-]{1,39}")
CODE = re.compile(r"[A-Z]{3}(?:[A-Z]{3})?")
# The classifier's label for a sentence without an act; `-` says the same in gold sets.
TAKEN = frozenset({"NONE"})
# A slip of the pen ("CONSLUT") against a name of one's own ("CONSOLE"), on names a word long.
ALIKE = 0.85
SHIPPED = ("codebook/plover.tsv", "codebook/cameo.tsv", "en/classes.tsv")


def well_formed(type_: str) -> bool:
    """Tell whether a word can name a type: capitals, digits, - and _, as filters and exports expect."""
    return bool(TYPE.fullmatch(type_)) and type_ not in TAKEN


def check_types(table: Table) -> Iterator[Problem]:
    """Yield the problems of declared types."""
    for row, (type_, quad, score) in table.picked("type", "quad", "score"):
        if not well_formed(type_):
            yield table.problem(row, _malformed(type_))
        yield from _check_figures(table, row, quad, score)


def check_frames(tables: Sequence[Table], declared: Sequence[Table], known: Collection[str]) -> Iterator[Problem]:
    """Yield the problems of frames; `declared` are the tables of types, `known` PLOVER's types and those declared."""
    modes = {cells for table in declared for _, cells in table.picked("type", "mode")}
    figures: dict[tuple[str, str], str] = {}
    for table in tables:
        for row, (lemma, type_, quad, score) in table.picked("lemma", "type", "quad", "score"):
            if " " in lemma:
                yield table.problem(
                    row, f"lemma {lemma!r} is more than one word: the others go into pattern, as part:off"
                )
            if type_ and not (type_ in known or (well_formed(type_) and not declared)):
                yield table.problem(row, _unknown(type_, known))
            elif type_ and type_ not in known and (near := get_close_matches(type_, known, 1, ALIKE)):
                yield table.problem(
                    row, f"type {type_!r} looks like {near[0]}; if it is yours, declare it under [types]"
                )
            yield from _check_figures(table, row, quad, score)
            for what, cell in (("quad", quad), ("score", score)):
                if cell and figures.setdefault((type_, what), cell) != cell:
                    yield table.problem(row, f"{what} of {type_} is {cell} here and {figures[type_, what]} above")
            yield from _check_places(table, row)
        yield from _as_shipped(table, known, modes)


def check_examples(table: Table, known: Collection[str]) -> Iterator[Problem]:
    """Yield the problems of example sentences; `known` are all types they may name."""
    for row, (text, source, target, type_, status) in table.picked("text", "source", "target", "type", "status"):
        if not text:
            yield table.problem(row, "text is empty")
        if type_ and type_ not in known:
            yield table.problem(row, _unknown(type_, known))
        for party in (source, target):
            if party and party not in text and not CODE.fullmatch(party):
                yield table.problem(row, f"{party!r} is neither a word of the text nor a code such as USA or USAGOV")
        if status and status not in STATUSES:
            yield table.problem(row, f"status {status!r}; allowed are {', '.join(STATUSES)}")
        if not type_ and (source or target or status):
            yield table.problem(
                row, "source, target and status need a type; an example without one holds no act of yours"
            )


def _as_shipped(table: Table, known: Collection[str], modes: Iterable[tuple[str, ...]]) -> Iterator[Problem]:
    """What `detente lexicon check` asks of our own frames: pos, patterns, classes, modes, CAMEO codes, content."""
    root = Path(str(files("detente.lexicons")))
    tables: dict[str, Table] = defaultdict(lambda: Table(""))
    tables |= {name: read_table(root, name)[0] for name in SHIPPED}
    plover = tables["codebook/plover.tsv"]
    shipped = plover.values("type")
    own = {cells for _, cells in table.picked("type", "mode") if cells[0] not in shipped}
    named = {(type_, one) for type_, mode in own for one in mode.split("|")} | {(type_, "") for type_, _ in own}
    places = plover.columns.index("type"), plover.columns.index("mode")
    blank = [""] * len(plover.columns)
    added: list[Row] = []
    for type_, mode in sorted(named | {(cells[0], cells[1]) for cells in modes}):
        cells = list(blank)
        cells[places[0]], cells[places[1]] = type_, mode
        added.append(Row(0, tuple(cells)))
    tables["codebook/plover.tsv"] = Table(plover.name, plover.columns, (*plover.rows, *added))
    tables["en/frames.tsv"] = table
    yield from (p for p in check_acts(tables) if p.severity == "error" and p.file == table.name)


def _check_places(table: Table, row: Row) -> Iterator[Problem]:
    """A place nobody looks in would leave a party out without a word."""
    cells = dict(zip(table.columns, row.cells, strict=True))
    known = _places()
    for column in ("source", "target"):
        for place in cells[column].split(";"):
            if place.strip() not in known:
                yield table.problem(row, f"{column} {place.strip()!r}; a place is one of {', '.join(sorted(known))}")
    if cells["reciprocal"] not in ("", "yes", "no"):
        yield table.problem(row, f"reciprocal {cells['reciprocal']!r}; allowed are yes, no or nothing")


def _places() -> frozenset[str]:
    """The places of parties that shipped frames name."""
    frames = read_lines("en/frames.tsv", FrameLine)
    return frozenset(place for line in frames for place in (*line.source, *line.target))


def _check_figures(table: Table, row: Row, quad: str, score: str) -> Iterator[Problem]:
    if quad and quad not in ("1", "2", "3", "4"):
        yield table.problem(
            row, f"quad {quad!r}; it is 1, 2 (cooperation in words, in deeds), 3 or 4 (conflict), or nothing"
        )
    try:
        within = not score or -10 <= float(score) <= 10
    except ValueError:
        within = False
    if not within:
        yield table.problem(row, f"score {score!r}; it is a number from -10 to 10, or nothing")


def _malformed(type_: str) -> str:
    return f"type {type_!r} is written in capitals, digits, - and _, such as SUMMIT, and NONE is taken"


def _unknown(type_: str, known: Collection[str]) -> str:
    if not well_formed(type_):
        return _malformed(type_)
    return f"type {type_!r} is neither PLOVER's nor declared under [types]; known are {', '.join(sorted(known))}"
