"""What the name of a measure tells: its polarity, whether it adds up, which member is a total.

A table may be in another language than the text about it, so the words of all languages count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from drafter.figures.report import LANGUAGES


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """Words found inside measure names; `total_members` are whole member names, lower case."""

    lower_is_better: tuple[str, ...]
    higher_is_better: tuple[str, ...]
    neutral: tuple[str, ...]
    not_additive: tuple[str, ...]
    additive: tuple[str, ...]
    parts_of_whole: tuple[str, ...]
    balance: tuple[str, ...]
    total_members: frozenset[str]


@lru_cache(maxsize=1)
def measure_words() -> tuple[MeasureWords, ...]:
    """The measure words of every language."""
    return tuple(
        import_module(f"drafter.languages.{language}.cues_measures").MEASURE_WORDS
        for language in LANGUAGES
    )


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for a word list: ASCII words from a word's start, others anywhere."""
    parts = [
        (r"\b" if word[0].isascii() else "") + re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def names_any(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the text (ASCII words as beginnings of words)."""
    return _pattern(tuple(words)).search(text) is not None


def is_total_member(member: str) -> bool:
    """Whether a member of a dimension names the whole (`Total`, `合计`)."""
    plain = member.strip().lower()
    return any(plain in words.total_members for words in measure_words())
