"""Asking again when the server gives no answer: a few times, and as late as it wishes."""

from __future__ import annotations

import time
from collections.abc import Callable

from drafter.errors import ModelUnreachable
from drafter.ports import LanguageModel

_FIRST_WAIT = 1.0


class RetryingModel:
    """A model whose unreachable server is asked again; every other failure passes through.

    A server that asks for a longer wait than `longest_wait` seconds is not waited for.
    """

    def __init__(
        self,
        model: LanguageModel,
        *,
        attempts: int = 3,
        longest_wait: float = 30.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._model = model
        self._attempts = attempts
        self._longest_wait = longest_wait
        self._sleep = sleep

    @property
    def name(self) -> str:
        return self._model.name

    def answer(
        self, system: str, user: str, *, on_text: Callable[[str], None] | None = None
    ) -> str:
        """As the model answers; ModelUnreachable after the last attempt."""
        for attempt in range(1, self._attempts + 1):
            try:
                return self._model.answer(system, user, on_text=on_text)
            except ModelUnreachable as error:
                wait = error.retry_after
                wait = _FIRST_WAIT * 2 ** (attempt - 1) if wait is None else wait
                if attempt == self._attempts or wait > self._longest_wait:
                    raise
                self._sleep(wait)
        raise AssertionError("unreachable")
