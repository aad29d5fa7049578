"""A chat model behind any OpenAI-compatible endpoint, through LangChain.

LangChain takes seconds and some 90 MB to import: that happens with the first question. An answer
counts only when it is whole: a stream that ends without a finish reason, an answer cut at its
limit, an empty one, a refusal or one longer than allowed is a failure with its reason.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter.errors import ModelFailed, ModelUnreachable
from drafter.figures.report import LANGUAGES
from drafter.language_model.failures import failure_of
from drafter.languages.phrasing import phrasing

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessageChunk

_BYTES_A_TOKEN = 8
_REFUSAL_LENGTH = 400


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """Where the model is and what one answer may take.

    `timeout` is in seconds and bounds the whole answer; `max_output_tokens` bounds its length,
    here as well when the server does not keep to it.
    """

    model: str
    base_url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    timeout: float = 120.0
    max_output_tokens: int = 2_000
    temperature: float | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call as the provider counts them."""

    input_tokens: int
    output_tokens: int


class ChatModel:
    """Answers one question at a time; nothing is retried here."""

    def __init__(
        self, settings: ChatSettings, on_usage: Callable[[Usage], None] | None = None
    ) -> None:
        self._settings = settings
        self._on_usage = on_usage

    @property
    def name(self) -> str:
        return self._settings.model

    def answer(
        self, system: str, user: str, *, on_text: Callable[[str], None] | None = None
    ) -> str:
        """The whole answer; `on_text` gets each piece as it comes.

        ModelUnreachable when the server gives none (with `retry_after` where it says so),
        ModelFailed when what it gives is no whole answer.
        """
        model = self._model  # the import is not the model's time
        answer = _Answer(self._settings)
        with _explained(self._settings.timeout):
            for chunk in _stream(model, system, user):
                piece = answer.take(chunk)
                if piece and on_text is not None:
                    on_text(piece)
        if answer.usage is not None and self._on_usage is not None:
            self._on_usage(answer.usage)
        return answer.whole()

    @cached_property
    def _model(self) -> BaseChatModel:
        from langchain.chat_models import init_chat_model

        settings = self._settings
        options: dict[str, Any] = {
            # A local server needs no key, but the client refuses to start without one.
            "api_key": settings.api_key or "none",
            "timeout": settings.timeout,
            "max_retries": 0,
            "max_tokens": settings.max_output_tokens,
            "stream_usage": True,
            "use_responses_api": False,
        }
        if settings.base_url is not None:
            options["base_url"] = settings.base_url
        if settings.temperature is not None:
            options["temperature"] = settings.temperature
        model: BaseChatModel = init_chat_model(settings.model, model_provider="openai", **options)
        return model


def _stream(model: BaseChatModel, system: str, user: str) -> Iterator[AIMessageChunk]:
    from langchain_core.messages import HumanMessage, SystemMessage

    chunks: Iterator[Any] = model.stream([SystemMessage(system), HumanMessage(user)])
    yield from chunks


class _Answer:
    """An answer that is being received, within its bounds of length and time."""

    def __init__(self, settings: ChatSettings) -> None:
        self.usage: Usage | None = None
        self._pieces: list[str] = []
        self._bytes = 0
        self._most = settings.max_output_tokens * _BYTES_A_TOKEN
        self._end = time.monotonic() + settings.timeout
        self._timeout = settings.timeout
        self._finish: str | None = None

    def take(self, chunk: AIMessageChunk) -> str:
        """The text of a piece; ModelFailed when the answer grows beyond its bounds."""
        text = chunk.text if isinstance(chunk.text, str) else str(chunk.content)
        self._pieces.append(text)
        self._bytes += len(text.encode("utf-8", "replace"))
        self._finish = chunk.response_metadata.get("finish_reason") or self._finish
        if chunk.usage_metadata:
            counted = chunk.usage_metadata
            self.usage = Usage(counted["input_tokens"], counted["output_tokens"])
        if self._bytes > self._most:
            raise ModelFailed(f"the answer is longer than {self._most:,} bytes")
        if time.monotonic() > self._end:
            raise ModelUnreachable(f"no whole answer within {self._timeout:g} seconds")
        return text

    def whole(self) -> str:
        """The text when the answer is whole; ModelFailed says what is wrong with it."""
        text = "".join(self._pieces)
        if self._finish == "content_filter":
            raise ModelFailed("the model refused")
        if self._finish is None:
            raise ModelFailed("the answer was cut off")
        if self._finish == "length":
            raise ModelFailed("the answer was cut at the most tokens it may have")
        if not text.strip():
            raise ModelFailed("the answer is empty")
        if _is_refusal(text):
            raise ModelFailed("the model refused")
        return text


def _is_refusal(text: str) -> bool:
    """A short answer that opens with the words of a refusal."""
    opening = text.strip().lower().replace("’", "'")
    if len(opening) > _REFUSAL_LENGTH:
        return False
    return any(opening.startswith(phrasing(language).refusals) for language in LANGUAGES)


@contextmanager
def _explained(timeout: float) -> Iterator[None]:
    """The client's errors as ours; whatever else is raised is a fault of the program."""
    try:
        yield
    except (ModelFailed, ModelUnreachable):
        raise
    except Exception as error:
        failure = failure_of(error, timeout)
        if failure is None:
            raise
        raise failure from error
