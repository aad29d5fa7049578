"""Write a stored report's draft and keep it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafts.draft import Draft
from drafter.ports import ReportStore
from drafter.workflows.compose_draft import ComposeDraft
from drafter.workflows.keep_draft import KeepDraft
from drafter.workflows.progress import OnProgress, unheard


@dataclass(frozen=True, slots=True)
class WriteDraft:
    """Composes, then stores. No transaction is open while the model writes."""

    compose: ComposeDraft
    reports: ReportStore
    keep: KeepDraft

    def __call__(self, report_id: str, *, on_progress: OnProgress = unheard) -> Draft:
        """The stored draft. NotFound, NotDraftable, or ModelFailed: then nothing is stored."""
        stored = self.reports.report(report_id)
        return self.keep(stored, self.compose(stored.report, on_progress=on_progress))
