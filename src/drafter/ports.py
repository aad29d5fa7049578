"""What the workflows need of the world: small protocols, and the records that pass through them.

`storage/`, `language_model/` and `example_index/` implement these; `wiring.py` puts them together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from drafter.drafts.draft import Draft, DraftLine
from drafter.drafts.revision import Revision
from drafter.figures.period import Period
from drafter.figures.report import LanguageCode, Report
from drafter.tables.grid import Grid
from drafter.tables.reading import Problem, Question
from drafter.writing.sections import SectionKey


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report as kept: never changed; corrected figures are a new report that `replaces` it.

    `answers` are those given to the questions of the import; `problems` and `questions` (still
    open) are kept so that a draft can say what is missing.
    """

    id: str
    report: Report
    created_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierMonth:
    """A month of the same department: its newest report, and its approved text if there is one."""

    report: Report
    approved_text: str | None = None


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as handed in; `encoding` None is detected. Pasted text is a file with a name too."""

    name: str
    data: bytes
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Intake:
    """A month that is being entered, kept so that nothing typed or uploaded is ever lost.

    `fields` are the form's texts by name; `draft_id` is the draft that was written from it.
    """

    id: str
    department: str
    fields: Mapping[str, str]
    files: tuple[UploadedFile, ...]
    answers: Mapping[str, str]
    gap_answers: Mapping[str, str]
    created_at: datetime
    updated_at: datetime
    draft_id: str | None = None


class TableReader(Protocol):
    """Turns any file's bytes into grids of cells."""

    def __call__(self, name: str, data: bytes, *, encoding: str | None = None) -> Sequence[Grid]:
        """The sheets or tables of a file; UnreadableFile with the reason and the way out."""
        ...


class ReportStore(Protocol):
    """Reports and the answers to import questions. `department` None means any department."""

    def add_report(self, stored: StoredReport) -> None: ...

    def report(self, report_id: str, department: str | None = None) -> StoredReport:
        """NotFound when it is not there, or is another department's."""
        ...

    def earlier_months(
        self, department: str, before: Period, limit: int = 12
    ) -> tuple[EarlierMonth, ...]:
        """The department's months before that one, the latest first, one report for each."""
        ...

    def remember_answers(self, department: str, answers: Mapping[str, str], at: datetime) -> None:
        """Keep answers by the question's id; a later answer replaces an earlier one."""
        ...

    def remembered_answers(self, department: str) -> Mapping[str, str]:
        """The department's latest answers by the question's id."""
        ...


class DraftStore(Protocol):
    """Drafts and their revisions. `department` None means any department."""

    def add_draft(self, draft: Draft) -> None:
        """Keep a new draft with its first revision, both or neither."""
        ...

    def add_revision(
        self,
        draft_id: str,
        revision: Revision,
        based_on: int,
        corrected: StoredReport | None = None,
    ) -> None:
        """Append a revision, with the corrected report it rests on: both or neither.

        Outdated when `based_on` is not the newest.
        """
        ...

    def draft(self, draft_id: str, department: str | None = None) -> Draft:
        """The draft with its newest revision; NotFound."""
        ...

    def revision(self, draft_id: str, number: int) -> Revision:
        """One revision; NotFound."""
        ...

    def revisions(self, draft_id: str) -> tuple[Revision, ...]:
        """All revisions, the first first; NotFound."""
        ...

    def drafts(self, department: str | None = None, limit: int = 100) -> tuple[DraftLine, ...]:
        """The newest change first."""
        ...

    def approve(self, draft_id: str, number: int) -> None:
        """Mark that revision as approved; Outdated when it is not the newest."""
        ...

    def departments(self) -> tuple[str, ...]: ...


class IntakeStore(Protocol):
    """Months that are being entered."""

    def save_intake(self, intake: Intake) -> None:
        """Keep it, in place of what was kept under its id."""
        ...

    def intake(self, intake_id: str) -> Intake:
        """NotFound."""
        ...

    def delete_intakes(self, older_than: datetime) -> int:
        """Forget those not touched since; how many."""
        ...


class LanguageModel(Protocol):
    """A chat model behind any OpenAI-compatible endpoint."""

    @property
    def name(self) -> str: ...

    def answer(
        self, system: str, user: str, *, on_text: Callable[[str], None] | None = None
    ) -> str:
        """The whole answer; `on_text` gets each piece as it comes.

        ModelUnreachable when the server gives none, ModelFailed when the answer is cut, empty or
        refused. Bounded in time and in length by the adapter.
        """
        ...


@dataclass(frozen=True, slots=True)
class Example:
    """A section of an approved earlier summary: shape and tone, never facts (范文)."""

    id: str
    section: SectionKey
    text: str
    industry: str = ""


class ExampleIndex(Protocol):
    """Finds example summaries that are near in meaning."""

    def search(
        self, query: str, *, language: LanguageCode, section: SectionKey, limit: int = 3
    ) -> tuple[Example, ...]:
        """The nearest first, perhaps none; ExamplesUnavailable when the index cannot answer."""
        ...


class TokenCounter(Protocol):
    def count(self, text: str) -> int:
        """How many tokens the model will count, never too few."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment in UTC."""
        ...


class Identifiers(Protocol):
    def new(self) -> str:
        """An id that nobody can guess, fit for a URL."""
        ...
