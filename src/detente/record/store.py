"""Where the facts are kept: Delta tables on disk, DuckDB views to read them. Nothing else imports either.

Delta commits one table at a time. A batch therefore writes its child tables first and `documents` last, and a reader
loads `documents` first and shows a row only if its document is there: no half-written batch is ever seen.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from threading import Timer
from typing import Any, Literal, TypeVar

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError
from duckdb import DuckDBPyConnection, DuckDBPyRelation

from detente.about import VERSION
from detente.errors import DetenteError, RecordError, UsageError
from detente.record.folders import check_not_frozen, check_path
from detente.record.locking import only_writer
from detente.record.model import Coded, Document, Refusal
from detente.record.schema import (
    CHILDREN,
    DOCUMENTS,
    IMPORTED,
    MARKER,
    REFUSALS,
    RUNS,
    SCHEMA_VERSION,
    TABLES,
    Run,
    Table,
    check_marker,
    table,
    table_of,
    write_marker,
)
from detente.record.sql import nothing, query_text, quoted
from detente.record.table_views import TableView

Fact = TypeVar("Fact")
Rows = DuckDBPyRelation

# A laptop has 8 GB; sorts and joins beyond this spill to the temporary folder.
MEMORY_LIMIT = "1GB"
SPILL_LIMIT = "20GB"
# Every batch leaves a small file in each table; from this many on they are merged at the end of a run.
FILES_TO_MERGE = 16
# Small row groups: a pair of actors stands in few of them where rows are sorted by parties, and only those are read.
WRITER = WriterProperties(compression="ZSTD", max_row_group_size=30_000)
# Statistics of the other columns (whole texts among them) would only swell the log.
DELTA_SETTINGS = {"delta.dataSkippingStatsColumns": "doc_id,coded_with"}


class Record:
    """A record, open for reading; `writing()` opens it for writing too.

    Every attribute named after a table is a DuckDB relation: `.arrow()`, `.df()`, `.pl()`, `.filter(...)` as installed.
    """

    def __init__(self, path: Path) -> None:
        check_marker(path)
        check_path(path)
        self.path = path
        self._connection = _connect(path)
        self._coded: set[tuple[str, str]] = set()
        self._position = 0
        self._watched: list[DuckDBPyConnection] | None = None
        self.refresh()

    @classmethod
    def create(cls, path: str | Path) -> "Record":
        """Open the record at `path`, after making an empty one if there is none.

        Raises:
            RecordError: the folder cannot be written, or holds something else.
        """
        folder = Path(path)
        check_path(folder)
        if not (folder / MARKER).exists():
            with _reports_trouble(folder):
                folder.mkdir(parents=True, exist_ok=True)
                if any(item.name != f"{MARKER}.new" for item in folder.iterdir()):
                    raise RecordError(f"{folder}: not a record, and not empty; name a new folder for the record")
                write_marker(folder, VERSION)
        return cls(folder)

    documents = TableView("The articles, latest coding of each, in the order of coding.")
    sentences = TableView("Sentences in the order of the text.")
    mentions = TableView("Actors, places and times in the order of the text.")
    claims = TableView("Who says what, in the order of the text.")
    events = TableView("Who did what to whom, in the order of the text.")
    loaded = TableView("Loaded words in the order of the text.")
    text_clusters = TableView("Which documents share (nearly) the same words.")
    stories = TableView("Acts as told by any number of documents.")
    story_events = TableView("Which event belongs to which story.")
    measures = TableView("Measures of one actor against another, in force or ended.")
    corrections = TableView("What reviews make of figures, those made last.")
    runs = TableView("The runs that filled the record.")
    refusals = TableView("The inputs that were not coded, and why.")

    def relation(self, name: str) -> DuckDBPyRelation:
        """Return the table of this name as a DuckDB relation."""
        return self._cursor().view(table(name).name)

    def query(self, sql: str, parameters: Mapping[str, object] | None = None) -> DuckDBPyRelation:
        """Ask the record: one SELECT in DuckDB's SQL, with `$name` for parameters.

        Raises:
            UsageError: the text is no SQL, more than one statement, not a SELECT, or names what does not exist.
        """
        cursor = self._cursor()
        try:
            statements = cursor.extract_statements(sql)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise UsageError("a query is one SELECT statement; the record cannot be changed through SQL")
            return cursor.sql(sql, params=dict(parameters or {}))
        except duckdb.Error as problem:
            raise self._explained(problem) from problem

    def from_rows(self, rows: pa.Table) -> DuckDBPyRelation:
        """Rows that were computed outside the record as a DuckDB relation, like its tables."""
        return self._cursor().from_arrow(rows)

    def run(self, name: str, parameters: Mapping[str, object]) -> DuckDBPyRelation:
        """Run a query of ours, `record/queries/NAME.sql`."""
        return self.query(query_text(name), parameters)

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Stop queries of this record that are still running after so many seconds.

        Raises:
            UsageError: the time was up, or the query ran out of memory or met a value it cannot handle.
        """
        watched = self._watched = []
        timer = Timer(seconds, _interrupt, [watched])
        timer.start()
        try:
            yield
        except duckdb.InterruptException as problem:
            raise UsageError(f"the query took more than {seconds:g} seconds; narrow it down") from problem
        except duckdb.Error as problem:
            raise self._explained(problem) from problem
        finally:
            timer.cancel()
            self._watched = None

    def facts(
        self, kind: type[Fact], where: str = "true", parameters: Mapping[str, object] | None = None
    ) -> Iterator[Fact]:
        """Rows as facts again, in the order of the table, optionally those for which `where` (SQL) holds."""
        known = table_of(kind)
        found = self.query(f"select * from {known.name} where {where}", parameters)  # noqa: S608  a table of ours
        for batch in found.to_arrow_reader(10_000):
            yield from known.facts(batch.to_pylist())

    def known_documents(self, coded_with: str) -> set[str]:
        """doc_ids that were coded by exactly this program already."""
        asked = {"coded_with": coded_with}
        rows = self._cursor().sql("select doc_id from raw_documents where coded_with = $coded_with", params=asked)
        return {doc_id for (doc_id,) in rows.fetchall()}

    def refresh(self) -> None:
        """Look at what is on disk now; `documents` first, so that a row is never seen before its children."""
        with _reports_trouble(self.path):
            for known in TABLES:
                self._connection.execute(f"create or replace view raw_{known.name} as {self._source(known)}")
        for statement in query_text("views").split(";\n"):
            self._connection.execute(statement).fetchall()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the record for writing, and sweep up what a killed run left.

        Raises:
            RecordError: another run is writing, the record is frozen, or the folder cannot be written.
        """
        check_not_frozen(self.path)
        with only_writer(self.path):
            self.refresh()
            self._remove_orphans()
            rows = self._cursor().sql("select doc_id, coded_with, position from raw_documents").fetchall()
            self._coded = {(doc_id, coded_with) for doc_id, coded_with, _ in rows}
            self._position = max((position for _, _, position in rows), default=0)
            try:
                yield
            finally:
                self.refresh()

    def append(self, batch: Coded, run_id: str = "") -> int:
        """Write a batch: child tables first, `documents` last; return how many documents were new.

        Documents that this program has coded before are left out with all that hangs on them.
        """
        new = [document for document in batch.documents if (document.doc_id, document.coded_with) not in self._coded]
        ids = {document.doc_id for document in new}
        for child in CHILDREN:
            facts = getattr(batch, child.name)
            self._add(
                child, facts if len(new) == len(batch.documents) else [fact for fact in facts if fact.doc_id in ids]
            )
        self._add(REFUSALS, [Refusal(refusal.uri, refusal.reason, run_id) for refusal in batch.refusals])
        positions = range(self._position + 1, self._position + 1 + len(new))
        self._add(DOCUMENTS, new, {"position": positions})
        self._coded.update((document.doc_id, document.coded_with) for document in new)
        self._position += len(new)
        return len(new)

    def append_rows(self, documents: Sequence[Document], children: Mapping[str, pa.Table], run_id: str = "") -> int:
        """Write a batch whose child rows come as tables, by the name of their table; return how many rows were new.

        Documents of this program that the record holds are left out with their rows, as `append` does.
        """
        new = [document for document in documents if (document.doc_id, document.coded_with) not in self._coded]
        ids = pa.array([document.doc_id for document in new], pa.string())
        number = 0
        for name, rows in children.items():
            kept = rows.filter(pc.is_in(rows["doc_id"], value_set=ids))
            number = max(number, kept.num_rows)
            if kept.num_rows:
                with _reports_trouble(self.path / name):
                    self._write(table(name), table(name).filled(kept), "append")
        self.append(Coded(documents=tuple(new)), run_id)
        return number

    def known_events(self, event_ids: pa.Array, doc_ids: pa.Array) -> pa.Array:
        """Those of the events that stand in the record already, in other documents than these."""
        cursor = self._cursor()
        cursor.register("asked", pa.table({"event_id": event_ids}))
        cursor.register("own", pa.table({"doc_id": doc_ids}))
        rows = cursor.sql("select event_id from events semi join asked using (event_id) anti join own using (doc_id)")
        return rows.to_arrow_table()["event_id"].combine_chunks()

    def note(self, run: Run) -> None:
        """Write down a run: once when it starts, once when it ends."""
        self._add(RUNS, [run])

    def add(self, facts: Sequence[object]) -> None:
        """Add facts of one kind to a table that only grows: samples, draws, reviews."""
        if facts:
            self._add(table_of(type(facts[0])), facts)

    def replace(self, kind: type[Fact], facts: Sequence[Fact]) -> None:
        """Put these facts in place of all that a table of the whole record holds; the same again change nothing."""
        known = table_of(kind)
        self.replace_rows(known.name, known.rows(facts))

    def replace_rows(self, name: str, rows: pa.Table) -> None:
        """Put these rows in place of all that a table of the whole record holds; the same again change nothing."""
        known = table(name)
        filled = known.filled(rows)
        with _reports_trouble(self.path / known.name):
            delta = self._delta(known)
            if delta is None or not delta.to_pyarrow_table().select(filled.column_names).equals(filled):
                self._write(known, filled, "overwrite")

    def replace_stream(self, name: str, batches: Iterable[pa.RecordBatch]) -> None:
        """Put these rows in place of all that a table of the whole record holds, however many there are."""
        known = table(name)
        filled = (part for batch in batches for part in known.filled(pa.table(batch)).to_batches())
        with _reports_trouble(self.path / known.name):
            self._write(known, pa.RecordBatchReader.from_batches(known.schema, filled), "overwrite")

    def compact(self) -> None:
        """Merge the small files that batches leave, and delete merged ones after a week (a reader may hold them)."""
        for known in TABLES:
            with _reports_trouble(self.path / known.name):
                delta = self._delta(known)
                if delta is not None and len(delta.file_uris()) >= FILES_TO_MERGE:
                    delta.optimize.compact(writer_properties=WRITER)
                    delta.vacuum(dry_run=False)

    def _explained(self, problem: duckdb.Error) -> DetenteError:
        """Whose fault it is: the disk's, or the query's."""
        if isinstance(problem, duckdb.IOException):
            return RecordError(f"{self.path}: cannot be read: {problem}")
        return UsageError(f"the query cannot be run: {problem}")

    def _cursor(self) -> DuckDBPyConnection:
        """Give each reader a connection of its own: DuckDB refuses a query while another's result is half read."""
        cursor = self._connection.cursor()
        if self._watched is not None:
            self._watched.append(cursor)
        return cursor

    def _delta(self, known: Table) -> DeltaTable | None:
        folder = self.path / known.name
        return DeltaTable(folder) if DeltaTable.is_deltatable(str(folder)) else None

    def _source(self, known: Table) -> str:
        """SQL that reads the live files of a table; columns that an older record lacks are empty."""
        delta = self._delta(known)
        # by their names, since the URIs are percent-encoded
        names = sorted(uri.rsplit("/", 1)[-1] for uri in delta.file_uris()) if delta else []
        paths = [quoted(str(self.path.resolve() / known.name / name)) for name in names]
        there = {field.name for field in delta.schema().fields} if delta and paths else set()
        columns = [f'"{c.name}"' if c.name in there else f'{nothing(c.type)} as "{c.name}"' for c in known.schema]
        source = f"read_parquet([{', '.join(paths)}], union_by_name=true)" if paths else "range(0)"
        return f"select {', '.join(columns)} from {source}"  # noqa: S608  names and files of ours

    def _add(self, known: Table, facts: Sequence[Any], hidden: Mapping[str, Sequence[object]] | None = None) -> None:
        if facts:
            with _reports_trouble(self.path / known.name):
                self._write(known, known.rows(facts, hidden), "append")

    def _write(self, known: Table, rows: pa.Table | pa.RecordBatchReader, mode: Literal["append", "overwrite"]) -> None:
        write_deltalake(
            self.path / known.name,
            rows,
            mode=mode,
            schema_mode="merge" if mode == "append" else "overwrite",
            description=f"detente {known.name}, schema {SCHEMA_VERSION}",
            configuration=DELTA_SETTINGS if "doc_id" in known.schema.names else None,
            writer_properties=WRITER,
        )

    def _remove_orphans(self) -> None:
        """Delete child rows whose batch never wrote its documents."""
        for child in (*CHILDREN, IMPORTED):
            found = f"select distinct coded_with, doc_id from raw_{child.name}"  # noqa: S608  a table of ours
            orphans = self._cursor().sql(f"{found} anti join raw_documents using (doc_id, coded_with)").fetchall()
            delta = self._delta(child)
            if delta is None:
                continue
            for coded_with in sorted({coder for coder, _ in orphans}):
                ids = ", ".join(quoted(doc_id) for coder, doc_id in orphans if coder == coded_with)
                with _reports_trouble(self.path / child.name):
                    delta.delete(f"coded_with = {quoted(coded_with)} and doc_id in ({ids})")


def open_record(path: str | Path) -> Record:
    """Open a record.

    Raises:
        RecordError: there is none, a newer program made it, or it cannot be read.
    """
    return Record(Path(path))


def _connect(path: Path) -> DuckDBPyConnection:
    """Open a connection that reads this record and nothing else.

    One thread: sums of fractions and the order of groups would otherwise differ from run to run.
    """
    connection = duckdb.connect(":memory:", config={"threads": 1, "python_enable_replacements": False})
    for setting in (
        f"memory_limit = {quoted(MEMORY_LIMIT)}",
        f"temp_directory = {quoted(str(Path(gettempdir()) / f'detente-{os.getpid()}'))}",
        f"max_temp_directory_size = {quoted(SPILL_LIMIT)}",
        f"allowed_directories = [{quoted(str(path.resolve()))}]",
        # live files never change, and a record of millions of rows has thousands of row groups to look up
        "global parquet_metadata_cache = true",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"set {setting}")
    return connection


@contextmanager
def _reports_trouble(path: Path) -> Iterator[None]:
    """Turn what the disk and the libraries say into a RecordError that names the path."""
    try:
        yield
    except (OSError, DeltaError, pa.ArrowException, duckdb.Error) as problem:
        raise RecordError(f"{path}: cannot be read or written: {problem}") from problem


def _interrupt(cursors: list[DuckDBPyConnection]) -> None:
    for cursor in cursors:
        cursor.interrupt()
