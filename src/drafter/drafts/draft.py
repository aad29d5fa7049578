"""A draft: the summary of one department's month, as a line of revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from drafter.drafts.revision import Revision
from drafter.figures.period import Period
from drafter.figures.report import LanguageCode


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft with its newest revision; `approved` is the number of the approved revision."""

    id: str
    department: str
    period: Period
    language: LanguageCode
    revision: Revision
    approved: int | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What a list of drafts shows of one: cheap to load, nothing is checked again."""

    id: str
    department: str
    period: Period
    language: LanguageCode
    revision: int
    counts: Mapping[str, int]
    updated_at: datetime
    approved: int | None = None
