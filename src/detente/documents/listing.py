"""Which files the inputs stand for (files, folders, patterns, stdin), in a fixed order, nothing skipped silently."""

import glob
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.documents.drafts import Notice
from detente.record.model import Refusal

STDIN = "-"
NAMED_IGNORED = 5


@dataclass(frozen=True, slots=True)
class InputList:
    """Files to read, in order ("-" is stdin); what cannot be read, and why; files of a folder that are no articles."""

    files: tuple[str, ...]
    refusals: tuple[Refusal, ...] = ()
    ignored: tuple[str, ...] = ()


def shown(path: str | Path) -> str:
    """Write a path so that it can be printed and stored: bytes of names that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _walk(folder: str, refusals: list[Refusal]) -> Iterator[str]:
    """Yield the files below a folder, sorted; links to folders are not followed, since they may lead in circles."""

    def unreadable(problem: OSError) -> None:
        refusals.append(Refusal(shown(problem.filename), f"the folder cannot be read: {problem.strerror}"))

    for base, folders, names in os.walk(folder, onerror=unreadable):
        folders.sort()
        for name in [*folders]:
            if (Path(base) / name).is_symlink():
                uri = shown(Path(base) / name)
                refusals.append(Notice(uri, "a link to a folder, not followed; name the folder itself to read it"))
        yield from (str(Path(base) / name) for name in sorted(names))


def _summary(folder: str, ignored: list[str], allowed: Sequence[str]) -> Notice:
    kinds = Counter(Path(name).suffix.lower() or "no extension" for name in ignored)
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    first = ", ".join(shown(Path(name).name) for name in ignored[:NAMED_IGNORED])
    more = f" and {len(ignored) - NAMED_IGNORED} more" if len(ignored) > NAMED_IGNORED else ""
    reason = f"files not read: {len(ignored)} ({listed}: {first}{more}); articles end in {', '.join(allowed)}"
    return Notice(shown(folder), reason)


class _Lister:
    """Gathers the files of several inputs, each file once."""

    def __init__(self, allowed: Sequence[str]) -> None:
        self.allowed = allowed
        self.files: dict[str, str] = {}  # absolute path -> path as given
        self.refusals: list[Refusal] = []
        self.ignored: list[str] = []

    def add(self, given: str) -> None:
        """Add what one input stands for."""
        if given == STDIN:
            self.files[STDIN] = STDIN
        elif re.match(r"(?i)https?://", given):
            self.refuse(given, "addresses are not fetched; save the page and name the file")
        elif "\x00" in given:
            self.refuse(given.replace("\x00", "\ufffd"), "no such file or folder")
        elif Path(given).is_dir():
            self.add_folder(given)
        elif os.path.lexists(given):
            self.add_file(given)
        elif glob.has_magic(given):
            self.add_pattern(given)
        else:
            self.refuse(given, "no such file or folder; check the spelling and the folder you are in")

    def refuse(self, given: str, reason: str) -> None:
        self.refusals.append(Refusal(shown(given), reason))

    def add_file(self, given: str) -> None:
        path = Path(given)
        if path.suffix.lower() in self.allowed:
            self.files.setdefault(os.path.abspath(given), given)  # noqa: PTH100 - resolve() would follow links
        else:
            kind = f"extension {path.suffix}" if path.suffix else "a name without extension"
            self.refuse(
                given, f"{kind} is not one we read; rename it to one of {', '.join(self.allowed)} if it is such a file"
            )

    def add_folder(self, folder: str) -> None:
        ignored, n_articles = [], 0
        for name in _walk(folder, self.refusals):
            # a README tells of a collection and is no part of it; named as an input itself it is read
            if Path(name).suffix.lower() in self.allowed and Path(name).stem.lower() != "readme":
                self.add_file(name)
                n_articles += 1
            else:
                ignored.append(name)
        self.ignored += ignored
        if ignored:
            self.refusals.append(_summary(folder, ignored, self.allowed))
        if not n_articles:
            self.refuse(folder, f"the folder holds no articles; they end in {', '.join(self.allowed)}")

    def add_pattern(self, pattern: str) -> None:
        found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not found:
            self.refuse(pattern, "no file matches this pattern")
        for name in found:
            self.add(name)


def list_files(inputs: Sequence[str | Path], allowed: Sequence[str]) -> InputList:
    """List the files that the inputs stand for, without reading them.

    Args:
        inputs: files, folders (with all below them), patterns such as "news/**/*.txt", and "-" for stdin.
        allowed: extensions of the formats we read, in lower case.
    """
    lister = _Lister(allowed)
    for given in inputs:
        lister.add(str(given))
    return InputList(tuple(lister.files.values()), tuple(lister.refusals), tuple(lister.ignored))
