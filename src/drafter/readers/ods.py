"""Open document spreadsheets (ODS)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from odf.namespaces import OFFICENS, TABLENS, TEXTNS
from odf.office import Annotation
from odf.opendocument import load
from odf.table import Table

from drafter.readers.refusals import Refused
from drafter.readers.stored_numbers import exact, is_error
from drafter.readers.uncalculated import without_results
from drafter.tables.grid import Cell, Content, Grid, Span

# Programs fill up to the edge of the sheet with one repeated empty cell; filled ones are few.
_MOST_REPEATS = 2_000
_HIDDEN = frozenset({"collapse", "filter"})


@dataclass
class _Sheet:
    """What is gathered while walking one table."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Span] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    remarks: dict[tuple[int, int], str] = field(default_factory=dict)


def read(data: bytes) -> tuple[Grid, ...]:
    """Every sheet as a grid."""
    document = load(io.BytesIO(data))
    tables = (
        document.spreadsheet.getElementsByType(Table) if hasattr(document, "spreadsheet") else []
    )
    if not tables:
        raise Refused("no_sheet")
    undisplayed = _undisplayed_styles(document)
    return tuple(_grid(table, undisplayed) for table in tables)


def _undisplayed_styles(document: Any) -> frozenset[str]:
    found = set()
    for style in document.automaticstyles.childNodes:
        for part in getattr(style, "childNodes", ()):
            if _attribute(part, TABLENS, "display") == "false":
                found.add(style.getAttribute("name"))
    return frozenset(found)


def _attribute(node: Any, space: str, name: str) -> str | None:
    value = getattr(node, "attributes", {}).get((space, name))
    return None if value is None else str(value)


def _grid(table: Any, undisplayed: frozenset[str]) -> Grid:
    sheet = _Sheet()
    column = 1
    for item in _inside(table, "table-column"):
        repeat = int(_attribute(item, TABLENS, "number-columns-repeated") or 1)
        if _attribute(item, TABLENS, "visibility") in _HIDDEN:
            sheet.hidden_columns.update(range(column, column + min(repeat, _MOST_REPEATS)))
        column += repeat
    row = 1
    for item in _inside(table, "table-row"):
        repeat = int(_attribute(item, TABLENS, "number-rows-repeated") or 1)
        before = len(sheet.cells)
        _read_row(item, row, sheet)
        if _attribute(item, TABLENS, "visibility") in _HIDDEN:
            sheet.hidden_rows.update(range(row, row + min(repeat, _MOST_REPEATS)))
        if repeat > 1 and len(sheet.cells) > before:
            for again in range(1, min(repeat, _MOST_REPEATS)):
                _read_row(item, row + again, sheet)
        row += repeat
    return Grid(
        _attribute(table, TABLENS, "name") or "",
        without_results(sheet.cells),
        tuple(sheet.merges),
        frozenset(sheet.hidden_rows),
        frozenset(sheet.hidden_columns),
        _attribute(table, TABLENS, "style-name") in undisplayed,
        remarks=sheet.remarks,
    )


def _inside(node: Any, name: str) -> Iterator[Any]:
    """Rows or columns in order, groups and header rows opened."""
    for child in node.childNodes:
        kind = getattr(child, "qname", (None, None))
        if kind == (TABLENS, name):
            yield child
        elif kind[0] == TABLENS and kind[1] in (
            "table-header-rows",
            "table-row-group",
            "table-rows",
            "table-header-columns",
            "table-column-group",
            "table-columns",
        ):
            yield from _inside(child, name)


def _read_row(item: Any, row: int, sheet: _Sheet) -> None:
    column = 1
    for child in item.childNodes:
        kind = getattr(child, "qname", (None, None))
        if kind not in ((TABLENS, "table-cell"), (TABLENS, "covered-table-cell")):
            continue
        repeat = int(_attribute(child, TABLENS, "number-columns-repeated") or 1)
        if kind[1] == "table-cell":
            for again in range(min(repeat, _MOST_REPEATS)):
                if not _read_cell(child, row, column + again, sheet):
                    break
        column += repeat


def _read_cell(node: Any, row: int, column: int, sheet: _Sheet) -> bool:
    """Add a cell to the sheet; False when it is empty (its repetitions are too)."""
    down = int(_attribute(node, TABLENS, "number-rows-spanned") or 1)
    across = int(_attribute(node, TABLENS, "number-columns-spanned") or 1)
    if down > 1 or across > 1:
        sheet.merges.append(Span(row, column, row + down - 1, column + across - 1))
    for note in node.getElementsByType(Annotation):
        sheet.remarks[(row, column)] = _text(note)
    shown = _text(node, skip_notes=True)
    formula = _attribute(node, TABLENS, "formula")
    content = _content(node, shown)
    if isinstance(content, str) and is_error(content):
        sheet.cells[(row, column)] = Cell(row, column, None, "", formula, content.strip())
        return True
    if content is None and formula is None:
        return False
    sheet.cells[(row, column)] = Cell(row, column, content, _format(node, shown), formula)
    return True


def _text(node: Any, *, skip_notes: bool = False) -> str:
    """The paragraphs of a cell, one a line."""
    lines = [
        _plain(child)
        for child in node.childNodes
        if getattr(child, "qname", None) == (TEXTNS, "p")
        or (not skip_notes and getattr(child, "childNodes", None))
    ]
    return "\n".join(lines)


def _plain(node: Any) -> str:
    if getattr(node, "nodeType", None) == 3:
        return str(node.data)
    kind = getattr(node, "qname", (None, ""))[1]
    if kind == "line-break":
        return "\n"
    if kind in ("s", "tab"):
        return " " * int(_attribute(node, TEXTNS, "c") or 1)
    return "".join(_plain(child) for child in node.childNodes)


def _content(node: Any, shown: str) -> Content:
    kind = _attribute(node, OFFICENS, "value-type")
    value = _attribute(node, OFFICENS, "value")
    if kind in ("float", "percentage", "currency") and value:
        return exact(float(value)) if len(value) > 15 else Decimal(value)
    if kind == "date":
        written = _attribute(node, OFFICENS, "date-value") or ""
        return datetime.fromisoformat(written) if written else shown or None
    if kind == "boolean":
        return _attribute(node, OFFICENS, "boolean-value") == "true"
    return shown if shown.strip() else None


def _format(node: Any, shown: str) -> str:
    """A format code with what matters of it: percent, currency, the places that are shown."""
    kind = _attribute(node, OFFICENS, "value-type")
    if kind not in ("float", "percentage", "currency"):
        return ""
    places = re.search(r"\d[.,](\d+)\D*$", shown)
    code = "0." + "0" * len(places[1]) if places else "0"
    if kind == "percentage":
        return code + "%"
    currency = _attribute(node, OFFICENS, "currency")
    if kind == "currency" and currency:
        return f"[${currency}] {code}"
    return code if shown else ""
