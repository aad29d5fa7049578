"""A revision: one saved state of a draft's text, bound to the report it was checked against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from drafter.checking.result import CheckResult, Mention
from drafter.drafts.remark import Remark
from drafter.writing.gap_question import GapQuestion
from drafter.writing.sections import Binding, SectionKey


class Origin(StrEnum):
    """How a revision came to be."""

    BUILT_IN_WRITER = "built_in_writer"
    MODEL = "model"
    EDIT = "edit"
    CORRECTED_FIGURES = "corrected_figures"


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six parts: its heading, its text, and where figure references stand in it."""

    key: SectionKey
    heading: str
    text: str
    bindings: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """Where a section's text lies in the whole text, in code points."""

    key: SectionKey
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved state of a draft; never changed once saved.

    `number` counts from 1. `report_id` is the report whose figures the check used. `writer` is
    the model's name, `built-in writer`, or who edited. `remarks` say what the reader must know
    of how it was written (no examples found, a section written by the built-in writer);
    `prompt_version` names the prompt files that the model was given (empty without a model).
    """

    number: int
    report_id: str
    sections: tuple[Section, ...]
    check: CheckResult
    origin: Origin
    writer: str
    created_at: datetime
    questions: tuple[GapQuestion, ...] = ()
    notes_unused: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    prompt_version: str = ""

    @property
    def text(self) -> str:
        """The whole text as checked: the offsets of `check` point into it."""
        return whole_text(self.sections)

    @property
    def headings(self) -> dict[SectionKey, str]:
        return {section.key: section.heading for section in self.sections}

    def section(self, key: SectionKey) -> Section:
        """The section of that key; KeyError when the draft has none."""
        for section in self.sections:
            if section.key is key:
                return section
        raise KeyError(key)

    def mentions_of(self, key: SectionKey) -> tuple[Mention, ...]:
        """The mentions within one section's text, offsets still into the whole text."""
        span = next(span for span in section_spans(self.sections) if span.key is key)
        return tuple(
            mention
            for mention in self.check.mentions
            if span.start <= mention.start and mention.end <= span.end
        )


def whole_text(sections: tuple[Section, ...]) -> str:
    """The sections as one Markdown text: `## heading`, a blank line, the section's text."""
    return "\n\n".join(_head(section) + section.text for section in sections) + "\n"


def section_spans(sections: tuple[Section, ...]) -> tuple[SectionSpan, ...]:
    """Where each section's text lies in `whole_text(sections)`."""
    spans, at = [], 0
    for section in sections:
        start = at + len(_head(section))
        end = start + len(section.text)
        spans.append(SectionSpan(section.key, start, end))
        at = end + 2
    return tuple(spans)


def _head(section: Section) -> str:
    return f"## {section.heading}\n\n"
