"""A run: from inputs to a record, batch by batch, so that a run that is killed can be taken up where it stopped.

1. read the inputs one by one; those that are refused are written down
2. leave out documents that this program has coded before
3. code the others, on the engine the settings ask for
4. write a batch, and go on
5. link the whole record: same texts, same stories (step 6)
"""

import json
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from os import getpid
from pathlib import Path
from threading import current_thread, main_thread
from typing import NamedTuple, Protocol

from detente.about import VERSION
from detente.documents import Notice
from detente.engines import open_engine
from detente.engines.base import Prepare
from detente.errors import DetenteError, RecordError
from detente.lexicons.user_actors import read_user_actors
from detente.lexicons.user_codebook import read_user_codebook
from detente.record.ids import digest
from detente.record.model import Coded, Document, Refusal
from detente.record.schema import Run
from detente.record.store import Record
from detente.settings import Settings
from detente.version import stamped

# A batch ends here even if it is short of documents: memory stays flat when they are as long as books.
BATCH_CHARACTERS = 2_000_000


class Counts(NamedTuple):
    """Documents coded in this run, documents the record held already, inputs refused."""

    coded: int = 0
    known: int = 0
    refused: int = 0


class Watcher(Protocol):
    """Whoever wants to see how far a run is."""

    def advanced(self, counts: Counts) -> None:
        """Another document was coded, found in the record or refused."""
        ...

    def refused(self, refusal: Refusal) -> None:
        """An input was not coded, and why; or, if it is a Notice, what its owner should know of one that was."""
        ...


class Unwatched:
    """Nobody looks."""

    def advanced(self, counts: Counts) -> None:
        """Do nothing."""

    def refused(self, refusal: Refusal) -> None:
        """Do nothing."""


class Parts(NamedTuple):
    """What a run is made of: how inputs are read, documents coded, and the whole record linked."""

    read: Callable[[Sequence[str], Settings], Iterable[Document | Refusal]]
    prepare: Prepare
    coded_with: str
    link: Callable[[Record, Settings], None]


class Finished(NamedTuple):
    """The record, and the row of the run that filled it."""

    record: Record
    run: Run


def detente_parts() -> Parts:
    """Detente's own steps (imported here, since the parser takes a second to come)."""
    from detente import documents, pipeline, stories, version

    return Parts(documents.read_inputs, pipeline.prepare, version.coded_with(), stories.link)


def code(
    inputs: Sequence[str],
    out: str | Path,
    settings: Settings,
    watcher: Watcher | None = None,
    parts: Parts | None = None,
) -> Finished:
    """Code inputs into the record at `out`, which is made if it is not there.

    Ctrl-C ends the run after the document in hand; its outcome is then `interrupted`, and the same call takes it up.

    Raises:
        RecordError: the record cannot be read or written; what was written before stays.
        UsageError: the inputs make no sense.
        LexiconError: a dictionary or codebook of the user's is wrong; nothing is coded then.
    """
    read_user_actors(settings.actors)  # here, since a process that dies over it cannot say why
    read_user_codebook(settings.codebook)
    record = Record.create(out)
    parts = parts or detente_parts()
    parts = parts._replace(coded_with=stamped(parts.coded_with, settings))
    with record.writing():
        run = _new_run(inputs, settings, parts.coded_with)
        session = _Session(record, run, settings, watcher or Unwatched())
        record.note(session.run)
        try:
            session.work(inputs, parts)
        except KeyboardInterrupt:
            session.finish("interrupted")
        except RecordError:  # nothing more can be written
            raise
        except DetenteError:
            session.finish("failed")
            raise
        else:
            session.finish("done")
    return Finished(record, session.run)


class _Session:
    """One run at work: the batch in hand and the counts so far."""

    def __init__(self, record: Record, run: Run, settings: Settings, watcher: Watcher) -> None:
        self.run = run
        self._record = record
        self._settings = settings
        self._watcher = watcher
        self._counts = Counts()
        self._batch: list[Coded] = []

    def work(self, inputs: Sequence[str], parts: Parts) -> None:
        known = self._record.known_documents(parts.coded_with)
        found = parts.read(inputs, self._settings)  # 1
        with open_engine(parts.prepare, self._settings) as engine:
            for coded in engine.map(self._new_documents(found, known)):  # 2, 3
                self._take(coded)
                if self._is_full():
                    self._commit()  # 4
        self._commit()
        self._record.refresh()
        parts.link(self._record, self._settings)  # 5
        self._record.compact()

    def finish(self, outcome: str) -> None:
        """Keep what is coded, and note how the run ended."""
        self._commit()
        counts = self._counts
        self.run = replace(
            self.run, outcome=outcome, n_coded=counts.coded, n_known=counts.known, n_refused=counts.refused
        )
        with _interrupts_held():
            self._record.note(self.run)

    def _new_documents(self, found: Iterable[Document | Refusal], known: set[str]) -> Iterator[Document]:
        for item in found:
            if isinstance(item, Notice):
                self._watcher.refused(item)
                self._batch.append(Coded(refusals=(Refusal(item.uri, f"note: {item.reason}"),)))
            elif isinstance(item, Refusal):
                self._take(Coded(refusals=(item,)))
            elif item.doc_id in known:
                self._count(known=1)
            else:
                known.add(item.doc_id)
                yield item

    def _take(self, coded: Coded) -> None:
        self._batch.append(coded)
        for refusal in coded.refusals:
            self._watcher.refused(refusal)
        self._count(coded=len(coded.documents), refused=len(coded.refusals))

    def _count(self, coded: int = 0, known: int = 0, refused: int = 0) -> None:
        before = self._counts
        self._counts = Counts(before.coded + coded, before.known + known, before.refused + refused)
        self._watcher.advanced(self._counts)

    def _is_full(self) -> bool:
        documents = [document for coded in self._batch for document in coded.documents]
        return len(documents) >= self._settings.batch_size or sum(len(d.text) for d in documents) >= BATCH_CHARACTERS

    def _commit(self) -> None:
        if self._batch:
            with _interrupts_held():
                self._record.append(_together(self._batch), self.run.run_id)
                self._batch = []


def _new_run(inputs: Sequence[str], settings: Settings, coded_with: str) -> Run:
    now = datetime.now(UTC)
    told = {name: str(value) if hasattr(value, "isoformat") else value for name, value in asdict(settings).items()}
    return Run(
        run_id=f"{now:%Y%m%dT%H%M%SZ}-{digest(now.isoformat(), getpid())[:6]}",
        started=f"{now:%Y-%m-%dT%H:%M:%S.%fZ}",
        version=VERSION,
        settings=json.dumps(told, sort_keys=True, default=str),
        inputs=tuple(str(item) for item in inputs),
        coded_with=coded_with,
    )


def _together(batch: Sequence[Coded]) -> Coded:
    """Several documents' facts as one."""
    return Coded(
        documents=tuple(fact for coded in batch for fact in coded.documents),
        sentences=tuple(fact for coded in batch for fact in coded.sentences),
        mentions=tuple(fact for coded in batch for fact in coded.mentions),
        claims=tuple(fact for coded in batch for fact in coded.claims),
        events=tuple(fact for coded in batch for fact in coded.events),
        loaded=tuple(fact for coded in batch for fact in coded.loaded),
        refusals=tuple(fact for coded in batch for fact in coded.refusals),
    )


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait until a batch is written; only the main thread is ever interrupted."""
    if current_thread() is not main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
