"""A server that gives no answer is asked again, as late as it wishes; other failures are not."""

from __future__ import annotations

import pytest
from scripted_model import ScriptedModel

from drafter.errors import ModelFailed, ModelUnreachable
from drafter.language_model.retrying import RetryingModel


def _asked(*answers: str | ModelFailed) -> tuple[ScriptedModel, RetryingModel, list[float]]:
    model, waits = ScriptedModel(*answers), []
    return model, RetryingModel(model, sleep=waits.append), waits


def test_the_wait_that_the_server_asks_for_is_kept() -> None:
    model, retrying, waits = _asked(ModelUnreachable("429", retry_after=7), "fine")
    assert retrying.answer("s", "u") == "fine"
    assert waits == [7]
    assert len(model.asked) == 2
    assert retrying.name == model.name


def test_without_a_wish_the_waits_grow() -> None:
    _, retrying, waits = _asked(ModelUnreachable("500"), ModelUnreachable("500"), "fine")
    assert retrying.answer("s", "u") == "fine"
    assert waits == [1, 2]


def test_after_three_attempts_the_failure_is_told() -> None:
    model, retrying, waits = _asked(ModelUnreachable("down"))
    with pytest.raises(ModelUnreachable, match="down"):
        retrying.answer("s", "u")
    assert (len(model.asked), waits) == (3, [1, 2])


def test_a_longer_wait_than_allowed_is_left_to_the_caller() -> None:
    model, retrying, waits = _asked(ModelUnreachable("429", retry_after=120), "fine")
    with pytest.raises(ModelUnreachable) as caught:
        retrying.answer("s", "u")
    assert (caught.value.retry_after, len(model.asked), waits) == (120, 1, [])


def test_a_refusal_is_not_asked_again() -> None:
    model, retrying, _ = _asked(ModelFailed("the model refused"), "fine")
    with pytest.raises(ModelFailed, match="refused"):
        retrying.answer("s", "u")
    assert len(model.asked) == 1
