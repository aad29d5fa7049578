"""The built-in writer: a draft from the figures and the notes, with no model and no network."""

from drafter.writing.builtin.writer import write_raw, write_sections

__all__ = ["write_raw", "write_sections"]
