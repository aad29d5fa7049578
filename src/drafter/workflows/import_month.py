"""Read a month from its files: figures, problems, questions, and earlier answers offered again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.errors import UnreadableFile
from drafter.figures.document import load_json
from drafter.figures.period import Period
from drafter.figures.report import LanguageCode, Report
from drafter.ports import ReportStore, TableReader, UploadedFile
from drafter.tables.grid import Grid, GridKind
from drafter.tables.read_month import read_month
from drafter.tables.reading import MonthReading, Question

# Asked of every table without a month: last month's answer is wrong by definition.
PERIOD_QUESTION = "period"


@dataclass(frozen=True, slots=True)
class ImportedMonth:
    """What was read. `asked` are all questions, those too that `answers` have answered.

    `offered` holds, by question id, what this department answered in an earlier month;
    `encodings` what each text file was read with, by its name.
    """

    reading: MonthReading
    department: str = ""
    asked: tuple[Question, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)
    encodings: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> ImportedMonth:
        """A report that came as a document: nothing to ask, nothing broken."""
        reading = MonthReading(report.period, report.language, report.figures, report.notes)
        return cls(reading, report.department)

    def report(self) -> Report:
        """The report as far as it is certain; its month may be unknown."""
        reading = self.reading
        return Report(
            reading.period, self.department, reading.language, reading.figures, reading.notes
        )


@dataclass(frozen=True, slots=True)
class ImportMonth:
    """Reads tables, pasted fragments, text and report documents (JSON) as one month.

    `reports` is where earlier answers are looked up; without it nothing is offered.
    """

    read_file: TableReader
    reports: ReportStore | None = None

    def __call__(
        self,
        files: Sequence[UploadedFile],
        *,
        answers: Mapping[str, str] | None = None,
        period: Period | None = None,
        department: str = "",
        language: LanguageCode | None = None,
        notes: str = "",
    ) -> ImportedMonth:
        """The month as read; `period`, `department`, `language` win over what the files say.

        `notes` are added to those that the files hold. Nothing is stored. UnreadableFile or
        InvalidReport when a file cannot be read at all.
        """
        answers = answers or {}
        grids = [
            grid
            for file in files
            for grid in self.read_file(file.name, file.data, encoding=file.encoding)
        ]
        department = department or _department_of(grids)
        reading, asked = _read_with_answers(grids, answers, period)
        return ImportedMonth(
            reading=replace(
                reading,
                language=language or reading.language,
                notes="\n".join(part for part in (reading.notes.strip(), notes.strip()) if part),
            ),
            department=department,
            asked=asked,
            answers=answers,
            offered=self._offered(asked, department),
            encodings={grid.source: grid.encoding for grid in grids if grid.encoding},
        )

    def _offered(self, questions: Sequence[Question], department: str) -> dict[str, str]:
        if self.reports is None or not questions:
            return {}
        known = self.reports.remembered_answers(department)
        return {each.id: known[each.id] for each in questions if each.id in known}


def _read_with_answers(
    grids: Sequence[Grid], answers: Mapping[str, str], period: Period | None
) -> tuple[MonthReading, tuple[Question, ...]]:
    """The month with the answers heeded, and all that was asked on the way to it.

    An answer can bring up a further question, so the answers are given as they are asked for.
    """
    asked: dict[str, Question] = {}
    given: dict[str, str] = {}
    while True:
        reading = read_month(grids, answers=given, period=period)
        asked |= {question.id: question for question in reading.questions}
        more = {key: answers[key] for key in asked if key in answers and key not in given}
        if not more:
            return reading, tuple(asked.values())
        given |= more


def _department_of(grids: Sequence[Grid]) -> str:
    """What a report document calls its department; a document is a whole month by itself."""
    document = next((grid for grid in grids if grid.kind is GridKind.REPORT), None)
    if document is None:
        return ""
    if len(grids) > 1:
        raise UnreadableFile(
            document.source,
            "a report document (JSON) is a whole month and stands alone",
            "Import it by itself, or import the tables without it",
        )
    try:
        named = load_json(document.text)
    except (ValueError, RecursionError):
        return ""
    return str(named.get("department") or "") if isinstance(named, dict) else ""
