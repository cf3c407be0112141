"""Versions of a record: what to cite, and a copy that stays as it is."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from detente.errors import RecordError, UsageError
from detente.record.folders import frozen_as, mark_frozen
from detente.record.locking import LOCK
from detente.record.store import Record

# Imported rows carry `icews 2018, detente 0.1.0 ...`: whose coding it is comes first, a year may follow.
IMPORTED = re.compile(r"(?P<name>[^,]+?)(?: \d{4})?, detente ")


class Version(NamedTuple):
    """What a record holds, to be cited.

    Attributes:
        version: 12 letters; records that say the same have the same, on any machine.
        documents, events, stories: how many there are.
        first_published, last_published: the days of the documents, None where none is dated.
        coded_with: what coded them, each once.
    """

    version: str
    documents: int
    events: int
    stories: int
    first_published: date | None
    last_published: date | None
    coded_with: tuple[str, ...]

    @property
    def imported(self) -> bool:
        """Whether all events come from other data sets: a document then stands for a day of one of their files."""
        return all(imported_from(stamp) for stamp in self.coded_with) and bool(self.coded_with)


def imported_from(stamp: str) -> str:
    """Return the data set that rows with this `coded_with` come from, such as `icews`; "" for our own coding."""
    found = IMPORTED.match(stamp)
    return found["name"] if found else ""


def read_version(record: Record) -> Version:
    """Return the version of a record as it is now."""
    (row,) = record.run("record_version", {}).to_arrow_table().to_pylist()
    return Version(**row | {"coded_with": tuple(row["coded_with"] or ())})


def freeze(record: Record, folder: Path) -> Version:
    """Copy a record to a folder to which nothing can be written any more, and return its version.

    Raises:
        UsageError: the folder is there already.
        RecordError: another run is writing to the record, or the copy cannot be written.
    """
    if folder.exists():
        raise UsageError(f"{folder}: is there already; name a new folder for the frozen copy")
    if frozen_as(record.path):
        return _copied(record, folder)
    with record.writing():  # nobody changes it meanwhile
        return _copied(record, folder)


def _copied(record: Record, folder: Path) -> Version:
    version = read_version(record)
    try:
        shutil.copytree(record.path, folder, ignore=shutil.ignore_patterns(LOCK))
        mark_frozen(folder, version.version)
    except OSError as problem:
        raise RecordError(f"{folder}: cannot be written: {problem}") from problem
    return version
