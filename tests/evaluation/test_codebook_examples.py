from dataclasses import replace

import pytest

import made
from detente.evaluation.codebook_examples import check_examples, result_lines, unused
from detente.lexicons.entries import ExampleLine
from detente.record.model import Coded, Document


def coder(document: Document) -> Coded:
    """Northland CONSULT Southland, on each other; Northland ACCUSE Southland."""
    whole = made.coded(replace(document, text=made.WORDS))
    return replace(
        whole, events=tuple(replace(e, evidence=("user:mine.tsv:3",)) for e in whole.events if not e.content_of)
    )


def example(source: str = "", type_: str = "", target: str = "", status: str = "") -> ExampleLine:
    return ExampleLine("user:mine.tsv:9", "mine.tsv", 9, made.WORDS, source, target, type_, status)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (example("Northland", "CONSULT", "Southland"), "coded"),
        (example("STH", "CONSULT", "NTHGOV"), "coded"),
        (example("Southland", "ACCUSE"), "parties"),
        (example("NTH", "ACCUSE", status="happened"), "coded"),
        (example("NTH", "ACCUSE", status="planned"), "status"),
        (example("Northland", "PARLEY"), "mistyped"),
        (example("Eastland", "PARLEY"), "missed"),
        (example(), "false"),
    ],
)  # fmt: skip
def test_verdicts(line: ExampleLine, verdict: str) -> None:
    (checked,) = check_examples([line], frozenset({"CONSULT"}), coder)
    assert checked.verdict == verdict


def test_a_sentence_without_an_act_of_these_types_is_right() -> None:
    (checked,) = check_examples([example()], frozenset({"PARLEY"}), coder)
    assert (checked.verdict, list(result_lines([checked]))) == ("coded", [])


def test_what_is_not_coded_as_meant_is_told_with_its_line() -> None:
    (line,) = result_lines(list(check_examples([example("NTH", "PARLEY")], frozenset(), coder)))
    assert line.startswith(
        "mine.tsv:9: mistyped: meant NTH PARLEY; found NTHGOV CONSULT STH, happened (met: user:mine.tsv:3)"
    )


def test_frames_that_no_example_needs_are_named() -> None:
    checked = list(check_examples([example("NTH", "CONSULT")], frozenset(), coder))
    assert unused(["user:mine.tsv:3", "user:mine.tsv:4", "user:mine.tsv:4"], checked) == ["user:mine.tsv:4"]
