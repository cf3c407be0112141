"""Reading gold and prediction files: JSON lines with an id."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from detente.errors import InputError

Row = Mapping[str, Any]


def read_rows(path: Path, fields: tuple[str, ...]) -> dict[str, Row]:
    """Read a JSON lines file into rows by id.

    Raises:
        InputError: the file cannot be read, or a line is no object with an id of its own and these fields.
    """
    rows: dict[str, Row] = {}
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{path}: cannot be read: {problem}") from problem
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = _parse(line, f"{path}:{number}")
        absent = [field for field in ("id", *fields) if field not in row]
        if absent:
            raise InputError(f"{path}:{number}: field {', '.join(absent)} is missing")
        if row["id"] in rows:
            raise InputError(f"{path}:{number}: id {row['id']!r} stands twice")
        rows[row["id"]] = row
    if not rows:
        raise InputError(f"{path}: holds no row")
    return rows


def _parse(line: str, where: str) -> Row:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as problem:
        raise InputError(f"{where}: is not JSON: {problem}") from problem
    if not isinstance(row, dict):
        raise InputError(f"{where}: is not a JSON object")
    return row
