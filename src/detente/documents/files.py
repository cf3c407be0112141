"""Files in, documents out: the list of formats, and the way of a file through it."""

import shutil
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from detente.documents.drafts import Draft, Notice, check_length, finish
from detente.documents.listing import STDIN, InputList, list_files, shown
from detente.documents.metadata import EARLIEST, today
from detente.documents.plaintext import read_markdown, read_plain
from detente.documents.sources import Source, hash_bytes
from detente.documents.tables import read_csv, read_json, read_json_lines, read_parquet
from detente.documents.webpages import read_page
from detente.errors import InputError, UsageError
from detente.record.model import Document, Refusal
from detente.settings import Settings


class Format(NamedTuple):
    """A file format: the extensions that name it, and the function that reads drafts out of a file."""

    extensions: tuple[str, ...]
    read: Callable[[Source], Iterator[Draft | Refusal]]


FORMATS = (
    Format((".txt", ".text"), read_plain),
    Format((".md", ".markdown"), read_markdown),
    Format((".html", ".htm", ".xhtml"), read_page),
    Format((".jsonl", ".ndjson"), read_json_lines),
    Format((".json",), read_json),
    Format((".csv", ".tsv"), read_csv),
    Format((".parquet",), read_parquet),
)
EXTENSIONS = tuple(extension for form in FORMATS for extension in form.extensions)


def list_inputs(inputs: Sequence[str | Path]) -> InputList:
    """List the files that files, folders, patterns and "-" stand for, without reading them (for a progress bar)."""
    return list_files(inputs, EXTENSIONS)


def read_inputs(inputs: Sequence[str | Path], settings: Settings) -> Iterator[Document | Refusal]:
    """Read documents one by one from files, folders (all below them, sorted), patterns and stdin ("-").

    What cannot be read comes as a Refusal with its name, the reason and what would be right; what its owner should
    know of a document that was read (a date in the future, ignored files) comes as a Notice, which is a Refusal too.

    Raises:
        UsageError: `settings.published` is no possible date of an article; raised by the call itself.
    """
    check_published(settings.published)
    return _read_all(list_inputs(inputs), settings)


def _read_all(listed: InputList, settings: Settings) -> Iterator[Document | Refusal]:
    yield from listed.refusals
    for file in listed.files:
        yield from read_file(file, settings)


def read_file(file: str | Path, settings: Settings) -> Iterator[Document | Refusal]:
    """Read the documents of one file ("-" is stdin); see read_inputs."""
    if str(file) != STDIN:
        yield from _read_path(Path(file), shown(file), settings)
        return
    with TemporaryDirectory() as folder:
        path = _saved_stdin(Path(folder))
        yield from _read_path(path, "stdin", settings)


def _saved_stdin(folder: Path) -> Path:
    """Save stdin to a file, whatever its size, named after what its first bytes look like."""
    with (folder / "stdin").open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    with (folder / "stdin").open("rb") as file:
        head = file.read(1000).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    extension = (
        ".jsonl" if head[:1] == b"{" else ".json" if head[:1] == b"[" else ".html" if head[:1] == b"<" else ".txt"
    )
    return (folder / "stdin").rename(folder / f"stdin{extension}")


def _read_path(path: Path, uri: str, settings: Settings) -> Iterator[Document | Refusal]:
    either_way: list[str] = []
    try:
        _check_file(path)
        form = next(form for form in FORMATS if path.suffix.lower() in form.extensions)
        for found in form.read(Source(uri, path, settings.max_characters)):
            if isinstance(found, Refusal):
                yield found
                continue
            finished = finish(found, settings)
            yield from finished.notices
            yield finished.result
            either_way += [finished.ambiguous] * bool(finished.ambiguous)
    except InputError as problem:
        yield Refusal(uri, str(problem))
    except OSError as problem:
        yield Refusal(uri, f"the file cannot be read: {problem.strerror or problem}; check its permissions")
    if either_way:
        read = f"dates that can be read two ways, read month first: {len(either_way)}, such as {either_way[0]!r}"
        yield Notice(uri, f"{read}; write YYYY-MM-DD to be sure")


def _check_file(path: Path) -> None:
    if path.is_symlink() and not path.exists():
        raise InputError(f"a link to {shown(path.readlink())}, which does not exist")
    if not stat.S_ISREG(path.stat().st_mode):
        raise InputError("not a regular file but a folder, a pipe or a device")
    if path.suffix.lower() not in EXTENSIONS:
        raise InputError(f"extension {path.suffix!r} is not one of {', '.join(EXTENSIONS)}")


def check_published(published: date | None) -> None:
    """Raise UsageError if a date given for documents is in the future or before 1800."""
    if published and not EARLIEST <= published <= today():
        raise UsageError(f"the date given for documents is {published}; it must lie between {EARLIEST} and today")


def from_text(  # noqa: PLR0913 - what is known of one document, each by its column's name
    text: str,
    *,
    title: str = "",
    author: str = "",
    publisher: str = "",
    published: date | None = None,
    uri: str = "",
    settings: Settings | None = None,
    keep_text: bool = False,
) -> Document:
    """Make a Document of a text in memory.

    Args:
        text: words of the article, perhaps with title, byline and date above it and furniture below.
        title: title, or "" to take it from the text.
        author: author, or "" to take it from a byline.
        publisher: publisher, or "" to take it from a header line or the settings.
        published: day of publication, or None to take it from `uri` or the text.
        uri: name or address of the document.
        settings: limits and defaults.
        keep_text: leave the words exactly as given, so that offsets count in `text` itself.

    Raises:
        InputError: the text is empty, too long or not in English.
        UsageError: `published` is no possible date of an article.
    """
    settings = settings or Settings()
    check_published(published)
    check_published(settings.published)
    check_length(len(text), settings.max_characters)
    file_hash = hash_bytes(text.encode("utf-8", "replace"))
    draft = Draft(uri, file_hash, text, title, author, publisher, url=uri, given=published)
    finished = finish(draft, settings, keep_text=keep_text)
    if isinstance(finished.result, Refusal):
        raise InputError(finished.result.reason)
    return finished.result
