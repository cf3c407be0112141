import pytest

from detente.claims.loaded import LoadedWords, loaded_in
from detente.claims.opinion import GenreJudge, judge_genres, load_judge
from detente.claims.quotations import Quote
from detente.claims.voice import own_words
from detente.lexicons.entries import PhraseLine
from detente.record.model import Loaded
from detente.record.reading import Reading
from trees import reading, tree

THUGS = """
The the DET DT det 1
thugs thug NOUN NNS nsubj 2
wrecked wreck VERB VBD ROOT 2
the the DET DT det 4
talks talk NOUN NNS dobj 2
"""
FAR_RIGHT = """
A a DET DT det 4
far far ADV RB advmod 3
- - PUNCT HYPH punct 3
right right ADJ JJ amod 4
party party NOUN NN nsubj 5
won win VERB VBD ROOT 5
"""
NAMED = """
The the DET DT det 2
Brave brave PROPN NNP compound 2
Party party PROPN NNP nsubj 3
won win VERB VBD ROOT 3
"""
SCARE = """
Their their PRON PRP$ poss 3
" " PUNCT `` punct 3
help help NOUN NN nmod 3
" " PUNCT '' punct 3
failed fail VERB VBD ROOT 4
"""
QUOTED_HELP = (Quote(6, 14, closed=True),)


@pytest.fixture(scope="module")
def judge() -> GenreJudge:
    return load_judge()


def loaded(given: Reading, quotes: tuple[Quote, ...], judge: GenreJudge) -> tuple[Loaded, ...]:
    return judge_genres(given, quotes, judge).loaded


@pytest.mark.parametrize(
    ("table", "text", "kind", "line"),
    [
        (THUGS, "thugs", "vilifying", "loaded:vilifying.thug"),
        (FAR_RIGHT, "far - right", "label", "loaded:label.far-right"),
    ],
)
def test_a_listed_word_is_found_with_its_line(table: str, text: str, kind: str, line: str, judge: GenreJudge) -> None:
    given = reading(table)
    found = next(one for one in loaded(given, (), judge) if one.text == text)
    assert (found.kind, found.evidence) == (kind, (line,))
    assert given.document.text[found.start : found.end] == text


def test_a_word_inside_a_quotation_is_the_sources_and_less_sure(judge: GenreJudge) -> None:
    given = reading(THUGS)
    mine = next(one for one in loaded(given, (), judge) if one.text == "thugs")
    theirs = next(one for one in loaded(given, (Quote(0, 20, closed=True),), judge) if one.text == "thugs")
    assert theirs.kind == "quoted"
    assert theirs.p < mine.p


def test_a_word_of_a_name_is_not_the_authors_choice(judge: GenreJudge) -> None:
    assert loaded(reading(NAMED), (), judge) == ()


@pytest.mark.parametrize(("table", "found"), [(SCARE, True), (THUGS, False)])
def test_a_word_in_quotation_marks_that_nobody_spoke_is_weighed(table: str, found: bool, judge: GenreJudge) -> None:
    given = reading(table)
    own = own_words(given, QUOTED_HELP if found else ())[0]
    weighed = loaded_in(own, [], 0.99, QUOTED_HELP if found else (), judge.model)
    assert any(one.kind == "scare_quotes" for one in weighed) == found


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [(("wreck",), [(2, 2)]), (("wreck the talks", "wreck"), [(2, 4)]), (("wreck havoc",), [])],
)
def test_the_longest_listed_phrase_wins(phrases: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    words = LoadedWords([PhraseLine(f"test:{phrase}", phrase, "alarming") for phrase in phrases])
    assert [(match.first, match.last) for match in words.find(tree(THUGS).tokens)] == expected
