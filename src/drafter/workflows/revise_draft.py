"""Revise a draft by hand: the text is checked anew, untouched references stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from drafter.checking.check import check
from drafter.drafts.draft import Draft
from drafter.drafts.revision import Origin, Revision, Section, whole_text
from drafter.errors import NotFound, Outdated
from drafter.figures.report import Report
from drafter.ports import Clock, DraftStore, ReportStore
from drafter.workflows.storable_text import require_storable
from drafter.writing.bindings import rebind
from drafter.writing.completeness import unused_notes
from drafter.writing.sections import SectionKey, SectionText


@dataclass(frozen=True, slots=True)
class ReviseDraft:
    """Appends a revision; an edit that was made on an older one is refused, not merged."""

    reports: ReportStore
    drafts: DraftStore
    clock: Clock

    def __call__(
        self,
        draft_id: str,
        texts: Mapping[SectionKey, str],
        *,
        based_on: int,
        editor: str = "",
    ) -> Draft:
        """The draft with its new revision; unchanged when the texts are the same.

        `texts` are the edited sections. Outdated when `based_on` is not the newest revision;
        NotFound; InvalidText on what no text can hold.
        """
        draft = self.drafts.draft(draft_id)
        newest = draft.revision
        if newest.number != based_on:
            raise Outdated(based_on, newest.number)
        sections = _edited(newest, texts)
        if sections == newest.sections:
            return draft
        report = self.reports.report(newest.report_id).report
        revision = self._revision(newest, sections, report, editor)
        self.drafts.add_revision(draft_id, revision, based_on)
        return replace(draft, revision=revision)

    def _revision(
        self, newest: Revision, sections: tuple[Section, ...], report: Report, editor: str
    ) -> Revision:
        text = whole_text(sections)
        return replace(
            newest,
            number=newest.number + 1,
            sections=sections,
            check=check(text, report),
            origin=Origin.EDIT,
            writer=editor,
            created_at=self.clock.now(),
            notes_unused=unused_notes(report, text),
        )


def _edited(newest: Revision, texts: Mapping[SectionKey, str]) -> tuple[Section, ...]:
    unknown = [key for key in texts if key not in newest.headings]
    if unknown:
        raise NotFound("section", unknown[0])
    return tuple(
        _with_text(section, texts.get(section.key, section.text)) for section in newest.sections
    )


def _with_text(section: Section, text: str) -> Section:
    """The section with that text; a form's line ends become plain ones."""
    text = text.replace("\r\n", "\n")
    if text == section.text:
        return section
    require_storable(text, section.heading)
    bound = rebind(SectionText(section.key, section.text, section.bindings), text)
    return replace(section, text=bound.text, bindings=bound.bindings)
