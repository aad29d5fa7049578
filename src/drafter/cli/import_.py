"""`drafter import`: what was understood of a month's files, as JSON or for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from drafter.errors import DrafterError, InvalidReport, UnreadableFile
from drafter.figures.period import Period

if TYPE_CHECKING:
    from drafter.tables.grid import Grid
    from drafter.tables.reading import MonthReading

UNREADABLE = 2


def run_import(
    files: Sequence[Path],
    *,
    as_json: bool = False,
    answers: Path | None = None,
    period: str | None = None,
    encoding: str | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Read the files as one month and print what came of it; the exit status.

    0 when the files were read, whatever is to be asked; 2 when one cannot be read at all, when
    the answers or the period are not usable.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        reading = import_files(
            files, answers=_read_answers(answers), period=_period(period), encoding=encoding
        )
    except DrafterError as error:
        print(f"drafter import: {error}", file=err)
        return UNREADABLE
    if as_json:
        from drafter.tables.reading import reading_document

        print(json.dumps(reading_document(reading), ensure_ascii=False, indent=2), file=out)
    else:
        _print_reading(reading, out)
    return 0


def import_files(
    files: Sequence[Path],
    *,
    answers: Mapping[str, str],
    period: Period | None = None,
    encoding: str | None = None,
) -> MonthReading:
    """The month that the files hold; UnreadableFile or InvalidReport when they cannot be read."""
    from dataclasses import replace

    from drafter.readers import read_file
    from drafter.tables.read_month import read_month

    grids: list[Grid] = []
    for path in files:
        found = read_file(path.name, _bytes(path), encoding=encoding)
        grids += [replace(grid, is_one_of_several_files=len(files) > 1) for grid in found]
    try:
        return read_month(grids, answers=answers, period=period)
    except InvalidReport as error:
        raise UnreadableFile(files[0].name, str(error), "Correct it and try again.") from error


def _bytes(path: Path) -> bytes:
    from drafter.readers.limits import LARGEST_FILE

    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        raise UnreadableFile(str(path), reason, "Check the path and its permissions.") from error


def _read_answers(path: Path | None) -> dict[str, str]:
    """`{"question id": "answer"}` as JSON; numbers are taken as written."""
    if path is None:
        return {}
    from drafter.figures.document import load_json

    way_out = 'Write an object such as {"period": "2026-10"}.'
    try:
        found = load_json(_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        raise UnreadableFile(str(path), f"the answers are not JSON: {error}", way_out) from error
    if not isinstance(found, dict):
        raise UnreadableFile(str(path), "the answers are no object", way_out)
    wrong = [key for key, value in found.items() if not isinstance(value, str | int)]
    if wrong:
        raise UnreadableFile(str(path), f"the answer to {wrong[0]} is not a text", way_out)
    return {key: str(value) for key, value in found.items()}


def _period(text: str | None) -> Period | None:
    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise UnreadableFile("--period", str(error), "Write it as 2026-10.") from error


def _print_reading(reading: MonthReading, out: TextIO) -> None:
    from rich.console import Console
    from rich.table import Table

    from drafter.figures.decimals import plain
    from drafter.figures.scenario import Scenario

    console = Console(file=out, highlight=False)
    used = [
        scenario
        for scenario in Scenario
        if any(scenario in figure.values for figure in reading.figures)
    ]
    table = Table("measure", "dimensions", "unit", *[scenario.value for scenario in used])
    for figure in reading.figures:
        values = [figure.value(scenario) for scenario in used]
        table.add_row(
            figure.measure,
            ", ".join(figure.dimensions.values()),
            figure.unit.written,
            *["" if value is None else plain(value) for value in values],
        )
    console.print(f"period: {reading.period or '?'}   language: {reading.language}")
    console.print(table)
    for problem in reading.problems:
        console.print(f"problem  {problem.where}: {problem.what}", markup=False)
    for question in reading.questions:
        options = f"  [{' | '.join(question.options)}]" if question.options else ""
        console.print(
            f"question {question.id}  {question.where}: {question.what}{options}", markup=False
        )
    if reading.notes:
        console.print(f"notes:\n{reading.notes}", markup=False)
