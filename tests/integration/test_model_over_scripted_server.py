"""The model adapter against our own server, which speaks the wire protocol and misbehaves."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from scripted_model import ScriptedModel
from werkzeug import Request, Response

from drafter.errors import ModelFailed, ModelUnreachable
from drafter.language_model.chat import ChatModel, ChatSettings, Usage

_PATH = "/v1/chat/completions"


def _chunk(delta: dict[str, Any], finish: str | None = None) -> str:
    body = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
    }
    return f"data: {json.dumps(body)}\n\n"


def _stream(*pieces: str, finish: str | None = "stop", usage: bool = False) -> Iterator[str]:
    yield _chunk({"role": "assistant", "content": ""})
    for piece in pieces:
        yield _chunk({"content": piece})
    if finish is not None:
        yield _chunk({}, finish)
    if usage:
        counted = {"prompt_tokens": 11, "completion_tokens": 5, "total_tokens": 16}
        body = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
        yield f"data: {json.dumps({**body, 'choices': [], 'usage': counted})}\n\n"
    yield "data: [DONE]\n\n"


def _events(pieces: Iterator[str]) -> Response:
    return Response(pieces, content_type="text/event-stream")


@pytest.fixture
def ask(httpserver: HTTPServer) -> Callable[..., str]:
    """Ask a server that answers with the given response, or with a function of the request."""

    def make(answer: Response | Callable[[Request], Response], **changes: Any) -> str:
        told = changes.pop("told", None)
        handler = httpserver.expect_request(_PATH, method="POST")
        if isinstance(answer, Response):
            handler.respond_with_response(answer)
        else:
            handler.respond_with_handler(answer)
        options = {"timeout": 1.5, "max_output_tokens": 100, **changes}
        settings = ChatSettings("m", httpserver.url_for("/v1"), "secret-key", **options)
        return ChatModel(settings, on_usage=told).answer("the system", "the user")

    return make


def test_what_is_sent(httpserver: HTTPServer, ask: Callable[..., str]) -> None:
    assert ask(_events(_stream("fine")), temperature=0.2) == "fine"
    request = httpserver.log[0][0]
    body = request.get_json()
    assert request.headers["Authorization"] == "Bearer secret-key"
    assert body["model"] == "m"
    assert [(m["role"], m["content"]) for m in body["messages"]] == [
        ("system", "the system"),
        ("user", "the user"),
    ]
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}
    assert body["temperature"] == 0.2
    assert body.get("max_completion_tokens", body.get("max_tokens")) == 100


def test_a_server_without_a_key_or_a_temperature(httpserver: HTTPServer) -> None:
    httpserver.expect_request(_PATH).respond_with_response(_events(_stream("fine")))
    model = ChatModel(ChatSettings("m", httpserver.url_for("/v1")))
    assert model.answer("s", "u") == "fine"
    assert "temperature" not in httpserver.log[0][0].get_json()


def test_the_usage_is_told(ask: Callable[..., str]) -> None:
    told: list[Usage] = []
    ask(_events(_stream("a", "b", usage=True)), told=told.append)
    assert told == [Usage(11, 5)]


FAILED: list[tuple[Callable[[], Response], str]] = [
    (lambda: _events(_stream("half an ans", finish=None)), "cut off"),
    (lambda: _events(_stream("as long as it may be", finish="length")), "most tokens"),
    (lambda: _events(_stream("no", finish="content_filter")), "refused"),
    (lambda: _events(_stream("")), "empty"),
    (lambda: _events(_stream(" \n ")), "empty"),
    (lambda: _events(_stream("I can’t help with that.")), "refused"),
    # LangChain drops the words of a streamed refusal; what is left is empty.
    (lambda: _events(iter((_chunk({"refusal": "No."}), _chunk({}, "stop")))), "empty"),
    (lambda: _events(_stream(*["a hundred times too long "] * 1_000)), "longer than 800 bytes"),
    (lambda: _events(iter(("data: [DONE]\n\n",))), "empty"),
    (lambda: _events(iter(("data: {broken\n\n",))), "JSON"),
    (lambda: _events(iter(('data: {"error": {"message": "x"}}\n\n',))), "broke off"),
    (lambda: Response("<html>not JSON</html>", status=400), "400"),
    (lambda: Response("{}", status=422), "422"),
]


@pytest.mark.parametrize(("answer", "reason"), FAILED, ids=[reason for _, reason in FAILED])
def test_an_answer_that_is_not_stored_as_a_draft(
    ask: Callable[..., str], answer: Callable[[], Response], reason: str
) -> None:
    with pytest.raises(ModelFailed, match=reason) as caught:
        ask(answer())
    assert not isinstance(caught.value, ModelUnreachable)


@pytest.mark.parametrize(
    ("status", "headers", "wait"),
    [
        (429, {"Retry-After": "12"}, 12.0),
        (429, {}, None),
        (500, {}, None),
        (502, {"Retry-After": "soon"}, None),
        (408, {}, None),
    ],
)
def test_a_server_that_is_not_ready(
    ask: Callable[..., str], status: int, headers: dict[str, str], wait: float | None
) -> None:
    with pytest.raises(ModelUnreachable) as caught:
        ask(Response("busy", status=status, headers=headers))
    assert caught.value.retry_after == wait


def test_a_server_that_hangs_is_left_after_the_timeout(ask: Callable[..., str]) -> None:
    release = threading.Event()

    def hang(_: Request) -> Response:
        release.wait(5)
        return Response("too late")

    try:
        with pytest.raises(ModelUnreachable, match=r"within 0\.5 seconds"):
            ask(hang, timeout=0.5)
    finally:
        release.set()


def test_a_server_that_dribbles_is_left_when_the_whole_answer_takes_too_long(
    ask: Callable[..., str],
) -> None:
    def dribble() -> Iterator[str]:
        for _ in range(40):
            time.sleep(0.1)
            yield _chunk({"content": "."})

    with pytest.raises(ModelUnreachable, match=r"no whole answer within 0\.5 seconds"):
        ask(_events(dribble()), timeout=0.5)


def test_nobody_listens() -> None:
    settings = ChatSettings("m", "http://127.0.0.1:9/v1", timeout=2)
    with pytest.raises(ModelUnreachable, match="connection"):
        ChatModel(settings).answer("s", "u")


def test_no_failure_shows_the_key_or_what_the_server_wrote(ask: Callable[..., str]) -> None:
    with pytest.raises(ModelFailed) as caught:
        ask(Response('{"error": {"message": "key secret-key is bad"}}', status=401))
    assert "secret-key" not in str(caught.value)
    assert "secret-key" not in repr(ChatSettings("m", api_key="secret-key"))


@pytest.fixture(params=["the real adapter", "the scripted model"])
def either(request: pytest.FixtureRequest, httpserver: HTTPServer) -> Callable[[str], Any]:
    """A model that will give this answer: over HTTP, and by our fake."""

    def make(text: str) -> Any:
        if request.param == "the scripted model":
            return ScriptedModel(text, name="m")
        handler = httpserver.expect_request(_PATH)
        handler.respond_with_handler(lambda _: _events(_stream(*text)))
        return ChatModel(ChatSettings("m", httpserver.url_for("/v1")))

    return make


def test_contract_the_answer_is_what_came_in_pieces(either: Callable[[str], Any]) -> None:
    pieces: list[str] = []
    model = either("各区域 {F1}")
    assert model.name == "m"
    assert model.answer("s", "u", on_text=pieces.append) == "各区域 {F1}"
    assert "".join(pieces) == "各区域 {F1}"
    assert model.answer("s", "u") == "各区域 {F1}"


def test_contract_an_empty_answer_is_a_failure(either: Callable[[str], Any]) -> None:
    with pytest.raises(ModelFailed, match="empty"):
        either(" ").answer("s", "u")
