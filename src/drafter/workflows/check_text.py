"""Check any text against a report: the one check that every door uses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.checking.check import check
from drafter.checking.result import CheckResult
from drafter.figures.report import Report


@dataclass(frozen=True, slots=True)
class CheckText:
    """Whoever wrote the text, and wherever it came from."""

    def __call__(
        self, report: Report, text: str, *, example_snippets: Sequence[str] = ()
    ) -> CheckResult:
        """Every figure and claim of the text with its verdict; offsets into `text` as given."""
        return check(text, report, example_snippets)
