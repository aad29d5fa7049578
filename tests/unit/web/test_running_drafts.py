"""Drafts in the making: one run for a month, its progress heard, its failure told."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from drafter.errors import ModelFailed
from drafter.web.running import Runs
from drafter.workflows.progress import OnProgress, Progress, Step


@pytest.fixture
def runs() -> Iterator[Runs]:
    made = Runs()
    yield made
    made.close()


def test_a_finished_run_knows_its_draft(runs: Runs) -> None:
    def work(heard: OnProgress) -> str:
        heard(Progress(Step.CHECKING, done=3))
        return "d1"

    run = runs.start("m", work)
    assert run.ended.wait(5)
    assert (run.draft_id, run.failure) == ("d1", None)
    assert run.progress == Progress(Step.CHECKING, done=3)
    assert runs.get("m") is run


def test_a_month_is_written_by_one_run_at_a_time(runs: Runs) -> None:
    go, calls = threading.Event(), []

    def work(heard: OnProgress) -> str:
        calls.append(1)
        go.wait(5)
        return "d"

    first, second = runs.start("m", work), runs.start("m", work)
    assert first is second
    go.set()
    assert first.ended.wait(5)
    assert runs.start("m", work) is not first
    assert runs.start("m", work).ended.wait(5)
    assert len(calls) >= 2


def test_a_failure_is_told_and_leaves_no_draft(runs: Runs) -> None:
    def refuses(heard: OnProgress) -> str:
        raise ModelFailed("cut")

    def breaks(heard: OnProgress) -> str:
        raise ZeroDivisionError

    failed = runs.start("m", refuses)
    assert failed.ended.wait(5)
    assert failed.failure is not None
    assert failed.failure.name == "model-failed"
    broken = runs.start("n", breaks)
    assert broken.ended.wait(5)
    assert broken.failure is not None
    assert (broken.failure.name, broken.draft_id) == ("internal", None)


def test_ended_runs_are_forgotten_when_there_are_many() -> None:
    few = Runs(kept=2)
    for number in range(5):
        assert few.start(str(number), lambda heard: "d").ended.wait(5)
    assert few.get("0") is None
    assert few.get("4") is not None
    few.close()
