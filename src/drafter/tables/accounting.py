"""What became of every value cell: whatever no figure, check, question or note took is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.tables.axes import Axes
from drafter.tables.columns import Column, Role
from drafter.tables.entries import Entry
from drafter.tables.findings import Findings
from drafter.tables.grid import Grid, parse_place
from drafter.tables.sheets import SheetReading
from drafter.tables.values import ValueKind, read_value

_Key = tuple[int, int]
_COUNTED = (
    ValueKind.NUMBER,
    ValueKind.BROKEN,
    ValueKind.DOUBTFUL,
    ValueKind.UNCALCULATED,
    ValueKind.WORDS,
)
# Their cells name rows or stand in the notes.
_SPOKEN_FOR = (Role.REMARK, Role.SERIAL, Role.DIMENSION, Role.MEASURE, Role.SCENARIO)
_OTHER_ROLES = (*_SPOKEN_FOR, Role.PERIOD, Role.UNIT)


def tell_left_over(
    readings: Sequence[SheetReading], taken: Iterable[Entry], findings: Findings
) -> None:
    """One problem for each column, or for a whole block, whose values nothing has taken up.

    `taken` are the entries that became figures or were checked as derived.
    """
    by_grid: dict[int, set[_Key]] = {}
    for entry in taken:
        by_grid.setdefault(id(entry.block.grid), set()).add(entry.key)
    for reading in readings:
        grid = reading.sheet.grid
        known = by_grid.get(id(grid), set()) | _named_cells(grid, findings)
        for axes in reading.axes:
            _tell_of_block(axes, known, findings)


def _tell_of_block(axes: Axes, known: set[_Key], findings: Findings) -> None:
    grid = axes.block.grid
    left = {
        column: keys
        for column in axes.columns
        if (keys := [key for key in _value_keys(axes, column) if key not in known])
    }
    everything = {key for column in axes.columns for key in _value_keys(axes, column)}
    if len(left) > 1 and not everything & known:
        findings.tell("left_over_table", grid.places(sorted(everything)))
        return
    for column, keys in left.items():
        findings.tell("left_over", grid.places(keys), header=column.header)


def _value_keys(axes: Axes, column: Column) -> Iterator[_Key]:
    if column.role in _OTHER_ROLES:
        return
    for row in axes.block.body_rows:
        cell = axes.block.grid.cells.get((row, column.number))
        if cell is not None and read_value(cell, axes.block.notation).kind in _COUNTED:
            yield row, column.number


_RANGE = r"([A-Z]{1,3}\d{1,7})(?::([A-Z]{1,3}\d{1,7}))?(?=,|$)"


def _named_cells(grid: Grid, findings: Findings) -> set[_Key]:
    """The cells that problems and questions name, answered ones too."""
    found: set[_Key] = set()
    pattern = re.compile(r"(?:^|,)" + re.escape(grid.named("")) + _RANGE)
    named = [item.cells for item in findings.problems]
    named += [item.cells for item in findings.questions]
    for cells in (*named, *findings.settled):
        for match in pattern.finditer(cells):
            top, left = parse_place(match[1])
            bottom, right = parse_place(match[2] or match[1])
            found.update(
                (row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)
            )
    return found
