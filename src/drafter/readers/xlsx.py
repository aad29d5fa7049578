"""Workbooks of today's Excel (XLSX, XLSM): values, formulas, formats, merges, what is hidden."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, ClassVar

from openpyxl import load_workbook
from openpyxl.worksheet import _reader
from openpyxl.worksheet.worksheet import Worksheet

from drafter.readers.stored_numbers import exact, is_error
from drafter.readers.uncalculated import without_results
from drafter.tables.grid import Cell, Content, Grid, Span


class _FormulaKeeper(_reader.WorkSheetParser):
    """Reads stored results and keeps the formulas too; the library gives one or the other.

    Loading a large workbook twice would take its whole time.
    """

    keepers: ClassVar[list[_FormulaKeeper]] = []

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.formulas: dict[tuple[int, int], str] = {}
        self.keepers.append(self)

    def parse_cell(self, element: Any) -> Any:
        found = super().parse_cell(element)
        formula = element.find(_reader.FORMULA_TAG)
        if formula is not None:
            # A shared formula is written out once; the other cells only refer to it.
            self.formulas[(found["row"], found["column"])] = f"={formula.text or ''}"
        return found


def read(data: bytes) -> tuple[Grid, ...]:
    """Every worksheet as a grid, hidden ones marked; charts and macros are left alone."""
    _FormulaKeeper.keepers.clear()
    _reader.WorkSheetParser = _FormulaKeeper  # type: ignore[misc]
    book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    keepers = _FormulaKeeper.keepers
    return tuple(
        _grid(sheet, keeper.formulas)
        for sheet, keeper in zip(book.worksheets, keepers, strict=True)
    )


def _filled(sheet: Worksheet) -> Any:
    """The cells that exist. `iter_rows` would walk to XFD1048576 for a single stray cell."""
    return sheet._cells.values()


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
    styled = item.has_style
    indent = int(item.alignment.indent or 0) if styled and isinstance(content, str) else 0
    code = item.number_format if styled else ""
    return Cell(item.row, item.column, content, code, formula, None, indent)


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
