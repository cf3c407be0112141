"""Several processes on this machine, each with lexicons and models of its own."""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Self

from detente.engines.base import Coder, Prepare, code_safely, refused
from detente.record.model import Coded, Document
from detente.settings import Settings

# Documents handed out ahead, a worker: enough that none waits for a long one, few enough that memory stays flat.
AHEAD = 4


class LocalPool:
    """Codes in `settings.workers` processes; results come in the order of the documents."""

    def __init__(self, prepare: Prepare, settings: Settings) -> None:
        self._prepare = prepare
        self._settings = settings
        self._pool = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Stop the workers; what they have not begun is dropped."""
        self._pool.shutdown(cancel_futures=True)

    def map(self, documents: Iterable[Document]) -> Iterator[Coded]:
        """Code the documents, a few ahead of the one that is asked for."""
        waiting: deque[tuple[Document, Future[Coded]]] = deque()
        for document in documents:
            waiting.append((document, self._submit(document)))
            if len(waiting) >= AHEAD * self._settings.workers:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _start(self) -> ProcessPoolExecutor:
        # spawn: a forked child would inherit the record's lock, and threads that Delta and DuckDB run
        return ProcessPoolExecutor(
            self._settings.workers,
            mp_context=get_context("spawn"),
            initializer=_begin,
            initargs=(self._prepare, self._settings),
        )

    def _submit(self, document: Document) -> Future[Coded]:
        """Hand out a document; where a worker has just died, that is found out when the document's turn comes."""
        try:
            return self._pool.submit(_code, self._prepare, self._settings, document)
        except BrokenProcessPool as broken:
            failed: Future[Coded] = Future()
            failed.set_exception(broken)
            return failed

    def _next(self, waiting: deque[tuple[Document, Future[Coded]]]) -> Coded:
        document, future = waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return self._recover(document, waiting)

    def _recover(self, document: Document, waiting: deque[tuple[Document, Future[Coded]]]) -> Coded:
        """A worker died, of which document is unknown: code the next one alone, and refuse it if it kills again."""
        self._restart()
        try:
            return self._submit(document).result()
        except BrokenProcessPool:
            self._restart()
            return refused(document, "cannot be coded: the process died over it, perhaps for want of memory")
        finally:
            again = [(later, self._submit(later)) for later, _ in waiting]
            waiting.clear()
            waiting.extend(again)

    def _restart(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._start()


@cache
def _coder(prepare: Prepare, settings: Settings) -> Coder:
    """Prepare once a process."""
    return prepare(settings)


def _begin(prepare: Prepare, settings: Settings) -> None:
    """Prepare a worker: Ctrl-C is the main process's to answer, and a worker ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main = parent_process()
    if main is not None:
        Thread(target=_end_with, args=(main,), daemon=True).start()
    _coder(prepare, settings)


def _end_with(main: BaseProcess) -> None:
    main.join()
    os._exit(1)


def _code(prepare: Prepare, settings: Settings, document: Document) -> Coded:
    return code_safely(_coder(prepare, settings), document)
