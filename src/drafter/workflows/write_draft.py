"""Write a stored report's draft and keep it as the first revision."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafts.draft import Draft
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Revision
from drafter.ports import Clock, DraftStore, Identifiers, ReportStore, StoredReport
from drafter.workflows.compose_draft import ComposeDraft, Composition
from drafter.workflows.draftable import require_draftable
from drafter.workflows.progress import OnProgress, unheard


@dataclass(frozen=True, slots=True)
class WriteDraft:
    """Composes, then stores. No transaction is open while the model writes."""

    compose: ComposeDraft
    reports: ReportStore
    drafts: DraftStore
    clock: Clock
    identifiers: Identifiers

    def __call__(self, report_id: str, *, on_progress: OnProgress = unheard) -> Draft:
        """The stored draft. NotFound, NotDraftable, or ModelFailed: then nothing is stored."""
        stored = self.reports.report(report_id)
        period = require_draftable(stored.report)
        composition = self.compose(stored.report, on_progress=on_progress)
        draft = Draft(
            id=self.identifiers.new(),
            department=stored.report.department,
            period=period,
            language=stored.report.language,
            revision=self._first_revision(stored, composition),
        )
        self.drafts.add_draft(draft)
        return draft

    def _first_revision(self, stored: StoredReport, composition: Composition) -> Revision:
        return Revision(
            number=1,
            report_id=stored.id,
            sections=composition.sections,
            check=composition.check,
            origin=composition.origin,
            writer=composition.writer,
            created_at=self.clock.now(),
            questions=composition.questions,
            notes_unused=composition.notes_unused,
            remarks=left_out(stored) + composition.remarks,
        )


def left_out(stored: StoredReport) -> tuple[Remark, ...]:
    """What the table held and the draft could not use."""
    remarks = []
    if stored.questions:
        remarks.append(Remark(RemarkKind.QUESTIONS_OPEN, detail=str(len(stored.questions))))
    if stored.problems:
        remarks.append(Remark(RemarkKind.PROBLEMS_IN_TABLE, detail=str(len(stored.problems))))
    return tuple(remarks)
