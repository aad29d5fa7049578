"""A draft as the command line shows it: JSON, Markdown, or marked text for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from drafter.checking.result import result_document
from drafter.cli.marked_text import print_checked
from drafter.drafts.revision import section_spans
from drafter.exporters.markdown import markdown_document
from drafter.figures.report import Report
from drafter.languages.terminal_words import terminal_words
from drafter.ledger.trends import Trend
from drafter.tables.reading import reading_document
from drafter.workflows.compose_draft import Composition
from drafter.workflows.draftable import require_draftable
from drafter.workflows.import_month import ImportedMonth
from drafter.workflows.written import BUILT_IN_WRITER


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft with what it was made from; `trends` only where earlier months were looked up."""

    report: Report
    imported: ImportedMonth
    composition: Composition
    trends: tuple[Trend, ...] = ()


def written_draft(drafted: Drafted, output_format: str) -> str:
    """The draft for a file: a JSON document, else Markdown, which `drafter check` reads again."""
    if output_format == "json":
        return json.dumps(draft_document(drafted), ensure_ascii=False, indent=2) + "\n"
    report = drafted.report
    period = require_draftable(report)
    return markdown_document(report.department, period, drafted.composition.sections)


def draft_document(drafted: Drafted) -> dict[str, Any]:
    """The JSON-ready draft: text, its mentions and counts, sections, questions, what is unused.

    The offsets of mentions and sections are code points into `text`.
    """
    report, composition = drafted.report, drafted.composition
    reading = reading_document(drafted.imported.reading)
    return {
        "period": str(report.period),
        "department": report.department,
        "language": report.language,
        "text": composition.text,
        **result_document(composition.check),
        "sections": _section_documents(composition),
        "origin": composition.origin.value,
        "writer": composition.writer,
        "remarks": [
            {"kind": remark.kind.value, "section": remark.section, "text": text}
            for remark, text in zip(
                composition.remarks, _remark_texts(composition, report), strict=True
            )
        ],
        "questions": [asdict(question) for question in composition.questions],
        "notes_unused": list(composition.notes_unused),
        "trends": [trend.text(report, report.language) for trend in drafted.trends],
        "import_questions": reading["questions"],
        "problems": reading["problems"],
    }


def _section_documents(composition: Composition) -> list[dict[str, Any]]:
    spans = section_spans(composition.sections)
    return [
        {
            "key": section.key.value,
            "heading": section.heading,
            "text": section.text,
            "start": span.start,
            "end": span.end,
        }
        for section, span in zip(composition.sections, spans, strict=True)
    ]


def _remark_texts(composition: Composition, report: Report) -> list[str]:
    headings = {section.key: section.heading for section in composition.sections}
    return [remark.text(report.language, headings) for remark in composition.remarks]


def print_draft(drafted: Drafted, console: Console) -> None:
    """The draft for people: marks, findings, and everything that is still to be done."""
    report, composition, reading = drafted.report, drafted.composition, drafted.imported.reading
    words = terminal_words(report.language)
    print_checked(composition.text, composition.check, report.language, console)
    writer = composition.writer
    if writer == BUILT_IN_WRITER:
        writer = words["built_in_writer"]
    console.print(Text(words["written_by"].format(writer=writer), style="dim"))
    asked = [f"{each.where}: {each.what}".removeprefix(": ") for each in reading.questions]
    broken = [f"{each.where}: {each.what}".removeprefix(": ") for each in reading.problems]
    trends = [trend.text(report, report.language) for trend in drafted.trends]
    _print_list(words["remarks"], _remark_texts(composition, report), console)
    _print_list(words["trends"], trends, console)
    _print_list(words["questions"], [each.what for each in composition.questions], console)
    _print_list(words["import_questions"], asked, console)
    _print_list(words["problems"], broken, console)
    _print_list(words["notes_unused"], composition.notes_unused, console)


def _print_list(title: str, lines: Sequence[str], console: Console) -> None:
    if lines:
        console.print(Text(f"\n{title}", style="bold"))
        for line in lines:
            console.print(Text(f"  · {line}"))
