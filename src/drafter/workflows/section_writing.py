"""One section through the model: asked, references replaced, checked, repaired at most twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drafter.checking.check import check
from drafter.drafts.revision import Section, whole_text
from drafter.errors import ModelFailed, ModelUnreachable
from drafter.ports import LanguageModel
from drafter.workflows.progress import OnProgress, Progress, Step
from drafter.writing.catalogue import Catalogue
from drafter.writing.prompting import Prompt, PromptRenderer, repair_prompt
from drafter.writing.rendering import resolve
from drafter.writing.sections import SectionKey, SectionText

MOST_REPAIRS = 2


@dataclass(frozen=True, slots=True)
class SectionAttempt:
    """A section as the model wrote it, and what checking still finds in it."""

    section: SectionText
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionTask:
    """What every section of one draft is written with; `snippets` are the examples shown."""

    model: LanguageModel
    catalogue: Catalogue
    render: PromptRenderer
    headings: Mapping[SectionKey, str]
    snippets: Sequence[str]
    on_progress: OnProgress
    still_time: Callable[[], bool]

    def write(self, prompt: Prompt, done: int) -> SectionAttempt:
        """The attempt with the fewest findings, the first without any at once.

        ModelFailed when no attempt gave a usable answer; ModelUnreachable at once.
        """
        best: SectionAttempt | None = None
        failure: ModelFailed | None = None
        asked = prompt
        for repair in range(MOST_REPAIRS + 1):
            if not self.still_time():
                failure = ModelFailed("the draft took longer than it may")
                break
            try:
                answer = self._ask(asked, done)
            except ModelUnreachable:
                raise
            except ModelFailed as error:
                failure = error
                continue
            attempt = self._judge(prompt.section, answer)
            if best is None or len(attempt.findings) < len(best.findings):
                best = attempt
            if not attempt.findings:
                return attempt
            if repair < MOST_REPAIRS:
                self._tell(Step.REPAIR, prompt.section, "; ".join(attempt.findings), done)
                asked = repair_prompt(
                    prompt, answer, attempt.findings, catalogue=self.catalogue, render=self.render
                )
        if best is None:
            raise failure or ModelFailed("no answer")
        return best

    def _ask(self, prompt: Prompt, done: int) -> str:
        def heard(piece: str) -> None:
            self._tell(Step.TEXT, prompt.section, piece, done)

        return self.model.answer(prompt.system, prompt.user, on_text=heard)

    def _judge(self, key: SectionKey, answer: str) -> SectionAttempt:
        rendered = resolve(key, answer, self.catalogue)
        findings = [finding.message for finding in rendered.findings]
        text = whole_text((Section(key, self.headings[key], rendered.section.text),))
        result = check(text, self.catalogue.report, self.snippets)
        findings += [
            f"{mention.text!r}: {mention.explanation or mention.reason}"
            for mention in result.findings
        ]
        return SectionAttempt(rendered.section, tuple(findings))

    def _tell(self, step: Step, section: SectionKey, text: str, done: int) -> None:
        self.on_progress(Progress(step, section, text, done, len(SectionKey)))
