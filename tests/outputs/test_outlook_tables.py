"""An outlook as rows and as a sentence."""

import pytest

from detente.outlook import look_ahead
from detente.outputs.outlook_tables import SHOWN, outlook_rows, outlook_words
from outlook_world import by_months


def test_rows_and_words() -> None:
    found = look_ahead(by_months([9, 8, 12] * 6, [9] * 18), "AAA", "BBB", (1, 3))
    rows = outlook_rows(found, SHOWN).to_pylist()
    assert [(row["horizon"], row["model"]) for row in rows] == [
        (1, "climatology"), (1, "persistence"), (3, "climatology"), (3, "persistence"),
    ]  # fmt: skip
    assert rows[0]["p_deteriorate"] + rows[0]["p_stable"] + rows[0]["p_improve"] == pytest.approx(1)
    assert rows[0]["deteriorate_skill"] is None
    assert outlook_words(found).startswith("2016-06 had the index +0.26; the median of the year is +0.00. Worse is a")


def test_no_history_has_no_rows() -> None:
    found = look_ahead(None, "AAA", "BBB")
    assert (outlook_rows(found).num_rows, outlook_words(found)) == (0, "")
