"""Exporting: events of a record in the columns other programs read."""

from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from detente.errors import UsageError
from detente.exchange import gdelt_rows, icews_rows, polecat_rows
from detente.exchange.cells import joined
from detente.exchange.outgoing import Outgoing, Written, with_mirrors
from detente.outputs.printing import print_rows
from detente.record.model import COUNTED
from detente.record.store import Record

BLOCK_ROWS = 50_000


# One file a format, declared here; the others are written as every command writes rows.
FORMATS = (gdelt_rows.FORMAT, icews_rows.FORMAT, polecat_rows.FORMAT)
PLAIN = ("csv", "jsonl", "parquet")
NAMES = (*(known.name for known in FORMATS), *PLAIN)


class Exported(NamedTuple):
    """Rows written, and events left out since the format has no place for them."""

    rows: int
    left_out: int


def export_events(record: Record, name: str, output: Path) -> Exported:
    """Write the events of a record to a file.

    CSV, JSON Lines and Parquet hold every event with every column, and what is known of its document; the formats of
    other data sets hold acts that happened or go on, without what acts speak of.

    Raises:
        UsageError: there is no such format, or the file cannot be written.
    """
    written = next((known for known in FORMATS if known.name == name), None)
    if written is None and name not in PLAIN:
        raise UsageError(f"no format {name!r}; allowed are {', '.join(NAMES)}")
    asked = {"counted": written is not None, "statuses": list(COUNTED)}
    reader = record.run("export_events", asked).to_arrow_reader(BLOCK_ROWS)
    if written is None:
        return Exported(print_rows(reader, name, output), 0)
    try:
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            if written.header:
                stream.write("\t".join(written.columns) + "\n")
            rows = left_out = 0
            for batch in reader:
                lines, unfit = _lines(written, pa.table(batch))
                stream.writelines(f"{line}\n" for line in lines)
                rows, left_out = rows + len(lines), left_out + unfit
    except OSError as problem:
        raise UsageError(f"{output}: cannot be written: {problem.strerror or problem}") from problem
    return Exported(rows, left_out)


def _lines(written: Written, rows: pa.Table) -> tuple[list[str], int]:
    fits = pc.is_valid(rows["date_start"])
    has = [pc.not_equal(rows[name], "") for name in written.needs]
    fits = pc.and_(fits, has[0] if len(has) == 1 else pc.or_(*has)).combine_chunks()
    kept = rows.filter(fits)
    if kept.num_rows == 0:
        return [], rows.num_rows
    out = Outgoing(with_mirrors(kept), written.originals, written.sides)
    columns = [pc.replace_substring_regex(column, r"[\t\r\n]+", " ") for column in written.cells(out)]
    return joined("\t", *columns).to_pylist(), rows.num_rows - kept.num_rows
