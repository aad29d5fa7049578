"""A sheet taken apart: lines of text, and blocks of header rows with their body rows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from drafter.languages.headers import fold, header_words
from drafter.tables.grid import Cell, Grid
from drafter.tables.labels import read_label, tidy
from drafter.tables.months import find_months
from drafter.tables.number_texts import Notation
from drafter.tables.unit_texts import known_unit
from drafter.tables.values import ValueKind, read_value

_MOST_HEADER_ROWS = 4
_KEYED = re.compile(r"\s*([^:：\d]{1,30}?)\s*[:：](.*)", re.DOTALL)
_LISTED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]\s*\S")
_VALUES = (
    ValueKind.NUMBER,
    ValueKind.MISSING,
    ValueKind.DASH,
    ValueKind.BROKEN,
    ValueKind.UNCALCULATED,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a sheet that belongs to no table."""

    row: int
    column: int
    text: str


@dataclass
class Block:
    """One table: header rows, body rows, the section lines between them, the headings above."""

    grid: Grid
    notation: Notation
    header_rows: list[int]
    headings: list[Line] = field(default_factory=list)
    body_rows: list[int] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)
    follows_another: bool = False
    left: int = 1
    right: int = 1 << 20  # ends included; tables may stand side by side


@dataclass
class Sheet:
    """A grid's blocks, the lines above the first and those that are notes."""

    grid: Grid
    notation: Notation
    blocks: list[Block] = field(default_factory=list)
    titles: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


class _Row(StrEnum):
    META = "meta"
    LINE = "line"
    TEXTS = "texts"
    VALUES = "values"


def take_apart(grid: Grid, notation: Notation) -> Sheet:
    """Find the tables of a sheet; everything else is a line."""
    walk = _Walk(grid, notation)
    walk.run()
    walk.sheet.blocks = [part for block in walk.sheet.blocks for part in _side_by_side(block, walk)]
    return walk.sheet


def _side_by_side(block: Block, walk: _Walk) -> list[Block]:
    """A block in two where an empty column parts two tables, each with labels and values."""
    rows = (*block.header_rows, *block.body_rows)
    filled = sorted({cell.column for row in rows for cell in block.grid.rows[row]})
    for before, after in itertools.pairwise(filled):
        covered = any(
            span.left <= before < span.right and span.top in rows for span in block.grid.merges
        )
        if after > before + 1 and not covered:
            left, right = replace(block, right=before), replace(block, left=after)
            if walk.is_table(left) and walk.is_table(right):
                return [left, *_side_by_side(right, walk)]
    return [block]


class _Walk:
    """One pass down the rows of a sheet."""

    def __init__(self, grid: Grid, notation: Notation) -> None:
        self.sheet = Sheet(grid, notation)
        self.grid, self.notation = grid, notation
        self.rows = list(grid.rows)
        self.kinds = {row: self._kind(grid.rows[row]) for row in self.rows}
        self.pending: list[Line] = []
        self.block: Block | None = None

    def run(self) -> None:
        self.pending += [Line(0, 1, text) for text in self.grid.before]
        index = 0
        while index < len(self.rows):
            header = self._header_from(index)
            if header and self._continues(index, header):
                index += header
            elif header:
                self._open(self.rows[index : index + header])
                index += header
            else:
                self._take(self.rows[index])
                index += 1
        self._close()
        self.pending += [Line(0, 1, text) for text in self.grid.behind]
        target = self.sheet.notes if self.sheet.blocks else self.sheet.titles
        target += self.pending

    def is_table(self, block: Block) -> bool:
        """Whether the columns of a block begin with labels and go on with values."""
        cells = [
            cell
            for row in block.body_rows
            for cell in self.grid.rows[row]
            if block.left <= cell.column <= block.right
        ]
        first = min((cell.column for cell in cells), default=0)
        labels = [cell for cell in cells if cell.column == first]
        worded = sum(1 for cell in labels if not self._is_value(cell))
        return worded * 2 > len(labels) and any(self._is_value(cell) for cell in cells)

    def _kind(self, cells: tuple[Cell, ...]) -> _Row:
        if _is_meta(cells):
            return _Row.META
        values = [cell for cell in cells if self._is_value(cell)]
        if values and not all(_names_a_period(cell) for cell in values):
            return _Row.VALUES
        return _Row.LINE if len(cells) == 1 else _Row.TEXTS

    def _is_value(self, cell: Cell) -> bool:
        if isinstance(cell.content, datetime | date):
            return True
        text = cell.text
        if text and (known_unit(text.strip()) or read_label(text).speaks):
            return False  # `CNY 10k` is a unit, `3季度` a header, though they hold numbers
        return read_value(cell, self.notation).kind in _VALUES

    def _header_from(self, index: int) -> int:
        """How many rows from here on are the header of a block; 0 where none begins."""
        length = 0
        while self._may_be_header(index + length, length):
            length += 1
        while length and self.kinds[self.rows[index + length - 1]] is _Row.LINE:
            length -= 1
        if not 0 < length <= _MOST_HEADER_ROWS or not self._body_follows(index + length):
            return 0
        if self.block is not None and not self._begins_anew(index, length):
            return 0
        return length

    def _may_be_header(self, at: int, length: int) -> bool:
        if at >= len(self.rows):
            return False
        row = self.rows[at]
        if length and row != self.rows[at - 1] + 1:
            return False
        if self.kinds[row] is _Row.TEXTS:
            return True
        return self.kinds[row] is _Row.LINE and not length and self._is_group_line(at)

    def _is_group_line(self, at: int) -> bool:
        """A single group label over part of the next row: `累计` over three columns of six."""
        cell = self.grid.rows[self.rows[at]][0]
        if at + 1 >= len(self.rows) or self.rows[at + 1] != self.rows[at] + 1:
            return False
        below = self.grid.rows[self.rows[at + 1]]
        if self.kinds[self.rows[at + 1]] is not _Row.TEXTS or not cell.text:
            return False
        return cell.column > below[0].column and bool(read_label(cell.text).speaks)

    def _body_follows(self, at: int) -> bool:
        """Whether values come next; one or two section lines may stand before them."""
        for row in self.rows[at : at + 3]:
            if self.kinds[row] is _Row.VALUES:
                return True
            if self.kinds[row] is not _Row.LINE:
                return False
        return False

    def _begins_anew(self, index: int, length: int) -> bool:
        """Whether texts below a block's body are the header of another, not one of its rows."""
        assert self.block is not None
        if not self.block.body_rows:
            return False
        row = self.rows[index]
        last = self.rows[index - 1]
        apart = row != last + 1 or self.kinds[last] is not _Row.VALUES
        valued = self._value_columns()
        over = [cell for cell in self._header_cells(index, length) if cell.column in valued]
        if not over:
            return apart and length > 1
        speaking = sum(1 for cell in over if cell.text and read_label(cell.text).speaks)
        return apart or speaking * 2 >= len(over) or self._repeats_header(index)

    def _header_cells(self, index: int, length: int) -> Iterator[Cell]:
        for row in self.rows[index : index + length]:
            yield from self.grid.rows[row]

    def _repeats_header(self, index: int) -> bool:
        assert self.block is not None
        texts = [cell.content for cell in self.grid.rows[self.rows[index]]]
        return any(
            texts == [cell.content for cell in self.grid.rows[row]]
            for row in self.block.header_rows
        )

    def _continues(self, index: int, length: int) -> bool:
        """The same header once more, on the next printed page: the block goes on below."""
        if self.block is None or self.pending or length != len(self.block.header_rows):
            return False
        return all(
            [cell.content for cell in self.grid.rows[row]]
            == [cell.content for cell in self.grid.rows[before]]
            for row, before in zip(
                self.rows[index : index + length], self.block.header_rows, strict=True
            )
        )

    def _value_columns(self) -> set[int]:
        assert self.block is not None
        return {
            cell.column
            for row in self.block.body_rows
            for cell in self.grid.rows[row]
            if self._is_value(cell)
        }

    def _open(self, header: list[int]) -> None:
        self._close()
        headings, notes = _parted(self.pending, first=not self.sheet.blocks)
        self.pending = []
        block = Block(self.grid, self.notation, header, headings)
        block.follows_another = bool(self.sheet.blocks)
        if self.sheet.blocks:
            self.sheet.notes += notes
        else:
            self.sheet.titles += headings
            self.sheet.notes += notes
        self.sheet.blocks.append(block)
        self.block = block

    def _take(self, row: int) -> None:
        kind = self.kinds[row]
        if (
            kind is _Row.META
            or (kind is not _Row.VALUES and self.block is None)
            or kind is _Row.LINE
        ):
            self.pending += _lines_of(self.grid.rows[row])
        elif self.block is None:
            self._headless(row)
        else:
            self._add_body(row)

    def _headless(self, row: int) -> None:
        """Values with no header above: a block of its own, so that they are named."""
        if len(self.grid.rows[row]) == 1 and not self.sheet.blocks and self._words_beside(row):
            self.pending += _lines_of(self.grid.rows[row])
            return
        self._open([])
        self._add_body(row)

    def _words_beside(self, row: int) -> bool:
        return bool(find_months(shown(self.grid.rows[row][0])))

    def _add_body(self, row: int) -> None:
        assert self.block is not None
        for line in self.pending:
            if is_note(line.text):
                self.sheet.notes.append(line)
            elif line.row:
                self.block.sections[line.row] = line.text
        self.pending = []
        self.block.body_rows.append(row)

    def _close(self) -> None:
        self.block = None


def _parted(lines: list[Line], *, first: bool) -> tuple[list[Line], list[Line]]:
    """Headings of the next block, and notes (which belong to what is above)."""
    notes = [line for line in lines if is_note(line.text) and not (first and _has_unit(line))]
    return [line for line in lines if line not in notes], notes


def _has_unit(line: Line) -> bool:
    return "单位" in fold(line.text)


def is_note(text: str) -> bool:
    """Whether a line says of itself that it is a note or a source."""
    folded = fold(text.strip())
    for start in header_words().note_starts:
        if folded.startswith(start):
            behind = folded[len(start) : len(start) + 1]
            if not (start[-1].isalnum() and start.isascii() and behind.isalnum()):
                return True
    return False


def _lines_of(cells: tuple[Cell, ...]) -> list[Line]:
    """A row of texts as lines; a key and its value in the next cell stay together."""
    lines: list[Line] = []
    for cell in cells:
        text = shown(cell)
        if lines and lines[-1].text.rstrip().endswith((":", "：")):
            lines[-1] = Line(cell.row, lines[-1].column, f"{lines[-1].text} {text}")
        elif lines and fold(lines[-1].text) in _keys():
            lines[-1] = Line(cell.row, lines[-1].column, f"{lines[-1].text}: {text}")
        else:
            lines.append(Line(cell.row, cell.column, text))
    return lines


def shown(cell: Cell) -> str:
    content = cell.content
    if isinstance(content, datetime | date):
        # The first of a month is how a spreadsheet stores a month.
        return f"{content:%Y-%m}" if content.day == 1 else f"{content:%Y-%m-%d}"
    return tidy(content) if isinstance(content, str) else str(content)


def _keys() -> frozenset[str]:
    words = header_words()
    return words.meta_keys | words.period_keys | words.unit_headers


def _is_meta(cells: tuple[Cell, ...]) -> bool:
    """A line of keys and values: `填报人：李娜  单位：万元`, `Month: | Oct-26`."""
    texts = [cell.text for cell in cells if cell.text]
    keyed = [match for text in texts if (match := _KEYED.fullmatch(text))]
    if any(fold(match[1]).strip() in _keys() for match in keyed):
        return True
    if texts and keyed and len(keyed) * 2 >= len(cells) and len(cells) > 1:
        return all(len(match[2].strip()) > 0 or len(cells) == 2 for match in keyed)
    if len(cells) != 2 or not texts or cells[0].text is None:
        return False
    key = fold(cells[0].text).strip()
    value = cells[1]
    if key in header_words().period_keys:
        return isinstance(value.content, datetime | date) or any(
            month.year for month in find_months(shown(value))
        )
    if key in header_words().unit_headers:
        return value.text is not None and known_unit(value.text) is not None
    return (
        key in header_words().meta_keys
        and value.text is not None
        and not read_label(value.text).speaks
    )


def _names_a_period(cell: Cell) -> bool:
    """A year or a month as a header: 2026, a cell that shows Oct-25."""
    content = cell.content
    if isinstance(content, datetime | date):
        return True
    if isinstance(content, Decimal):
        return (
            content == content.to_integral_value() and 2000 <= content <= 2100 and not cell.formula
        )
    text = cell.text
    return text is not None and re.fullmatch(r"20\d\d", text.strip()) is not None


def is_section(grid: Grid, row: int, text: str) -> bool:
    """Whether a lone text among body rows heads those below it (and is no row without values)."""
    cell = grid.rows[row][0]
    span = grid.merge_at(row, cell.column)
    if span is not None and span.right > span.left:
        return True
    label = read_label(text)
    return (
        label.is_pure
        or label.unit is not None
        or bool(_LISTED.match(text))
        or text.endswith((":", "："))
    )
