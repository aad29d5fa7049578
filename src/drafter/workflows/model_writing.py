"""A whole draft through the model, and what happens when the model gives no usable answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from drafter.drafts.remark import Remark, RemarkKind
from drafter.drafts.revision import Origin
from drafter.errors import ModelFailed, ModelUnreachable
from drafter.ports import Clock, LanguageModel, TokenCounter
from drafter.workflows.progress import OnProgress, Progress, Step
from drafter.workflows.section_writing import SectionTask
from drafter.workflows.written import BUILT_IN_WRITER, WrittenTexts, built_in_texts
from drafter.writing.catalogue import Catalogue
from drafter.writing.prompting import Prompt, PromptRenderer, plan_prompts
from drafter.writing.sections import SectionKey, SectionText


@dataclass(frozen=True, slots=True)
class ModelWriter:
    """The model with what it needs: prompts, a token budget for each, and a limit of time.

    `falls_back`: the built-in writer steps in where the model gives no usable answer.
    """

    model: LanguageModel
    render: PromptRenderer
    prompt_version: str
    tokens: TokenCounter
    clock: Clock
    prompt_tokens: int
    longest: timedelta
    falls_back: bool

    def write(
        self,
        catalogue: Catalogue,
        examples: Mapping[SectionKey, Sequence[str]],
        headings: Mapping[SectionKey, str],
        on_progress: OnProgress,
    ) -> WrittenTexts:
        """The six sections. ModelFailed, ModelUnreachable when nothing steps in."""
        end = self.clock.now() + self.longest
        task = SectionTask(
            model=self.model,
            catalogue=catalogue,
            render=self.render,
            headings=headings,
            snippets=[text for texts in examples.values() for text in texts],
            on_progress=on_progress,
            still_time=lambda: self.clock.now() < end,
        )
        prompts = plan_prompts(
            catalogue,
            examples,
            render=self.render,
            count=self.tokens.count,
            budget=self.prompt_tokens,
        )
        try:
            return self._write_each(task, prompts)
        except ModelUnreachable as error:
            if not self.falls_back:
                raise
            remark = Remark(RemarkKind.MODEL_UNREACHABLE, detail=error.reason)
            texts = built_in_texts(catalogue, on_progress)
            return WrittenTexts(texts, Origin.BUILT_IN_WRITER, BUILT_IN_WRITER, (remark,))

    def _write_each(self, task: SectionTask, prompts: Sequence[Prompt]) -> WrittenTexts:
        """The sections in order; one without a usable answer may be the built-in writer's."""
        texts: list[SectionText] = []
        remarks: list[Remark] = []
        for done, prompt in enumerate(prompts):
            key, total = prompt.section, len(prompts)
            task.on_progress(Progress(Step.STARTED, key, done=done, total=total))
            try:
                attempt = task.write(prompt, done)
            except ModelUnreachable:
                raise
            except ModelFailed as error:
                if not self.falls_back:
                    raise
                remarks.append(Remark(RemarkKind.SECTION_FELL_BACK, key, error.reason))
                [text] = built_in_texts(task.catalogue, task.on_progress, only=key)
                texts.append(text)
                continue
            texts.append(attempt.section)
            if attempt.findings:
                remarks.append(Remark(RemarkKind.NOT_REPAIRED, key, "; ".join(attempt.findings)))
            task.on_progress(Progress(Step.DONE, key, attempt.section.text, done + 1, total))
        return WrittenTexts(
            tuple(texts), Origin.MODEL, self.model.name, tuple(remarks), self.prompt_version
        )
