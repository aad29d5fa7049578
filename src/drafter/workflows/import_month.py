"""Read a month from its files: figures, problems, questions, and earlier answers offered again."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from drafter.errors import FieldFault, InvalidReport, UnreadableFile
from drafter.figures.document import load_json, parse_report
from drafter.figures.period import Period
from drafter.figures.report import LanguageCode, Report
from drafter.ports import ReportStore, TableReader, UploadedFile
from drafter.tables.read_month import read_month
from drafter.tables.reading import MonthReading, Question

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ImportedMonth:
    """What was read. `asked` are all questions as they stood before any `answers`.

    `offered` holds, by question id, what this department answered in an earlier month.
    """

    reading: MonthReading
    department: str = ""
    asked: tuple[Question, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)

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
        documents = [file for file in files if file.name.lower().endswith(".json")]
        if documents and len(files) > 1:
            raise UnreadableFile(
                documents[0].name,
                "a report document (JSON) is a whole month and stands alone",
                "Import it by itself, or import the tables without it",
            )
        answers = answers or {}
        if documents:
            reading, named = _read_document(documents[0], period)
            asked = reading.questions
        else:
            reading, asked = self._read_tables(files, answers, period)
            named = ""
        department = department or named
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
        )

    def _read_tables(
        self, files: Sequence[UploadedFile], answers: Mapping[str, str], period: Period | None
    ) -> tuple[MonthReading, tuple[Question, ...]]:
        """The month with the answers heeded, and what was asked before any was given."""
        grids = [
            grid
            for file in files
            for grid in self.read_file(file.name, file.data, encoding=file.encoding)
        ]
        unanswered = read_month(grids, answers={}, period=period)
        if not answers:
            return unanswered, unanswered.questions
        return read_month(grids, answers=answers, period=period), unanswered.questions

    def _offered(self, questions: Sequence[Question], department: str) -> dict[str, str]:
        if self.reports is None or not questions:
            return {}
        known = self.reports.remembered_answers(department)
        return {
            question.id: known[mark]
            for question in questions
            for mark in [question_fingerprint(question)]
            if mark in known
        }


def question_fingerprint(question: Question) -> str:
    """The same for the same question about the same layout, whatever the month's values are."""
    parts = (question.where, question.what, *question.options)
    told_apart = json.dumps([_DIGITS.sub("#", part) for part in parts], ensure_ascii=False)
    return hashlib.sha256(told_apart.encode()).hexdigest()


def _read_document(file: UploadedFile, period: Period | None) -> tuple[MonthReading, str]:
    """A report document as a reading, and its department; a month that is given replaces its own.

    A document whose month is missing is read all the same: the month can be answered for.
    """
    try:
        document = load_json(file.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            file.name, f"byte {error.start} is not UTF-8", "Save the JSON as UTF-8"
        ) from None
    except (ValueError, RecursionError) as error:
        raise InvalidReport((FieldFault(file.name, f"is not JSON: {error}"),)) from None
    report, known = _parse_with_month(document, period)
    reading = MonthReading(
        period or (report.period if known else None), report.language, report.figures, report.notes
    )
    return reading, report.department


def _parse_with_month(document: object, period: Period | None) -> tuple[Report, bool]:
    """The report, and whether its month was its own (else any month stands in for reading)."""
    if isinstance(document, Mapping) and document.get("period") is None:
        return parse_report({**document, "period": str(period or Period(2000, 1))}), False
    return parse_report(document), True
