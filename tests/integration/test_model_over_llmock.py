"""The model adapter against llmock, a third-party server of the OpenAI wire protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from llmock.scenarios import Behavior, Delay, Fail, Reply, StreamFault
from llmock.testing import LLMockServer

from drafter.errors import ModelFailed, ModelUnreachable
from drafter.language_model.chat import ChatModel, ChatSettings, Usage
from drafter.language_model.retrying import RetryingModel


@pytest.fixture(scope="module")
def server() -> Iterator[LLMockServer]:
    with LLMockServer() as running:
        yield running


@pytest.fixture
def put(server: LLMockServer) -> Callable[..., ChatModel]:
    """A model on a server that will behave as told; nothing is left of earlier tests."""
    server.state.scenarios.clear()
    server.state.journal.clear()

    def make(*behaviors: Behavior, **changes: object) -> ChatModel:
        server.state.scenarios.add(*behaviors)
        options = {"timeout": 2.0, "max_output_tokens": 400, **changes}
        settings = ChatSettings("gpt-4o", server.base_url("openai"), "key", **options)  # type: ignore[arg-type]
        return ChatModel(settings)

    return make


def test_a_whole_answer_comes_in_pieces_and_at_the_end(put: Callable[..., ChatModel]) -> None:
    pieces: list[str] = []
    text = "Sales came to {F1}, {F1.gap:change}; 各区域均已完成。"
    assert put(Reply(text=text)).answer("system", "user", on_text=pieces.append) == text
    assert "".join(pieces) == text
    assert len([piece for piece in pieces if piece]) > 1


def test_the_tokens_that_the_provider_counts_are_told(server: LLMockServer) -> None:
    server.state.scenarios.clear()
    told: list[Usage] = []
    settings = ChatSettings("gpt-4o", server.base_url("openai"), "key")
    ChatModel(settings, on_usage=told.append).answer("system", "user")
    assert len(told) == 1
    assert told[0].output_tokens > 0


UNREACHABLE = [
    (Fail(429, retry_after=7), "429", 7.0),
    (Fail(500), "failed", None),
    (Fail(503), "failed", 1.0),
    (StreamFault("disconnect", after_chunks=2), "connection", None),
    (StreamFault("stall", after_chunks=1, stall_seconds=5), "within 2 seconds", None),
    (Delay(5), "within 2 seconds", None),
]


@pytest.mark.parametrize(("behavior", "reason", "wait"), UNREACHABLE, ids=lambda b: str(b)[:40])
def test_a_server_that_gives_no_answer(
    put: Callable[..., ChatModel], behavior: Behavior, reason: str, wait: float | None
) -> None:
    with pytest.raises(ModelUnreachable, match=reason) as caught:
        put(behavior).answer("system", "user")
    assert caught.value.retry_after == wait


FAILED = [
    (Fail(400), "400"),
    (Fail(401), "key is not accepted"),
    (Fail(404), "404"),
    (StreamFault("truncate", after_chunks=2), "cut off"),
    (StreamFault("malformed", after_chunks=2), "not valid JSON"),
    (Reply(text="   "), "empty"),
    (Reply(text="I'm sorry, but I can't help with that."), "refused"),
    (Reply(text="抱歉，我无法完成这个请求。"), "refused"),
    (Reply(text="word " * 5_000), "longer than"),
]


@pytest.mark.parametrize(("behavior", "reason"), FAILED, ids=lambda b: str(b)[:40])
def test_an_answer_that_is_no_whole_answer(
    put: Callable[..., ChatModel], behavior: Behavior, reason: str
) -> None:
    with pytest.raises(ModelFailed, match=reason) as caught:
        put(behavior).answer("system", "user")
    assert not isinstance(caught.value, ModelUnreachable)


def test_nothing_is_asked_twice_by_the_adapter_itself(
    put: Callable[..., ChatModel], server: LLMockServer
) -> None:
    with pytest.raises(ModelUnreachable):
        put(Fail(500, times=5)).answer("system", "user")
    assert len(server.state.journal.records()) == 1


def test_a_busy_server_is_asked_again_as_late_as_it_wishes(
    put: Callable[..., ChatModel],
) -> None:
    waits: list[float] = []
    model = RetryingModel(put(Fail(429, retry_after=3, times=2)), sleep=waits.append)
    assert model.answer("system", "user")
    assert waits == [3, 3]
