"""Formulas that were written without being calculated.

Some programs store no result, others store 0 beside every formula. A zero is only believed when
the sheet has another result, or when what the formula adds up is zero too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from drafter.tables.grid import Cell, parse_place

_REFERENCE = re.compile(
    r"(?<![A-Za-z!'])\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?"
)
_LARGEST_RANGE = 10_000


def without_results(cells: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], Cell]:
    """The cells, with the zeros of a sheet that was never calculated taken out."""
    formulas = [cell for cell in cells.values() if cell.formula is not None]
    if not formulas or any(cell.content != 0 and cell.content is not None for cell in formulas):
        return dict(cells)
    if not any(_should_not_be_zero(cell, cells) for cell in formulas):
        return dict(cells)
    return {
        key: replace(cell, content=None) if cell.formula is not None else cell
        for key, cell in cells.items()
    }


def _should_not_be_zero(cell: Cell, cells: Mapping[tuple[int, int], Cell]) -> bool:
    """A sum, product or quotient of numbers that are not zero; differences may well be zero."""
    formula = cell.formula or ""
    if cell.content != 0 or "-" in formula or "!" in formula:
        return False
    numbers = [
        found.content
        for key in _referenced(formula)
        if (found := cells.get(key)) is not None and found.formula is None
    ]
    stored = [number for number in numbers if isinstance(number, Decimal)]
    return bool(stored) and all(number > 0 for number in stored)


def _referenced(formula: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _REFERENCE.finditer(formula):
        top, left = parse_place(match[1] + match[2])
        bottom, right = parse_place(match[3] + match[4]) if match[3] else (top, left)
        if (bottom - top + 1) * (right - left + 1) <= _LARGEST_RANGE:
            found += [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
    return found
