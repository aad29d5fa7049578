"""Correct a draft's figures: the new table put under the text, checked again, changes shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.checking.check import check
from drafter.drafts.changes import DraftChanges, figure_changes, section_changes
from drafter.drafts.draft import Draft
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Origin, Revision, Section, whole_text
from drafter.errors import Outdated, WrongMonth
from drafter.figures.report import Report
from drafter.ports import Clock, DraftStore, ReportStore, StoredReport
from drafter.workflows.import_month import ImportedMonth
from drafter.workflows.keep_draft import left_out
from drafter.workflows.keep_report import KeepReport
from drafter.writing.bindings import render_anew
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.gaps import gap_questions
from drafter.writing.sections import SectionText


@dataclass(frozen=True, slots=True)
class CorrectedDraft:
    """The draft with its new revision, and what the corrected table changed."""

    draft: Draft
    changes: DraftChanges


@dataclass(frozen=True, slots=True)
class CorrectFigures:
    """Renders a draft's references from another table of the same month."""

    keep_report: KeepReport
    reports: ReportStore
    drafts: DraftStore
    clock: Clock

    def __call__(
        self,
        draft_id: str,
        report: Report,
        *,
        based_on: int,
        imported: ImportedMonth | None = None,
    ) -> CorrectedDraft:
        """A new revision whose references show the corrected figures; plain words stay as they are.

        What the words then say wrongly is found by the check. A reference whose figure is gone
        keeps its text and is named in the remarks. Outdated, NotFound, NotDraftable, WrongMonth.
        """
        draft = self.drafts.draft(draft_id)
        if draft.revision.number != based_on:
            raise Outdated(based_on, draft.revision.number)
        if report.period is not None and report.period != draft.period:
            raise WrongMonth(draft.period, report.period)
        old = self.reports.report(draft.revision.report_id)
        corrected = replace(report, department=draft.department, language=draft.language)
        stored = self.keep_report.prepared(corrected, imported=imported, replaces=old.id)
        revision = self._rendered(draft.revision, old.report, stored)
        self.drafts.add_revision(draft_id, revision, based_on, corrected=stored)
        self.keep_report.remember(stored, imported)
        changes = DraftChanges(
            figure_changes(old.report, corrected), section_changes(draft.revision, revision)
        )
        return CorrectedDraft(replace(draft, revision=revision), changes)

    def _rendered(self, newest: Revision, old: Report, stored: StoredReport) -> Revision:
        catalogue = build_catalogue(stored.report)
        sections, lost = _render_sections(newest.sections, build_catalogue(old), catalogue)
        text = whole_text(sections)
        return Revision(
            number=newest.number + 1,
            report_id=stored.id,
            sections=sections,
            check=check(text, stored.report),
            origin=Origin.CORRECTED_FIGURES,
            writer=newest.writer,
            created_at=self.clock.now(),
            questions=gap_questions(catalogue),
            notes_unused=unused_notes(stored.report, text),
            remarks=left_out(stored) + lost,
            prompt_version=newest.prompt_version,
        )


def _render_sections(
    sections: Sequence[Section], old: Catalogue, new: Catalogue
) -> tuple[tuple[Section, ...], tuple[Remark, ...]]:
    """The sections over the new figures, and a remark for each section that lost some."""
    rendered, remarks = [], []
    for section in sections:
        before = SectionText(section.key, section.text, section.bindings)
        after, lost = render_anew(before, old, new)
        rendered.append(replace(section, text=after.text, bindings=after.bindings))
        if lost:
            words = ", ".join(section.text[each.start : each.end] for each in lost)
            remarks.append(Remark(RemarkKind.REFERENCES_LOST, section.key, words))
    return tuple(rendered), tuple(remarks)
