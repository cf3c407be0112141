"""Answers kept on disk by the content of the question, so that no question is paid for twice."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from detente.errors import UsageError
from detente.record.ids import digest


class Reply(NamedTuple):
    """What a server answered, and the tokens it counted."""

    text: str
    tokens_in: int = 0
    tokens_out: int = 0


def key_of(server: str, request: dict[str, Any]) -> str:
    """Hash a request with the server it goes to: 20 hexadecimal characters."""
    return digest(server, json.dumps(request, sort_keys=True, ensure_ascii=False))


class Cache:
    """A folder with one file an answer."""

    def __init__(self, folder: Path) -> None:
        """Make the folder.

        Raises:
            UsageError: it cannot be made.
        """
        self._folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise UsageError(
                f"{folder}: answers cannot be kept there: {problem.strerror}; name another folder"
            ) from problem

    def get(self, key: str) -> Reply | None:
        """Return the kept answer, or None; a file that cannot be read is asked for again."""
        try:
            found = json.loads(self._path(key).read_text(encoding="utf-8"))
            return Reply(str(found["answer"]), int(found["tokens_in"]), int(found["tokens_out"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):  # cut short by a full disk: the next answer replaces it
            return None

    def put(self, key: str, reply: Reply) -> None:
        """Keep an answer, in one move so that no half-written one is ever read."""
        kept = {"answer": reply.text, "tokens_in": reply.tokens_in, "tokens_out": reply.tokens_out}
        path = self._path(key)
        try:
            path.parent.mkdir(exist_ok=True)
            draft = path.with_suffix(".new")
            draft.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            draft.replace(path)
        except OSError as problem:
            raise UsageError(f"{path}: cannot be written: {problem.strerror}") from problem

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
