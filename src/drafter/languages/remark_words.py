"""The sentences that say how a draft was written, one table per language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LanguageCode


@lru_cache(maxsize=8)
def remark_words(language: LanguageCode) -> Mapping[str, str]:
    """Sentences with the blanks `{section}` and `{detail}`, by the remark's kind."""
    words: Mapping[str, str] = import_module(f"drafter.languages.{language}.remarks").REMARKS
    return words


@lru_cache(maxsize=8)
def trend_words(language: LanguageCode) -> Mapping[str, str]:
    """Sentences with the blanks `{subject}` and `{months}`, by the trend's kind.

    `subject` is a figure's name with its `{measure}` and `{members}`.
    """
    words: Mapping[str, str] = import_module(f"drafter.languages.{language}.remarks").TRENDS
    return words
