"""One table decides every status; every error has a place in it, and words in each language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import drafter.errors
from drafter.errors import (
    DrafterError,
    FieldFault,
    InvalidReport,
    ModelFailed,
    ModelUnreachable,
    NotFound,
)
from drafter.web.problems import BodyTooLarge, ForeignOrigin, problem_document, problem_of
from drafter.web.texts import all_texts


def every_kind() -> Iterator[type[DrafterError]]:
    waiting = [DrafterError]
    while waiting:
        kind = waiting.pop()
        yield kind
        waiting.extend(kind.__subclasses__())


@pytest.mark.parametrize(
    ("error", "status", "name"),
    [
        (InvalidReport((FieldFault("figures[0].plan", "is not a number"),)), 422, "invalid-report"),
        (NotFound("draft", "x"), 404, "not-found"),
        (BodyTooLarge(10 * 1024 * 1024), 413, "too-large"),
        (ForeignOrigin("https://elsewhere.example"), 403, "foreign-origin"),
        (ModelFailed("cut"), 502, "model-failed"),
        (ModelUnreachable("busy", retry_after=1.2), 503, "model-failed"),
        (DrafterError("x"), 500, "not-done"),
    ],
)
def test_the_class_decides_the_status(error: DrafterError, status: int, name: str) -> None:
    problem = problem_of(error)
    assert (problem.status, problem.name) == (status, name)
    assert problem.detail == str(error)


def test_a_wait_is_passed_on_in_whole_seconds() -> None:
    assert problem_of(ModelUnreachable("busy", retry_after=1.2)).retry_after == 2


def test_broken_fields_are_listed() -> None:
    error = InvalidReport((FieldFault("period", "is missing"),))
    document = problem_document(problem_of(error), "/api/v1/drafts")
    assert document["errors"] == [{"field": "period", "message": "is missing"}]
    assert document["status"] == 422
    assert document["instance"] == "/api/v1/drafts"


def test_every_kind_of_ours_has_a_name_with_words() -> None:
    assert drafter.errors.DrafterError in set(every_kind())
    for kind in every_kind():
        error = kind.__new__(kind)
        name = problem_of(error).name
        for texts in all_texts().values():
            assert f"problem_title.{name}" in texts.entries, (kind, texts.code)
