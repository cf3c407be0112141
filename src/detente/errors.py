"""The errors a user can meet: each says what was wrong, what is allowed, and where."""


class DetenteError(Exception):
    """The root of all errors Detente raises on purpose."""


class InputError(DetenteError):
    """An input cannot be read or holds no usable text; its message names the input and the reason."""


class UsageError(DetenteError):
    """A setting, option or query is wrong; its message says what is allowed (exit status 2)."""


class RecordError(DetenteError):
    """The record cannot be read or written (exit status 3)."""


class LexiconError(DetenteError):
    """A lexicon line is wrong; its message names the file and the line."""


class FactError(DetenteError, ValueError):
    """A fact was built from values that cannot be: an end before its start, a status outside the list."""
