"""The notes of a month: lines outside the tables, remark columns, comments on cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.tables.blocks import Line, Sheet, shown
from drafter.tables.columns import Role
from drafter.tables.grid import GridKind
from drafter.tables.sheets import SheetReading
from drafter.tables.title_lines import is_meta_line


def notes_of(sheets: Sequence[Sheet], readings: Sequence[SheetReading]) -> str:
    """Everything that people wrote beside the figures, one thing a line."""
    lines: list[str] = []
    for sheet in sheets:
        if sheet.grid.kind is GridKind.TEXT:
            lines.append(sheet.grid.text.strip())
            continue
        if not sheet.blocks:
            lines += [line.text for line in (*sheet.titles, *sheet.notes) if line.text.strip()]
            continue
        lines += [line.text for line in sheet.notes if _says_something(line)]
        lines += _remarks(sheet, readings)
        lines += [sheet.grid.remarks[key].strip() for key in sorted(sheet.grid.remarks)]
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _says_something(line: Line) -> bool:
    return bool(line.text.strip()) and not is_meta_line(line.text)


def _remarks(sheet: Sheet, readings: Sequence[SheetReading]) -> Iterator[str]:
    """Remark columns with the row that they are about: `骨胶原肽: 含双11备货约300万`."""
    for reading in readings:
        if reading.sheet is not sheet:
            continue
        words = {row.row: row.words for row in reading.rows}
        for axes in reading.axes:
            for column in axes.labelled(Role.REMARK):
                for row in axes.block.body_rows:
                    cell = sheet.grid.cells.get((row, column.number))
                    if cell is not None:
                        about = " ".join(dict.fromkeys(words.get(row, ())))
                        yield f"{about}: {shown(cell)}" if about else shown(cell)
