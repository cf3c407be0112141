"""`detente claims`: according to whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.options import (
    ConfidenceOption,
    FormatOption,
    FromOption,
    LimitOption,
    OutputOption,
    RecordPath,
    ToOption,
    day,
    one_of,
    show,
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
    since: FromOption = None,
    until: ToOption = None,
    min_confidence: ConfidenceOption = None,
    limit: LimitOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
) -> None:
    """Show claims: who says what, in whose words. A claim is never repeated as a fact.

    `--from` and `--to` are days of publication.

    Examples:
        detente claims my-record --source Lavrov --stance denies

        detente claims my-record --contains "sanctions" -o claims.csv
    """
    filters = {
        "source": source,
        "stance": stance,
        "contains": contains,
        "from": day(since, "--from"),
        "to": day(until, "--to"),
        "min_confidence": min_confidence,
    }
    show(record, "claims", filters, _columns(), (form, output, limit))


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
