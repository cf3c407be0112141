"""Where documents are coded: in this process, or in several side by side. The rows are the same either way."""

from contextlib import AbstractContextManager

from detente.engines.base import Engine, Prepare, ThisProcess
from detente.engines.local_pool import LocalPool
from detente.settings import Settings


def open_engine(prepare: Prepare, settings: Settings) -> AbstractContextManager[Engine]:
    """Choose the engine the settings ask for; leave the context to stop its workers."""
    return LocalPool(prepare, settings) if settings.workers > 1 else ThisProcess(prepare, settings)
