"""How fast a monthly series of two states is over many rows: `python benchmarks/imported_series.py [ROWS] [FOLDER]`.

The rows have the shape of a large data set of state events: 196 states, of which few act much, ten years of days. They
are written like imported ones, then the same question is asked five times; the first answer is cold.
"""

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa

from detente.exchange.importing import BATCH_ROWS, ORDER
from detente.lexicons.entries import CameoLine, StateLine, TypeLine
from detente.lexicons.reading import read_lines
from detente.record.model import Document
from detente.record.store import Record, open_record

QUERY = """
select date_trunc('month', date_start)::date as month, source_country = $a as forward, type,
       count(distinct story_key) as stories, count(*) as events
from imported_acts
where source_country in ($a, $b) and target_country in ($a, $b) and source_country <> target_country
group by all
order by all
"""
FIRST = date(2010, 1, 1)
DAYS = 3652
# As imported rows are stamped.
CODER = "generated, detente 0"


def main() -> int:
    """Write the rows unless the folder has them, and time the question."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp()) / "record"
    if not folder.exists():
        began = time.perf_counter()
        write(folder, rows)
        print(f"{rows:,} rows written in {time.perf_counter() - began:.0f} s to {folder}")  # noqa: T201
    record = open_record(folder)
    asked = {"a": "USA", "b": "RUS"}
    for turn in range(5):
        began = time.perf_counter()
        found = record.query(QUERY, asked).to_arrow_table()
        seconds = time.perf_counter() - began
        print(f"{'cold' if not turn else 'warm'}: {found.num_rows} rows of the series in {seconds:.3f} s")  # noqa: T201
    return 0


def write(folder: Path, rows: int) -> None:
    """Write so many generated events, in batches of consecutive days as files come."""
    record = Record.create(folder)
    draw = np.random.default_rng(1)
    with record.writing():
        for number in range(0, rows, BATCH_ROWS):
            size = min(BATCH_ROWS, rows - number)
            days = np.sort(draw.integers(number * DAYS // rows, max((number + size) * DAYS // rows, 1), size))
            table = generated(draw, days, number)
            documents = [_document(int(day)) for day in np.unique(days)]
            ordered = table.sort_by(ORDER)
            record.append_rows(documents, {"events": ordered, "imported": ordered})


def generated(draw: np.random.Generator, days: np.ndarray, number: int) -> pa.Table:
    """Make a batch of events on these days."""
    states = np.array([line.iso3 for line in read_lines("shared/states.tsv", StateLine)][:196])
    common = [*("USA", "RUS", "CHN", "GBR", "FRA", "DEU", "IND", "ISR", "IRN", "UKR"), *states]
    # as in ICEWS, where a tenth of the actors do most of the acting
    weights = 1 / np.arange(1, len(common) + 1)
    names, size = np.array(common), len(days)
    source, target = (names[draw.choice(len(common), size, p=weights / weights.sum())] for _ in range(2))
    acts = [line for line in read_lines("codebook/cameo.tsv", CameoLine) if line.type and len(line.cameo) == 3]
    quads = {line.type: line.quad for line in read_lines("codebook/plover.tsv", TypeLine) if not line.mode}
    kind = draw.integers(0, len(acts), size)
    sectors = np.array(["", "GOV", "MIL"])
    of, on = (sectors[draw.integers(0, 3, size)] for _ in range(2))
    dates = pa.array((np.datetime64(FIRST) + days).astype("datetime64[D]"))
    return pa.table({
        "event_id": pa.array([f"{at:020x}" for at in range(number, number + size)]),
        "doc_id": pa.array([f"day {day}" for day in days]),
        "origin": pa.repeat("generated", size),
        "row_id": pa.array([str(at) for at in range(number, number + size)]),
        "line": pa.array(range(number, number + size)),
        "article": pa.array([f"report {at // 3}" for at in range(number, number + size)]),
        "publisher": pa.array(np.array(["Gazette", "Herald", "Courier"])[draw.integers(0, 3, size)]),
        "type": pa.array([acts[at].type for at in kind]),
        "cameo": pa.array([acts[at].cameo for at in kind]),
        "quad": pa.array([quads[acts[at].type] for at in kind]),
        "goldstein": pa.array([acts[at].goldstein for at in kind]),
        "plover_score": pa.array([acts[at].goldstein for at in kind]),
        "status": pa.repeat("happened", size),
        "reciprocal": pa.array(draw.random(size) < 0.2),
        "source_country": pa.array(source),
        "target_country": pa.array(target),
        "source_sector": pa.array(of),
        "target_sector": pa.array(on),
        "source_code": pa.array(np.char.add(source, of)),
        "target_code": pa.array(np.char.add(target, on)),
        "date_start": dates,
        "date_end": dates,
        "date_from": pa.repeat("document", size),
        "voice": pa.repeat("author", size),
        "confidence": pa.repeat(1.0, size),
        "coded_with": pa.repeat(CODER, size),
    })  # fmt: skip


def _document(day: int) -> Document:
    return Document(
        f"day {day}", "generated", "", "", "", "", FIRST + timedelta(days=day), "metadata", "", "", 0,
        coded_with=CODER,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
