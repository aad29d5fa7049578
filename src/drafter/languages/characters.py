"""Variants of characters, folded to those that the word lists of the languages use.

Folding replaces one character by one, so that places in a text stay what they are.
"""

from __future__ import annotations

from functools import lru_cache

from drafter.languages.zh.characters import TRADITIONAL


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A text with traditional characters as simplified ones; its length is kept."""
    return text if text.isascii() else text.translate(TRADITIONAL)
