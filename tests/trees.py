"""Parsed sentences built by hand, so that few tests load the model.

One word a line: text lemma POS TAG dep head (the head's line number from 0; the root names itself).
"""

from detente.record.model import Document, Mention, Sentence
from detente.record.reading import ParsedSentence, Reading, Token, children_of
from detente.sentences.clauses import find_clauses


def tree(table: str, offset: int = 0, paragraph: int = 0) -> ParsedSentence:
    """Build a sentence from a table; words are joined by single spaces, starting at `offset`."""
    tokens: list[Token] = []
    at = offset
    for i, row in enumerate(line.split() for line in table.strip().splitlines()):
        text, lemma, pos, tag, dep, head = row
        tokens.append(Token(i, at, at + len(text), text, lemma, pos, tag, dep, int(head)))
        at += len(text) + 1
    words = tuple(tokens)
    sentence = Sentence("doc", f"s{offset}", offset, words[-1].end)
    return ParsedSentence(sentence, words, find_clauses(words), paragraph, children_of(words))


def reading(*tables: str, mentions: tuple[Mention, ...] = ()) -> Reading:
    """Build the reading of a document whose sentences are these tables, one paragraph each."""
    sentences: list[ParsedSentence] = []
    texts: list[str] = []
    at = 0
    for number, table in enumerate(tables):
        sentences.append(tree(table, at, number))
        texts.append(" ".join(token.text for token in sentences[-1].tokens))
        at += len(texts[-1]) + 2
    text = "\n\n".join(texts)
    document = Document("doc", "test", "", "", "", "", None, "unknown", "en", text, len(text.split()))
    return Reading(document, "test", tuple(sentences), mentions)
