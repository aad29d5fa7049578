"""Text of others inside a prompt: data, never an instruction and never a reference."""

from __future__ import annotations


def fenced(text: str) -> str:
    """Text of others as data: it can neither close its fence nor look like a reference."""
    for char, instead in (("{", "（"), ("}", "）"), ("<", "‹"), (">", "›"), ("\r", "")):
        text = text.replace(char, instead)
    return text
