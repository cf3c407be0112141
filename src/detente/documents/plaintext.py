"""Plain text and Markdown, with or without metadata between two lines of three hyphens at the top."""

import re
from collections.abc import Iterator

from detente.documents.drafts import Draft
from detente.documents.encodings import decode
from detente.documents.fields import draft_from_fields
from detente.documents.sources import Source, hash_bytes

FENCE = "---"
FENCE_ENDS = ("---", "...")
ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]*):(?:\s+(?P<value>.*))?")
ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
# These patterns stop at brackets of their own kind, at line ends or after 200 characters, so that no text takes hours.
IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\s]*(?:[^\S\n]+\"[^\"\n]*\")?\)")
EMPHASIS = re.compile(r"(?<![\w*])(\*\*\*|\*\*|\*|___|__|_)(?=\S)(.{1,200}?)(?<=\S)\1(?![\w*])")
HEADING = re.compile(r"(?m)^ {0,3}#{1,6}[^\S\n]+(.*?)(?:[^\S\n]+#+)?[^\S\n]*$")
TITLE = re.compile(r"(?m)^ {0,3}#[^\S\n]+(.+?)(?:[^\S\n]+#+)?[^\S\n]*$")
MARKS = re.compile(r"(?m)^[^\S\n]*(?:>[^\S\n]?|[-*+][^\S\n]+(?=\S)|(?:[-*_][^\S\n]*){3,}$|```.*$)")


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Part front matter (`key: value` lines, `- item` lists) from the text. Without a closing fence all is text."""
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() in FENCE_ENDS), None)
    if end is None:
        return {}, text
    entries: dict[str, object] = {}
    key = ""
    for line in lines[1:end]:
        entry, item = ENTRY.fullmatch(line.rstrip()), ITEM.fullmatch(line)
        if entry:
            key = entry["key"].strip()
            entries[key] = _bare(entry["value"] or "")
        elif item and key:
            entries[key] = f"{entries[key]}, {_bare(item['value'])}".lstrip(", ")
        elif line.strip() and not line.lstrip().startswith("#") and not key:
            return {}, text  # a ruled line and prose, no metadata
    return entries, "\n".join(lines[end + 1 :])


def _bare(value: str) -> str:
    value = value.strip()
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_bare(part) for part in value[1:-1].split(","))
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def strip_markdown(text: str) -> str:
    """Take the marks of Markdown off and leave the words; a heading stands as a paragraph of its own."""
    text = LINK.sub(r"\1", IMAGE.sub("", text))
    text = MARKS.sub("", HEADING.sub(r"\n\1\n", text))
    return EMPHASIS.sub(r"\2", text)


def draft_from_text(text: str, uri: str, file_hash: str, *, markdown: bool = False) -> Draft:
    """Make a draft of a text that may begin with front matter."""
    entries, body = split_front_matter(text)
    if markdown:
        heading = TITLE.match(body.lstrip())
        if heading and "title" not in {key.lower() for key in entries}:
            entries["title"] = strip_markdown(heading[1])
        body = strip_markdown(body)
    return draft_from_fields({**entries, "text": body}, uri, file_hash)


def read_plain(source: Source) -> Iterator[Draft]:
    """Read a .txt file: one document."""
    data = source.read()
    yield draft_from_text(decode(data), source.uri, hash_bytes(data))


def read_markdown(source: Source) -> Iterator[Draft]:
    """Read a .md file: one document."""
    data = source.read()
    yield draft_from_text(decode(data), source.uri, hash_bytes(data), markdown=True)
