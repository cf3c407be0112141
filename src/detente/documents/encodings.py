"""From bytes to characters: byte-order mark, then UTF-8, then what the file declares, then what the bytes look like."""

import codecs
import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from charset_normalizer import from_bytes

from detente.errors import InputError

BLOCK = 1 << 20
DETECTED_BYTES = 200_000  # charset-normalizer takes seconds on megabytes and gains nothing from them
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its first half
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a sound, picture or film"),
    (b"ID3", "a sound recording"),
)
# The bytes of Windows-1252 that English texts use: quotes, dashes, the ellipsis, the euro sign and accented letters.
WESTERN = re.compile(rb"[\x80\x82-\x89\x8b\x91-\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb-\xbe\xc0-\xff]")


class Survey(NamedTuple):
    """What one pass over a file tells: its SHA-256, its size in bytes, and the encoding to open it with."""

    file_hash: str
    size: int
    encoding: str


def check_binary(head: bytes) -> None:
    """Raise InputError if the first bytes are those of a file that holds no plain text."""
    for mark, what in SIGNATURES:
        if head.startswith(mark):
            raise InputError(f"the file is {what}, whatever its name says; save its text as .txt or .html in UTF-8")


def marked_encoding(head: bytes) -> str:
    """Return the encoding a byte-order mark stands for, or the UTF-16 that zeros in every second byte show, or ""."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    sample = head[: len(head) & ~1][:2000]
    if len(sample) >= 4 and b"\x00" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if odd > 0.4 * len(sample) / 2 and even == 0:
            return "utf-16-le"
        if even > 0.4 * len(sample) / 2 and odd == 0:
            return "utf-16-be"
    return ""


def _usable(declared: str) -> str:
    """Return the codec of a declared charset; as browsers do, Latin-1 and ASCII are read as Windows-1252."""
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def guess_encoding(data: bytes, declared: str = "") -> str:
    """Name the encoding of bytes that are not valid UTF-8.

    Broken UTF-8 stays UTF-8 where most of its longer sequences are whole; a declared charset is believed where it
    decodes; bytes that are ASCII but for the quotes and accents of Western texts are Windows-1252 (on short texts a
    statistical guess is often wrong); only then charset-normalizer guesses.
    """
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\ufffd")
    whole = sum(1 for character in decoded if character > "\x7f") - broken
    if whole > broken:
        return "utf-8"
    codec = _usable(declared)
    if codec:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            pass  # the declaration is wrong: the bytes decide, below
        else:
            return codec
    high, letters = sum(1 for byte in data if byte > 0x7F), sum(1 for byte in data if byte >= 0xC0)
    if letters <= 0.1 * len(data) and len(WESTERN.findall(data)) == high:
        return "cp1252"
    best = from_bytes(data[:DETECTED_BYTES]).best()
    return best.encoding if best else "cp1252"


def decode(data: bytes, declared: str = "") -> str:
    """Decode the bytes of a text file; what cannot be decoded becomes U+FFFD.

    Args:
        data: the whole file.
        declared: charset the file itself names (HTML, XML), or "".

    Raises:
        InputError: the file is empty or not text.
    """
    if not data.strip():
        raise InputError("the file is empty" if not data else "the file holds nothing but blanks")
    check_binary(data[:16])
    encoding = marked_encoding(data)
    if not encoding and b"\x00" in data:
        raise InputError("the file is binary (it holds zero bytes); save its text as .txt or .html in UTF-8")
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = data.decode(encoding or guess_encoding(data, declared), "replace")
    check_text(text)
    return text


def check_text(text: str) -> None:
    """Raise InputError if characters are mostly not those of a text: control codes, undecodable bytes."""
    sample = text[:10_000]
    strange = sum(1 for c in sample if c == "\ufffd" or (c < " " and c not in "\t\n\r\f\x0b\x1b"))
    if strange > max(3, 0.05 * len(sample)):
        raise InputError("the file is not text in any encoding we know; save it as UTF-8")


def survey(path: Path) -> Survey:
    """Hash a file of any size and find its encoding, block by block.

    Raises:
        InputError: the file is empty or not text.
    """
    hashed, size, bad, head = sha256(), 0, b"", b""
    checker = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            hashed.update(block)
            head, size = head or block, size + len(block)
            try:
                if not bad:
                    checker.decode(block)
            except UnicodeDecodeError:
                bad = block
    if not head.strip():
        raise InputError("the file is empty" if not head else "the file holds nothing but blanks")
    check_binary(head[:16])
    encoding = marked_encoding(head)
    if not encoding and b"\x00" in head:
        raise InputError("the file is binary (it holds zero bytes); save it as a UTF-8 table")
    return Survey(hashed.hexdigest(), size, encoding or (guess_encoding(bad) if bad else "utf-8"))
