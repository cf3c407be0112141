"""What coded a row: package version, models and lexicon version in one line."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

from detente.about import VERSION

SHIPPED = (("lexicons", "lexicons"), ("weights", "learned"))


@cache
def coded_with() -> str:
    """Return e.g. `detente 0.1.0 lexicons 3f2a91c07d weights 18c0ffee12`: the same string means the same coding."""
    parts = [f"{name} {_content_hash(files(f'detente.{folder}'))}" for name, folder in SHIPPED]
    return " ".join([f"detente {VERSION}", *parts])


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
