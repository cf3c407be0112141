import json

import pytest

from detente.second.answers import Answer, check_answer
from detente.second.questions import Question

QUESTION = Question("e", "d", "v1", "CONSULT", "met", "Peru", "the ministers", "Peru met  Chile\nin Lima.")
TYPES = ("CONSULT", "ACCUSE", "NONE")


def said(**cells: object) -> str:
    return json.dumps({"type": "CONSULT", "words": "met", "source": "Peru", "target": "Chile"} | cells)


@pytest.mark.parametrize(
    "text",
    [
        said(),
        said(words="met Chile in Lima"),
        said(source="", target=""),
        said(target="the ministers"),
        said(words="MET CHILE", source="Not named"),
        f"Here it is:\n```json\n{said()}\n```",
    ],
)
def test_words_of_the_sentence_are_taken(text: str) -> None:
    assert check_answer(text, QUESTION, TYPES) == Answer("CONSULT", "")


def test_no_act_needs_no_words() -> None:
    assert check_answer(said(type="NONE", words=""), QUESTION, TYPES) == Answer("NONE", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (said(words="held talks"), "words 'held talks' does not stand in the sentence"),
        (said(source="Bolivia"), "source 'Bolivia' does not stand in the sentence"),
        (said(target="CHL"), "target 'CHL' does not stand in the sentence"),
        (said(type="PARLEY"), "type 'PARLEY' is not in the codebook"),
        (said(words=" "), "the answer names no words that tell the act"),
        (said(words=None), "the answer lacks words"),
        ("CONSULT", "the answer is no JSON object"),
        ("[1]", "the answer is no JSON object"),
        ("{unquoted}", "the answer is no JSON object"),
        ("", "the answer is no JSON object"),
    ],
)
def test_anything_else_is_refused(text: str, why: str) -> None:
    answer = check_answer(text, QUESTION, TYPES)
    assert (answer.type, answer.refused.startswith(why)) == ("", True)
