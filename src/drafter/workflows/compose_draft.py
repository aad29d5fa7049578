"""Compose a draft from a report: write six sections, check every figure. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.checking.check import check
from drafter.checking.result import CheckResult
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Origin, Section, whole_text
from drafter.errors import ExamplesUnavailable
from drafter.figures.report import LanguageCode, Report
from drafter.ports import ExampleIndex
from drafter.workflows.draftable import require_draftable
from drafter.workflows.progress import OnProgress, Progress, Step, unheard
from drafter.workflows.written import BUILT_IN_WRITER, WrittenTexts, built_in_texts
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.gap_question import GapQuestion
from drafter.writing.gaps import gap_questions
from drafter.writing.headings import headings
from drafter.writing.sections import SectionKey

if TYPE_CHECKING:
    # Only a draft by a model loads what a model needs.
    from drafter.workflows.model_writing import ModelWriter

HouseHeadings = Mapping[LanguageCode, Mapping[SectionKey, str]]


@dataclass(frozen=True, slots=True)
class Composition:
    """A draft that is not stored: six sections, their check, and what the reader must know."""

    sections: tuple[Section, ...]
    check: CheckResult
    origin: Origin
    writer: str
    questions: tuple[GapQuestion, ...]
    notes_unused: tuple[str, ...]
    remarks: tuple[Remark, ...]
    prompt_version: str = ""

    @property
    def text(self) -> str:
        return whole_text(self.sections)


@dataclass(frozen=True, slots=True)
class ComposeDraft:
    """Writes with the model when there is one, else with the built-in writer."""

    writer: ModelWriter | None = None
    examples: ExampleIndex | None = None
    headings: HouseHeadings = field(default_factory=dict)

    def __call__(self, report: Report, *, on_progress: OnProgress = unheard) -> Composition:
        """Six sections, each figure of them checked against the report.

        NotDraftable without a month or figures; ModelFailed when the model gives no usable answer
        and the built-in writer may not step in.
        """
        require_draftable(report)
        catalogue = build_catalogue(report)
        named = {**headings(report.language), **self.headings.get(report.language, {})}
        if self.writer is None:
            texts = built_in_texts(catalogue, on_progress)
            written = WrittenTexts(texts, Origin.BUILT_IN_WRITER, BUILT_IN_WRITER)
            return _composed(catalogue, written, named, (), (), on_progress)
        examples, remarks = self._find_examples(report, on_progress)
        written = self.writer.write(catalogue, examples, named, on_progress)
        snippets = [text for texts in examples.values() for text in texts]
        return _composed(catalogue, written, named, remarks, snippets, on_progress)

    def _find_examples(
        self, report: Report, on_progress: OnProgress
    ) -> tuple[dict[SectionKey, tuple[str, ...]], tuple[Remark, ...]]:
        """The nearest examples by section; a remark when there are none or they cannot be had."""
        if self.examples is None:
            return {}, ()
        on_progress(Progress(Step.EXAMPLES))
        measures = dict.fromkeys(figure.measure for figure in report.figures)
        # With the notes the trade is found: 45 of 48 sections of the samples, else 34.
        query = " ".join((report.department, *measures, report.notes))
        try:
            found = {
                key: tuple(
                    each.text
                    for each in self.examples.search(query, language=report.language, section=key)
                )
                for key in SectionKey
            }
        except ExamplesUnavailable as error:
            return {}, (Remark(RemarkKind.EXAMPLES_UNAVAILABLE, detail=error.reason),)
        return found, () if any(found.values()) else (Remark(RemarkKind.NO_EXAMPLES),)


def _composed(
    catalogue: Catalogue,
    written: WrittenTexts,
    named: Mapping[SectionKey, str],
    remarks: Sequence[Remark],
    snippets: Sequence[str],
    on_progress: OnProgress,
) -> Composition:
    on_progress(Progress(Step.CHECKING, done=len(written.texts), total=len(written.texts)))
    sections = tuple(
        Section(each.key, named[each.key], each.text, each.bindings) for each in written.texts
    )
    text = whole_text(sections)
    return Composition(
        sections=sections,
        check=check(text, catalogue.report, snippets),
        origin=written.origin,
        writer=written.writer,
        questions=gap_questions(catalogue),
        notes_unused=unused_notes(catalogue.report, text),
        remarks=(*remarks, *written.remarks),
        prompt_version=written.prompt_version,
    )
