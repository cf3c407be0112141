"""The extract scorer on toy sentences: (right, predicted, in gold) by row."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from detente.errors import InputError
from detente.evaluation import classify, extract
from detente.evaluation.rows import Row, read_rows


def event(source: Sequence[str], target: Sequence[str], kind: str) -> Row:
    return {"source": list(source), "target": list(target), "type": kind}


GOLD: dict[str, Row] = {
    "1": {"id": "1", "events": [event(["NORGOV", "FINGOV"], [], "AGREE")]},
    "2": {"id": "2", "events": [event(["KEN"], ["UGA"], "DEMAND")]},
    "3": {"id": "3", "events": [event(["CHL"], [], "REJECT")]},
}

CASES = [
    ("1", [event(["NOR"], ["FIN"], "AGREE")], "triple", (1, 1)),
    ("1", [event(["NOR"], ["FIN"], "AGREE"), event(["FIN"], ["NOR"], "AGREE")], "triple", (1, 1)),
    ("1", [event(["FIN", "NOR"], [], "AGREE")], "pair", (1, 1)),
    ("1", [event(["NOR"], ["FIN"], "AGREE")], "triple+s", (0, 1)),
    ("2", [event(["KEN", "UGA"], [], "REQUEST")], "pair", (1, 2)),
    ("2", [event(["KENGOV"], ["UGA"], "REQUEST")], "triple+s", (1, 1)),
    ("2", [event(["KEN"], ["UGA"], "101")], "triple", (1, 1)),
    ("3", [event(["CHL"], ["---"], "REJECT")], "pair", (1, 1)),
    ("3", [event(["CHL"], ["PER"], "REJECT")], "pair", (0, 1)),
    ("3", [event(["CHL"], [], "ACCUSE"), event(["CHL"], [], "REJECT")], "type", (1, 2)),
    ("3", [event(["CHL"], [], "ACCUSE"), event(["CHL"], [], "REJECT")], "first.type", (0, 1)),
]


@pytest.mark.parametrize(("id_", "events", "row", "expected"), CASES)
def test_row(id_: str, events: list[Row], row: str, expected: tuple[int, int]) -> None:
    right, predicted = expected
    figures = dict(extract.score(GOLD, {id_: {"id": id_, "events": events}}))
    in_gold = 3
    assert figures[f"{row}.p"] == pytest.approx(right / predicted)
    assert figures[f"{row}.r"] == pytest.approx(right / in_gold)


def test_perfect_prediction_scores_one() -> None:
    figures = dict(extract.score(GOLD, GOLD))
    assert all(figures[f"{row}.f1"] == 1 for row in extract.ROWS)


def test_classify_folds_yield_and_counts_missing_as_wrong() -> None:
    gold: dict[str, Row] = {
        "a": {"type": "YIELD", "quad": 2},
        "b": {"type": "AID", "quad": 2},
        "c": {"type": "ACCUSE", "quad": 3},
    }
    figures = dict(classify.score(gold, {"a": {"type": "RETREAT"}, "b": {"type": "ACCUSE"}}))
    assert figures["type.accuracy"] == pytest.approx(1 / 3)
    assert figures["type.macro_f1"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [("{", "is not JSON"), ("[1]", "not a JSON object"), ("{}", "id"), ('{"id": "1"}', "events is missing")],
)
def test_bad_line_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=complaint) as error:
        read_rows(path, ("events",))
    assert "gold.jsonl:1" in str(error.value)
