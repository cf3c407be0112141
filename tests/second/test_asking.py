from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import made
from detente.cli import app
from detente.coding import code
from detente.record.second import SecondCoding
from detente.record.store import Record, open_record
from detente.second.asking import Asked, second_code
from detente.second.comparing import compare, comparison_lines
from detente.settings import Settings
from second.chat import Server, said, serving


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """Three documents, each with an act CONSULT (.9), an act ACCUSE (.6) and what that speaks of."""
    return code(made.numbers(3), tmp_path / "made", Settings(), parts=made.PARTS).record


def answer(request: dict[str, Any]) -> tuple[int, object]:
    """Agree on CONSULT; take ACCUSE for a threat."""
    met = "act: met" in request["messages"][1]["content"]
    return said(type="CONSULT", words="met") if met else said(type="THREATEN", words="accused Southland")


def ask(record: Record, server: Server, folder: Path, **more: Any) -> Asked:  # noqa: ANN401  whatever a coder has
    return second_code(record, server.coder(folder, **more))


def test_answers_go_to_their_own_table_and_events_stay(record: Record, tmp_path: Path) -> None:
    before = made.rows(record)
    with serving(answer) as server:
        asked = ask(record, server, tmp_path)
    rows = list(open_record(record.path).facts(SecondCoding))
    assert asked == Asked(6, 6, 4, 200, 20, "")  # the documents are alike: two questions, asked once each
    assert len(server.asked) == 2
    assert sorted((row.first_type, row.type, row.agrees) for row in rows) == sorted(
        [("ACCUSE", "THREATEN", False), ("CONSULT", "CONSULT", True)] * 3
    )
    assert {(row.model, row.server, row.coded_with) for row in rows} == {("openai:small", server.url, "v1")}
    assert made.rows(record) == before


@pytest.mark.parametrize(("more", "questions"), [({"below": 0.7}, 3), ({"below": 0.1}, 0), ({"most": 2}, 2)])
def test_only_unsure_acts_are_asked_about(record: Record, tmp_path: Path, more: dict[str, Any], questions: int) -> None:
    with serving(answer) as server:
        assert ask(record, server, tmp_path, **more).questions == questions


def test_nothing_is_asked_twice(record: Record, tmp_path: Path) -> None:
    with serving(answer) as server:
        ask(record, server, tmp_path, most=2)
        assert ask(record, server, tmp_path).questions == 4
        assert ask(record, server, tmp_path).questions == 0
        paid = len(server.asked)
        again = code(made.numbers(3), tmp_path / "again", Settings(), parts=made.PARTS).record
        kept = ask(again, server, tmp_path)
    assert (kept.cached, kept.tokens_in, len(server.asked)) == (6, 0, paid)


def test_an_answer_with_words_of_its_own_is_refused_and_kept(record: Record, tmp_path: Path) -> None:
    with serving(lambda _: said(type="AID", words="sent help")) as server:
        ask(record, server, tmp_path)
        found = compare(record, server.coder(tmp_path))
    row = next(iter(record.facts(SecondCoding)))
    assert (row.type, row.agrees, row.refused) == ("", None, "words 'sent help' does not stand in the sentence")
    assert (found.refused, found.whole.units, "sent help" in row.answer) == (6, 0, True)


def test_a_server_that_goes_down_leaves_what_was_answered(tmp_path: Path) -> None:
    texts = [made.WORDS.replace("Northland", f"Northlan{number}") for number in range(3)]
    record = code(texts, tmp_path / "made", Settings(), parts=made.PARTS).record
    answered: list[int] = []

    def failing(request: dict[str, Any]) -> tuple[int, object]:
        answered.append(1)
        return answer(request) if len(answered) < 3 else (401, "no")

    with serving(failing) as server:
        asked = ask(record, server, tmp_path, workers=1)
    assert (asked.answered, "status 401: no" in asked.stopped) == (2, True)
    assert len(list(record.facts(SecondCoding))) == 2


def test_agreement_is_computed_over_all_answers(record: Record, tmp_path: Path) -> None:
    with serving(answer) as server:
        ask(record, server, tmp_path)
        found = compare(record, server.coder(tmp_path))
    assert found.whole.same == 0.5
    assert found.whole.alpha == pytest.approx(1 - 11 * 6 / (144 - 36 - 9 - 9))
    assert [(row.type, row.first, row.second, row.both) for row in found.types] == [
        ("ACCUSE", 3, 0, 0), ("CONSULT", 3, 3, 3), ("THREATEN", 0, 3, 0),
    ]  # fmt: skip
    assert found.types[1].alpha == 1.0
    assert "same type 50%" in "\n".join(comparison_lines(found, server.coder(tmp_path)))


def test_the_cost_is_told() -> None:
    assert Asked(1, 1, 0, 2_000_000, 500_000, "").cost((0.5, 2.0)) == 2.0
    assert Asked(1, 1, 0, 5, 5, "").cost(None) is None


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--base-url", "http://127.0.0.1:1/v1"], "name it: --second-coder openai:MODEL"),
        (["--second-coder", "openai:small"], "needs the address of its server"),
    ],
)
def test_options_are_checked_before_coding(tmp_path: Path, options: list[str], what: str) -> None:
    done = CliRunner().invoke(app, ["code", "1", "-o", str(tmp_path / "r"), *options])
    assert what in str(done.exception)
    assert not (tmp_path / "r").exists()


def test_the_command_codes_asks_and_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.coding.detente_parts", lambda: made.PARTS)
    monkeypatch.chdir(tmp_path)
    told = ["code", "1", "2", "-o", "r", "--second-cache", "c", "--second-below", "0.7", "--second-price", "1:2"]
    with serving(answer) as server:
        done = CliRunner().invoke(app, [*told, "--second-coder", "openai:small", "--base-url", server.url])
    assert (done.exit_code, "r: 2 documents coded" in done.stderr) == (0, True)
    assert "2 answers, 1 of them known already; 100 tokens in, 10 out, cost 0.0001" in done.stderr
    assert "Agreement with openai:small on 2 acts under confidence 0.7" in done.stdout


def test_coding_stands_though_the_server_is_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.coding.detente_parts", lambda: made.PARTS)
    monkeypatch.setattr("detente.second.server.time.sleep", lambda _: None)
    monkeypatch.chdir(tmp_path)
    with serving(answer) as server:
        pass
    done = CliRunner().invoke(app, ["code", "1", "-o", "r", "--second-cache", "c", "--second-below", "1",
                                    "--second-coder", "openai:small", "--base-url", server.url])  # fmt: skip
    assert (done.exit_code, len(list(open_record("r").facts(SecondCoding)))) == (1, 0)
    assert "second coder stopped: " in done.stderr
    assert "the same command goes on where it was" in done.stderr
    assert len(made.rows(open_record("r"))["events"]) == 3
