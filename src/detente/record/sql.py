"""SQL as text: our queries, quoted words, and column types. It is run in `record/store.py` alone."""

from functools import cache
from importlib.resources import files

import pyarrow as pa


@cache
def query_text(name: str) -> str:
    """Read `record/queries/NAME.sql`."""
    return (files("detente.record") / "queries" / f"{name}.sql").read_text(encoding="utf-8").strip().removesuffix(";")


def quoted(text: str) -> str:
    """Write a text as a SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def nothing(kind: pa.DataType) -> str:
    """SQL for the missing value of a column: texts and lists are empty, all else is null."""
    name = sql_type(kind)
    if kind == pa.string():
        return "''"
    return f"cast({'[]' if pa.types.is_list(kind) else 'null'} as {name})"


def sql_type(kind: pa.DataType) -> str:
    """DuckDB's name of an Arrow type."""
    if pa.types.is_list(kind):
        return f"{sql_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return "struct(" + ", ".join(f'"{field.name}" {sql_type(field.type)}' for field in kind) + ")"
    names = {
        pa.string(): "varchar",
        pa.int64(): "bigint",
        pa.float64(): "double",
        pa.bool_(): "boolean",
        pa.date32(): "date",
    }
    return names[kind]
