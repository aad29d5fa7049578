"""A model that says what a test tells it to; it keeps the contract of `ports.LanguageModel`.

`tests/integration/test_model_over_scripted_server.py` runs the same tests over it and over the
real adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.errors import ModelFailed

Answer = str | ModelFailed | Callable[[str, str], str]


class ScriptedModel:
    """Each call takes the next answer, the last one for ever: a text, a failure, or a function
    of the system and the user text."""

    def __init__(self, *answers: Answer, name: str = "scripted") -> None:
        self._answers: Sequence[Answer] = answers
        self._name = name
        self.asked: list[tuple[str, str]] = []

    @property
    def name(self) -> str:
        return self._name

    def answer(
        self, system: str, user: str, *, on_text: Callable[[str], None] | None = None
    ) -> str:
        turn = min(len(self.asked), len(self._answers) - 1)
        self.asked.append((system, user))
        answer = self._answers[turn]
        if isinstance(answer, ModelFailed):
            raise answer
        text = answer if isinstance(answer, str) else answer(system, user)
        if not text.strip():
            raise ModelFailed("the answer is empty")
        if on_text is not None:
            middle = len(text) // 2
            for piece in (text[:middle], text[middle:]):
                on_text(piece)
        return text
