"""Who is asked, and how: what the options of `detente code --second-coder` say."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from detente.errors import UsageError

KINDS = ("openai",)
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class SecondCoder:
    """A model on a server that speaks OpenAI's chat protocol.

    Attributes:
        model: kind and name, `openai:MODEL`.
        server: base address, such as http://127.0.0.1:8080/v1.
        below: events with a confidence under this are asked about.
        cache: folder that keeps answers, so that no question is paid for twice.
        most: ask at most so many questions; None: all.
        price: money a million tokens, of questions and of answers; None where it is not known.
        codebook: codebooks of the user's, whose types are explained too.
        seconds: how long an answer may take.
        pauses: seconds to wait before each further try.
        workers: questions asked side by side.
    """

    model: str
    server: str
    below: float
    cache: Path
    most: int | None = None
    price: tuple[float, float] | None = None
    codebook: tuple[Path, ...] = ()
    seconds: float = 120.0
    pauses: tuple[float, ...] = (1.0, 2.0, 4.0)
    workers: int = 4

    def __post_init__(self) -> None:
        kind, colon, name = self.model.partition(":")
        if kind not in KINDS or not colon or not name:
            raise UsageError(
                f"--second-coder is {self.model!r}; write openai:MODEL, with the name the server knows it by"
            )
        parts = urlsplit(self.server)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(
                f"--base-url is {self.server!r}; a second coder needs the address of its server, "
                "such as http://127.0.0.1:8080/v1"
            )
        if parts.username or parts.password or parts.query:
            raise UsageError(
                "--base-url holds a name, password or query, which would be kept; a key goes into OPENAI_API_KEY"
            )

    @property
    def name(self) -> str:
        """The model as the server knows it."""
        return self.model.partition(":")[2]

    @property
    def is_local(self) -> bool:
        """The server runs on this machine."""
        return urlsplit(self.server).hostname in LOCAL


def cache_folder() -> Path:
    """Where answers are kept unless the user says otherwise."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(given) if given else Path.home() / ".cache") / "detente" / "second-coder"


def prices(text: str | None) -> tuple[float, float] | None:
    """Read `IN:OUT`, the money a million tokens of questions and of answers cost.

    Raises:
        UsageError: it is not two numbers.
    """
    if text is None:
        return None
    try:
        one, other = (float(part) for part in text.split(":"))
    except ValueError as problem:
        raise UsageError(f"--second-price is {text!r}; write IN:OUT a million tokens, such as 0.15:0.60") from problem
    return one, other
