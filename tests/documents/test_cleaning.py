"""The words of the article, and nothing else."""

import pytest

from detente.documents.cleaning import as_written, clean, clean_characters, paragraphs

BLOG = """Envoys Return to Both Capitals\u00a0

Envoys Return to Both Capitals
by Maria Holt
The two governments sent their envoys back on Friday, officials in both capitals said, after eleven months without any.
“We never closed the door,” the foreign minister said.
Read the treaty and you will see why, she added.
Share this:
Facebook Twitter Email
Maria Holt lives in Oslo. She can be reached at
Her new book is titled “Cold Borders.”
Visit her blog site at\u00a0

Leave a Reply

Fill in your details below or click an icon to log in: Logo

%d bloggers like this:"""


def test_a_blog_page_comes_out_as_title_and_three_paragraphs() -> None:
    cleaned = clean(BLOG)
    assert cleaned.title == "Envoys Return to Both Capitals"
    assert cleaned.author == "Maria Holt"
    assert cleaned.text.split("\n\n") == [
        "Envoys Return to Both Capitals",
        "The two governments sent their envoys back on Friday, officials in both capitals said, "
        "after eleven months without any.",
        "“We never closed the door,” the foreign minister said.",
        "Read the treaty and you will see why, she added.",
    ]


def test_what_was_taken_off_is_named_with_the_id_of_a_lexicon_line() -> None:
    taken = {line: id_ for line, id_ in clean(BLOG).taken}
    assert taken["Leave a Reply"] == "furniture:cut.leave-a-reply"
    assert taken["Share this:"] == "furniture:line.share-this"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("cafe\u0301", "café"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("a\u00a0b\tc  d", "a b c d"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("itâ€™s â€œfineâ€\x9d", "it’s “fine”"),
        ("SÃ£o TomÃ©", "São Tomé"),
        ("SÃƒÂ£o", "São"),
        ('“kept” ‘as’ "written" — …', '“kept” ‘as’ "written" — …'),
        ("Âge et âme", "Âge et âme"),
        ("half a pair \ud83d here", "half a pair \ufffd here"),
        ("bell\x07", "bell "),
    ],
)
def test_characters(written: str, wanted: str) -> None:
    assert clean_characters(written) == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["One sentence.", "Another one."], ["One sentence.", "Another one."]),
        (
            ["The ministers of both countries met in Riga on", "Monday and spoke for three hours."],
            ["The ministers of both countries met in Riga on Monday and spoke for three hours."],
        ),
        (
            ["They signed what the ministry called a far-", "reaching agreement on fish, tariffs and visas."],
            ["They signed what the ministry called a far-reaching agreement on fish, tariffs and visas."],
        ),
        (["a", "", "", "b"], ["a", "b"]),
        (["A short heading", "A paragraph that ends here."], ["A short heading", "A paragraph that ends here."]),
    ],
)  # fmt: skip
def test_paragraphs(lines: list[str], wanted: list[str]) -> None:
    assert paragraphs(lines) == wanted


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        ("The body alone.", "A title", "A title\n\nThe body alone."),
        ("A TITLE!\n\nThe body.", "A title", "A title\n\nThe body."),
        ("A title from the site\n\nThe body.", "A title from the", "A title from the\n\nThe body."),
        ("A title that runs on\n\nThe body.", "", "A title that runs on\n\nThe body."),
        ("Only one sentence without a stop", "", "Only one sentence without a stop"),
        ("A sentence comes first.\n\nThen another.", "", "A sentence comes first.\n\nThen another."),
    ],
)
def test_the_title_is_the_first_paragraph_once(text: str, title: str, wanted: str) -> None:
    assert clean(text, title).text == wanted


def test_as_written_leaves_the_text_alone() -> None:
    assert (
        as_written("By Ann Reed\n\n  Two  spaces\u00a0\ud800", "T").text == "By Ann Reed\n\n  Two  spaces\u00a0\ufffd"
    )
