"""A user's own codebook (`detente code --codebook FILE`): event types, the frames that find them, example sentences.

A file is one tab separated table, or several, each begun by a line that names it: `[types]`, `[frames]`, `[examples]`.
The first line of a table names its columns; lines that begin with `#` are comments. Without such names the columns tell
what the table is: `lemma` stands in frames, `text` in examples, `definition` in types.

    [frames]    lemma and type are needed; the other columns of en/frames.tsv (entries.FrameLine) may stand beside them.
                An empty pos means verb and noun alike, an empty source or target the places where most frames of the
                shipped lexicon look. An empty type marks words that are no act, whatever the shipped frames say. quad
                and score belong to the type and need to be stated once.
    [types]     type, definition, name, quad (1 to 4), score (-10 to 10), and mode for a line on a mode of the type
    [examples]  text, source, target (words of the text or codes; empty: anybody), status (empty: any), and type (empty:
                the text holds no act of your types)

Where types are declared every type must be one of them or one of PLOVER's; without a declaration a frame may name any.
Frames of the user win over the shipped ones on the same words. Every line has the id `user:FILE:LINE`, which is the
evidence of the events it finds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

from detente.errors import LexiconError
from detente.lexicons.entries import ExampleLine, FrameLine, OwnTypeLine, TypeLine
from detente.lexicons.problems import Row, Table
from detente.lexicons.reading import read_lines
from detente.lexicons.user_checks import check_examples, check_frames, check_types, well_formed
from detente.lexicons.user_entries import line_id

FRAMES = (*(field.name for field in fields(FrameLine) if field.name != "id"), "quad", "score")
TYPES = ("type", "mode", "name", "definition", "quad", "score")
EXAMPLES = ("text", "source", "target", "type", "status")
TABLES = {"frames": FRAMES, "types": TYPES, "examples": EXAMPLES}
NEEDED = {"frames": ("lemma", "type"), "types": ("type", "definition"), "examples": ("text", "type")}
TELLING = (("lemma", "frames"), ("text", "examples"), ("definition", "types"))
# Where most of the shipped frames look for the parties.
SOURCE = {"VERB": ("subj",), "NOUN": ("subj", "by", "poss", "mod"), "ADJ": ("subj",)}
TARGET = ("obj", "with", "against", "on", "to", "of")
TARGET_MUTUAL = ("with", "obj", "between")
# So many wrong lines are named at once.
LISTED = 20


class UserCodebook(NamedTuple):
    """The lines of a user's codebooks, in the order of the files.

    Attributes:
        types: every type and mode the codebook declares, and those that its frames name and PLOVER does not have.
        frames: frames; a line without a word class is two of them, with one id.
        examples: example sentences.
    """

    types: tuple[OwnTypeLine, ...] = ()
    frames: tuple[FrameLine, ...] = ()
    examples: tuple[ExampleLine, ...] = ()

    @property
    def own(self) -> frozenset[str]:
        """The types that this codebook codes: those of its frames and declarations."""
        named = {line.type for line in self.types} | {line.type for line in self.frames}
        return frozenset(named - {""})


def read_user_codebook(paths: Iterable[Path]) -> UserCodebook:
    """Read codebooks; of two frames that fit the same words alike, the one that stands first counts.

    Raises:
        LexiconError: a file cannot be read, or lines of it are wrong; the message names each with file, line and what
            is allowed.
    """
    problems: list[str] = []
    tables = [(path, kind, table) for path in paths for kind, table in _tables(path, problems)]
    if tables and not any(kind in ("frames", "types") for _, kind, _ in tables):
        problems.append(
            f"{tables[0][0]}: holds neither frames nor types; a table of frames needs the columns lemma, type"
        )
    types = [table for _, kind, table in tables if kind == "types"]
    frames = [_filled(table) for _, kind, table in tables if kind == "frames"]
    examples = [table for _, kind, table in tables if kind == "examples"]
    shipped = read_lines("codebook/plover.tsv", TypeLine)
    known = {line.type for line in shipped} | {cells[0] for table in types for _, cells in table.picked("type")}
    for problem in (
        *(p for table in types for p in check_types(table)),
        *check_frames(frames, types, known),
        *(p for table in examples for p in check_examples(table, known | _named(frames))),
    ):
        problems.append(f"{problem.file}:{problem.line}: {problem.what}")
    if problems:
        raise LexiconError(_listed(problems))
    return UserCodebook(
        types=tuple(_own_types([*types, *frames], {(line.type, line.mode): line for line in shipped})),
        frames=tuple(line for table in frames for line in _frame_lines(table)),
        examples=tuple(line for table in examples for line in _example_lines(table)),
    )


def _listed(problems: list[str]) -> str:
    """The first of the problems, each once."""
    found = list(dict.fromkeys(problems))
    rest = f"\n... and {len(found) - LISTED} more" if len(found) > LISTED else ""
    return "\n".join(found[:LISTED]) + rest


def _named(frames: Iterable[Table]) -> set[str]:
    return {cells[0] for table in frames for _, cells in table.picked("type") if well_formed(cells[0])}


def _tables(path: Path, problems: list[str]) -> Iterator[tuple[str, Table]]:
    """The tables of a file and what each is; what is wrong with their form is added to `problems`."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        raise LexiconError(f"{path}: is not UTF-8: {problem}") from problem
    except OSError as problem:
        raise LexiconError(f"{path}: cannot be read: {problem.strerror or problem}") from problem
    pieces: list[tuple[str, list[tuple[int, str]]]] = [("", [])]
    for number, raw in enumerate(lines, 1):
        if raw.startswith("["):
            pieces.append((raw.strip(" \t[]").lower(), []))
            if pieces[-1][0] not in TABLES:
                problems.append(f"{path}:{number}: {raw.strip()!r} is none of [types], [frames], [examples]")
        elif raw.strip() and not raw.startswith("#"):
            pieces[-1][1].append((number, raw))
    for name, rows in pieces:
        if rows and (name in TABLES or not name):
            yield from _table(path, name, rows, problems)


def _table(path: Path, name: str, rows: list[tuple[int, str]], problems: list[str]) -> Iterator[tuple[str, Table]]:
    top, header = rows[0]
    columns = tuple(cell.strip().lower() for cell in header.split("\t"))
    kind = name or next((kind for column, kind in TELLING if column in columns), "frames")
    unknown = sorted(set(columns) - {*TABLES[kind], "id"})
    absent = [column for column in NEEDED[kind] if column not in columns]
    if unknown or absent:
        what = f"column {', '.join(unknown)} is unknown" if unknown else f"column {', '.join(absent)} is missing"
        problems.append(f"{path}:{top}: {what}; the columns of {kind} are {', '.join(TABLES[kind])}")
        return
    found: list[Row] = []
    for number, raw in rows[1:]:
        cells = tuple(cell.strip() for cell in raw.split("\t"))
        if len(cells) > len(columns):
            problems.append(f"{path}:{number}: more cells than columns: a stray tab")
        given = dict(zip(columns, cells, strict=False))
        found.append(Row(number, tuple(given.get(column, "") for column in TABLES[kind])))
    yield kind, Table(str(path), TABLES[kind], tuple(found))


def _filled(table: Table) -> Table:
    """The frames with a word class and places for their parties."""
    rows: list[Row] = []
    for row in table.rows:
        cells = dict(zip(table.columns, row.cells, strict=True))
        classes = (cells["pos"],) if cells["pos"] else ("NOUN",) if "light:" in cells["pattern"] else ("VERB", "NOUN")
        for pos in classes:
            places = TARGET_MUTUAL if cells["reciprocal"] == "yes" else TARGET
            own = cells | {
                "pos": pos,
                "source": cells["source"] or ";".join(SOURCE.get(pos, ("subj",))),
                "target": cells["target"] or ";".join(places),
            }
            rows.append(Row(row.line, tuple(own[column] for column in table.columns)))
    return Table(table.name, table.columns, tuple(rows))


def _frame_lines(table: Table) -> Iterator[FrameLine]:
    for row in table.rows:
        cells = dict(zip(table.columns, row.cells, strict=True))
        yield FrameLine(
            line_id(Path(table.name).name, row.line), cells["lemma"].lower(), cells["pos"], cells["pattern"],
            cells["type"], cells["mode"], cells["cameo"], _list(cells["source"]), _list(cells["target"]),
            cells["reciprocal"] == "yes", cells["content"], cells["note"],
        )  # fmt: skip


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _example_lines(table: Table) -> Iterator[ExampleLine]:
    for row in table.rows:
        text, source, target, type_, status = row.cells
        yield ExampleLine(
            line_id(Path(table.name).name, row.line), table.name, row.line, text, source, target, type_, status
        )


def _own_types(tables: Iterable[Table], shipped: dict[tuple[str, str], TypeLine]) -> Iterator[OwnTypeLine]:
    """A line for each type and mode that is declared or that PLOVER lacks; what is left empty PLOVER's line fills."""
    found: dict[tuple[str, str], OwnTypeLine] = {}
    for table in tables:
        declared = "definition" in table.columns
        for row in table.rows:
            cells = dict(zip(table.columns, row.cells, strict=True))
            key = (cells["type"], cells["mode"] if declared else "")
            if not key[0] or (key in shipped and not declared):
                continue
            ours, before = shipped.get(key), found.get(key)
            quad = int(cells["quad"]) if cells["quad"] else before.quad if before else ours.quad if ours else None
            score = (
                float(cells["score"]) if cells["score"] else before.score if before else ours.score if ours else None
            )
            if before is None:
                name = cells.get("name", "") or (ours.name if ours else "")
                definition = cells.get("definition", "") or (ours.definition if ours else "")
                own = line_id(Path(table.name).name, row.line)
                found[key] = OwnTypeLine(own, key[0], key[1], name, definition, quad, score)
            else:
                found[key] = OwnTypeLine(before.id, *key, before.name, before.definition, quad, score)
    yield from found.values()
