"""A chat server in the test process: it answers on 127.0.0.1 what the test tells it to, and keeps what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from detente.second.coder import SecondCoder

# Status and body of an answer to a request.
Answerer = Callable[[dict[str, Any]], tuple[int, object]]


def said(**answer: object) -> tuple[int, object]:
    """A chat answer that holds this JSON object."""
    content = json.dumps({"words": "", "source": "", "target": ""} | answer)
    message = {"choices": [{"message": {"content": content}}]}
    return 200, message | {"usage": {"prompt_tokens": 100, "completion_tokens": 10}}


class Server:
    """The server's address and what it was asked, with the headers."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []

    def coder(self, folder: Path, **more: Any) -> SecondCoder:  # noqa: ANN401  whatever a coder has
        """A second coder that asks this server, without pauses."""
        coder = SecondCoder("openai:small", self.url, 1.0, folder / "cache", seconds=5.0, pauses=(0.0, 0.0))
        return replace(coder, **more)


@contextmanager
def serving(answer: Answerer) -> Iterator[Server]:
    """Serve until the block ends."""
    lock = Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with lock:
                server.asked.append(request)
                server.keys.append(self.headers.get("Authorization"))
                status, body = answer(request)
            data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with suppress(BrokenPipeError):  # who asked has not waited
                self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as inherited
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(f"http://127.0.0.1:{http.server_port}/v1")
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        http.server_close()
        thread.join()
