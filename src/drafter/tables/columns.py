"""The columns of a block: what its header says over each, and what kind of cells stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from drafter.figures.period import Period
from drafter.figures.unit import Unit
from drafter.languages.headers import fold, header_words
from drafter.tables.blocks import Block, shown
from drafter.tables.grid import Cell
from drafter.tables.labels import Label, read_label
from drafter.tables.months import find_months
from drafter.tables.unit_texts import known_unit
from drafter.tables.values import ValueKind, read_value

_NUMERIC = (ValueKind.NUMBER, ValueKind.BROKEN, ValueKind.UNCALCULATED, ValueKind.DOUBTFUL)


class Role(StrEnum):
    VALUE = "value"
    MEASURE = "measure"
    DIMENSION = "dimension"
    SCENARIO = "scenario"
    UNIT = "unit"
    SERIAL = "serial"
    REMARK = "remark"
    PERIOD = "period"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Column:
    """`path` are the labels over it, outer first; `numeric`, `worded` count its body cells."""

    number: int
    path: tuple[Label, ...]
    role: Role
    numeric: int
    worded: int

    @property
    def header(self) -> str:
        return " ".join(label.text for label in self.path)

    @property
    def inner(self) -> str:
        return self.path[-1].text if self.path else ""

    @property
    def unit(self) -> Unit | None:
        return next((label.unit for label in reversed(self.path) if label.unit), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names left in its header once scenario words and units are out."""
        return tuple(label.rest for label in self.path if label.rest)

    def at(self, role: Role) -> Column:
        return replace(self, role=role)


def is_word(text: str, words: frozenset[str]) -> bool:
    """Whether a header is one of the words; a bilingual header may say it twice."""
    folded = " ".join(fold(text).split()).strip(" :*")
    if folded in words or folded.replace(" ", "") in words:
        return True
    parts = [part for part in folded.replace("/", " ").replace("|", " ").split() if part]
    return len(parts) == 2 and all(part in words for part in parts)


def read_columns(block: Block) -> list[Column]:
    """Every column that the block fills, with its role as far as it shows by itself."""
    numbers = sorted(
        {
            cell.column
            for row in (*block.header_rows, *block.body_rows)
            for cell in block.grid.rows[row]
            if block.left <= cell.column <= block.right
        }
    )
    columns: list[Column] = []
    for number in numbers:
        path = header_path(block, number)
        columns.append(_with_role(block, number, path, columns))
    return columns


def header_path(block: Block, column: int) -> tuple[Label, ...]:
    """The labels over a column, outer first, merged and group labels carried down."""
    texts: list[str] = []
    for position, row in enumerate(block.header_rows):
        text = _header_text(block, row, column, position)
        if text.strip() and (not texts or texts[-1] != text):
            texts.append(text)
    return tuple(_label(block, text, len(texts)) for text in texts)


def _label(block: Block, text: str, levels: int) -> Label:
    """A header text; in a row of units (`万元 | 万元 | %`) it is a unit and nothing else."""
    unit = known_unit(text) if levels > 1 else None
    if unit is not None and text in _unit_row(block):
        return Label(text, unit=unit)
    return read_label(text)


def _unit_row(block: Block) -> set[str]:
    """The texts of a header row that holds only units."""
    for row in block.header_rows[1:]:
        texts = [shown(cell) for cell in block.grid.rows[row]]
        if all(known_unit(text) for text in texts):
            return set(texts)
    return set()


def _header_text(block: Block, row: int, column: int, position: int) -> str:
    grid = block.grid
    cell = grid.at(row, column)
    if cell is not None:
        return shown(cell)
    if position == len(block.header_rows) - 1 or _merges_across(block, row):
        return ""
    # A group label over several columns that were never merged: it stands over the first.
    left = [item for item in grid.rows[row] if item.column < column]
    if not left or grid.at(block.header_rows[-1], column) is None:
        return ""
    label = read_label(shown(left[-1]))
    below = grid.at(block.header_rows[position + 1], left[-1].column)
    return label.text if below is not None else ""


def _merges_across(block: Block, row: int) -> bool:
    return any(
        span.top <= row <= span.bottom and span.right > span.left for span in block.grid.merges
    )


def body_cells(block: Block, column: int) -> list[Cell]:
    found = (block.grid.cells.get((row, column)) for row in block.body_rows)
    return [cell for cell in found if cell is not None]


def _with_role(
    block: Block, number: int, path: tuple[Label, ...], before: Sequence[Column]
) -> Column:
    kinds = [read_value(cell, block.notation) for cell in body_cells(block, number)]
    numeric = sum(1 for value in kinds if value.kind in _NUMERIC and _is_numeric(value.text))
    worded = sum(1 for value in kinds if value.kind is ValueKind.WORDS)
    column = Column(number, path, Role.EMPTY, numeric, worded + len(kinds) * 0)
    return column.at(_role(block, column, len(kinds), before))


def _is_numeric(text: str) -> bool:
    """A doubtful text counts as a number when digits make up a good part of it."""
    return sum(char.isdigit() for char in text) * 4 >= len(text) or text.startswith(("=", "#"))


def cell_months(cell: Cell) -> list[Period]:
    """The month that a cell of a month column names: `10/2026`, 202610, a date."""
    found = find_months(str(cell.content) if isinstance(cell.content, Decimal) else shown(cell))
    return [Period(month.year, month.month) for month in found if month.year]


def _is_period_column(block: Block, column: Column) -> bool:
    cells = body_cells(block, column.number)
    return bool(cells) and all(len(cell_months(cell)) == 1 for cell in cells)


def _is_record_column(block: Block, column: Column) -> bool:
    """A column of dates that tell when each row was written: `更新时间`, `Last updated`."""
    header = fold(column.inner)
    cells = body_cells(block, column.number)
    return (
        bool(cells)
        and any(word in header for word in header_words().record_words)
        and all(
            isinstance(cell.content, date | datetime)
            or any(month.day for month in find_months(cell.text or ""))
            for cell in cells
        )
    )


def _role(block: Block, column: Column, filled: int, before: Sequence[Column]) -> Role:
    words, header = header_words(), column.inner
    speaks = any(label.speaks for label in column.path)
    by_header = (
        (words.unit_headers, Role.UNIT),
        (words.remark_headers, Role.REMARK),
        (words.measure_headers, Role.MEASURE),
    )
    by_content = _role_by_content(block, column, filled, before)
    if by_content is not None:
        return by_content
    if column.worded >= column.numeric:
        for names, role in by_header:
            if is_word(header, names) and column.worded:
                return role
    if is_word(header, words.serial_headers) and not speaks:
        return Role.SERIAL
    if is_word(header, words.remark_headers):
        return Role.REMARK
    if column.worded and column.worded >= column.numeric and not speaks:
        return _worded_role(block, column, before)
    if column.numeric and not speaks and is_word(header, words.dimension_headers):
        return Role.DIMENSION
    if column.numeric or speaks or filled:
        return Role.VALUE
    return Role.EMPTY


def _role_by_content(
    block: Block, column: Column, filled: int, before: Sequence[Column]
) -> Role | None:
    """A column of months, or one of units (`CNY 10k` holds a number and is none)."""
    words = header_words()
    keyed = is_word(column.inner, words.period_keys)
    speaks = any(label.speaks for label in column.path)
    if (keyed or (not speaks and column.numeric == 0)) and _is_period_column(block, column):
        return Role.PERIOD
    if _is_record_column(block, column):
        return Role.SERIAL
    texts = [cell.text.strip() for cell in body_cells(block, column.number) if cell.text]
    if texts and len(texts) == filled and not speaks:
        units = sum(1 for text in texts if known_unit(text))
        if is_word(column.inner, words.unit_headers) or (before and units == len(texts)):
            return Role.UNIT
    return None


def _worded_role(block: Block, column: Column, before: Sequence[Column]) -> Role:
    texts = [cell.text or "" for cell in body_cells(block, column.number)]
    labels = [read_label(text) for text in texts if text.strip()]
    words = header_words()
    pure = sum(1 for label in labels if label.is_pure)
    if labels and pure * 5 >= len(labels) * 4:
        return Role.SCENARIO
    if before and all(known_unit(label.text) for label in labels):
        return Role.UNIT
    if is_word(column.inner, words.dimension_headers):
        return Role.DIMENSION
    if any(item.role is Role.VALUE and (item.numeric or item.path) for item in before):
        return Role.REMARK
    return Role.DIMENSION
