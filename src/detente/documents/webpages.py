"""HTML pages: the article by trafilatura, the date by htmldate, both from markup rather than from running text."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from typing import Any, NamedTuple

from detente.documents.drafts import Draft
from detente.documents.encodings import decode
from detente.documents.metadata import EARLIEST, today
from detente.documents.plaintext import draft_from_text
from detente.documents.sources import Source, hash_bytes
from detente.errors import InputError

MARKUP_BYTES = 5_000_000  # tags, styles and scripts of the largest news pages, beside four bytes a character of text
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
TAG = re.compile(r"<\s*(?:!doctype|html|head|body|article|div|p|h1|span|br|meta|title)\b", re.IGNORECASE)
BLOCKS = "//h1|//h2|//h3|//p|//li|//blockquote|//pre"
NOT_ARTICLE = "//script|//style|//nav|//header|//footer|//aside|//form|//noscript|//template|//svg"
# A date inside a longer line is what the article speaks of, not when it was published.
DATE_LINE_CHARACTERS = 80
SITE_IN_TITLE = re.compile(r"\s+[|–—-]\s+(?P<site>[^|–—]{2,40})$")


def read_page(source: Source) -> Iterator[Draft]:
    """Read a .html file: one document.

    Raises:
        InputError: the file is empty, binary, too large, or holds no article.
    """
    data = source.read(markup=MARKUP_BYTES)
    declared = CHARSET.search(data[:4096])
    text = decode(data, declared[1].decode("ascii", "ignore") if declared else "")
    file_hash = hash_bytes(data)
    if not TAG.search(text):
        yield draft_from_text(text, source.uri, file_hash)  # plain text that is called .html
        return
    yield _draft_from_page(text, source.uri, file_hash)


class Page(NamedTuple):
    """What the extractors found in a page; "" where they found nothing."""

    text: str
    title: str
    author: str
    site: str
    published: str
    url: str


def _extract(html: str) -> Page:
    import trafilatura  # .2 s that other formats need not pay

    for library in ("trafilatura", "htmldate"):
        logging.getLogger(library).addHandler(logging.NullHandler())  # what they complain of, our refusals say
    tree = trafilatura.load_html(html)
    if tree is None:  # a lone paragraph, say
        tree = trafilatura.load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        return Page("", "", "", "", "", "")
    found = trafilatura.bare_extraction(
        deepcopy(tree),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_date_options(),
    )
    known = found.as_dict() if isinstance(found, trafilatura.settings.Document) else {}
    return Page(
        text=known.get("text") or _block_text(deepcopy(tree)),
        title=known.get("title") or "",
        author=known.get("author") or "",
        site=known.get("sitename") or "",
        published=_published(deepcopy(tree)),
        url=_address(tree),
    )


def _draft_from_page(html: str, uri: str, file_hash: str) -> Draft:
    try:
        page = _extract(html)
    except Exception as problem:  # whatever an extractor raises on arbitrary bytes concerns this page only
        raise InputError(f"the page cannot be read as HTML ({type(problem).__name__}: {problem})") from problem
    if not page.text.strip():
        raise InputError("no article text was found in the page; check that it holds one, or save its text as .txt")
    return Draft(
        uri=uri,
        file_hash=file_hash,
        text=_parted(page.text),
        title=_title(page.title, page.site),
        author=page.author.replace("; ", ", "),
        publisher=page.site,
        published=page.published,
        url=page.url,
    )


def _date_options() -> dict[str, Any]:
    """Find the first publication, not the last change; a future date too, so that it is refused by name."""
    far = today() + timedelta(days=36_525)
    return {
        "original_date": True,
        "extensive_search": False,
        "url": "",
        "min_date": str(EARLIEST),
        "max_date": str(far),
    }


def _published(tree: Any) -> str:  # noqa: ANN401 - lxml's elements have no types
    """Return the date of publication that the markup states, or "". The running text is taken off first."""
    from htmldate import find_date

    for block in tree.xpath("//p|//li|//blockquote|//td|//pre"):
        if len(block.text_content()) > DATE_LINE_CHARACTERS and block.getparent() is not None:
            block.drop_tree()
    return find_date(tree, **_date_options()) or ""


def _address(tree: Any) -> str:  # noqa: ANN401
    found = tree.xpath('//link[@rel="canonical"]/@href | //meta[@property="og:url"]/@content')
    return str(found[0]) if found else ""


def _block_text(tree: Any) -> str:  # noqa: ANN401
    """Take the words of paragraphs and headings, for pages too short for the extractor to find an article in."""
    for element in tree.xpath(NOT_ARTICLE):
        if element.getparent() is not None:
            element.drop_tree()
    blocks = [" ".join(block.text_content().split()) for block in tree.xpath(BLOCKS)]
    return "\n\n".join(filter(None, blocks)) or " ".join(tree.text_content().split())


def _parted(text: str) -> str:
    """Part the extractor's paragraphs, one a line, by blank lines; the marks it sets before list items come off."""
    return "\n\n".join(re.sub(r"^- ", "", line) for line in text.split("\n"))


def _title(title: str, site: str) -> str:
    """Take the name of the site off the end of a title."""
    tail = SITE_IN_TITLE.search(title)
    return title[: tail.start()] if tail and site and tail["site"].casefold() in site.casefold() else title
