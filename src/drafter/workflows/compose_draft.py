"""Compose a draft from a report: write six sections, check every figure. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from drafter.checking.check import check
from drafter.checking.result import CheckResult
from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Origin, Section, whole_text
from drafter.errors import ExamplesUnavailable, ModelFailed, ModelUnreachable
from drafter.figures.report import LanguageCode, Report
from drafter.ports import Clock, ExampleIndex, LanguageModel, TokenCounter
from drafter.workflows.draftable import require_draftable
from drafter.workflows.model_writing import SectionTask
from drafter.workflows.progress import OnProgress, Progress, Step, unheard
from drafter.writing.builtin import write_sections
from drafter.writing.catalogue import Catalogue, build_catalogue
from drafter.writing.completeness import unused_notes
from drafter.writing.gap_question import GapQuestion
from drafter.writing.gaps import gap_questions
from drafter.writing.headings import headings
from drafter.writing.prompting import Prompt, PromptRenderer, plan_prompts
from drafter.writing.sections import SectionKey, SectionText

BUILT_IN_WRITER = "built-in writer"
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

    @property
    def text(self) -> str:
        return whole_text(self.sections)


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """The model with what it needs: prompts, a token budget for each, and a limit of time."""

    model: LanguageModel
    render: PromptRenderer
    tokens: TokenCounter
    prompt_tokens: int
    longest: timedelta
    falls_back: bool


@dataclass(frozen=True, slots=True)
class ComposeDraft:
    """Writes with the model when there is one, else with the built-in writer."""

    clock: Clock
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
        named = house_headings(self.headings, report.language)
        if self.writer is None:
            texts = _built_in(catalogue, on_progress)
            return _composed(catalogue, texts, named, Origin.BUILT_IN_WRITER, BUILT_IN_WRITER)
        return self._with_model(self.writer, catalogue, named, on_progress)

    def _with_model(
        self,
        writer: ModelWriter,
        catalogue: Catalogue,
        named: dict[SectionKey, str],
        on_progress: OnProgress,
    ) -> Composition:
        remarks: list[Remark] = []
        examples = self._find_examples(catalogue.report, remarks, on_progress)
        snippets = [text for texts in examples.values() for text in texts]
        end = self.clock.now() + writer.longest
        task = SectionTask(
            writer.model,
            catalogue,
            writer.render,
            named,
            snippets,
            on_progress,
            lambda: self.clock.now() < end,
        )
        prompts = plan_prompts(
            catalogue,
            examples,
            render=writer.render,
            count=writer.tokens.count,
            budget=writer.prompt_tokens,
        )
        try:
            texts = _write_each(task, prompts, writer.falls_back, remarks)
        except ModelUnreachable as error:
            if not writer.falls_back:
                raise
            remarks.append(Remark(RemarkKind.MODEL_UNREACHABLE, detail=error.reason))
            texts = _built_in(catalogue, on_progress)
            origin, name = Origin.BUILT_IN_WRITER, BUILT_IN_WRITER
        else:
            origin, name = Origin.MODEL, writer.model.name
        return _composed(catalogue, texts, named, origin, name, remarks, snippets)

    def _find_examples(
        self, report: Report, remarks: list[Remark], on_progress: OnProgress
    ) -> dict[SectionKey, tuple[str, ...]]:
        """The nearest examples by section; a remark when there are none or they cannot be had."""
        if self.examples is None:
            return {}
        on_progress(Progress(Step.EXAMPLES))
        measures = dict.fromkeys(figure.measure for figure in report.figures)
        query = " ".join((report.department, *measures))
        try:
            found = {
                key: tuple(
                    example.text
                    for example in self.examples.search(
                        query, language=report.language, section=key
                    )
                )
                for key in SectionKey
            }
        except ExamplesUnavailable as error:
            remarks.append(Remark(RemarkKind.EXAMPLES_UNAVAILABLE, detail=error.reason))
            return {}
        if not any(found.values()):
            remarks.append(Remark(RemarkKind.NO_EXAMPLES))
        return found


def house_headings(house: HouseHeadings, language: LanguageCode) -> dict[SectionKey, str]:
    """The language's headings, with those that the house puts in their place."""
    return {**headings(language), **house.get(language, {})}


def _built_in(catalogue: Catalogue, on_progress: OnProgress) -> tuple[SectionText, ...]:
    texts = write_sections(catalogue)
    for done, section in enumerate(texts, start=1):
        on_progress(Progress(Step.DONE, section.key, section.text, done, len(texts)))
    return texts


def _write_each(
    task: SectionTask, prompts: Sequence[Prompt], falls_back: bool, remarks: list[Remark]
) -> tuple[SectionText, ...]:
    """The sections in order; one without a usable answer is the built-in writer's, if it may."""
    texts: list[SectionText] = []
    for done, prompt in enumerate(prompts):
        key, total = prompt.section, len(prompts)
        task.on_progress(Progress(Step.STARTED, key, done=done, total=total))
        try:
            attempt = task.write(prompt, done)
        except ModelUnreachable:
            raise
        except ModelFailed as error:
            if not falls_back:
                raise
            remarks.append(Remark(RemarkKind.SECTION_FELL_BACK, key, error.reason))
            texts.append(_built_in_section(task.catalogue, key))
        else:
            texts.append(attempt.section)
            if attempt.findings:
                remarks.append(Remark(RemarkKind.NOT_REPAIRED, key, "; ".join(attempt.findings)))
        task.on_progress(Progress(Step.DONE, key, texts[-1].text, done + 1, total))
    return tuple(texts)


def _built_in_section(catalogue: Catalogue, key: SectionKey) -> SectionText:
    return next(section for section in write_sections(catalogue) if section.key is key)


def _composed(
    catalogue: Catalogue,
    texts: Sequence[SectionText],
    named: dict[SectionKey, str],
    origin: Origin,
    writer: str,
    remarks: Sequence[Remark] = (),
    snippets: Sequence[str] = (),
) -> Composition:
    sections = tuple(Section(each.key, named[each.key], each.text, each.bindings) for each in texts)
    text = whole_text(sections)
    return Composition(
        sections=sections,
        check=check(text, catalogue.report, snippets),
        origin=origin,
        writer=writer,
        questions=gap_questions(catalogue),
        notes_unused=unused_notes(catalogue.report, text),
        remarks=tuple(remarks),
    )
