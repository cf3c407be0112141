"""The way of a second coding: questions from the record, answers from the cache or the server, rows to the record."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, NamedTuple

from detente.record.second import SecondCoding
from detente.record.store import Record
from detente.second.answers import check_answer
from detente.second.cache import Cache, Reply, key_of
from detente.second.coder import SecondCoder
from detente.second.questions import Codebook, Question, load_codebook, messages
from detente.second.server import ChatServer, ServerError

KEY = "OPENAI_API_KEY"
# Answers written at a time: what a killed run can lose of the record; the cache loses none.
BATCH = 64


class Asked(NamedTuple):
    """Questions, answers, those from the cache, tokens paid for, and why it stopped early ("" if it did not)."""

    questions: int
    answered: int
    cached: int
    tokens_in: int
    tokens_out: int
    stopped: str

    def cost(self, price: tuple[float, float] | None) -> float | None:
        """Money for the tokens of this run, at a price a million."""
        return None if price is None else (self.tokens_in * price[0] + self.tokens_out * price[1]) / 1e6


class _Answered(NamedTuple):
    row: SecondCoding
    cached: bool


def second_code(
    record: Record, coder: SecondCoder, *, only: bool = False, say: Callable[[str], None] = lambda _: None
) -> Asked:
    """Ask a second coder about the events under a confidence that it has not been asked about, and keep what it says.

    Args:
        record: the record; its events stay as they are.
        coder: whom to ask, and about which events.
        only: the record was coded with the user's types alone.
        say: told how far it is, a line at a time.

    Raises:
        LexiconError: the user's codebook is wrong.
        RecordError: the record cannot be read or written.
    """
    codebook = load_codebook(coder.codebook, only=only)
    with record.writing():
        questions = _questions(record, coder)
        say(f"second coder {coder.model} at {coder.server}: {len(questions):,} questions")
        with ChatServer(coder, codebook.schema(), os.environ.get(KEY)) as server:
            asker = _Asker(coder, codebook, server)
            for batch in asker.batches(questions):
                record.add([answered.row for answered in batch])
                say(f"second coder: {asker.done:,} of {len(questions):,} answered")
        record.refresh()
        record.compact()
    return Asked(len(questions), asker.done, asker.cached, asker.tokens_in, asker.tokens_out, asker.stopped)


def _questions(record: Record, coder: SecondCoder) -> list[Question]:
    asked = {"model": coder.model, "server": coder.server, "below": coder.below, "limit": coder.most}
    rows = record.run("second_questions", asked).fetchall()
    return [
        Question(event, doc, coded_with, type_, trigger, source or source_code, target or target_code, sentence)
        for event, doc, coded_with, type_, trigger, source, source_code, target, target_code, sentence in rows
    ]


class _Asker:
    """Asks question after question, and counts."""

    def __init__(self, coder: SecondCoder, codebook: Codebook, server: ChatServer) -> None:
        self.done = self.cached = self.tokens_in = self.tokens_out = 0
        self.stopped = ""
        self._coder = coder
        self._codebook = codebook
        self._prompt = codebook.prompt()
        self._server = server
        self._cache = Cache(coder.cache)

    def batches(self, questions: Sequence[Question]) -> Iterator[list[_Answered]]:
        """Yield answers in the order of the questions; the first goes alone, to see whether anybody answers."""
        ends = [1, *range(1 + BATCH, len(questions) + BATCH, BATCH)]
        with ThreadPoolExecutor(self._coder.workers) as pool:
            for start, end in zip([0, *ends], ends, strict=False):
                batch = list(self._answered(pool, questions[start:end]))
                self._count(batch)
                if batch:
                    yield batch
                if self.stopped:
                    return

    def _answered(self, pool: Executor, questions: Sequence[Question]) -> Iterator[_Answered]:
        """Yield answers; several acts may lead to the same question, which is then asked once."""
        requests = [self._server.request(messages(question, self._prompt)) for question in questions]
        keys = [key_of(self._coder.server, request) for request in requests]
        different = dict(zip(keys, requests, strict=True))
        replies = dict(zip(different, pool.map(self._ask, different.items()), strict=True))
        paid: set[str] = set()
        for question, key in zip(questions, keys, strict=True):
            reply, cached = replies[key]
            if reply is not None:
                yield _Answered(self._row(question, key, reply), cached or key in paid)
                paid.add(key)

    def _count(self, batch: Sequence[_Answered]) -> None:
        self.done += len(batch)
        self.cached += sum(answered.cached for answered in batch)
        self.tokens_in += sum(answered.row.tokens_in for answered in batch if not answered.cached)
        self.tokens_out += sum(answered.row.tokens_out for answered in batch if not answered.cached)

    def _ask(self, asked: tuple[str, dict[str, Any]]) -> tuple[Reply | None, bool]:
        """Return the reply to a request, None where the server fails (`stopped` says why), and whether it was kept."""
        key, request = asked
        kept = self._cache.get(key)
        if kept is not None:
            return kept, True
        try:
            reply = self._server.ask(request)
        except ServerError as problem:
            self.stopped = str(problem)
            return None, False
        self._cache.put(key, reply)
        return reply, False

    def _row(self, question: Question, key: str, reply: Reply) -> SecondCoding:
        answer = check_answer(reply.text, question, self._codebook.types)
        return SecondCoding(
            event_id=question.event_id,
            doc_id=question.doc_id,
            model=self._coder.model,
            server=self._coder.server,
            first_type=question.first_type,
            type=answer.type,
            agrees=None if answer.refused else answer.type == question.first_type,
            refused=answer.refused,
            answer=reply.text,
            question=key,
            tokens_in=reply.tokens_in,
            tokens_out=reply.tokens_out,
            coded_with=question.coded_with,
        )
