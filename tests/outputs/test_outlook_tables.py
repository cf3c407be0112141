"""An outlook as rows and as a sentence."""

import pytest

from detente.outlook import look_ahead
from detente.outputs.outlook_tables import SHOWN, horizons, outlook_rows, outlook_words
from outlook_world import by_months, made_history


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


@pytest.mark.parametrize(("persistence", "unproven"), [(0.97, False), (0.0, True)])
def test_a_report_has_each_model_beside_climatology(persistence: float, unproven: bool) -> None:
    (found,) = horizons(look_ahead(made_history(persistence=persistence, pairs=10), "A00", "B00", (1,)))
    assert [model.model for model in found.models] == list(SHOWN)
    assert found.cases > 60
    ensemble, climatology = found.models[:2]
    assert ensemble.worse + ensemble.same + ensemble.better == pytest.approx(100)
    assert climatology.skill == ("reference", "reference")
    assert climatology.unproven == (False, False)
    assert ensemble.unproven[0] is unproven
    assert ensemble.skill[0].endswith("]")


def test_what_is_not_tested_is_not_proven() -> None:
    (found,) = horizons(look_ahead(by_months([9, 8, 12] * 6, [9] * 18), "AAA", "BBB", (1,)))
    assert found.cases == 0
    assert [model.skill[0] for model in found.models] == ["reference", "not tested"]
    assert [model.unproven[0] for model in found.models] == [False, True]
