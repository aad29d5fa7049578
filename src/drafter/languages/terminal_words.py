"""The words of the command line's own output, one table per language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LanguageCode


@lru_cache(maxsize=8)
def terminal_words(language: LanguageCode) -> Mapping[str, str]:
    """Words by what they say; blanks are in braces."""
    words: Mapping[str, str] = import_module(f"drafter.languages.{language}.terminal").TERMINAL
    return words
