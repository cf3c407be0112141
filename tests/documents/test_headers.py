"""Titles, bylines and header lines."""

import pytest

from detente.documents.headers import author_in, read_header


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("by Ann Reed", "Ann Reed"),
        ("BY ANN REED", "ANN REED"),
        ("By: Ann Reed and Paul Lim", "Ann Reed and Paul Lim"),
        ("By Ann Reed (annreed.example - Home)", "Ann Reed"),
        ("Written by Jean-Paul de la Tour | 3 May 2018", "Jean-Paul de la Tour"),
        ("By Ann Reed in Vienna", "Ann Reed"),
        ("By Ann Reed ann@ledger.example", "Ann Reed"),
        ("By Reuters", "Reuters"),
        ("By Friday", ""),
        ("By contrast, Rome objected", ""),
        ("By Monday the talks had failed.", ""),
    ],
)
def test_bylines(line: str, author: str) -> None:
    assert author_in(line) == author


@pytest.mark.parametrize(
    ("text", "title", "author", "publisher", "published", "body"),
    [
        ("A Title\n\nThe body.", "A Title", "", "", "", "The body."),
        (
            "A Title\nA Title\nAnn Reed\nDate: 09-18-2017\nSubject: Fish\nBody.",
            "A Title",
            "Ann Reed",
            "",
            "09-18-2017",
            "Body.",
        ),
        ("Title: T one\nSource: Daily Ledger\n\nBody.", "T one", "", "Daily Ledger", "", "Body."),
        (
            "A Title\n\nPosted on May 2, 2018 by Ann Reed\n\nBody.",
            "A Title",
            "Ann Reed",
            "",
            "May 2, 2018 by Ann Reed",
            "Body.",
        ),
        ("A Title\n\nMonday, 2 May 2018\n\nBody.", "A Title", "", "", "Monday, 2 May 2018", "Body."),
        ("Updated May 2, 2018\n\nA Title\n\nBody.", "A Title", "", "", "", "Body."),
        ("Ann Reed\n\nwent home.", "Ann Reed", "", "", "", "went home."),
        ("Source says no deal is near.\n\nMore.", "", "", "", "", "Source says no deal is near."),
        (
            "The ministers met in a small town on\nMonday and left.",
            "",
            "",
            "",
            "",
            "The ministers met in a small town on",
        ),
        ("Envoys hit back at U.S.\n\nBody.", "Envoys hit back at U.S.", "", "", "", "Body."),
    ],
)
def test_headers(text: str, title: str, author: str, publisher: str, published: str, body: str) -> None:
    lines = text.split("\n")
    header = read_header(lines)
    assert (header.title, header.author, header.publisher, header.published) == (title, author, publisher, published)
    assert lines[header.end] == body
