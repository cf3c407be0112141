"""How far a run is, on stderr: a moving line on a terminal, else a line now and then."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from detente.documents import Notice

if TYPE_CHECKING:
    from detente.coding import Counts
    from detente.record.model import Refusal

# Without a terminal: one line every so many inputs.
EVERY = 500


class Screen:
    """Shows counts and speed while documents are coded, and a line for each input that is refused."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
        )
        self._task = self._progress.add_task("reading")
        self._began = time.monotonic()
        self._told = 0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._progress.start()
        return self

    def __exit__(self, *_: TracebackType | type[BaseException] | BaseException | None) -> None:
        if self._console.is_terminal:
            self._progress.stop()

    def advanced(self, counts: "Counts") -> None:
        """Say how many documents are through."""
        text = f"coded {counts.coded:,}"
        text += f", already in the record {counts.known:,}" if counts.known else ""
        text += f", refused {counts.refused:,}" if counts.refused else ""
        speed = counts.coded / max(time.monotonic() - self._began, 0.001)
        self._progress.update(self._task, description=f"{text}  ({speed:.1f} documents/s)")
        if not self._console.is_terminal and sum(counts) >= self._told + EVERY:
            self._told = sum(counts)
            self._console.print(text, markup=False)

    def refused(self, refusal: "Refusal") -> None:
        """Name an input that was not coded, or what its owner should know of one that was."""
        kind = "note" if isinstance(refusal, Notice) else "refused"
        self._console.print(f"{kind} {refusal.uri}: {refusal.reason}", markup=False)

    def say(self, text: str) -> None:
        """Print a line."""
        self._console.print(text, markup=False)
