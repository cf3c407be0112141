import csv
from pathlib import Path

import pytest

import made
import reviewed
from detente.errors import UsageError
from detente.record.reviews import Draw, Review
from detente.record.store import Record, open_record
from detente.review.sampling import Plan, draw
from detente.review.sheets import Share, write_sheets
from detente.review.strata import Pair
from detente.review.taking import take

HEADER = "draw_id,sentence,reviewer,source,type,target,status,mutual,note\n"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return reviewed.record(tmp_path / "record", 40)


@pytest.fixture
def sheet(record: Record, tmp_path: Path) -> Path:
    sample = draw(record, Plan(40)).sample
    (path,) = write_sheets(record, sample.sample_id, tmp_path / "sheet.csv", Share(), show_coding=False)
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_sheet_shows_what_is_read_and_hides_what_was_coded(record: Record, sheet: Path) -> None:
    found = rows(sheet)
    assert len(found) == 40
    assert not {"stratum", "probability", "coded"} & set(found[0])
    assert {row["sentence"] for row in found} == {words for words, *_ in _all_texts()}
    assert any(row["previous"] and row["title"].startswith("Title") and row["published"] for row in found)
    sample_id = next(record.facts(Draw)).sample_id
    (open_sheet,) = write_sheets(record, sample_id, sheet.with_name("open.csv"), Share(), show_coding=True)
    assert any(row["coded"] == "USAGOV ACCUSE RUS happened" for row in rows(open_sheet))


def test_reviewers_share_some_sentences_and_divide_the_others(record: Record, tmp_path: Path) -> None:
    sample = draw(record, Plan(40)).sample
    paths = write_sheets(record, sample.sample_id, tmp_path / "s.csv", Share(("Anna", "B. N."), 10), show_coding=False)
    assert [path.name for path in paths] == ["s-Anna.csv", "s-B__N_.csv"]
    one, other = ({row["draw_id"] for row in rows(path)} for path in paths)
    assert (len(one & other), len(one | other), len(one)) == (10, 40, 25)
    assert {row["reviewer"] for row in rows(paths[1])} == {"B. N."}


def test_a_filled_in_file_is_never_written_over(record: Record, sheet: Path) -> None:
    with pytest.raises(UsageError, match="is there already"):
        write_sheets(record, next(record.facts(Draw)).sample_id, sheet, Share(), show_coding=False)


def test_formulas_of_spreadsheets_are_disarmed(tmp_path: Path) -> None:
    from detente.review.sheets import _cell

    assert [_cell(text) for text in ("=1+1", "- said", "He said\n =x", None)] == ["'=1+1", "'- said", "He said =x", ""]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_judgements_come_back_whole(record: Record, sheet: Path, separator: str) -> None:
    reviewed.fill_in(sheet, separator=separator)
    taken = take(record, [sheet])
    assert (taken.new, taken.known, taken.blank, taken.problems) == (40, 0, 0, ())
    again = list(open_record(record.path).facts(Review))
    assert len(again) == 40
    draws = {one.draw_id: one for one in record.facts(Draw)}
    assert all((one.stratum, one.probability) == _drawn(draws[one.draw_id]) for one in again)
    assert {(one.number, one.type, one.source_code, one.target_code, one.status) for one in again} == {
        (0, "", "", "", ""), (1, "ACCUSE", "USAGOV", "RUS", "happened"), (1, "SUPPORT", "USAGOV", "RUS", "happened"),
    }  # fmt: skip


def test_taking_again_changes_nothing_and_judging_again_replaces(record: Record, sheet: Path) -> None:
    reviewed.fill_in(sheet)
    take(record, [sheet])
    assert take(record, [sheet])[:3] == (0, 40, 0)
    reviewed.fill_in(sheet, judge=lambda words: "none")
    taken = take(record, [sheet])
    assert taken.new + taken.known == 40
    assert taken.new > 0
    assert {one.type for one in record.facts(Review)} == {""}
    assert record.query("select count(*) from raw_reviews where type = 'ACCUSE'").fetchall() > [(0,)]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("anna,USA,ACUSE,RUS,happened,,", "type is 'ACUSE'; did you mean ACCUSE? allowed are"),
        ("anna,USA,ACCUSE,RUS,hapened,,", "status is 'hapened'; did you mean happened?"),
        ("anna,USA,ACCUSE,RUS,,,", "status is ''; allowed are"),
        ("anna,USB,ACCUSE,RUS,happened,,", "source is 'USB'; a party is written as"),
        ("anna,USA,ACCUSE,Russia,happened,,", "target is 'Russia'; a party is written as"),
        ("anna,USA,ACCUSE,RUS,happened,perhaps,", "mutual is 'perhaps'; write yes"),
        ("anna,USA,none,,,,", "type is none, yet source is 'USA'; empty it"),
        (",USA,ACCUSE,RUS,happened,,", "column reviewer is empty"),
        ("anna,,,,,,a note", "type is ''; "),
    ],
)
def test_a_row_that_cannot_be_understood_is_named_and_the_rest_is_taken(
    record: Record, sheet: Path, cells: str, message: str
) -> None:
    first, second, third = (row["draw_id"] for row in rows(sheet)[:3])
    two_lines = f'{first},"two\nlines",anna,,none,,,,\n'
    sheet.write_text(HEADER + two_lines + f"{second},words,{cells}\n{third},,ben,ORG:NATO,CONSULT,UNO,planned,yes,\n")
    taken = take(record, [sheet])
    assert [problem.where for problem in taken.problems] == [f"{sheet}:4"]
    assert taken.problems[0].what.startswith(message)
    found = {(one.reviewer, one.type, one.mutual) for one in record.facts(Review)}
    assert found == {("anna", "", False), ("ben", "CONSULT", True)}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{0},,anna,,none,,,,", "{0},,anna,USA,ACCUSE,RUS,happened,,"], "type is none, yet the sentence has 1 more"),
        (["{0},,anna,USA,ACCUSE,RUS,happened,,", "{0},,anna,USA,ACCUS,RUS,happened,,"], "type is 'ACCUS'"),
        (["nowhere,,anna,,none,,,,"], "draw_id 'nowhere' was not drawn from this record"),
    ],
)
def test_a_judgement_is_taken_whole_or_not_at_all(record: Record, sheet: Path, lines: list[str], message: str) -> None:
    draw_id = rows(sheet)[0]["draw_id"]
    sheet.write_text(HEADER + "\n".join(line.format(draw_id) for line in lines))
    (problem,) = take(record, [sheet]).problems
    assert problem.what.startswith(message)
    assert list(record.facts(Review)) == []


def test_two_acts_of_a_sentence_are_two_rows(record: Record, sheet: Path) -> None:
    draw_id = rows(sheet)[0]["draw_id"]
    sheet.write_text(HEADER + f"{draw_id},,anna,USA,ACCUSE,RUS,happened,,\n{draw_id},,anna,RUS,REJECT,USA,happened,,\n")
    assert take(record, [sheet]).new == 1
    assert [(one.number, one.type) for one in record.facts(Review)] == [(1, "ACCUSE"), (2, "REJECT")]


def test_one_sentence_in_two_files_of_one_reviewer_is_a_question(record: Record, sheet: Path) -> None:
    reviewed.fill_in(sheet)
    other = sheet.with_name("other.csv")
    other.write_bytes(sheet.read_bytes())
    taken = take(record, [sheet, other])
    assert taken.new == 0
    assert all("in two files" in problem.what for problem in taken.problems)


def test_a_file_that_is_no_sheet_is_named_and_the_others_are_taken(record: Record, sheet: Path) -> None:
    reviewed.fill_in(sheet)
    wrong = sheet.with_name("wrong.csv")
    wrong.write_text("sentence,verdict\n")
    taken = take(record, [wrong, sheet.with_name("absent.csv"), sheet])
    assert taken.new == 40
    assert [Path(problem.where.split(":")[0]).name for problem in taken.problems] == ["absent.csv", "wrong.csv"]
    assert "draw_id" in taken.problems[1].what


def test_a_pair_is_drawn_from_documents_that_name_both(record: Record, tmp_path: Path) -> None:
    with record.writing():
        record.append(made.batch(1, 2))
    assert sum(draw(record, Plan(20)).sample.sizes) == 84
    assert sum(draw(record, Plan(20, pair=Pair("USA", "RUS"))).sample.sizes) == 80
    with pytest.raises(UsageError, match="name both USA and FRA"):
        draw(record, Plan(20, pair=Pair("USA", "FRA")))


def _all_texts() -> tuple[tuple[str, str, str], ...]:
    return tuple({line for text in reviewed.TEXTS for line in text})


def _drawn(one: Draw) -> tuple[str, float]:
    return one.stratum, one.probability
