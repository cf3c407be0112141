"""The lexicons that ship are sound, and the checks find what is wrong with others."""

from datetime import date
from pathlib import Path

import pytest

from detente.lexicons.checking import check_lexicons
from detente.lexicons.problems import Problem

TODAY = date(2026, 1, 1)
SOUND = {
    "shared/states.tsv": "id\tiso3\tname\tvalid_from\tvalid_to\nstate:usa\tUSA\tUnited States\t\t",
    "codebook/sectors.tsv": "id\tcode\nsector:GOV\tGOV",
    "codebook/bodies.tsv": "id\tcode\nbody:UNO\tUNO",
    "codebook/plover.tsv": "id\ttype\tmode\nplover:AID\tAID\t\nplover:CONSULT.visit\tCONSULT\tvisit",
    "codebook/cameo.tsv": "id\tcameo\ttype\tmode\ncameo:07\t07\tAID\t",
    "en/classes.tsv": "id\tname\tlemma\nclass:help.food\thelp\tfood",
    "shared/offices.tsv": (
        "id\tperson_id\tperson\tiso3\toffice\trole\tcode\tstart\tend\topen_as_of\n"
        "office:a.hos\tusa:a\tA\tUSA\tPresident\tHOS\tUSAGOV\t2001-01-20\t2009-01-20\t"
    ),
    "shared/names.tsv": "id\tentity\talias\tcode\tvalid_from\tvalid_to\nname:usa\tUSA\tAmerica\tUSA\t\t",
    "en/frames.tsv": (
        "id\tlemma\tpos\tpattern\ttype\tmode\tcameo\tcontent\n"
        "frame:send\tsend\tVERB\tobj:@help|cash prep:to\tAID\t\t07\t"
    ),
    "en/cues.tsv": "id\tlemma\tpos\tstance\tform\ncue:say\tsay\tVERB\tasserts\tspeech",
}


def problems_with(folder: Path, name: str, line: str) -> list[Problem]:
    for file, text in SOUND.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text + (f"\n{line}" if file == name else "") + "\n", encoding="utf-8")
    return check_lexicons(folder, TODAY)


def test_shipped_lexicons_have_no_errors() -> None:
    assert [problem for problem in check_lexicons() if problem.severity == "error"] == []


def test_sound_files_have_no_problem(tmp_path: Path) -> None:
    assert problems_with(tmp_path, "", "") == []


def test_missing_files_are_no_problem(tmp_path: Path) -> None:
    assert check_lexicons(tmp_path, TODAY) == []


@pytest.mark.parametrize(
    ("file", "line", "what"),
    [
        ("shared/names.tsv", "name:usa\tUSA\tUncle\tUSA\t\t", "an id names one line"),
        ("shared/names.tsv", "name:x y\tUSA\tUncle\tUSA\t\t", "an id has no blanks"),
        ("shared/names.tsv", "class:help.food\tUSA\tUncle\tUSA\t\t", "stands also in en/classes.tsv:2"),
        ("shared/names.tsv", "name:z\tUSA\t\tUSA\t\t", "alias is empty"),
        ("shared/names.tsv", "name:z\tUSA\tU\tUSA\t\t\t\tx", "a stray tab"),
        ("shared/names.tsv", "name:z\tUSA\t Uncle\tUSA\t\t", "a blank at the edge"),
        ("shared/names.tsv", "name:z\tUSA\tUn\u200bcle\tUSA\t\t", "does not print"),
        ("shared/names.tsv", "name:z\tORG:X\tUncle\tUSA\t\t", "stands in no other table"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tATL\t\t", "ATL is neither"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tUSAXXX\t\t", "XXX is no sector"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tUNOGOV\t\t", "UNO is neither"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tUSA\t2001-13\t", "a date is YYYY"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tUSA\t2005\t2004", "lies before"),
        ("shared/names.tsv", "name:z\tUSA\tUncle\tUSA\t2028\t", "later than next year"),
        ("shared/names.tsv", "name:a\tUSA\tUncle\tUSA\t\t", "out of order"),
        ("shared/offices.tsv", "office:b\tusa:b\tB\tUSA\tPresident\tHOS\tUSAGOV\t2008-01\t2010\t", "at the same time"),
        ("shared/offices.tsv", "office:b\tusa:b\tB\tATL\tPresident\tHOS\tUSAGOV\t2011\t\t2012", "country 'ATL'"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\t\tFIGHT\t\t07\t", "FIGHT is no type"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\t\tAID\tvisit\t07\t", "AID visit is no type"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\t\tAID\t\t99\t", "CAMEO '99'"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\twhere:to\tAID\t\t07\t", "a slot is one of"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\tobj:\tAID\t\t07\t", "a slot is one of"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\tobj:@arms\tAID\t\t07\t", "class @arms"),
        ("en/frames.tsv", "frame:z\tsend\tADVERB\t\tAID\t\t07\t", "pos 'ADVERB'"),
        ("en/frames.tsv", "frame:z\tsend\tVERB\t\tAID\t\t07\tmaybe", "content 'maybe'"),
        ("en/cues.tsv", "cue:z\ttell\tVERB\tbelieves\tspeech", "stance 'believes'"),
        ("en/cues.tsv", "cue:z\ttell\tVERB\tasserts\tsong", "form 'song'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, file: str, line: str, what: str) -> None:
    found = problems_with(tmp_path, file, line)
    assert [problem.file for problem in found if what in problem.what] == [file]


def test_handover_days_belong_to_both_holders(tmp_path: Path) -> None:
    line = "office:b\tusa:b\tB\tUSA\tPresident\tHOS\tUSAGOV\t2009-01-20\t\t2016"
    assert problems_with(tmp_path, "shared/offices.tsv", line) == []
