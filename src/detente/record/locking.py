"""One writer at a time: two runs into one record would take each other's unfinished batches for leftovers."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from detente.errors import RecordError

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


LOCK = "detente.lock"


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the record's lock; the system lets go of it when the process ends, however it ends.

    Raises:
        RecordError: another process is writing, or the folder cannot be written.
    """
    try:
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as problem:
        raise RecordError(f"{folder}: cannot be written: {problem.strerror}") from problem
    try:
        try:
            _lock(handle)
        except OSError as problem:
            raise RecordError(f"{folder}: another run is writing to this record; wait until it is done") from problem
        yield
    finally:
        os.close(handle)
