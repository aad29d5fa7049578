"""The value cells of a block, each with all that stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.figures.unit import Unit
from drafter.tables.axes import Axes, ValueColumn
from drafter.tables.blocks import Block
from drafter.tables.body_row import BodyRow
from drafter.tables.columns import Role
from drafter.tables.labels import Label
from drafter.tables.scenarios import Facets, combine
from drafter.tables.values import Value, ValueKind, read_value

Members = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One value cell. `unit` is what headers, rows or the corner declare; `line_units` what
    lines above the table give for all amounts. `words` name its row and column in questions.
    """

    block: Block
    row: int
    column: int
    value: Value
    measure: str | None
    members: Members
    facets: Facets
    unit: Unit | None
    line_units: tuple[Unit, ...]
    row_words: tuple[str, ...]
    header: str
    is_total: bool
    is_part: bool
    measures_offered: tuple[str, ...] = ()
    unknown: str = ""
    scenario_in_row: bool = False

    @property
    def key(self) -> tuple[int, int]:
        return self.row, self.column

    @property
    def place(self) -> str:
        return self.block.grid.place(self.row, self.column)

    @property
    def layout(self) -> tuple[str, ...]:
        """The words that stay the same next month: sheet, row label, header."""
        return (self.block.grid.name, *self.row_words, self.header)

    @property
    def name(self) -> str:
        """How a person would point at the cell: row label, column header."""
        row = " ".join(dict.fromkeys(self.row_words))
        return ", ".join(part for part in (row, self.header) if part)


def read_entries(
    axes: Axes, rows: Sequence[BodyRow], context: Sequence[Label], sheet: Members
) -> list[Entry]:
    """Every filled value cell; `context` are labels of lines above, `sheet` members by its name."""
    entries = []
    for row in rows:
        if row.flaw:
            continue
        for column in axes.values:
            cell = axes.block.grid.cells.get((row.row, column.column.number))
            if cell is None:
                continue
            value = read_value(cell, axes.block.notation)
            if value.kind is not ValueKind.MISSING:
                entries.append(_entry(axes, row, column, value, context, sheet))
    return entries


def _entry(
    axes: Axes,
    row: BodyRow,
    column: ValueColumn,
    value: Value,
    context: Sequence[Label],
    sheet: Members,
) -> Entry:
    derived = any(label.is_derived for label in (*column.column.path, *row.facets))
    own = None if derived else column.unit
    return Entry(
        block=axes.block,
        row=row.row,
        column=column.column.number,
        value=value,
        measure=row.measure or column.measure or axes.measure,
        members=(*sheet, *row.members, *column.members),
        facets=combine((*context, *column.column.path, *row.facets)),
        unit=row.unit or own or axes.unit,
        line_units=axes.line_units,
        row_words=row.words,
        header=column.column.header,
        is_total=row.is_total or _is_total_column(axes, column),
        is_part=row.child_of is not None,
        unknown=column.unknown,
        scenario_in_row=bool(row.facets),
    )


def _is_total_column(axes: Axes, column: ValueColumn) -> bool:
    rows_name = bool(axes.labelled(Role.MEASURE)) or axes.measure is not None
    return rows_name and bool(column.column.names) and not column.members
