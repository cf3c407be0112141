from dataclasses import replace

import pytest

from claim_trees import CRITICS, SAID_AFTER
from detente.claims.opinion import GenreJudge, judge_genres, load_judge
from detente.claims.quotations import Quote
from detente.record.reading import Reading
from trees import reading

PLAIN = """
The the DET DT det 1
talks talk NOUN NNS nsubj 2
ended end VERB VBD ROOT 2
on on ADP IN prep 2
Monday monday PROPN NNP pobj 3
. . PUNCT . punct 2
"""
RANT = """
We we PRON PRP nsubj 2
should should AUX MD aux 2
reject reject VERB VB ROOT 2
this this DET DT det 5
disgraceful disgraceful ADJ JJ amod 5
deal deal NOUN NN dobj 2
! ! PUNCT . punct 2
"""
OF_A_STATE = """
The the DET DT det 2
{adjective} {lemma} ADJ JJ amod 2
minister minister NOUN NN nsubj 3
left leave VERB VBD ROOT 3
{state} {state} PROPN NNP dobj 3
"""


@pytest.fixture(scope="module")
def judge() -> GenreJudge:
    return load_judge()


def opinion_p(given: Reading) -> float:
    sentence = given.sentences[0].sentence
    return sentence.genre_p if sentence.genre == "opinion" else 1 - sentence.genre_p


@pytest.mark.parametrize(("table", "genre"), [(PLAIN, "report"), (RANT, "opinion")])
def test_genre_of_a_sentence_and_its_document(table: str, genre: str, judge: GenreJudge) -> None:
    result = judge_genres(reading(table), (), judge)
    assert result.sentences[0].sentence.genre == genre
    assert result.document.genre == genre
    assert 0.5 <= result.document.genre_p <= 1


def test_what_a_source_says_is_no_opinion_of_the_author(judge: GenreJudge) -> None:
    given = reading(RANT)
    end = given.sentences[0].sentence.end
    said = judge_genres(given, (Quote(0, end, closed=True),), judge)
    assert opinion_p(said) < opinion_p(judge_genres(given, (), judge)) / 2


@pytest.mark.parametrize(
    ("publisher", "genre"),
    [("Ministry of Foreign Affairs of Norland", "statement"), ("The Norland Herald", "report"), ("", "report")],
)
def test_a_ministry_publishes_statements(publisher: str, genre: str, judge: GenreJudge) -> None:
    given = reading(PLAIN)
    result = judge_genres(replace(given, document=replace(given.document, publisher=publisher)), (), judge)
    assert result.document.genre == genre


def test_a_section_name_makes_opinion_likelier(judge: GenreJudge) -> None:
    plain = reading(PLAIN)
    marked = replace(plain, document=replace(plain.document, title="Opinion: The talks"))
    before, after = (judge_genres(given, (), judge).document for given in (plain, marked))
    assert before.genre == "report"
    assert after.genre == "opinion" or after.genre_p < before.genre_p


def test_several_plain_sentences_make_a_report_surer(judge: GenreJudge) -> None:
    tables = ((PLAIN,), (PLAIN, SAID_AFTER, CRITICS))
    one, many = (judge_genres(reading(*some), (), judge).document for some in tables)
    assert (one.genre, many.genre) == ("report", "report")
    assert many.genre_p > 0.8


def test_names_of_states_have_no_say(judge: GenreJudge) -> None:
    pairs = [("Russian", "Russia"), ("American", "America"), ("Chinese", "China"), ("Iranian", "Iran")]
    tables = [OF_A_STATE.format(adjective=adj, lemma=adj.lower(), state=state) for adj, state in pairs]
    chances = [opinion_p(judge_genres(reading(table), (), judge)) for table in tables]
    # the length of a name changes nothing either
    assert max(chances) - min(chances) < 0.001
