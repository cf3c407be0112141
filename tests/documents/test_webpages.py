"""Pages as newspapers and blogs make them, whole and broken."""

from datetime import date
from pathlib import Path

import pytest

from detente.documents import read_file
from detente.record.model import Document, Refusal
from detente.settings import Settings

ARTICLE = """<article><h1>Ministers meet in Vienna</h1><p>By Ann Reed</p>
<p>The foreign ministers of Austria and Italy met in Vienna on Monday, their first talks since the vote.</p>
<p>They spoke of the <a href="/t">treaty</a> signed on 2015-07-14, officials said. “We <b>agreed</b>,” said one.</p>
</article>"""
NAV = """<nav><a href="/">Home</a> <a href="/w">World</a></nav>"""
END = """<div id="comments"><h3>Leave a Reply</h3></div><footer>Copyright 2020 Daily Ledger</footer>"""
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Ministers meet in Vienna",
"datePublished": "2018-03-05T10:00:00Z", "dateModified": "2019-01-01",
"author": {"@type": "Person", "name": "Ann Reed"},
"publisher": {"@type": "Organization", "name": "Daily Ledger"}}</script>"""
OPEN_GRAPH = """<meta property="og:site_name" content="Daily Ledger"><meta name="author" content="Ann Reed">
<meta property="article:published_time" content="2018-03-05T10:00:00Z">"""
CANONICAL = """<link rel="canonical" href="https://ledger.example/2018/03/06/vienna">"""


def read(tmp_path: Path, html: str | bytes, settings: Settings | None = None) -> list[Document | Refusal]:
    path = tmp_path / "page.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return list(read_file(path, settings or Settings()))


def page(head: str) -> str:
    title = "<title>Ministers meet in Vienna | Daily Ledger</title>"
    return f"<html><head>{title}{head}</head><body>{NAV}{ARTICLE}{END}</body></html>"


@pytest.mark.parametrize(
    ("head", "day", "source", "publisher"),
    [
        (JSON_LD, date(2018, 3, 5), "metadata", "Daily Ledger"),
        (OPEN_GRAPH, date(2018, 3, 5), "metadata", "Daily Ledger"),
        (CANONICAL, date(2018, 3, 6), "url", None),
        (CANONICAL + OPEN_GRAPH, date(2018, 3, 5), "metadata", "Daily Ledger"),
        ("", None, "unknown", None),
    ],
)
def test_metadata_from_markup(tmp_path: Path, head: str, day: date | None, source: str, publisher: str | None) -> None:
    (document,) = read(tmp_path, page(head))
    assert isinstance(document, Document)
    assert (document.title, document.author) == ("Ministers meet in Vienna", "Ann Reed")
    assert (document.published, document.published_from) == (day, source)
    assert publisher is None or document.publisher == publisher


def test_the_article_alone_is_kept(tmp_path: Path) -> None:
    (document,) = read(tmp_path, page(JSON_LD))
    assert isinstance(document, Document)
    assert document.text.split("\n\n") == [
        "Ministers meet in Vienna",
        "The foreign ministers of Austria and Italy met in Vienna on Monday, their first talks since the vote.",
        "They spoke of the treaty signed on 2015-07-14, officials said. “We agreed,” said one.",
    ]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>The envoy left Rome.</p><p>He <b>met</b> nobody.</p>", "The envoy left Rome.\n\nHe met nobody."),
        ("<html><body><p>The envoy <b>left Rome <div>He met nobody there", "The envoy left Rome He met nobody there"),
        ("The envoy left Rome & met nobody.", "The envoy left Rome & met nobody."),
        (b"<meta charset='windows-1252'><p>The envoy\x92s car left Rome.</p>", "The envoy’s car left Rome."),
    ],
)
def test_short_and_broken_pages(tmp_path: Path, html: str | bytes, text: str) -> None:
    (document,) = read(tmp_path, html)
    assert isinstance(document, Document)
    assert " ".join(document.text.split()) == " ".join(text.split())


@pytest.mark.parametrize(
    "html", ["<html></html>", "<html><body><nav>Home</nav></body></html>", "<div>" * 50_000, "<html><!--" + "x" * 500]
)
def test_pages_without_an_article_are_refused(tmp_path: Path, html: str) -> None:
    (refusal,) = read(tmp_path, html)
    assert isinstance(refusal, Refusal)
    assert "page" in refusal.reason
