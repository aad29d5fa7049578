"""Bytes to grids of cells, one module per file format; nothing here knows what a figure is."""

from drafter.readers.reading_files import read_clipboard, read_file

__all__ = ["read_clipboard", "read_file"]
