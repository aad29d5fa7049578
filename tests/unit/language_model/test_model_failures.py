"""What the client raises, as reasons for a person."""

from __future__ import annotations

import json

import openai
import pytest

from drafter.errors import ModelUnreachable
from drafter.language_model.failures import failure_of, retry_after


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("99999", 3600.0),
        (None, None),
        ("", None),
        ("nan", None),
        ("Wed, 21 Oct 2026 07:28:00 GMT", None),
    ],
)
def test_retry_after_in_seconds(header: str | None, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_an_error_inside_a_stream_is_no_fault_of_ours() -> None:
    failure = failure_of(openai.OpenAIError("secret words of the server"), 5)
    assert failure is not None
    assert "secret" not in str(failure)


def test_broken_json_is_a_failed_answer() -> None:
    failure = failure_of(json.JSONDecodeError("x", "y", 0), 5)
    assert failure is not None
    assert not isinstance(failure, ModelUnreachable)


def test_a_fault_of_the_program_stays_one() -> None:
    assert failure_of(KeyError("x"), 5) is None
