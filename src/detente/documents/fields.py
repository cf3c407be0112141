"""Which column, key or label holds what: names from en/fields.tsv, letter case aside."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache

from detente.documents.cleaning import clean_line
from detente.documents.drafts import Draft
from detente.errors import InputError
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

PARTS_OF_NAME = ("name", "title", "text")  # {"name": "Ann Reed"}, as JSON feeds write people and publishers


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """Return the names a field of this kind may carry, the preferred ones first."""
    return tuple(line.phrase for line in read_lines("en/fields.tsv", PhraseLine) if line.kind == kind)


def columns_for(columns: Iterable[str]) -> dict[str, str]:
    """Map each kind of field (text, title, published ...) to the column that holds it.

    Raises:
        InputError: no column holds the text; the message names the columns found and those allowed.
    """
    given = list(columns)
    found = {name.strip().lower(): name for name in reversed(given)}
    chosen = {}
    for kind in ("text", "title", "published", "publisher", "author", "url"):
        name = next((found[name] for name in names_of(kind) if name in found), None)
        if name is not None:
            chosen[kind] = name
    if "text" not in chosen:
        listed = ", ".join(map(repr, given[:20])) or "none"
        raise InputError(f"no column holds the text; found {listed}; name it one of {', '.join(names_of('text'))}")
    return chosen


def words_of(value: object) -> str:
    """Read a cell as words: a list is joined, a person or publisher written as an object gives its name."""
    if value is None or isinstance(value, bool) or value != value:  # noqa: PLR0124 - NaN stands for an empty cell
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(words_of, value)))
    if isinstance(value, Mapping):
        return next((words_of(value[part]) for part in PARTS_OF_NAME if part in value), "")
    return str(value)


def text_of(value: object) -> str:
    """Read a cell as the text of an article; a list of strings is a list of paragraphs.

    Raises:
        InputError: the cell is empty or no text.
    """
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if value is None or value == "":
        raise InputError("the text is empty")
    if not isinstance(value, str):
        raise InputError(f"the text is a {type(value).__name__}; it must be a string")
    return value


def draft_from_fields(fields: Mapping[str, object], uri: str, file_hash: str, place: str = "") -> Draft:
    """Make a draft of a row, an object or front matter; an address of its own becomes the document's uri.

    Raises:
        InputError: no field holds the text, or it is no text.
    """
    chosen = columns_for(fields)
    words = {kind: clean_line(words_of(fields[name])) for kind, name in chosen.items() if kind != "text"}
    url = words.get("url", "")
    return Draft(
        uri=url or uri,
        file_hash=file_hash,
        text=text_of(fields[chosen["text"]]),
        title=words.get("title", ""),
        author=words.get("author", ""),
        publisher=words.get("publisher", ""),
        published=words.get("published", ""),
        url=url,
        place=place,
    )
