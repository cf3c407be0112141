"""What a table of a relation leaves out."""

import pyarrow as pa
import pytest

from detente.cli.relation_columns import without_silence


@pytest.mark.parametrize(
    ("stories", "reports", "kept"),
    [
        ([1, 0, 0, 0, 2], [1, 0, 0, 0, 1], [0, 3, 4]),
        ([1, 0, 0, 2], [1, 0, 2, 1], [0, 1, 2, 3]),  # reports without a story are no silence
        ([1, 0, 0], [None, None, None], [0, 2]),
        ([0, 0], [0, 0], [1]),
        ([], [], []),
    ],
)
def test_of_each_silence_the_last_period_is_shown(
    stories: list[int], reports: list[int | None], kept: list[int]
) -> None:
    places = list(range(len(stories)))
    rows = pa.table({
        "place": pa.array(places, pa.int64()), "stories": pa.array(stories, pa.int64()),
        "reports": pa.array(reports, pa.int64()),
    })  # fmt: skip
    assert without_silence(rows)["place"].to_pylist() == kept
