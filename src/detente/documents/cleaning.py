"""From the words of a file to the words of the article: characters, header lines, furniture, paragraphs."""

import re
import unicodedata
from dataclasses import dataclass

from detente.documents.furniture import Taken, take_off_end, take_off_lines
from detente.documents.headers import read_header, same_words

BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Soft hyphens, zero-width, directional and byte-order marks: no reader sees them, but they split words.
UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATES = re.compile("[\ud800-\udfff]")
SPACES = re.compile(r"[^\S\n]+")
# UTF-8 that was read as Windows-1252 and saved again: "itâ€™s". The first character stands for a lead byte.
CONTINUATIONS = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xC0)) + "\x81\x8d\x8f\x90\x9d"
MOJIBAKE = re.compile(f"[\u00c2-\u00f4][{re.escape(CONTINUATIONS)}]{{1,3}}")
WRAPPED_WIDTH = 100  # lines of texts wrapped by hand or by mail programs are 60 to 80 wide; paragraphs mostly longer
LEAST_WIDTH = 40
SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text of an article with its title as first paragraph, what its header lines told, and what was taken off.

    `published` is the date as a header line writes it, or "".
    """

    text: str
    title: str
    author: str = ""
    publisher: str = ""
    published: str = ""
    taken: tuple[Taken, ...] = ()


def _repaired(found: re.Match[str]) -> str:
    characters = found.group()
    raw = b"".join(bytes([ord(c)]) if ord(c) < 0xA0 else c.encode("cp1252") for c in characters)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return characters


def clean_characters(text: str) -> str:
    """Normalise to NFC, plain spaces, line feeds; repair UTF-8 read as Windows-1252; drop what no reader sees."""
    repaired = MOJIBAKE.sub(_repaired, text)
    while repaired != text:  # some texts went through it twice; each pass makes them shorter
        text, repaired = repaired, MOJIBAKE.sub(_repaired, repaired)
    text = UNSEEN.sub("", BREAKS.sub("\n", text))
    text = SURROGATES.sub("\ufffd", CONTROLS.sub(" ", text))
    return unicodedata.normalize("NFC", SPACES.sub(" ", text))


def clean_line(text: str) -> str:
    """Clean a title, an author, a publisher: one line, single spaces."""
    return " ".join(clean_characters(text).split())


def _is_wrapped(block: list[str]) -> bool:
    """Tell lines broken at a page's width from lines that are paragraphs: most stop in mid-sentence, at like width."""
    before_last = block[:-1]
    if not before_last or max(map(len, block)) > WRAPPED_WIDTH or max(map(len, before_last)) < LEAST_WIDTH:
        return False
    open_lines = sum(1 for line in before_last if not SENTENCE_END.search(line) and len(line) >= LEAST_WIDTH)
    return open_lines * 2 >= len(before_last)


def _joined(block: list[str]) -> str:
    text = block[0]
    for line in block[1:]:
        split_word = re.search(r"\w-$", text) and line[:1].islower()
        text += line if split_word else " " + line
    return text


def paragraphs(lines: list[str]) -> list[str]:
    """Gather lines into paragraphs: blank lines part them, wrapped lines are joined, other lines stand alone."""
    found: list[str] = []
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            found += [_joined(block)] if _is_wrapped(block) else block
            block = []
    return found


def clean(text: str, title: str = "", author: str = "") -> Cleaned:
    """Clean a text and read what stands above it.

    The order: characters, furniture lines, header lines (title, byline, date), furniture at the end, paragraphs.

    Args:
        text: words as the file holds them.
        title: title from metadata, or "" to take it from the first line where that looks like one.
        author: author from metadata, or "" to take it from a byline.
    """
    lines = [line.strip() for line in clean_characters(text).split("\n")]
    lines, taken = take_off_lines(lines)
    header = read_header(lines, clean_line(title), clean_line(author))
    body, at_end = take_off_end(lines[header.end :], header.author)
    parts = paragraphs(body)
    if header.title and not (parts and same_words(parts[0], header.title)):
        parts.insert(0, header.title)
    return Cleaned(
        text="\n\n".join(parts),
        title=header.title,
        author=header.author,
        publisher=header.publisher,
        published=header.published,
        taken=(*taken, *at_end),
    )


def as_written(text: str, title: str = "", author: str = "") -> Cleaned:
    """Keep a text as it is, so that offsets count in the caller's own string; half a surrogate pair becomes U+FFFD."""
    return Cleaned(text=SURROGATES.sub("\ufffd", text), title=clean_line(title), author=clean_line(author))
