"""Comma, semicolon and tab separated tables, and columns kept apart by spaces."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from drafter.readers.limits import LARGEST_FILE, check_cells
from drafter.readers.stored_numbers import is_error
from drafter.tables.grid import Cell, Grid, GridKind

# The csv module's own limit is for the whole process, and a paragraph of notes can be longer.
csv.field_size_limit(LARGEST_FILE)

_SEPARATORS = "\t;,|"
_WIDE_GAP = re.compile(r" {2,}|\u3000+|\t")
# A number that fills its field, perhaps with a currency sign or a percent sign.
_ALONE = re.compile(r"[^\w\s]{0,2}[A-Z]{0,3}[\d０-９][\d０-９.,\s]*[%％)-]?")
_VALUED_ROWS = 4  # at least one row of so many holds a value in a table
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)


def read_delimited(text: str, source: str, encoding: str) -> Grid:
    """The table of a text file; a file without columns comes back as lines of text."""
    lines = text.splitlines()
    declared = re.fullmatch(r"sep=(.)", lines[0].strip().lstrip("\ufeff")) if lines else None
    if declared:
        text = text[text.index("\n") + 1 :]
    separator = declared[1] if declared else _separator(text)
    if separator is None:
        return _by_gaps(lines, source, encoding)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    return Grid(
        "", _cells(rows, source), source=source, semicolons=separator == ";", encoding=encoding
    )


def _separator(text: str) -> str | None:
    """The sign that parts most lines into the same number of fields, two or more."""
    best: tuple[int, int, str] | None = None
    for separator in _SEPARATORS:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if separator in ",;" and not _holds_values(rows):
            continue
        counts = Counter(sum(1 for field in row if field.strip()) for row in rows if len(row) > 1)
        lines = sum(amount for fields, amount in counts.items() if fields > 1)
        widest = max(counts, default=0)
        if lines >= 2 and (best is None or (lines, widest) > best[:2]):
            best = (lines, widest, separator)
    return best[2] if best else None


def _holds_values(rows: list[list[str]]) -> bool:
    """Prose has commas too, but there a field is hardly ever a number alone."""
    parted = [row for row in rows if len(row) > 1]
    valued = sum(1 for row in parted if any(_ALONE.fullmatch(field.strip()) for field in row))
    return valued > 0 and valued * _VALUED_ROWS >= len(parted)


def _by_gaps(lines: list[str], source: str, encoding: str) -> Grid:
    """Columns aligned with spaces, where most lines have at least three of them."""
    rows = [[field for field in _WIDE_GAP.split(line.strip()) if field] for line in lines]
    filled = [row for row in rows if row]
    wide = Counter(len(row) for row in filled if len(row) >= 3)
    if wide and sum(wide.values()) >= max(2, len(filled) // 2) and len(wide) <= 2:
        return Grid("", _cells(rows, source), source=source, encoding=encoding)
    cells = {
        (number, 1): Cell(number, 1, line)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    }
    return Grid(
        "", cells, source=source, kind=GridKind.TEXT, text="\n".join(lines), encoding=encoding
    )


def _cells(rows: list[list[str]], source: str) -> dict[tuple[int, int], Cell]:
    found: dict[tuple[int, int], Cell] = {}
    for row, fields in enumerate(rows, start=1):
        check_cells(source, len(found) + len(fields))
        for column, field in enumerate(fields, start=1):
            if not field.strip():
                continue
            forced = _AS_TEXT.fullmatch(field.strip())
            content = forced[1] if forced else field
            error = content.strip() if is_error(content) else None
            found[(row, column)] = Cell(row, column, None if error else content, error=error)
    return found
