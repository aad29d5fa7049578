"""Markdown: tables among paragraphs, each cell placed by the line of the file it stands on."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from drafter.readers.stored_numbers import is_error
from drafter.tables.grid import Cell, Grid

_RULE = re.compile(r"^ {0,3}\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)+\|?\s*$", re.MULTILINE)


def holds_table(text: str) -> bool:
    """Whether a text has the line of dashes that makes a Markdown table."""
    return _RULE.search(text) is not None


def read_markdown(text: str, source: str, encoding: str) -> Grid:
    """One grid for the whole text: rows are its lines, paragraphs are texts in column A."""
    cells: dict[tuple[int, int], Cell] = {}
    row = column = 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open" and token.map:
            row, column = token.map[0] + 1, 0
        elif token.type in ("th_open", "td_open"):
            column += 1
        elif token.type == "inline" and token.map:
            _place(token, row if column else token.map[0] + 1, max(column, 1), cells)
        elif token.type == "table_close":
            column = 0
    return Grid("", cells, source=source, encoding=encoding)


def _place(token: Token, row: int, column: int, cells: dict[tuple[int, int], Cell]) -> None:
    """A table cell, or a paragraph as one cell a line."""
    for number, line in enumerate(_lines(token)):
        if line.strip():
            error = line.strip() if is_error(line) else None
            key = (row + number, column)
            cells[key] = Cell(*key, None if error else line, error=error)


def _lines(token: Token) -> list[str]:
    text = ""
    for part in token.children or ():
        if part.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif part.type == "html_inline" and part.content.lower().startswith("<br"):
            text += " "
        else:
            text += part.content
    return text.split("\n")
