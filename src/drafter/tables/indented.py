"""Indented rows: parts of the measure above if they add up to it, else measures of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from drafter.tables.axes import Axes
from drafter.tables.body_row import BodyRow
from drafter.tables.values import ValueKind, read_value

_TOLERANCE = Decimal("0.001")


def with_checked_parts(axes: Axes, rows: Sequence[BodyRow]) -> list[BodyRow]:
    """Rows whose indentation alone makes them parts stay so only where the sums prove it."""
    groups: dict[int, list[BodyRow]] = {}
    for row in rows:
        if row.child_of is not None:
            groups.setdefault(row.child_of, []).append(row)
    unproven = {
        part.row
        for parent, parts in groups.items()
        if not _add_up(axes, parent, parts)
        for part in parts
        if part.by_indent
    }
    if _names_repeat(rows):  # `Retail` under two parents: only the parents tell them apart
        unproven -= {row.row for row in rows if row.measure is None}
    return [_on_its_own(row) if row.row in unproven else row for row in rows]


def _names_repeat(rows: Sequence[BodyRow]) -> bool:
    names = [row.members[-1] for row in rows if row.by_indent and row.measure is None]
    return len(set(names)) < len(names)


def _on_its_own(row: BodyRow) -> BodyRow:
    if row.measure is None:
        alone = (row.members[0][0], row.members[-1][1])
        return replace(row, members=(alone,), child_of=None, by_indent=False)
    return replace(
        row, measure=row.members[-1][1], members=row.members[:-1], child_of=None, by_indent=False
    )


def _add_up(axes: Axes, parent: int, parts: Sequence[BodyRow]) -> bool:
    compared = 0
    for column in axes.values:
        if any(label.is_derived for label in column.column.path):
            continue
        whole = _number(axes, parent, column.column.number)
        found = [_number(axes, part.row, column.column.number) for part in parts]
        known = [number for number in found if number is not None]
        if whole is None or len(known) < len(found):
            continue
        if abs(sum(known, Decimal(0)) - whole) > abs(whole) * _TOLERANCE:
            return False
        compared += 1
    return compared > 0


def _number(axes: Axes, row: int, column: int) -> Decimal | None:
    cell = axes.block.grid.cells.get((row, column))
    value = read_value(cell, axes.block.notation) if cell else None
    return value.number if value and value.kind is ValueKind.NUMBER else None
