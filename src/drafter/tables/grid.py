"""A grid of cells as a reader hands it over: sparse, with merges, formats and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

Content = str | Decimal | bool | datetime | date | time | None


class GridKind(StrEnum):
    TABLE = "table"
    TEXT = "text"  # lines without columns: one cell a line, in column 1
    REPORT = "report"  # a report document as JSON, in `text`


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell; `row`, `column` count from 1 as in a spreadsheet.

    `content` is what is stored: text as written, an exact decimal, a date. `number_format` is the
    spreadsheet's format code (empty: none known). `formula` is its text where there is one;
    `content` None beside a formula means that no result is stored. `error` is a spreadsheet error
    such as `#REF!`.
    """

    row: int
    column: int
    content: Content
    number_format: str = ""
    formula: str | None = None
    error: str | None = None
    indent: int = 0

    @property
    def text(self) -> str | None:
        return self.content if isinstance(self.content, str) else None


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range, ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Grid:
    """One sheet, one table of a page, or one text.

    `name` is the sheet's name (empty where there is none), `source` the file's name, `encoding`
    what a text file was read with. `before`, `behind` are lines around the table that have no
    cell. `semicolons`: they part the fields, so commas may be decimal. `remarks` are comments
    that hang on cells.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell]
    merges: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    source: str = ""
    kind: GridKind = GridKind.TABLE
    text: str = ""
    semicolons: bool = False
    remarks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    encoding: str = ""
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    is_one_of_several_files: bool = False

    @cached_property
    def rows(self) -> dict[int, tuple[Cell, ...]]:
        """The filled cells by row, both in order."""
        found: dict[int, list[Cell]] = {}
        for key in sorted(self.cells):
            found.setdefault(key[0], []).append(self.cells[key])
        return {row: tuple(cells) for row, cells in found.items()}

    @cached_property
    def _merges_by_row(self) -> dict[int, list[Span]]:
        found: dict[int, list[Span]] = {}
        for span in self.merges:
            for row in range(span.top, min(span.bottom, span.top + 20_000) + 1):
                found.setdefault(row, []).append(span)
        return found

    def merge_at(self, row: int, column: int) -> Span | None:
        for span in self._merges_by_row.get(row, ()):
            if span.holds(row, column):
                return span
        return None

    def at(self, row: int, column: int) -> Cell | None:
        """The cell there, or the one that a merged range shows there."""
        own = self.cells.get((row, column))
        if own is not None:
            return own
        span = self.merge_at(row, column)
        return self.cells.get((span.top, span.left)) if span else None

    def place(self, row: int, column: int) -> str:
        return self.named(f"{column_letters(column)}{row}")

    def named(self, cells: str) -> str:
        """`cells` with the sheet's name before it, and the file's where there are several."""
        file = f"[{self.source}]" if self.is_one_of_several_files and self.source else ""
        return f"{file}{self.name}!{cells}" if file or self.name else cells

    def places(self, keys: Iterable[tuple[int, int]]) -> str:
        """Many cells as ranges, column by column: `KPI!H5:H13,KPI!J5`."""
        return ",".join(self.named(part) for part in ranges(keys))


def column_letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def parse_place(reference: str) -> tuple[int, int]:
    """(row, column) of `D5`; ValueError on anything else."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"{reference!r} is not a cell")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def ranges(keys: Iterable[tuple[int, int]]) -> list[str]:
    """Cells as rectangles: runs down a column first, equal runs side by side joined."""
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(set(keys), key=lambda key: (key[1], key[0])):
        by_column.setdefault(column, []).append(row)
    boxes: list[list[int]] = []
    for column, rows in by_column.items():
        for top, bottom in _runs(rows):
            beside = next(
                (
                    box
                    for box in boxes
                    if box[3] == column - 1 and (box[0], box[2]) == (top, bottom)
                ),
                None,
            )
            if beside:
                beside[3] = column
            else:
                boxes.append([top, column, bottom, column])
    return [_box_name(*box) for box in boxes]


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _box_name(top: int, left: int, bottom: int, right: int) -> str:
    first = f"{column_letters(left)}{top}"
    return first if (top, left) == (bottom, right) else f"{first}:{column_letters(right)}{bottom}"
