"""Answers checked: a type of the codebook, and words that stand in the sentence letter by letter."""

import json
from collections.abc import Collection
from typing import NamedTuple

from detente.second.questions import ANSWER, NO_ACT, NOT_NAMED, Question


class Answer(NamedTuple):
    """The type of an answer, or why the answer is refused; one of the two is ""."""

    type: str
    refused: str


def check_answer(text: str, question: Question, types: Collection[str]) -> Answer:
    """Read an answer and check it against the question's sentence."""
    found = _object(text)
    if found is None:
        return Answer("", "the answer is no JSON object")
    absent = [name for name in ANSWER if not isinstance(found.get(name), str)]
    if absent:
        return Answer("", f"the answer lacks {', '.join(absent)}, or has something else than text there")
    if found["type"] not in types:
        return Answer("", f"type {found['type']!r} is not in the codebook")
    sentence = _spaced(question.sentence)
    for name, given in (("words", question.trigger), ("source", question.source), ("target", question.target)):
        words = _spaced(found[name])
        if words not in ("", NOT_NAMED, _spaced(given)) and words not in sentence:  # a party may stand in another one
            return Answer("", f"{name} {found[name]!r} does not stand in the sentence")
    if found["type"] != NO_ACT and _spaced(found["words"]) in ("", NOT_NAMED):
        return Answer("", "the answer names no words that tell the act")
    return Answer(found["type"], "")


def _object(text: str) -> dict[str, str] | None:
    """The JSON object of an answer; models without a structured mode put words or a code fence around it."""
    start, end = text.find("{"), text.rfind("}")
    try:
        found = json.loads(text[start : end + 1]) if start >= 0 else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _spaced(text: str) -> str:
    """Text with single blanks in small letters: a line break or a capital in the article is no other word."""
    return " ".join(text.split()).lower()
