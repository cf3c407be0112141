"""The Python interface: what `code_text` is told reaches the pipeline."""

from pathlib import Path

import pytest

import made
from detente import api
from detente.settings import Settings


def test_dictionaries_of_actors_reach_the_pipeline_and_a_changed_one_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Settings] = []

    def prepare(settings: Settings) -> made.Coder:
        asked.append(settings)
        return made.prepare(settings)

    monkeypatch.setattr("detente.pipeline.prepare", prepare)
    mine = tmp_path / "mine.tsv"
    for content in ("name\tcode\n", "name\tcode\n", "name\tcode\nX Y\tKEN\n"):
        if not mine.exists() or mine.read_text(encoding="utf-8") != content:
            mine.write_text(content, encoding="utf-8")
        api.code_text(made.WORDS, actors=[str(mine)], settings=Settings(story_days=4))
    assert [(settings.actors, settings.story_days) for settings in asked] == [((mine,), 4)] * 2
