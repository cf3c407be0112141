"""Importing: from files of another data set to the tables of a record, batch by batch.

1. tell the layout of a file, and read it block by block
2. make drafts: dates, codes and figures become ours; bad rows are noted and left out
3. fold rows that tell the same act once more, or from the other side
4. leave out what the record holds from other files
5. write a batch, with a document for each day of it
6. link the whole record
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from detente.about import VERSION
from detente.errors import InputError, UsageError
from detente.exchange import acled, gdelt, icews, polecat
from detente.exchange.cells import BadRow, Cells
from detente.exchange.drafts import Format, Layout
from detente.exchange.folding import cut, fold
from detente.exchange.reading import blocks, hash_of
from detente.record.ids import digest
from detente.record.model import Coded, Document, Refusal
from detente.record.schema import Run
from detente.record.store import Record
from detente.settings import Settings
from detente.version import imported_with

# One file a format, declared here.
FORMATS: tuple[Format, ...] = (gdelt.FORMAT, icews.FORMAT, polecat.FORMAT, acled.FORMAT)
# Rows a batch: a gigabyte of memory at most, and few enough commits.
BATCH_ROWS = 400_000
# Bad rows of a file that are written down one by one; a file of another kind would fill the record with them.
MOST_REFUSALS = 1_000
# Pairs of countries stand together, so that a question about one of them reads little.
ORDER = [
    ("source_country", "ascending"),
    ("target_country", "ascending"),
    ("date_start", "ascending"),
    ("event_id", "ascending"),
]


class Counts(NamedTuple):
    """What became of the rows of one file, or of all.

    Attributes:
        rows: rows read, bad ones included.
        events: events written.
        mirrors: rows folded into the one that tells the same act from the other side.
        repeats: rows folded into one that says the same.
        known: events that the record held already.
        bad: rows left out.
    """

    rows: int = 0
    events: int = 0
    mirrors: int = 0
    repeats: int = 0
    known: int = 0
    bad: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """Add up."""
        return Counts(*(one + two for one, two in zip(self, other, strict=True)))


class Finished(NamedTuple):
    """The record, the row of the run, and what became of each file."""

    record: Record
    run: Run
    files: tuple[tuple[Path, Counts], ...]
    refusals: tuple[Refusal, ...]


def format_named(name: str) -> Format:
    """Return a format.

    Raises:
        UsageError: there is none of this name.
    """
    found = next((known for known in FORMATS if known.name == name), None)
    if found is None:
        raise UsageError(f"no format {name!r}; allowed are {', '.join(known.name for known in FORMATS)}")
    return found


def import_files(format_: Format, paths: Sequence[Path], out: str | Path, settings: Settings) -> Finished:
    """Import files of one format into the record at `out`, which is made if it is not there.

    The same file again changes nothing; a run that was killed is taken up where it stopped. A file that cannot be read,
    or is of another format, is refused and the others are imported. Ctrl-C ends the run; what it wrote stays.

    Raises:
        RecordError: the record cannot be read or written.
    """
    from detente import stories

    record = Record.create(out)
    session = _Session(record, format_, _new_run(format_.name, paths))
    with record.writing():
        record.note(session.run)
        try:
            for path in paths:
                session.take(path)
            record.refresh()
            if session.total.events or _was_stopped(record, session.run):
                stories.link(record, settings)  # 6
            session.finish("done")
        except KeyboardInterrupt:
            session.finish("interrupted")
    return Finished(record, session.run, tuple(session.files), tuple(session.refusals))


class _Session:
    """One run at work: what became of the files so far."""

    def __init__(self, record: Record, format_: Format, run: Run) -> None:
        self.run = run
        self.total = Counts()
        self.files: list[tuple[Path, Counts]] = []
        self.refusals: list[Refusal] = []
        self._record = record
        self._format = format_

    def take(self, path: Path) -> None:
        """Import a file."""
        counts, refused = _import_file(self._record, self._format, path, self.run.run_id)
        self.files.append((path, counts))
        self.refusals += refused
        self.total = self.total.plus(counts)

    def finish(self, outcome: str) -> None:
        """Note how the run ended."""
        total, refused = self.total, len(self.refusals)
        self.run = replace(self.run, outcome=outcome, n_coded=total.events, n_known=total.known, n_refused=refused)
        self._record.note(self.run)


def _was_stopped(record: Record, run: Run) -> bool:
    """Whether the run before this one was stopped, perhaps before it linked what it had written."""
    asked = "select outcome from runs where run_id <> $run order by started desc limit 1"
    return any(outcome != "done" for (outcome,) in record.query(asked, {"run": run.run_id}).fetchall())


def _import_file(record: Record, format_: Format, path: Path, run_id: str) -> tuple[Counts, list[Refusal]]:
    counts, bad = Counts(), list[BadRow]()
    refusals: list[Refusal] = []
    try:
        layout = format_.layout(path)  # 1
        file_hash = hash_of(path)
        for batch in _batches(format_, layout, path, bad):
            counts = counts.plus(_write(record, batch, _File(path, file_hash, layout)))
    except InputError as problem:
        refusals.append(Refusal(str(path), str(problem).removeprefix(f"{path}: "), run_id))
    bad.sort()
    refusals += [Refusal(f"{path}:{row.line}", row.reason, run_id) for row in bad[:MOST_REFUSALS]]
    if len(bad) > MOST_REFUSALS:
        refusals.append(Refusal(str(path), f"{len(bad) - MOST_REFUSALS:,} more bad rows", run_id))
    record.append(Coded(refusals=tuple(refusals)), run_id)
    return counts._replace(rows=counts.rows + len(bad), bad=len(bad)), refusals


def _batches(format_: Format, layout: Layout, path: Path, bad: list[BadRow]) -> Iterator[pa.Table]:
    """Drafts of a file in batches that never part the rows of one report, the same batches whoever asks."""
    waiting: list[pa.Table] = []
    for rows in blocks(path, layout.header, bad):
        cells = Cells(rows, layout.missing)
        drafts = format_.translate(cells, layout)  # 2
        bad += cells.bad_rows()
        waiting.append(cells.good(drafts))
        if sum(table.num_rows for table in waiting) >= BATCH_ROWS:
            whole = pa.concat_tables(waiting).combine_chunks()
            at = cut(whole)
            yield whole.slice(0, at).combine_chunks()
            waiting = [whole.slice(at)]
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


class _File(NamedTuple):
    """What the rows of a file share."""

    path: Path
    hash: str
    layout: Layout


def _write(record: Record, drafts: pa.Table, file: _File) -> Counts:
    if drafts.num_rows == 0:
        return Counts()
    folded = fold(drafts)  # 3
    days = folded.drafts["date_start"].combine_chunks().dictionary_encode()
    documents = _documents(file, days, folded.drafts["line"].to_numpy())
    rows = _identified(folded.drafts, file.layout.origin, days, documents)
    unique = _first_of_each(rows)
    own = pa.array([document.doc_id for document in documents], pa.string())
    known = record.known_events(unique["event_id"].combine_chunks(), own)  # 4
    new = unique.filter(pc.invert(pc.is_in(unique["event_id"], value_set=known))).sort_by(ORDER)
    written = record.append_rows(documents, {"events": new, "imported": new})  # 5
    return Counts(
        rows=drafts.num_rows,
        events=written,
        mirrors=folded.mirrors,
        repeats=folded.repeats + rows.num_rows - unique.num_rows,
        known=unique.num_rows - written,
    )


def _identified(drafts: pa.Table, origin: str, days: pa.DictionaryArray, documents: Sequence[Document]) -> pa.Table:
    event_ids = [digest("imported", origin, row_id) for row_id in drafts["row_id"].to_pylist()]
    doc_ids = pa.array([document.doc_id for document in documents], pa.string()).take(days.indices)
    coders = pa.array([document.coded_with for document in documents], pa.string()).take(days.indices)
    rows = drafts.append_column("event_id", pa.array(event_ids, pa.string()))
    rows = rows.append_column("doc_id", doc_ids).append_column("coded_with", coders)
    return rows.append_column("origin", pa.repeat(pa.scalar(origin, pa.string()), rows.num_rows))


def _first_of_each(rows: pa.Table) -> pa.Table:
    """An id that stands twice in a file is one event; its first row stays."""
    codes = rows["event_id"].combine_chunks().dictionary_encode().indices.to_numpy()
    _, first = np.unique(codes, return_index=True)
    return rows if len(first) == rows.num_rows else rows.take(pa.array(np.sort(first)))


def _documents(file: _File, days: pa.DictionaryArray, lines: np.ndarray) -> list[Document]:
    """A document for each day of a batch; another cut of the file into batches makes other documents."""
    _, first, counts = np.unique(days.indices.to_numpy(), return_index=True, return_counts=True)
    parts = zip(days.dictionary.to_pylist(), lines[first].tolist(), counts.tolist(), strict=True)
    return [_document(file, day, digest("imported", file.hash, day, line, count)) for day, line, count in parts]


def _document(file: _File, day: date, doc_id: str) -> Document:
    """Return the document that stands for the rows of one day in one batch of a file: it has no text."""
    label = f"{file.layout.label} {day.year}" if file.layout.by_year else file.layout.label
    return Document(
        doc_id=doc_id,
        uri=str(file.path),
        file_hash=file.hash,
        title=f"{file.layout.label}, events of {day}",
        author="",
        publisher=file.layout.label,
        published=day,
        published_from="metadata",
        language="",
        text="",
        n_tokens=0,
        coded_with=imported_with(label),
    )


def _new_run(format_: str, paths: Sequence[Path]) -> Run:
    now = datetime.now(UTC)
    return Run(
        run_id=f"{now:%Y%m%dT%H%M%SZ}-{digest(now.isoformat(), format_)[:6]}",
        started=f"{now:%Y-%m-%dT%H:%M:%S.%fZ}",
        version=VERSION,
        settings=json.dumps({"format": format_}),
        inputs=tuple(str(path) for path in paths),
    )
