"""What a workflow tells while it works, so that a bar or a page can show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from drafter.writing.sections import SectionKey


class Step(StrEnum):
    READING = "reading"  # files are being read
    EXAMPLES = "examples"  # example summaries are being looked for
    STARTED = "started"  # a section is being written
    TEXT = "text"  # a piece of a section's text, as the model sends it (references unreplaced)
    CHECKING = "checking"  # a section's or the text's figures are being checked
    REPAIR = "repair"  # a section failed and is written again; `text` says why
    DONE = "done"  # a section is finished; `text` is the whole section


@dataclass(frozen=True, slots=True)
class Progress:
    """One event. `done` of `total` sections are finished; `section` None concerns all of them."""

    step: Step
    section: SectionKey | None = None
    text: str = ""
    done: int = 0
    total: int = 6


OnProgress = Callable[[Progress], None]


def unheard(_event: Progress) -> None:
    """For callers that show no progress."""
