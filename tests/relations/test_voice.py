"""A relation may count only what the reports tell themselves."""

from datetime import date
from pathlib import Path

import pytest

from detente.relations import Counting, relate
from detente.settings import Settings
from pair_world import build, told


@pytest.mark.parametrize(("voice", "acts"), [(None, 3), ("author", 2), ("source", 1)])
def test_only_acts_told_in_a_voice(tmp_path: Path, voice: str | None, acts: int) -> None:
    days = [date(2019, month, 1) for month in (1, 3, 5)]
    quoted = told(days[2], "ACCUSE", voice="source")
    record = build(tmp_path / "record", [told(days[0], "AGREE"), told(days[1], "AGREE"), quoted])
    assert len(relate(record, "NTH", "STH", Settings(), counting=Counting(voice=voice)).acts) == acts
