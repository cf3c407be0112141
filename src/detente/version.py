"""What coded a row: package version, models and lexicon version in one line."""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from detente.about import VERSION
from detente.lexicons.user_actors import hash_of
from detente.settings import Settings

SHIPPED = (("lexicons", "lexicons"), ("weights", "learned"))


@cache
def coded_with() -> str:
    """Return e.g. `detente 0.1.0 lexicons 3f2a91c07d weights 18c0ffee12`: the same string means the same coding."""
    parts = [f"{name} {_content_hash(files(f'detente.{folder}'))}" for name, folder in SHIPPED]
    return " ".join([f"detente {VERSION}", *parts])


def with_actors(stamp: str, actors: Sequence[Path]) -> str:
    """Return what coded a row, with a hash of the user's actor dictionaries that helped, if there are any.

    Raises:
        LexiconError: a dictionary cannot be read.
    """
    return f"{stamp} actors {hash_of(actors)}" if actors else stamp


def with_codebook(stamp: str, codebook: Sequence[Path], *, only: bool) -> str:
    """Return what coded a row, with a hash of the user's codebook if there is one, and whether it alone was coded.

    Raises:
        LexiconError: a codebook cannot be read.
    """
    kind = "codebook-only" if only else "codebook"
    return f"{stamp} {kind} {hash_of(codebook)}" if codebook else stamp


def stamped(stamp: str, settings: Settings) -> str:
    """Return what coded a row, with the user's dictionaries and codebooks that helped.

    Raises:
        LexiconError: a file cannot be read.
    """
    with_names = with_actors(stamp, settings.actors)
    return with_codebook(with_names, settings.codebook, only=settings.codebook_only)


@cache
def imported_with(source: str) -> str:
    """Return e.g. `icews 2018, detente 0.1.0 lexicons 3f2a91c07d`: whose coding it is, and what translated it."""
    return f"{source}, detente {VERSION} lexicons {_tables_hash()}"


@cache
def _tables_hash() -> str:
    """Hash the lexicons that codes of other data sets go through."""
    folders = [_content_hash(files("detente.lexicons") / name) for name in ("codebook", "shared")]
    return blake2b("".join(folders).encode(), digest_size=5).hexdigest()


def _content_hash(folder: Traversable) -> str:
    """Hash the data files of a shipped folder, in the order of their names."""
    state = blake2b(digest_size=5)
    for path, item in sorted(_data_files(folder, "")):
        state.update(path.encode())
        state.update(item.read_bytes())
    return state.hexdigest()


def _data_files(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        path = f"{prefix}/{item.name}"
        if item.is_dir():
            found += [] if item.name == "__pycache__" else _data_files(item, path)
        elif not item.name.endswith((".py", ".pyc", ".md")):
            found.append((path, item))
    return found
