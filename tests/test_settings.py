from pathlib import Path

import pytest

from detente.settings import read_settings


@pytest.mark.parametrize(
    ("told", "actors"),
    [('actors = ["a.tsv", "b.tsv"]', (Path("a.tsv"), Path("b.tsv"))), ('actors = "a.tsv"', (Path("a.tsv"),)), ("", ())],
)
def test_dictionaries_of_actors(tmp_path: Path, told: str, actors: tuple[Path, ...]) -> None:
    path = tmp_path / "detente.toml"
    path.write_text(told, encoding="utf-8")
    assert read_settings(path).actors == actors
