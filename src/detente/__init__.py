"""Detente: who did what to whom, when, where, according to whom, and did it really happen.

import detente
coded = detente.code_text("Kenya accused Uganda of blocking grain.", published=date(2021, 3, 1))
record = detente.code("articles/", out="record")
record.relations("USA", "RUS", by="month").df()
"""

from typing import TYPE_CHECKING, Any

from detente.about import VERSION

if TYPE_CHECKING:
    from detente.api import Record, code, code_text, open_record
    from detente.errors import DetenteError, FactError, InputError, LexiconError, RecordError, UsageError
    from detente.settings import Settings

__version__ = VERSION

__all__ = [
    "DetenteError", "FactError", "InputError", "LexiconError", "Record", "RecordError", "Settings", "UsageError",
    "code", "code_text", "open_record",
]  # fmt: skip

_HOMES = {"Record": "api", "Settings": "settings", "code": "api", "code_text": "api", "open_record": "api"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - one of the names above
    """Import a public name when it is first used, so that `detente --help` does not wait for the models."""
    if name not in __all__:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"detente.{_HOMES.get(name, 'errors')}"), name)
