"""What the manager is asked before a draft is complete (待补充问题)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """A miss without a cause, a section without content, a vague target.

    `id` is stable for the same figures and notes; `figure` is the row it is about, or None;
    `reason` says why it is asked.
    """

    id: str
    section: SectionKey
    what: str
    figure: int | None = None
    reason: str = ""
