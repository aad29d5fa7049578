"""`drafter draft`: a month's files in, a checked draft out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.text import Text

from drafter.cli.draft_output import Drafted, print_draft, written_draft
from drafter.cli.input_files import (
    parse_language,
    parse_period,
    read_answers,
    read_bytes,
    read_text,
)
from drafter.cli.late_progress import LateProgress
from drafter.errors import FieldFault, InvalidReport, UnreadableFile
from drafter.languages.terminal_words import terminal_words
from drafter.ports import UploadedFile
from drafter.wiring import Drafter, build
from drafter.workflows.draftable import require_draftable
from drafter.workflows.import_month import ImportedMonth
from drafter.workflows.progress import Step


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
    """Read, compose, keep when asked to, show or write. Nothing is written when anything fails."""
    drafter = build()
    with LateProgress(parse_language(order.language) or "en") as progress:
        progress.say(Step.READING)
        imported = import_files(order, drafter)
        report = imported.report()
        require_draftable(report)
        trends = drafter.find_trends(report) if order.save else ()
        composition = drafter.compose_draft(report, on_progress=progress)
    drafted = Drafted(report, imported, composition, trends)
    words = terminal_words(report.language)
    if order.save:
        stored = drafter.keep_report(report, imported=imported)
        draft = drafter.keep_draft(stored, composition)
        _announce(words["saved"].format(id=draft.id))
    shown = order.output_format or _format_of(order.out)
    if order.out is not None:
        _write(order.out, written_draft(drafted, shown))
        _announce(words["written_to"].format(file=order.out))
    elif shown == "text":
        print_draft(drafted, Console(highlight=False))
    else:
        print(written_draft(drafted, shown), end="")


def import_files(order: DraftOrder, drafter: Drafter) -> ImportedMonth:
    """The month as read from the order's files; UnreadableFile, InvalidReport."""
    files = [UploadedFile(order.report.name, read_bytes(order.report))]
    answers, period = read_answers(order.answers), parse_period(order.period)
    language = parse_language(order.language)
    notes = read_text(order.notes) if order.notes else ""
    try:
        return drafter.import_month(
            files,
            answers=answers,
            period=period,
            department=order.department or "",
            language=language,
            notes=notes,
        )
    except InvalidReport as error:
        raise InvalidReport(_named(order.report.name, error.faults)) from None


def _named(file: str, faults: tuple[FieldFault, ...]) -> tuple[FieldFault, ...]:
    """The faults with the file's name before each field."""
    return tuple(
        FieldFault(f"{file}, {fault.field}" if fault.field else file, fault.message)
        for fault in faults
    )


def _format_of(out: Path | None) -> str:
    if out is None:
        return "text"
    return "json" if out.suffix.lower() == ".json" else "markdown"


def _write(out: Path, content: str) -> None:
    try:
        out.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UnreadableFile(
            str(out), (error.strerror or str(error)).lower(), "Name another file with --out"
        ) from None


def _announce(line: str) -> None:
    Console(stderr=True, highlight=False).print(Text(line))
