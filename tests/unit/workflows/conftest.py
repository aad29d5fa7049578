"""A small real month, a store of its own, and a model that answers as a test tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.errors import ModelFailed
from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.settings import Settings
from drafter.wiring import Drafter

DOCUMENT = {
    "period": "2026-10",
    "department": "Export desk",
    "language": "en",
    "figures": [
        {
            "measure": "Payments collected",
            "unit": "CNY 10k",
            "dimensions": {"base": base},
            "actual": actual,
            "plan": plan,
            "prior_month": before,
        }
        for base, actual, plan, before in (
            ("Dalian", "3085", "2500", "2890"),
            ("Tianjin", "1900", "2000", "2100"),
        )
    ]
    + [{"measure": "New customers", "unit": "customers", "actual": "7", "plan": "5"}],
    "notes": "Tianjin: two shipments slipped to November because the port was closed.",
}


@pytest.fixture
def report() -> Report:
    return parse_report(DOCUMENT)


@pytest.fixture
def drafter(tmp_path: Path) -> Iterator[Drafter]:
    made = Drafter(Settings(data_folder=tmp_path, examples=False))
    yield made
    made.store.close()


class ScriptedModel:
    """Implements `ports.LanguageModel`: each call takes the next answer, or the last for ever.

    An answer is a text, an error to raise, or a function of the user prompt.
    """

    name = "scripted"

    def __init__(self, *answers: str | ModelFailed | Callable[[str], str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def answer(
        self, system: str, user: str, *, on_text: Callable[[str], None] | None = None
    ) -> str:
        self.asked.append(user)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, ModelFailed):
            raise answer
        text = answer if isinstance(answer, str) else answer(user)
        if on_text:
            on_text(text)
        return text


@pytest.fixture
def scripted() -> type[ScriptedModel]:
    return ScriptedModel
