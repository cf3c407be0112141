from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from itertools import count

import pytest

import made
from detente.engines import open_engine
from detente.record.model import Coded, Document
from detente.settings import Settings


def run(workers: int, *inputs: str) -> list[Coded]:
    settings = Settings(workers=workers)
    documents = [item for item in made.read(inputs, settings) if isinstance(item, Document)]
    with open_engine(made.prepare, settings) as engine:
        return list(engine.map(documents))


def test_a_pool_gives_the_same_in_the_same_order() -> None:
    assert run(2, *made.numbers(30)) == run(1, *made.numbers(30))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("bad", "cannot be coded: ZeroDivisionError: a fault of ours (made.py:"),
        ("astray", "points at 0..99 in a text of 6 characters"),
    ],
)
def test_a_document_that_fails_is_refused_by_name(text: str, reason: str) -> None:
    first, second, third = run(1, "1", text, "2")
    assert len(first.documents) == len(third.documents) == 1
    assert second == replace(Coded(), refusals=second.refusals)
    assert (second.refusals[0].uri, reason in second.refusals[0].reason) == (f"{text}.txt", True)


def test_a_document_that_kills_its_process_is_refused_and_the_rest_is_coded() -> None:
    results = run(2, *made.numbers(12), "deadly", *(str(n) for n in range(12, 24)))
    assert [len(result.documents) for result in results] == [1] * 12 + [0] + [1] * 12
    assert "process died" in results[12].refusals[0].reason


def test_a_worker_found_dead_when_a_document_is_handed_out_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = ProcessPoolExecutor.submit, count(1)

    def submit(pool: ProcessPoolExecutor, code: Callable[..., Coded], *work: object) -> Future[Coded]:
        if next(calls) == 3:
            raise BrokenProcessPool("gone")
        return real(pool, code, *work)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    assert [len(result.documents) for result in run(2, *made.numbers(6))] == [1] * 6


def test_documents_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def documents() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield made.document(number, "")

    with open_engine(made.prepare, Settings(workers=2)) as engine:
        next(iter(engine.map(documents())))
    assert len(taken) <= 10
