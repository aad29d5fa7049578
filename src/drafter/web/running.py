"""Drafts that are being written in this process: started once per month, followed by its page.

What was entered is in the store, so a restart loses no input: the page offers to write again.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from drafter.errors import DrafterError
from drafter.web.problems import Problem, problem_of, trace_of
from drafter.workflows.progress import OnProgress, Progress

_log = logging.getLogger(__name__)

Work = Callable[[OnProgress], str]


@dataclass
class Run:
    """One draft in the making. `changes` counts what happened; `draft_id` or `failure` ends it."""

    key: str
    progress: Progress | None = None
    draft_id: str | None = None
    failure: Problem | None = None
    changes: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def heard(self, progress: Progress) -> None:
        self.progress = progress
        self.changes += 1


class Runs:
    """The runs of this process by the month they write; a month is written by one run at a time."""

    def __init__(self, workers: int = 2, kept: int = 200) -> None:
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="draft")
        self._runs: dict[str, Run] = {}
        self._lock = threading.Lock()
        self._kept = kept

    def start(self, key: str, work: Work) -> Run:
        """Begin, or answer the run that is already under way for `key`."""
        with self._lock:
            running = self._runs.get(key)
            if running is not None and not running.ended.is_set():
                return running
            # Taken out first, so that the newest run stands last.
            self._runs.pop(key, None)
            run = self._runs[key] = Run(key)
            self._forget_old()
        self._pool.submit(self._work, run, work)
        return run

    def get(self, key: str) -> Run | None:
        return self._runs.get(key)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _forget_old(self) -> None:
        ended = [key for key, run in self._runs.items() if run.ended.is_set()]
        for key in ended[: max(0, len(self._runs) - self._kept)]:
            del self._runs[key]

    def _work(self, run: Run, work: Work) -> None:
        try:
            run.draft_id = work(run.heard)
        except DrafterError as error:
            run.failure = problem_of(error)
        except Exception as error:
            _log.error("writing a draft failed: %s", trace_of(error))
            run.failure = Problem(500, "internal", "Something went wrong", "")
        finally:
            run.changes += 1
            run.ended.set()
