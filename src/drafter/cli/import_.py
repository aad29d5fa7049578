"""`drafter import`: what was understood of a month's files, as JSON or for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from drafter.cli.input_files import parse_language, parse_period, read_answers, read_bytes
from drafter.figures.decimals import plain
from drafter.figures.scenario import Scenario
from drafter.ports import UploadedFile
from drafter.tables.reading import MonthReading, reading_document


def import_month(
    files: Sequence[Path],
    *,
    answers: Path | None = None,
    period: str | None = None,
    language: str | None = None,
    department: str | None = None,
    encoding: str | None = None,
    output_format: str = "text",
) -> None:
    """Read the files as one month and print figures, problems, questions and notes.

    UnreadableFile or InvalidReport when a file, the answers or the month cannot be used.
    """
    from drafter.wiring import build

    imported = build().import_month(
        [UploadedFile(path.name, read_bytes(path), encoding) for path in files],
        answers=read_answers(answers),
        period=parse_period(period),
        department=department or "",
        language=parse_language(language),
    )
    if output_format == "json":
        print(json.dumps(reading_document(imported.reading), ensure_ascii=False, indent=2))
    else:
        print_reading(imported.reading)


def print_reading(reading: MonthReading) -> None:
    """The reading as a table with what is broken and what is asked below it."""
    from rich.console import Console

    console = Console(highlight=False)
    console.print(f"period: {reading.period or '?'}   language: {reading.language}")
    console.print(_figure_table(reading))
    for problem in reading.problems:
        console.print(f"problem   {problem.where}: {problem.what}", markup=False)
    for question in reading.questions:
        options = f"  ({' | '.join(question.options)})" if question.options else ""
        place = f"{question.where}: " if question.where else ""
        console.print(f"question  {question.id}  {place}{question.what}{options}", markup=False)
    if reading.notes:
        console.print(f"notes\n{reading.notes}", markup=False)


def _figure_table(reading: MonthReading) -> object:
    from rich.table import Table

    used = [
        scenario
        for scenario in Scenario
        if any(scenario in figure.values for figure in reading.figures)
    ]
    table = Table("measure", "dimensions", "unit")
    for scenario in used:
        table.add_column(scenario.value, justify="right")
    for figure in reading.figures:
        values = [figure.value(scenario) for scenario in used]
        table.add_row(
            figure.measure,
            ", ".join(figure.dimensions.values()),
            figure.unit.written,
            *["" if value is None else plain(value) for value in values],
        )
    return table
