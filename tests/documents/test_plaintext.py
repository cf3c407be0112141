"""Front matter and Markdown."""

import pytest

from detente.documents.plaintext import draft_from_text, split_front_matter, strip_markdown


@pytest.mark.parametrize(
    ("text", "entries", "body"),
    [
        ("---\ntitle: A: b\ndate: 2018-05-02\n---\nBody", {"title": "A: b", "date": "2018-05-02"}, "Body"),
        ("---\nauthors:\n  - Ann Reed\n  - Paul Lim\n---\nBody", {"authors": "Ann Reed, Paul Lim"}, "Body"),
        ("---\ntitle: 'Quoted'\ntags: [a, \"b\"]\n...\nBody", {"title": "Quoted", "tags": "a, b"}, "Body"),
        ("---\nno closing fence", {}, "---\nno closing fence"),
        ("---\nProse comes first\n---\nBody", {}, "---\nProse comes first\n---\nBody"),
        ("Body\n---\nx: y\n---", {}, "Body\n---\nx: y\n---"),
    ],
)
def test_front_matter(text: str, entries: dict[str, str], body: str) -> None:
    assert split_front_matter(text) == (entries, body)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("**Bold** and *thin* and __under__", "Bold and thin and under"),
        ("a [link](http://x.example/a_b) here ![img](i.png)", "a link here "),
        ("> quoted\n- item\n---\n", "quoted\nitem\n\n"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
    ],
)
def test_markdown(written: str, wanted: str) -> None:
    assert strip_markdown(written) == wanted


def test_a_first_heading_is_the_title() -> None:
    draft = draft_from_text("# Envoys *return*\n\nBody.", "a.md", "", markdown=True)
    assert draft.title == "Envoys return"


def test_front_matter_names_every_field() -> None:
    text = "---\nHeadline: T\nByline: A\nOutlet: P\nDate: 2018-05-02\nLink: https://x.example\n---\nBody"
    draft = draft_from_text(text, "a.txt", "")
    assert (draft.title, draft.author, draft.publisher, draft.published) == ("T", "A", "P", "2018-05-02")
    assert (draft.uri, draft.text) == ("https://x.example", "Body")
