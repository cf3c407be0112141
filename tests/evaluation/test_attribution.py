"""The attribution scorer on one toy article, and against the reference scorer where it is at hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.evaluation import attribution
from detente.evaluation.quoted import Article
from detente.evaluation.rows import Row

TEXT = 'The mayor of Oslo said "we will build the bridge" on Monday. Critics doubt it.'
SHARED = Path(__file__).resolve().parents[3] / "shared"


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


SAID: Row = {"source": spans("The mayor of Oslo"), "cue": spans("said"), "content": spans('"we will build the bridge"')}
DOUBT: Row = {"source": spans("Critics"), "cue": spans("doubt"), "content": spans("it")}
GOLD: dict[str, Row] = {"a": {"id": "a", "text": TEXT, "attributions": [SAID, DOUBT]}}


def figures(*attributions: Row) -> dict[str, float]:
    return dict(attribution.score(GOLD, {"a": {"id": "a", "attributions": list(attributions)}}))


@pytest.mark.parametrize(
    ("name", "change", "matched", "source"),
    [
        ("same", {}, 0.5, 1.0),
        ("shorter content still matches", {"content": spans("we will build")}, 0.5, 1.0),
        ("far too short content", {"content": spans("we")}, 0.0, 0.0),
        ("other cue", {"cue": spans("Monday")}, 0.0, 0.0),
        ("head of the source missed", {"source": spans("Oslo")}, 0.5, 0.0),
        ("head of the source kept", {"source": spans("mayor")}, 0.5, 1.0),
    ],
)
def test_match(name: str, change: dict[str, list[list[int]]], matched: float, source: float) -> None:
    found = figures({**SAID, **change})
    assert (found["all.r"], found["all.source_accuracy"]) == (matched, source), name


def test_kinds() -> None:
    article = Article(TEXT)
    assert article.kinds(SAID["content"]) == ("direct", "quoted")
    assert article.kinds(DOUBT["content"]) == ("indirect",)
    assert article.kinds([[0, len(TEXT)]]) == ("direct", "mixed")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference scorer is not at hand")
def test_same_figures_as_the_reference(tmp_path: Path) -> None:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(json.dumps(GOLD["a"]), encoding="utf-8")
    short = {**SAID, "content": spans("we will build")}
    predicted.write_text(json.dumps({"id": "a", "attributions": [short, DOUBT]}), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score/attribution.py"), str(gold), str(predicted), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = figures(short, DOUBT)
    assert ours["all.f1"] == pytest.approx(reference["attribution"]["all"]["f1"])
    assert ours["indirect.f1"] == pytest.approx(reference["attribution"]["indirect"]["f1"])
    assert ours["tokens.content.f1"] == pytest.approx(reference["token"]["content"]["f1"])
