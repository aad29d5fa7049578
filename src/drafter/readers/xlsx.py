"""Workbooks of today's Excel (XLSX, XLSM): values, formulas, formats, merges, what is hidden."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from drafter.readers.stored_numbers import exact, is_error
from drafter.readers.uncalculated import without_results
from drafter.tables.grid import Cell, Content, Grid, Span

_FORMULA = "f"


def read(data: bytes) -> tuple[Grid, ...]:
    """Every worksheet as a grid, hidden ones marked; charts and macros are left alone."""
    written = load_workbook(io.BytesIO(data), keep_links=False)
    formulas = {sheet.title: _formulas(sheet) for sheet in written.worksheets if _formulas(sheet)}
    shown = (
        load_workbook(io.BytesIO(data), data_only=True, keep_links=False) if formulas else written
    )
    return tuple(_grid(sheet, formulas.get(sheet.title, {})) for sheet in shown.worksheets)


def _filled(sheet: Worksheet) -> Any:
    """The cells that exist. `iter_rows` would walk to XFD1048576 for a single stray cell."""
    return sheet._cells.values()


def _formulas(sheet: Worksheet) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): str(getattr(cell.value, "text", None) or cell.value)
        for cell in _filled(sheet)
        if cell.data_type == _FORMULA
    }


def _grid(sheet: Worksheet, formulas: dict[tuple[int, int], str]) -> Grid:
    cells: dict[tuple[int, int], Cell] = {}
    remarks: dict[tuple[int, int], str] = {}
    for item in _filled(sheet):
        key = (item.row, item.column)
        cell = _cell(item, formulas.get(key))
        if cell is not None:
            cells[key] = cell
        if getattr(item, "comment", None) is not None:
            remarks[key] = item.comment.text
    return Grid(
        sheet.title,
        without_results(cells),
        tuple(
            Span(area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        ),
        frozenset(row for row, kept in sheet.row_dimensions.items() if kept.hidden),
        _hidden_columns(sheet),
        sheet.sheet_state != "visible",
        remarks=remarks,
    )


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    widest = max((key[1] for key in sheet._cells), default=0)
    hidden: set[int] = set()
    for kept in sheet.column_dimensions.values():
        if kept.hidden and kept.min:
            hidden.update(range(kept.min, min(kept.max or kept.min, widest) + 1))
    return frozenset(hidden)


def _cell(item: Any, formula: str | None) -> Cell | None:
    value = item.value
    if value is None:
        # A formula that answers "" is stored as text without a value: an empty cell.
        if formula is None or item.data_type in ("s", "str"):
            return None
        return Cell(item.row, item.column, None, item.number_format, formula)
    if isinstance(value, str) and (item.data_type == "e" or is_error(value)):
        return Cell(item.row, item.column, None, item.number_format, formula, value.strip())
    content = _content(value)
    if isinstance(content, str) and not content.strip():
        return None
    indent = int(item.alignment.indent or 0) if isinstance(content, str) else 0
    return Cell(item.row, item.column, content, item.number_format, formula, None, indent)


def _content(value: object) -> Content:
    if isinstance(value, bool | datetime | date | time | str):
        return value
    if isinstance(value, int | float):
        return exact(value)
    if isinstance(value, Decimal):
        return value
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
