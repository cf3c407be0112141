"""What every engine does: code documents one by one, in the order they come, whatever happens to one of them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from traceback import extract_tb
from typing import Protocol, Self

from detente.errors import DetenteError
from detente.record.evidence import check_coded
from detente.record.model import Coded, Document, Refusal
from detente.settings import Settings

Coder = Callable[[Document], Coded]
Prepare = Callable[[Settings], Coder]


class Engine(Protocol):
    """Codes documents; the results come in the order of the documents, one for each."""

    def map(self, documents: Iterable[Document]) -> Iterator[Coded]:
        """Code the documents; one that cannot be coded comes back as a refusal."""
        ...


class ThisProcess:
    """Codes in this process, one document after the other."""

    def __init__(self, prepare: Prepare, settings: Settings) -> None:
        self._prepare = prepare
        self._settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to stop."""

    def map(self, documents: Iterable[Document]) -> Iterator[Coded]:
        """Code the documents; lexicons and models are loaded when the first one comes."""
        coder: Coder | None = None
        for document in documents:
            coder = coder or self._prepare(self._settings)
            yield code_safely(coder, document)


def code_safely(coder: Coder, document: Document) -> Coded:
    """Code one document; if that fails, return a refusal that names it and says why."""
    try:
        coded = coder(document)
        check_coded(coded)
    except DetenteError as problem:
        return refused(document, f"cannot be coded: {problem}")
    except Exception as problem:  # noqa: BLE001  one bad document never stops a run; the reason goes into the record
        return refused(document, f"cannot be coded: {type(problem).__name__}: {problem} ({_place(problem)})")
    return coded


def _place(problem: Exception) -> str:
    """The line that failed, for whoever is to mend it."""
    last = extract_tb(problem.__traceback__)[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


def refused(document: Document, reason: str) -> Coded:
    """Return what coding gave where it gave nothing but a reason."""
    return Coded(refusals=(Refusal(document.uri, " ".join(reason.split())),))
