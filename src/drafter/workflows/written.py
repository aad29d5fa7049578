"""Sections as a writer leaves them, and the writer that needs no model."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.drafts.remark import Remark
from drafter.drafts.revision import Origin
from drafter.workflows.progress import OnProgress, Progress, Step
from drafter.writing.builtin import write_sections
from drafter.writing.catalogue import Catalogue
from drafter.writing.sections import SectionKey, SectionText

BUILT_IN_WRITER = "built-in writer"


@dataclass(frozen=True, slots=True)
class WrittenTexts:
    """The sections in their order, who wrote them, and what must be said of that."""

    texts: tuple[SectionText, ...]
    origin: Origin
    writer: str
    remarks: tuple[Remark, ...] = ()
    prompt_version: str = ""


def built_in_texts(
    catalogue: Catalogue, on_progress: OnProgress, *, only: SectionKey | None = None
) -> tuple[SectionText, ...]:
    """All six sections, or one of them, each told as done."""
    written = write_sections(catalogue)
    for done, section in enumerate(written, start=1):
        if only in (None, section.key):
            on_progress(Progress(Step.DONE, section.key, section.text, done, len(written)))
    return tuple(section for section in written if only in (None, section.key))
