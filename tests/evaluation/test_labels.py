"""The scorers of labels (factuality, opinion) and of time expressions, on toy rows."""

from datetime import date

import pytest

from detente.evaluation import factuality, opinion, timex
from detente.evaluation.rows import Row


def test_factuality_counts_what_was_wrongly_called_happened() -> None:
    labels = {"a": "happened", "b": "uncertain", "c": "not-happened", "d": "happened"}
    gold: dict[str, Row] = {id_: {"label": label} for id_, label in labels.items()}
    answers: dict[str, Row] = {"a": {"label": "happened"}, "b": {"label": "happened"}, "c": {"label": "not-happened"}}
    figures = dict(factuality.score(gold, answers))
    assert figures["false_happened"] == 0.5
    assert figures["accuracy"] == 0.5
    assert figures["macro_f1"] == pytest.approx((0.5 + 0 + 1) / 3)


def test_opinion_leaves_mixed_rows_out_and_scores_words() -> None:
    gold: dict[str, Row] = {
        "a": {"opinion": "opinion", "biased_words": ["shameful gift"]},
        "b": {"opinion": "mixed", "biased_words": []},
        "c": {"opinion": "report", "biased_words": []},
    }
    answers: dict[str, Row] = {
        "a": {"label": "opinion", "biased_words": ["shameful"]},
        "b": {"label": "report"},
        "c": {"label": "opinion"},
    }
    figures = dict(opinion.score(gold, answers))
    assert figures["accuracy"] == 0.5
    assert (figures["words.p"], figures["words.r"]) == (1, 0.5)


DAYS = [
    ({"value": "2017-09-18"}, "2017-09-18", "2017-09-18"),
    ({"value": "2017-09-18T22:00"}, "2017-09-18", "2017-09-18"),
    ({"value": "2017-02"}, "2017-02-01", "2017-02-28"),
    ({"value": "2017-W38"}, "2017-09-18", "2017-09-24"),
    ({"value": "2017-W38-WE"}, "2017-09-23", "2017-09-24"),
    ({"value": "2017-W38-2"}, "2017-09-19", "2017-09-19"),
    ({"value": "2017-Q3"}, "2017-07-01", "2017-09-30"),
    ({"value": "2017-H2"}, "2017-07-01", "2017-12-31"),
    ({"value": "2017-WI"}, "2017-12-01", "2018-02-28"),
    ({"value": "199"}, "1990-01-01", "1999-12-31"),
    ({"value": "19XX"}, "1900-01-01", "1999-12-31"),
    ({"value": "", "from": "2017-07-07", "to": "2017-07-08"}, "2017-07-07", "2017-07-08"),
]


@pytest.mark.parametrize(("row", "first", "last"), DAYS)
def test_days_of_a_value(row: Row, first: str, last: str) -> None:
    assert timex.days_of(row) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["P3D", "PAST_REF", "XXXX-09", "2017-02-30", ""])
def test_values_that_name_no_day(value: str) -> None:
    assert timex.days_of({"value": value}) is None


def test_timex_figures() -> None:
    gold: dict[str, Row] = {
        "a": {"timexes": [{"start": 0, "end": 6, "type": "DATE", "value": "2017-09-18"},
                          {"start": 9, "end": 12, "type": "DURATION", "value": "P2D"}]}
    }  # fmt: skip
    answers: dict[str, Row] = {
        "a": {"timexes": [{"start": 0, "end": 4, "value": "2017-09-18"}, {"start": 20, "end": 24, "value": "2017"}]}
    }
    figures = dict(timex.score(gold, answers))
    assert figures["strict.f1"] == 0
    assert figures["relaxed.f1"] == 0.5
    assert figures["value.f1"] == 0.5
    assert figures["interval.exact"] == 1
