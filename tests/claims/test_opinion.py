from dataclasses import replace

import pytest

from detente.claims.opinion import judge_genres, load_genre_words
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


def judged(given: Reading) -> Reading:
    return judge_genres(given, (), load_genre_words())


@pytest.mark.parametrize(("table", "genre"), [(PLAIN, "report"), (RANT, "opinion")])
def test_genre_of_a_sentence_and_its_document(table: str, genre: str) -> None:
    result = judged(reading(table))
    assert result.sentences[0].sentence.genre == genre
    assert result.document.genre == genre
    assert 0.5 <= result.document.genre_p <= 1


@pytest.mark.parametrize(
    ("publisher", "genre"),
    [("Ministry of Foreign Affairs of Norland", "statement"), ("The Norland Herald", "report"), ("", "report")],
)
def test_a_ministry_publishes_statements(publisher: str, genre: str) -> None:
    given = reading(PLAIN)
    result = judged(replace(given, document=replace(given.document, publisher=publisher)))
    assert result.document.genre == genre


def test_a_section_name_makes_opinion_likelier() -> None:
    plain = reading(PLAIN)
    marked = replace(plain, document=replace(plain.document, title="Opinion: The talks"))
    assert judged(marked).document.genre_p != judged(plain).document.genre_p
    assert (
        judged(marked).document.genre == "opinion" or judged(marked).document.genre_p < judged(plain).document.genre_p
    )
