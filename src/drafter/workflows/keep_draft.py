"""Keep a composed draft as the first revision of a stored report's draft."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafts.draft import Draft
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Revision
from drafter.ports import Clock, DraftStore, Identifiers, StoredReport
from drafter.workflows.compose_draft import Composition
from drafter.workflows.draftable import require_draftable


@dataclass(frozen=True, slots=True)
class KeepDraft:
    drafts: DraftStore
    clock: Clock
    identifiers: Identifiers

    def __call__(self, stored: StoredReport, composition: Composition) -> Draft:
        """The stored draft; what the report's import left open is added to its remarks."""
        report = stored.report
        draft = Draft(
            id=self.identifiers.new(),
            department=report.department,
            period=require_draftable(report),
            language=report.language,
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
            prompt_version=composition.prompt_version,
        )


def left_out(stored: StoredReport) -> tuple[Remark, ...]:
    """What the table held and the draft could not use."""
    remarks = []
    if stored.questions:
        remarks.append(Remark(RemarkKind.QUESTIONS_OPEN, detail=str(len(stored.questions))))
    if stored.problems:
        remarks.append(Remark(RemarkKind.PROBLEMS_IN_TABLE, detail=str(len(stored.problems))))
    return tuple(remarks)
