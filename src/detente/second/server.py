"""A chat server that speaks OpenAI's protocol, as llama.cpp, vLLM and Ollama do. The one importer of httpx."""

import json
import time
from collections.abc import Mapping
from typing import Any, Self

import httpx

from detente.errors import DetenteError
from detente.second.cache import Reply
from detente.second.coder import SecondCoder

# An answer is four short cells; a model that rambles is cut off, and its answer then refused.
LONGEST_ANSWER = 300
LONGEST_PAUSE = 60.0
TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
# How servers are asked for JSON, the strictest first; one that does not know a form says so with one of these.
# (llama-cpp-python 0.3 answers 500)
UNKNOWN_FORM = frozenset({400, 404, 415, 422, 500, 501})


class ServerError(DetenteError):
    """The server cannot be reached, or does not answer; its message says which and what to do."""


class ChatServer:
    """One model on one server; what fails for good once is not tried again."""

    def __init__(self, coder: SecondCoder, schema: Mapping[str, Any], key: str | None = None) -> None:
        """Open a connection.

        Args:
            coder: whom to ask.
            schema: JSON schema of an answer.
            key: the key the server wants, if it wants one; it is sent to this server alone and kept nowhere.
        """
        self._coder = coder
        self._forms = _forms(schema)
        self._form = 0
        self._failed = ""
        self._url = f"{coder.server.rstrip('/')}/chat/completions"
        self._client = httpx.Client(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(coder.seconds, connect=10.0),
            trust_env=not coder.is_local,  # a proxy is for addresses outside
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def request(self, messages: list[dict[str, str]]) -> dict[str, Any]:
        """The question as it is sent, without the form, which is the server's matter."""
        return {
            "model": self._coder.name,
            "messages": messages,
            "temperature": 0,
            "seed": 1,
            "max_tokens": LONGEST_ANSWER,
        }

    def ask(self, request: Mapping[str, Any]) -> Reply:
        """Return the answer.

        Raises:
            ServerError: there is none, after all tries.
        """
        if self._failed:
            raise ServerError(self._failed)
        try:
            return self._read(self._post(request))
        except ServerError as problem:
            self._failed = str(problem)
            raise

    def _post(self, request: Mapping[str, Any]) -> httpx.Response:
        what = ""
        for pause in (0.0, *self._coder.pauses):
            time.sleep(pause)
            try:
                response = self._send(request)
            except httpx.TimeoutException:
                what = f"no answer within {self._coder.seconds:g} seconds"
                continue
            except (httpx.HTTPError, httpx.InvalidURL) as problem:
                what = str(problem) or type(problem).__name__
                continue
            if response.status_code == httpx.codes.OK:
                return response
            what = f"status {response.status_code}: {_said(response)}"
            if response.status_code not in TRY_AGAIN:
                break
            time.sleep(_asked_pause(response))
        raise ServerError(f"{self._url}: {what}{_advice(what)}")

    def _send(self, request: Mapping[str, Any]) -> httpx.Response:
        """Send the request in the strictest form of JSON that the server knows, and remember which that is."""
        while True:
            form = self._form
            response = self._client.post(self._url, json={**request, **self._forms[form]})
            if response.status_code not in UNKNOWN_FORM or form + 1 == len(self._forms) or not _about_form(response):
                return response
            self._form = max(self._form, form + 1)

    def _read(self, response: httpx.Response) -> Reply:
        try:
            found = response.json()
            text = found["choices"][0]["message"]["content"] or ""
            usage = found.get("usage") or {}
            return Reply(str(text), int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as problem:
            raise ServerError(
                f"{self._url}: answers, but not as a chat server does: {response.text[:200]!r}"
            ) from problem


def _forms(schema: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    """OpenAI's form of a schema, that of llama-cpp-python, and none."""
    named = {"name": "coding", "strict": True, "schema": schema}
    return (
        {"response_format": {"type": "json_schema", "json_schema": named}},
        {"response_format": {"type": "json_object", "schema": schema}},
        {},
    )


def _about_form(response: httpx.Response) -> bool:
    """Tell whether a refusal is about the form of the answer, and not about the model or the question."""
    said = response.text.lower()
    return any(word in said for word in ("response_format", "json_schema", "json_object", "schema", "grammar"))


def _said(response: httpx.Response) -> str:
    """The server's own words, in short."""
    try:
        found = response.json()
        error = found.get("error", found) if isinstance(found, dict) else found
        said = error.get("message", error) if isinstance(error, dict) else error
        return (said if isinstance(said, str) else json.dumps(said))[:300]
    except ValueError:
        return " ".join(response.text.split())[:300] or response.reason_phrase


def _asked_pause(response: httpx.Response) -> float:
    """Seconds that a busy server asks to wait."""
    try:
        return min(max(float(response.headers.get("retry-after", 0)), 0.0), LONGEST_PAUSE)
    except ValueError:
        return 0.0


def _advice(what: str) -> str:
    if what.startswith(("status 401", "status 403")):
        return "; the key of the server goes into the environment variable OPENAI_API_KEY"
    return ""
