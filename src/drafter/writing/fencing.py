"""Text of others inside a prompt: data, never an instruction and never a reference."""

from __future__ import annotations


def unbraced(text: str) -> str:
    """Braces as round brackets: what a note or a name says is never taken for a reference."""
    return text.replace("{", "（").replace("}", "）")


def fenced(text: str) -> str:
    """Text of others as data: it can neither close its fence nor look like a reference."""
    text = unbraced(text)
    for char, instead in (("<", "‹"), (">", "›"), ("\r", "")):
        text = text.replace(char, instead)
    return text
