"""Stable ids: hashes of what a fact says, the same on every machine and in every run."""

from datetime import date
from hashlib import blake2b

ID_BYTES = 10


def digest(*parts: object) -> str:
    """Hash the parts, None and empty text alike, into 20 hexadecimal characters."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=ID_BYTES).hexdigest()


def document_id(text: str, title: str, publisher: str, published: date | None) -> str:
    """Hash text, title, publisher and date: the same article from two paths is one document."""
    return digest(text, title, publisher, published)


def fact_id(doc_id: str, kind: str, start: int | None, end: int | None, *more: object) -> str:
    """Hash document, kind, span and whatever else tells two facts on one span apart."""
    return digest(doc_id, kind, start, end, *more)
