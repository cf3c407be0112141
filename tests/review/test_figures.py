from datetime import date
from pathlib import Path

import pytest

import made
import reviewed
from detente.errors import UsageError
from detente.record.store import Record
from detente.review.figures import Asked, Figure, figures
from detente.review.sampling import Plan, draw
from detente.review.sheets import Share, write_sheets
from detente.review.strata import Pair
from detente.review.taking import take

# 80 documents: 80 acts told and found, 20 missed, 20 found that are none
SPLIT = date(2017, 2, 10)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Judged by two, one of whom takes praise for nothing."""
    folder = tmp_path_factory.mktemp("review")
    filled = reviewed.record(folder / "record")
    sample = draw(filled, Plan(120)).sample
    share = Share(("anna", "ben"), 40)
    paths = write_sheets(filled, sample.sample_id, folder / "s.csv", share, show_coding=False)
    reviewed.fill_in(paths[0])
    reviewed.fill_in(paths[1], judge=lambda words: "none" if "praised" in words else reviewed.truth(words))
    assert take(filled, paths).problems == ()
    return filled


@pytest.fixture(scope="module")
def by_anna(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return reviewed.judged(tmp_path_factory.mktemp("anna"))


def find(record: Record, section: str, quantity: str, asked: Asked | None = None) -> Figure:
    found = figures(record, asked or Asked()).rows
    return next(row for row in found if (row.section, row.quantity) == (section, quantity))


@pytest.mark.parametrize(
    ("quantity", "coded", "truth"),
    [("all acts", 100, 100), ("quad 1", 40, 40), ("quad 3", 60, 60), ("RUS - USA", 100, 100), ("SUPPORT", 40, 40)],
)
def test_totals_are_corrected(by_anna: Record, quantity: str, coded: float, truth: float) -> None:
    figure = find(by_anna, "total", quantity)
    assert figure.coded == coded
    if figure.low is None:  # ACCUSE was never mistaken
        assert (figure.value, figure.note) == (truth, "no spread")
    else:
        assert figure.high is not None
        assert figure.low <= truth <= figure.high


def test_what_is_missed_and_what_is_false_is_seen(by_anna: Record) -> None:
    precision, recall = find(by_anna, "precision", "type and parties"), find(by_anna, "recall", "type and parties")
    for figure in (precision, recall):
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low <= 0.8 <= figure.high
    assert find(by_anna, "precision", "stratum: coded quad 3").value == 1
    assert find(by_anna, "precision", "stratum: coded quad 1").value == pytest.approx(0.5, abs=0.15)
    assert find(by_anna, "misses", "stratum: uncoded, two actors").value == pytest.approx(50, abs=15)


def test_agreement_counts_what_both_judged(record: Record) -> None:
    figure = find(record, "agreement", "any act")
    assert figure.judged == 40
    assert figure.value is not None
    assert 0 < figure.value < 1


def test_reviewers_can_be_chosen_and_count_as_their_mean(record: Record) -> None:
    both = find(record, "total", "SUPPORT").value or 0
    ben = find(record, "total", "SUPPORT", Asked(reviewers=("ben",))).value or 0
    assert ben < both
    assert ben == pytest.approx(20, abs=6)


def test_a_pair_has_its_directions(by_anna: Record) -> None:
    assert find(by_anna, "total", "USA > RUS", Asked(pair=Pair("RUS", "USA"))).coded == 100
    assert not any(row.quantity == "RUS > USA" for row in figures(by_anna, Asked(pair=Pair("RUS", "USA"))).rows)


def test_long_periods_are_compared(by_anna: Record) -> None:
    found = figures(by_anna, Asked(split=SPLIT)).rows
    (change,) = (row for row in found if row.section == "contrast")
    assert change.value == pytest.approx(0, abs=0.3)
    assert [row.quantity for row in found if row.section == "balance"] == [
        "cooperative share", f"cooperative share, before {SPLIT}", f"cooperative share, from {SPLIT}",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="without a dated document"):
        figures(by_anna, Asked(split=date(1999, 1, 1)))


def test_judgements_outlive_a_new_coding_and_new_documents(by_anna: Record, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(by_anna.path, tmp_path / "record")
    again = Record(tmp_path / "record")
    before = find(again, "total", "all acts")
    with again.writing():
        again.append(made.batch(500, 501))
        again.append(reviewed.coded(2, "v2"))
    assert find(again, "total", "all acts") == before


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Asked(sample="ffff"), "no samples begin with 'ffff'"),
        (Asked(reviewers=("carl",)), "nothing of sample .* is judged yet"),
    ],
)
def test_what_cannot_be_figured_is_said(by_anna: Record, asked: Asked, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        figures(by_anna, asked)


def test_a_stratum_without_judgements_gives_no_figures(tmp_path: Path) -> None:
    filled = reviewed.record(tmp_path / "record", 40)
    (path,) = write_sheets(
        filled, draw(filled, Plan(40)).sample.sample_id, tmp_path / "s.csv", Share(), show_coding=False
    )
    reviewed.fill_in(path)
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line for line in lines if "spoke" not in line and "backed" not in line))
    take(filled, [path])
    with pytest.raises(UsageError, match=r"two sentences of every stratum.*'coded quad 1' \(0 of 20\)"):
        figures(filled, Asked())


def test_nothing_drawn_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no sample has been drawn"):
        figures(reviewed.record(tmp_path / "record", 4), Asked())
