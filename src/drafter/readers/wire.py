"""Grids as JSON, for the way out of the limited process."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from drafter.tables.grid import Cell, Content, Grid, Span


def to_json(grids: tuple[Grid, ...]) -> str:
    return json.dumps([_grid_out(grid) for grid in grids])


def from_json(text: str, source: str) -> tuple[Grid, ...]:
    return tuple(_grid_in(item, source) for item in json.loads(text))


def _grid_out(grid: Grid) -> dict[str, Any]:
    return {
        "name": grid.name,
        "cells": [_cell_out(cell) for cell in grid.cells.values()],
        "merges": [[span.top, span.left, span.bottom, span.right] for span in grid.merges],
        "hidden_rows": sorted(grid.hidden_rows),
        "hidden_columns": sorted(grid.hidden_columns),
        "hidden": grid.hidden,
        "remarks": [[row, column, text] for (row, column), text in grid.remarks.items()],
        "encoding": grid.encoding,
        "before": grid.before,
        "behind": grid.behind,
    }


def _grid_in(item: dict[str, Any], source: str) -> Grid:
    cells = [_cell_in(fields) for fields in item["cells"]]
    return Grid(
        item["name"],
        {(cell.row, cell.column): cell for cell in cells},
        tuple(Span(*corners) for corners in item["merges"]),
        frozenset(item["hidden_rows"]),
        frozenset(item["hidden_columns"]),
        item["hidden"],
        source,
        remarks={(row, column): text for row, column, text in item["remarks"]},
        encoding=item["encoding"],
        before=tuple(item["before"]),
        behind=tuple(item["behind"]),
    )


def _cell_out(cell: Cell) -> list[Any]:
    kind, content = _content_out(cell.content)
    return [
        cell.row,
        cell.column,
        kind,
        content,
        cell.number_format,
        cell.formula,
        cell.error,
        cell.indent,
    ]


def _content_out(content: Content) -> tuple[str, Any]:
    if isinstance(content, Decimal):
        return "n", str(content)
    if isinstance(content, datetime):
        return "dt", content.isoformat()
    if isinstance(content, date):
        return "d", content.isoformat()
    if isinstance(content, time):
        return "t", content.isoformat()
    return "", content


def _cell_in(fields: list[Any]) -> Cell:
    row, column, kind, content, number_format, formula, error, indent = fields
    read: dict[str, Callable[[str], Content]] = {
        "n": Decimal,
        "dt": datetime.fromisoformat,
        "d": date.fromisoformat,
        "t": time.fromisoformat,
    }
    value = read[kind](content) if kind else content
    return Cell(row, column, value, number_format, formula, error, indent)
