"""`detente claims`: according to whom."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import (
    ConfidenceOption,
    Format,
    FormatOption,
    FromOption,
    LimitOption,
    OutputOption,
    RecordPath,
    ToOption,
    day,
    one_of,
    show,
    show_table,
)
from detente.record.model import STANCES

if TYPE_CHECKING:
    from detente.outputs.printing import Column, Row


def command(
    record: RecordPath,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="WHO", help="Who says it: a country (USA), a code (USAGOV) or a word of the name (Lavrov)."
        ),
    ] = None,
    stance: Annotated[
        str | None,
        typer.Option(
            metavar="STANCE",
            callback=one_of(STANCES),
            help=f"How the source stands to what it says: {', '.join(STANCES)}.",
        ),
    ] = None,
    contains: Annotated[str | None, typer.Option(metavar="WORDS", help="Words in what is said.")] = None,
    contested: Annotated[
        bool, typer.Option("--contested", help="Show what one side asserts and another denies, both in their words.")
    ] = False,
    since: FromOption = None,
    until: ToOption = None,
    min_confidence: ConfidenceOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show claims: who says what, in whose words. A claim is never repeated as a fact.

    `--from` and `--to` are days of publication. With `--contested` a pair is shown if one of its two claims passes
    the other options.

    Examples:
        detente claims my-record --source Lavrov --stance denies

        detente claims my-record --contains "sanctions" -o claims.csv

        detente claims my-record --contested --contains election
    """
    filters = {
        "source": source,
        "stance": stance,
        "contains": contains,
        "from": day(since, "--from"),
        "to": day(until, "--to"),
        "min_confidence": min_confidence,
    }
    if contested:
        _show_contested(record, filters, (form, output, limit))
    else:
        show(record, "claims", filters, _columns(), (form, output, limit))


def _show_contested(
    path: Path, filters: Mapping[str, object], wanted: tuple[Format | None, Path | None, int | None]
) -> None:
    from detente.outputs.contests import contest_rows
    from detente.record.store import open_record

    rows = contest_rows(open_record(path), filters)
    show_table(rows, _contest_columns(), wanted, "No claim of one source is denied by another.")


def _contest_columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("one side says", lambda row: _side(row, ""), wide=True),
        Column("another denies", lambda row: _side(row, "denial_"), wide=True),
        Column("alike", lambda row: f"{row['similarity']:.2f}", right=True),
    ]


def _side(row: "Row", prefix: str) -> str:
    code = row[f"{prefix}source_code"]
    who = f"{row[f'{prefix}source_text'] or '(the author)'}{f' ({code})' if code else ''}"
    words = " ".join(row[f"{prefix}content"].split())
    where = [
        str(row[f"{prefix}published"] or ""),
        row[f"{prefix}publisher"],
        row["denial_id" if prefix else "claim_id"],
    ]
    return f"{who} {row[f'{prefix}stance']}:\n{words}\n{' - '.join(part for part in where if part)}\n"


def _columns() -> "list[Column]":
    from detente.outputs.printing import Column

    return [
        Column("published", lambda row: row["published"]),
        Column("who", _who, wide=True),
        Column("stance", lambda row: row["stance"]),
        Column("quote", lambda row: row["quote"]),
        Column("what, publisher, id", _words, wide=True),
    ]


def _who(row: "Row") -> str:
    name = row["source_text"] or ("(the author)" if row["source_kind"] == "author" else "")
    return f"{name} ({row['source_code']})" if row["source_code"] else name


def _words(row: "Row") -> str:
    where = " - ".join(part for part in (row["publisher"], row["claim_id"]) if part)
    return f"{' '.join(row['content'].split())}\n{where}"
