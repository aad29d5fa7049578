"""`drafter draft`: a month's files in, a checked draft out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from drafter.checking.result import result_document
from drafter.cli.input_files import (
    parse_language,
    parse_period,
    read_answers,
    read_bytes,
    read_text,
)
from drafter.cli.late_progress import LateProgress
from drafter.cli.marked_text import print_checked
from drafter.drafts.revision import section_spans
from drafter.errors import UnreadableFile
from drafter.exporters.markdown import markdown_document
from drafter.figures.report import Report
from drafter.languages.terminal_words import terminal_words
from drafter.ports import UploadedFile
from drafter.tables.reading import reading_document
from drafter.wiring import Drafter, build
from drafter.workflows.compose_draft import Composition
from drafter.workflows.draftable import require_draftable
from drafter.workflows.import_month import ImportedMonth
from drafter.workflows.progress import Step
from drafter.workflows.written import BUILT_IN_WRITER


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What was asked for on the command line."""

    report: Path
    notes: Path | None = None
    answers: Path | None = None
    language: str | None = None
    department: str | None = None
    period: str | None = None
    out: Path | None = None
    output_format: str | None = None
    save: bool = False


def draft_month(order: DraftOrder) -> None:
    """Read, compose, show or write. Nothing is written when anything fails."""
    drafter = build()
    with LateProgress(parse_language(order.language) or "en") as progress:
        progress.say(Step.READING)
        imported = import_files(order, drafter)
        report = imported.report()
        require_draftable(report)
        composition = drafter.compose_draft(report, on_progress=progress)
    shown = order.output_format or _format_of(order.out)
    if order.out is None:
        _print(composition, imported, report, shown)
    else:
        _write(order.out, _rendered(composition, imported, report, shown))
        _announce(terminal_words(report.language)["written_to"].format(file=order.out))
    if order.save:
        stored = drafter.keep_report(report, imported=imported)
        draft = drafter.keep_draft(stored, composition)
        _announce(terminal_words(report.language)["saved"].format(id=draft.id))


def import_files(order: DraftOrder, drafter: Drafter) -> ImportedMonth:
    """The month as read from the order's files; UnreadableFile, InvalidReport."""
    return drafter.import_month(
        [UploadedFile(order.report.name, read_bytes(order.report))],
        answers=read_answers(order.answers),
        period=parse_period(order.period),
        department=order.department or "",
        language=parse_language(order.language),
        notes=read_text(order.notes) if order.notes else "",
    )


def _format_of(out: Path | None) -> str:
    if out is None:
        return "text"
    return "json" if out.suffix.lower() == ".json" else "markdown"


def _print(
    composition: Composition, imported: ImportedMonth, report: Report, output_format: str
) -> None:
    if output_format == "text":
        print_draft(composition, imported, Console(highlight=False))
    else:
        print(_rendered(composition, imported, report, output_format), end="")


def _rendered(
    composition: Composition, imported: ImportedMonth, report: Report, output_format: str
) -> str:
    if output_format == "json":
        document = draft_document(composition, imported, report)
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    period = require_draftable(report)
    return markdown_document(report.department, period, composition.sections)


def _write(out: Path, content: str) -> None:
    try:
        out.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UnreadableFile(
            str(out), (error.strerror or str(error)).lower(), "Name another file with --out"
        ) from None


def _announce(line: str) -> None:
    Console(stderr=True, highlight=False).print(Text(line))


def draft_document(
    composition: Composition, imported: ImportedMonth, report: Report
) -> dict[str, Any]:
    """The JSON-ready draft: text, its mentions and counts, sections, questions, what is unused."""
    sections = [
        {
            "key": section.key.value,
            "heading": section.heading,
            "text": section.text,
            "start": span.start,
            "end": span.end,
        }
        for section, span in zip(
            composition.sections, section_spans(composition.sections), strict=True
        )
    ]
    headings = {section.key: section.heading for section in composition.sections}
    reading = reading_document(imported.reading)
    return {
        "period": str(report.period),
        "department": report.department,
        "language": report.language,
        "text": composition.text,
        **result_document(composition.check),
        "sections": sections,
        "origin": composition.origin.value,
        "writer": composition.writer,
        "remarks": [
            {
                "kind": remark.kind.value,
                "section": remark.section.value if remark.section else None,
                "text": remark.text(report.language, headings),
            }
            for remark in composition.remarks
        ],
        "questions": [
            {
                "id": question.id,
                "section": question.section.value,
                "what": question.what,
                "figure": question.figure,
            }
            for question in composition.questions
        ],
        "notes_unused": list(composition.notes_unused),
        "import_questions": reading["questions"],
        "problems": reading["problems"],
    }


def print_draft(composition: Composition, imported: ImportedMonth, console: Console) -> None:
    """The draft for people: marks, findings, and everything that is still to be done."""
    language = imported.reading.language
    words = terminal_words(language)
    headings = {section.key: section.heading for section in composition.sections}
    print_checked(composition.text, composition.check, language, console)
    writer = composition.writer
    if writer == BUILT_IN_WRITER:
        writer = words["built_in_writer"]
    console.print(Text(words["written_by"].format(writer=writer), style="dim"))
    remarks = [remark.text(language, headings) for remark in composition.remarks]
    asked = [f"{question.where}: {question.what}" for question in imported.reading.questions]
    broken = [f"{problem.where}: {problem.what}" for problem in imported.reading.problems]
    _print_list(words["remarks"], remarks, console)
    _print_list(words["questions"], [each.what for each in composition.questions], console)
    _print_list(words["import_questions"], asked, console)
    _print_list(words["problems"], broken, console)
    _print_list(words["notes_unused"], composition.notes_unused, console)


def _print_list(title: str, lines: Sequence[str], console: Console) -> None:
    if lines:
        console.print(Text(f"\n{title}", style="bold"))
        for line in lines:
            console.print(Text(f"  · {line}"))
