from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.second.coder import SecondCoder, prices
from detente.second.questions import Question, load_codebook, messages

BOOK = "[types]\ntype\tdefinition\nPARLEY\tLeaders talk.\n[examples]\ntext\ttype\nPeru and Chile parley.\tPARLEY\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    (tmp_path / "mine.tsv").write_text(BOOK, encoding="utf-8")
    return tmp_path / "mine.tsv"


def test_the_codebook_is_in_the_prompt(mine: Path) -> None:
    codebook = load_codebook([mine])
    assert (len(codebook.types), codebook.types[-2:]) == (18, ("PARLEY", "NONE"))
    for line in ("AID: Gives something material", "PARLEY: Leaders talk.", 'for example "Peru and Chile parley."'):
        assert line in codebook.prompt()
    assert codebook.schema()["properties"]["type"]["enum"] == list(codebook.types)


def test_only_the_users_types_are_explained_where_only_they_were_coded(mine: Path) -> None:
    assert load_codebook([mine], only=True).types == ("PARLEY", "NONE")


def test_a_question_does_not_give_the_answer_away() -> None:
    question = Question("e", "d", "v1", "ASSAULT", "struck", "Peru", "", "Peru struck.")
    system, user = messages(question, "the codebook")
    assert (system["content"], "ASSAULT" in user["content"]) == ("the codebook", False)
    assert user["content"].splitlines() == [
        "Sentence: Peru struck.", "Words that tell the act: struck", "Source: Peru", "Target: not named",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("model", "server", "what"),
    [
        ("small", "http://127.0.0.1:1/v1", "write openai:MODEL"),
        ("openai:", "http://127.0.0.1:1/v1", "write openai:MODEL"),
        ("other:small", "http://127.0.0.1:1/v1", "write openai:MODEL"),
        ("openai:small", "", "needs the address of its server"),
        ("openai:small", "localhost:8080", "needs the address of its server"),
        ("openai:small", "http://me:secret@host/v1", "a key goes into OPENAI_API_KEY"),
    ],
)
def test_who_is_asked_must_be_said(model: str, server: str, what: str) -> None:
    with pytest.raises(UsageError, match=what):
        SecondCoder(model, server, 0.5, Path("cache"))


@pytest.mark.parametrize("text", ["1", "1:2:3", "a:b", ""])
def test_a_price_is_two_numbers(text: str) -> None:
    assert prices("0.15:0.6") == (0.15, 0.6)
    with pytest.raises(UsageError, match="--second-price"):
        prices(text)
