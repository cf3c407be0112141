"""A file that is to be read, and the size up to which reading it makes sense."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from detente.errors import InputError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: `uri` is what its owner calls it, `path` where its bytes are (they differ for stdin)."""

    uri: str
    path: Path
    max_characters: int

    def read(self, markup: int = 0) -> bytes:
        """Read the whole file.

        Args:
            markup: bytes to allow for what is not text, such as tags.

        Raises:
            InputError: the file has more bytes than max_characters can take (4 each, UTF-8's most); nothing is read.
        """
        size, limit = self.path.stat().st_size, 4 * self.max_characters + markup
        if size > limit:
            raise InputError(
                f"the file has {size:,} bytes, more than the limit of {self.max_characters:,} characters "
                "(max_characters) can take; split it into articles, or give one article a line as .jsonl"
            )
        return self.path.read_bytes()


def hash_bytes(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal."""
    return sha256(data).hexdigest()
