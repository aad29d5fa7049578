"""Progress on standard error, silent for work that is done within a second."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from drafter.figures.report import LanguageCode
from drafter.languages.terminal_words import terminal_words
from drafter.workflows.progress import Progress, Step

_PATIENCE_SECONDS = 1.0


class LateProgress:
    """A context in which each event replaces one line (on a terminal) or adds one (in a log)."""

    def __init__(self, language: LanguageCode = "en") -> None:
        self._words = terminal_words(language)
        self._timer = threading.Timer(_PATIENCE_SECONDS, self._lose_patience)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._shown = False
        self._latest = ""
        self._printed = ""

    def __enter__(self) -> LateProgress:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        if self._printed and sys.stderr.isatty():
            print(file=sys.stderr)

    def __call__(self, event: Progress) -> None:
        if event.step is Step.TEXT:
            return
        with self._lock:
            self._latest = self._line(event)
            if self._shown:
                self._print()

    def say(self, step: Step) -> None:
        """An event of no section."""
        self(Progress(step))

    def _line(self, event: Progress) -> str:
        words = self._words[f"step_{event.step.value}"]
        name = self._words[f"section_{event.section.value}"] if event.section else ""
        count = f"[{event.done}/{event.total}] " if event.section else ""
        return f"{count}{words.format(section=name)}"

    def _lose_patience(self) -> None:
        with self._lock:
            self._shown = True
            self._print()

    def _print(self) -> None:
        if self._latest and self._latest != self._printed:
            if sys.stderr.isatty():
                print(f"\r\x1b[2K{self._latest}", end="", file=sys.stderr, flush=True)
            else:
                print(self._latest, file=sys.stderr, flush=True)
            self._printed = self._latest
