"""What a run may be told: frozen, typed, read from `detente.toml` and the command line."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from detente.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a coding run; every one can stand in `detente.toml` under its own name.

    Attributes:
        published: date of documents that carry none of their own (`--date`).
        publisher: publisher of documents that carry none of their own.
        workers: processes that code documents side by side; 1 codes in this process.
        batch_size: documents a batch, the unit of one commit to the record and of what a killed run can lose.
        max_characters: documents longer than this are refused, with the figure in the message.
        half_life_days: how fast the level of a relation forgets (DESIGN: level).
        story_days: two reports of the same act by the same parties within this many days are one story.
        actors: dictionaries of actors of your own, which win over the shipped ones (`--actors`).
        codebook: event types and frames of your own, which win over the shipped ones (`--codebook`).
        codebook_only: leave out events of all other types (`--codebook-only`).
    """

    published: date | None = None
    publisher: str | None = None
    workers: int = 1
    batch_size: int = 64
    max_characters: int = 1_000_000
    half_life_days: float = 180.0
    story_days: int = 3
    actors: tuple[Path, ...] = ()
    codebook: tuple[Path, ...] = ()
    codebook_only: bool = False

    def __post_init__(self) -> None:
        for files in ("actors", "codebook"):
            given = getattr(self, files)
            paths = (given,) if isinstance(given, str | Path) else given
            object.__setattr__(self, files, tuple(Path(path) for path in paths))
        if self.codebook_only and not self.codebook:
            raise UsageError("codebook_only leaves out all types but those of a codebook, and there is none: name one")
        for name, least in (
            ("workers", 1),
            ("batch_size", 1),
            ("max_characters", 1),
            ("half_life_days", 1),
            ("story_days", 0),
        ):
            if getattr(self, name) < least:
                raise UsageError(f"setting {name} is {getattr(self, name)}; it must be at least {least}")


def read_settings(path: Path) -> Settings:
    """Read settings from a TOML file.

    Raises:
        UsageError: the file is not TOML, or names a setting that does not exist.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as problem:
        raise UsageError(f"{path}: cannot be read as TOML: {problem}") from problem
    known = {field.name for field in fields(Settings)}
    unknown = sorted(set(found) - known)
    if unknown:
        raise UsageError(f"{path}: unknown setting {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    try:
        return Settings(**found)
    except TypeError as problem:
        raise UsageError(f"{path}: {problem}") from problem
