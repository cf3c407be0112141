from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from detente.second.cache import Cache, Reply, key_of
from detente.second.server import ChatServer, ServerError
from second.chat import Answerer, Server, said, serving

HELLO = [{"role": "user", "content": "hello"}]


def in_turn(*answers: tuple[int, object]) -> Answerer:
    """Answer the first request with the first answer, and so on; the last one stays."""
    waiting = list(answers)
    return lambda _: waiting.pop(0) if len(waiting) > 1 else waiting[0]


def ask(server: Server, folder: Path, key: str | None = None) -> Reply:
    with ChatServer(server.coder(folder), {"type": "object"}, key) as chat:
        return chat.ask(chat.request(HELLO))


def test_a_question_is_asked_the_same_way_each_time(tmp_path: Path) -> None:
    with serving(lambda _: said(type="AID")) as server:
        reply = ask(server, tmp_path)
    (request,) = server.asked
    assert (request["model"], request["temperature"], request["seed"]) == ("small", 0, 1)
    assert (reply.tokens_in, reply.tokens_out, '"AID"' in reply.text) == (100, 10, True)
    assert server.keys == [None]


def test_a_key_is_sent(tmp_path: Path) -> None:
    with serving(lambda _: said()) as server:
        ask(server, tmp_path, "k-1")
    assert server.keys == ["Bearer k-1"]


@pytest.mark.parametrize("busy", [(429, {"error": {"message": "slow down"}}), (503, "loading")])
def test_a_busy_server_is_asked_again(tmp_path: Path, busy: tuple[int, object]) -> None:
    with serving(in_turn(busy, busy, said(type="AID"))) as server:
        assert '"AID"' in ask(server, tmp_path).text
    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_server_that_knows_no_schema_is_asked_for_json(tmp_path: Path, status: int) -> None:
    def picky(request: dict[str, Any]) -> tuple[int, object]:
        form = request.get("response_format", {}).get("type")
        return said(type="AID") if form is None else (status, {"detail": "response_format.type is not known"})

    with serving(picky) as server, ChatServer(server.coder(tmp_path), {"type": "object"}) as chat:
        chat.ask(chat.request(HELLO))
        chat.ask(chat.request(HELLO))
    forms = [request.get("response_format", {}).get("type") for request in server.asked]
    assert forms == ["json_schema", "json_object", None, None]


@pytest.mark.parametrize(
    ("answer", "what", "tries"),
    [
        (lambda _: (401, {"error": {"message": "no key"}}), r"status 401: no key; the key .* OPENAI_API_KEY", 1),
        (lambda _: (404, {"error": "model not found"}), "status 404: model not found", 1),
        (lambda _: (500, "<html>down</html>"), "status 500: <html>down</html>", 3),
        (lambda _: (200, "hello"), "not as a chat server does: 'hello'", 1),
        (lambda _: (200, {"choices": []}), "not as a chat server does", 1),
    ],
)
def test_trouble_is_told_and_not_sought_again(tmp_path: Path, answer: Answerer, what: str, tries: int) -> None:
    with serving(answer) as server, ChatServer(server.coder(tmp_path), {}) as chat:
        for _ in range(2):
            with pytest.raises(ServerError, match=what):
                chat.ask(chat.request(HELLO))
    assert len(server.asked) == tries


def test_a_server_that_is_down_is_named(tmp_path: Path) -> None:
    with serving(lambda _: said()) as server:
        pass
    with pytest.raises(ServerError, match=rf"{server.url}/chat/completions: .*refused"):
        ask(server, tmp_path)


def test_a_slow_server_is_not_waited_for(tmp_path: Path) -> None:
    import time

    def slow(_: dict[str, Any]) -> tuple[int, object]:
        time.sleep(0.3)
        return said()

    with (
        serving(slow) as server,
        ChatServer(server.coder(tmp_path, seconds=0.05, pauses=()), {}) as chat,
        pytest.raises(ServerError, match=r"no answer within 0\.05 seconds"),
    ):
        chat.ask(chat.request(HELLO))


@pytest.mark.parametrize(
    "spoil", [lambda path: path.write_text("{"), lambda path: path.write_text("[]"), lambda path: path.unlink()]
)
def test_a_spoilt_answer_is_asked_for_again(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    cache = Cache(tmp_path / "cache")
    key = key_of("http://a", {"messages": HELLO})
    cache.put(key, Reply("yes", 3, 1))
    assert cache.get(key) == Reply("yes", 3, 1)
    spoil(next((tmp_path / "cache").rglob("*.json")))
    assert cache.get(key) is None


def test_another_server_or_question_is_another_answer() -> None:
    keys = {key_of(server, {"messages": text}) for server in ("http://a", "http://b") for text in ("x", "y")}
    assert len(keys) == 4
