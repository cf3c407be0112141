from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicons.user_codebook import UserCodebook, read_user_codebook

FRAMES = "[frames]\nlemma\ttype\na\tPARLEY\n"
TYPES = (
    "[types]\ntype\tdefinition\tquad\tscore\tmode\nPARLEY\tLeaders talk.\t1\t5\t\nPARLEY\tBehind doors.\t\t6\tsecret"
)


def read(folder: Path, *text: str) -> UserCodebook:
    path = folder / "mine.tsv"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return read_user_codebook([path])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("parley\t\tPARLEY", [("VERB", ("subj",)), ("NOUN", ("subj", "by", "poss", "mod"))]),
        ("parley\tlight:hold\tPARLEY", [("NOUN", ("subj", "by", "poss", "mod"))]),
        ("Parley\tprep:with\t", [("VERB", ("subj",)), ("NOUN", ("subj", "by", "poss", "mod"))]),
    ],
)
def test_short_frames_are_filled(tmp_path: Path, row: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    frames = read(tmp_path, "# mine", "lemma\tpattern\ttype", row).frames
    assert [(line.pos, line.source) for line in frames] == expected
    assert {(line.id, line.lemma) for line in frames} == {("user:mine.tsv:3", "parley")}
    assert {line.target for line in frames} == {("obj", "with", "against", "on", "to", "of")}


def test_the_columns_of_the_shipped_frames_are_taken(tmp_path: Path) -> None:
    header = "id\tlemma\tpos\tpattern\ttype\tmode\tcameo\tsource\ttarget\treciprocal\tcontent\tnote"
    (line,) = read(tmp_path, header, "x\tsnub\tVERB\tobj:*\tREJECT\tmeet\t120\tsubj\tobj;by\tyes\tplanned\twhy").frames
    assert (line.mode, line.cameo, line.target, line.reciprocal) == ("meet", "120", ("obj", "by"), True)
    assert (line.content, line.note) == ("planned", "why")


def test_types_have_figures_of_their_own(tmp_path: Path) -> None:
    book = read(tmp_path, TYPES, "[frames]", "lemma\ttype", "parley\tPARLEY", "snub\tREJECT")
    assert [(line.type, line.mode, line.quad, line.score) for line in book.types] == [
        ("PARLEY", "", 1, 5.0), ("PARLEY", "secret", None, 6.0),
    ]  # fmt: skip
    assert book.own == {"PARLEY", "REJECT"}


def test_figures_may_stand_with_a_frame(tmp_path: Path) -> None:
    types = read(
        tmp_path, "lemma\ttype\tquad\tscore", "parley\tPARLEY\t\t", "confer\tPARLEY\t1\t2.5", "spurn\tSPURN"
    ).types
    assert [(line.type, line.quad, line.score) for line in types] == [("PARLEY", 1, 2.5), ("SPURN", None, None)]


def test_a_plover_type_keeps_what_is_left_empty(tmp_path: Path) -> None:
    (line,) = read(tmp_path, "type\tdefinition\tscore", "CONSULT\tTalks of any kind.\t3").types
    assert (line.definition, line.quad, line.score) == ("Talks of any kind.", 1, 3.0)


def test_several_files_are_one_codebook(tmp_path: Path) -> None:
    for name, text in (
        ("a", "lemma\ttype\nparley\tPARLEY"),
        ("b", "text\ttype\tsource\nPeru and Chile parley.\tPARLEY\tPeru"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (example,) = read_user_codebook([tmp_path / "a", tmp_path / "b"]).examples
    assert (example.id, example.line, example.source, example.target) == ("user:b:2", 2, "Peru", "")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("lemma\ttype\tcolour\nparley\tPARLEY\tred", "1: column colour is unknown; the columns of frames are lemma"),
        ("lemma\tpattern\nparley\t", "1: column type is missing"),
        ("[verbs]\nlemma\ttype", "1: '[verbs]' is none of [types], [frames], [examples]"),
        ("text\ttype\nPeru acts.\tREJECT", "holds neither frames nor types"),
        ("lemma\ttype\nparley\tPARLEY\tx\ty", "2: more cells than columns"),
        ("lemma\ttype\ncall off\tPARLEY", "2: lemma 'call off' is more than one word"),
        ("lemma\ttype\n\tPARLEY", "2: lemma is empty"),
        ("lemma\ttype\nparley\tParley", "2: type 'Parley' is written in capitals"),
        ("lemma\ttype\nparley\tNONE", "2: type 'NONE' is written in capitals"),
        ("lemma\ttype\nparley\tCONSLUT", "2: type 'CONSLUT' looks like CONSULT"),
        (f"{TYPES}\n[frames]\nlemma\ttype\nparley\tPARLY", "7: type 'PARLY' is neither PLOVER's nor declared"),
        ("lemma\ttype\tquad\nparley\tPARLEY\t5", "2: quad '5'; it is 1, 2"),
        ("lemma\ttype\tscore\nparley\tPARLEY\thigh", "2: score 'high'; it is a number from -10 to 10"),
        ("lemma\ttype\tscore\na\tPARLEY\t1\nb\tPARLEY\t2", "3: score of PARLEY is 2 here and 1 above"),
        ("lemma\ttype\tsource\nparley\tPARLEY\tsubject", "2: source 'subject'; a place is one of about, against"),
        ("lemma\ttype\tpattern\nparley\tPARLEY\tobject:x", "2: pattern 'object:x': a slot is one of"),
        ("lemma\ttype\tpattern\nparley\tPARLEY\tobj:@nobody", "2: class @nobody is not in en/classes.tsv"),
        ("lemma\ttype\tmode\nparley\tCONSULT\tsecret", "2: CONSULT secret is no type or mode"),
        ("lemma\ttype\tpos\nparley\tPARLEY\tverb", "2: pos 'verb'; allowed are ADJ, NOUN, VERB"),
        ("lemma\ttype\treciprocal\nparley\tPARLEY\ttrue", "2: reciprocal 'true'; allowed are yes, no"),
        (f"{FRAMES}[examples]\ntext\ttype\nPeru acts.\tPARLAY", "6: type 'PARLAY' is neither"),
        (f"{FRAMES}[examples]\ntext\ttype\tsource\nPeru acts.\tPARLEY\tChile", "6: 'Chile' is neither"),
        (f"{FRAMES}[examples]\ntext\ttype\tsource\nPeru acts.\t\tPeru", "6: source, target and status"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read(tmp_path, text)
    assert what in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path / "mine.tsv"))


def test_each_problem_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as raised:
        read(tmp_path, "lemma\ttype\tpattern\tsource", "parley\tParley\tobject:x\tsubject")
    assert len(str(raised.value).splitlines()) == len(set(str(raised.value).splitlines())) == 3


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read: No such file"):
        read_user_codebook([tmp_path / "none.tsv"])
