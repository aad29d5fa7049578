"""Any file to grids of cells: its content decides how it is read, its name only helps."""

from __future__ import annotations

from drafter.errors import UnreadableFile
from drafter.tables.grid import Grid


def read_file(name: str, data: bytes, *, encoding: str | None = None) -> tuple[Grid, ...]:
    """The sheets or tables of a file.

    `encoding` overrides what was detected for text files. UnreadableFile says what is wrong with
    the file and the way out.
    """
    raise UnreadableFile(name, "this format is not read", f"{len(data)} {encoding}")


def read_clipboard(text: str, html: str | None) -> tuple[Grid, ...]:
    """A pasted table: the HTML fragment where the clipboard had one, else tab-separated text."""
    return read_file("pasted.html" if html else "pasted.tsv", (html or text).encode())
