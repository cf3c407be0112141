"""What a format hands over, and how a draft becomes a Document: sizes, dates, cleaning, language, signature."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from detente.documents.cleaning import Cleaned, as_written, clean, clean_line
from detente.documents.duplicates import count_words, signature
from detente.documents.languages import foreign_language
from detente.documents.metadata import Dated, date_document
from detente.errors import InputError
from detente.record.ids import document_id
from detente.record.model import Document, Refusal
from detente.settings import Settings


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format gave it, before cleaning.

    Attributes:
        uri: where it was read, or the address its owner gave.
        file_hash: SHA-256 of the bytes of the file it was read from.
        text: the words, one paragraph a line or blank lines between paragraphs.
        title, author, publisher: as written, "" where the format has none.
        published: date as written in the file's own metadata, "" where it has none.
        url: an address that may carry a date ("/2017/09/18/"), "" where none is known.
        place: file and line of a row ("news.csv:12"), "" for a whole file.
        given: date given by the caller for this very document; it wins over all others.
    """

    uri: str
    file_hash: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    place: str = ""
    given: date | None = None


@dataclass(frozen=True, slots=True)
class Notice(Refusal):
    """Something about an input its owner should know although the document was read: a refused date, ignored files."""


class Finished(NamedTuple):
    """A document or its refusal, what its owner should know, and a date that can be read two ways."""

    result: Document | Refusal
    notices: tuple[Notice, ...] = ()
    ambiguous: str = ""


def check_length(n_characters: int, limit: int) -> None:
    """Raise InputError, with the figure and the limit, if a text is longer than max_characters."""
    if n_characters > limit:
        raise InputError(
            f"the text has {n_characters:,} characters, the limit (max_characters) is {limit:,}; "
            "split it into articles or raise the limit"
        )


def check_words(text: str) -> None:
    """Raise InputError if a text holds no words, or is not in English."""
    if not any(character.isalpha() for character in text):
        raise InputError("no words are left once page furniture is off; an article needs text")
    language = foreign_language(text)
    if language:
        raise InputError(f"the text is in {language}; Detente reads English (en)")


def finish(draft: Draft, settings: Settings, *, keep_text: bool = False) -> Finished:
    """Turn a draft into a Document, or into a Refusal that says why not.

    `keep_text` leaves the words exactly as given, so that offsets count in the caller's own string.
    """
    where = f"{draft.place}: " if draft.place else ""
    try:
        check_length(len(draft.text), settings.max_characters)
        cleaned = (
            as_written(draft.text, draft.title, draft.author)
            if keep_text
            else clean(draft.text, draft.title, draft.author)
        )
        check_words(cleaned.text)
    except InputError as problem:
        return Finished(Refusal(draft.uri, where + str(problem)))
    dated = date_document(
        given=draft.given, metadata=draft.published, url=draft.url, text=cleaned.published, otherwise=settings.published
    )
    notices = [Notice(draft.uri, where + message) for message in dated.problems]
    lost = cleaned.text.count("\ufffd")
    if lost:
        message = f"{lost:,} characters could not be decoded and stand as \ufffd; save the file as UTF-8"
        notices.append(Notice(draft.uri, where + message))
    return Finished(_document(draft, cleaned, dated, settings), tuple(notices), dated.ambiguous)


def _document(draft: Draft, cleaned: Cleaned, dated: Dated, settings: Settings) -> Document:
    publisher = clean_line(draft.publisher or cleaned.publisher or settings.publisher or "")
    return Document(
        doc_id=document_id(cleaned.text, cleaned.title, publisher, dated.day),
        uri=draft.uri,
        file_hash=draft.file_hash,
        title=cleaned.title,
        author=cleaned.author,
        publisher=publisher,
        published=dated.day,
        published_from=dated.source,
        language="en",
        text=cleaned.text,
        n_tokens=count_words(cleaned.text),
        signature=signature(cleaned.text),
    )
