"""Workbooks of old Excel (XLS)."""

from __future__ import annotations

from typing import Any

import xlrd

from drafter.readers.refusals import Refused
from drafter.readers.stored_numbers import exact
from drafter.tables.grid import Cell, Content, Grid, Span


def read(data: bytes) -> tuple[Grid, ...]:
    """Every sheet as a grid; the format keeps results, so formulas do not show."""
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise Refused("encrypted") from error
        raise
    return tuple(_grid(book, sheet) for sheet in book.sheets())


def _grid(book: Any, sheet: Any) -> Grid:
    cells = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = _cell(book, sheet, row, column)
            if cell is not None:
                cells[(cell.row, cell.column)] = cell
    return Grid(
        sheet.name,
        cells,
        tuple(
            Span(top + 1, left + 1, bottom, right)
            for top, bottom, left, right in sheet.merged_cells
        ),
        frozenset(row + 1 for row, kept in sheet.rowinfo_map.items() if kept.hidden),
        frozenset(column + 1 for column, kept in sheet.colinfo_map.items() if kept.hidden),
        sheet.visibility != 0,
        remarks={
            (row + 1, column + 1): note.text for (row, column), note in sheet.cell_note_map.items()
        },
    )


def _cell(book: Any, sheet: Any, row: int, column: int) -> Cell | None:
    item = sheet.cell(row, column)
    layout = book.xf_list[item.xf_index]
    number_format = book.format_map[layout.format_key].format_str
    error: str | None = None
    content: Content = None
    if item.ctype == xlrd.XL_CELL_TEXT:
        content = item.value if item.value.strip() else None
    elif item.ctype == xlrd.XL_CELL_NUMBER:
        content = exact(item.value)
    elif item.ctype == xlrd.XL_CELL_DATE:
        content = _date(item.value, book.datemode)
    elif item.ctype == xlrd.XL_CELL_BOOLEAN:
        content = bool(item.value)
    elif item.ctype == xlrd.XL_CELL_ERROR:
        error = xlrd.error_text_from_code.get(item.value, "#VALUE!")
    if content is None and error is None:
        return None
    indent = layout.alignment.indent_level
    return Cell(row + 1, column + 1, content, number_format, None, error, indent)


def _date(value: float, datemode: int) -> Content:
    try:
        return xlrd.xldate_as_datetime(value, datemode)  # type: ignore[no-any-return]
    except (xlrd.XLDateError, ValueError, OverflowError):
        return exact(value)
