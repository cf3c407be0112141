from pathlib import Path

import pytest

from detente.errors import LexiconError
from detente.lexicons.comparing import compare_lexicons

HEADER = "id\tlemma\ttype"


def folder(path: Path, *lines: str) -> Path:
    (path / "en").mkdir(parents=True)
    (path / "en" / "frames.tsv").write_text("\n".join(["# a note", HEADER, *lines, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (["f-1\tmeet\tCONSULT"], ["f-1\tmeet\tCONSULT"], []),
        (["f-1\tmeet\tCONSULT"], ["f-1\tmeet\tAGREE"], [("changed", "f-1", "type: 'CONSULT' -> 'AGREE'")]),
        ([], ["f-1\tmeet\tCONSULT"], [("added", "f-1", "lemma: meet | type: CONSULT")]),
        (["f-2\thelp"], [], [("removed", "f-2", "lemma: help")]),
        (["f-2\thelp", "f-1\ta"], ["f-1\ta", "f-2\thelp"], []),
    ],
)
def test_changes(tmp_path: Path, before: list[str], after: list[str], changes: list[tuple[str, str, str]]) -> None:
    older, newer = folder(tmp_path / "older", *before), folder(tmp_path / "newer", *after)
    assert [change[1:] for change in compare_lexicons(older, newer)] == changes


def test_a_file_that_is_new_is_all_added(tmp_path: Path) -> None:
    assert {change.kind for change in compare_lexicons(folder(tmp_path / "older"))} == {"added"}


def test_a_folder_without_lexicons_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no lexicon"):
        list(compare_lexicons(tmp_path))
