"""The words of table headers: what a column, a row or a line above a table stands for.

Tables mix languages, so the words of all languages are joined and each table is read with all.
Phrases are matched in folded text (`fold`): half-width, simplified, lower case. A phrase written
in capitals (`AC`, `PL`) matches capitals only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import Any

from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.languages.word_list import words


class Sign(StrEnum):
    """What a header word says about the values under it."""

    ACTUAL = "actual"
    PLAN = "plan"
    FORECAST = "forecast"
    THIS_MONTH = "this month"
    YEAR_TO_DATE = "year to date"
    FULL_YEAR = "full year"
    NEXT = "next period"
    OTHER_SPAN = "another span"  # a quarter, half a year, the start of the year
    PRIOR_MONTH = "prior month"
    PRIOR_YEAR = "prior year"
    LAST_YEAR = "last year"  # 去年, without saying whether its month or the whole of it
    THIS_YEAR = "this year"
    ATTAINMENT = "attainment"
    VARIANCE = "variance"
    MONTH_ON_MONTH = "month on month"
    YEAR_ON_YEAR = "year on year"
    CHANGE = "change"  # derived, from what is not said
    SHARE = "share"
    CHECK = "check"  # control cells, ranks, calendar progress: no figures at all


DERIVED = frozenset(
    {
        Sign.ATTAINMENT,
        Sign.VARIANCE,
        Sign.MONTH_ON_MONTH,
        Sign.YEAR_ON_YEAR,
        Sign.CHANGE,
        Sign.SHARE,
        Sign.CHECK,
    }
)


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """One language's words. `phrases` are found inside a header, `whole` must be all of it.

    `left_over` are small words that may remain beside a sign, with the sign they add.
    `neutral` are words that hold a phrase without meaning it (目标客户: customers, no plan).
    """

    phrases: Mapping[str, tuple[Sign, ...]]
    whole: Mapping[str, Sign]
    left_over: Mapping[str, Sign | None]
    neutral: frozenset[str]
    month_names: Mapping[str, int]
    month_patterns: tuple[str, ...]
    measure_headers: frozenset[str]
    weak_measure_headers: frozenset[str]
    dimension_headers: frozenset[str]
    scenario_headers: frozenset[str]
    unit_headers: frozenset[str]
    serial_headers: frozenset[str]
    value_headers: frozenset[str]  # over the one column of values of a long table
    whole_all: tuple[str, ...]  # `all regions`: a pattern of names that mean everything
    remark_headers: frozenset[str]
    totals: frozenset[str]
    subtotals: frozenset[str]
    averages: frozenset[str]
    average_patterns: tuple[str, ...]  # of row names: `average per store`
    pivot_prefixes: tuple[str, ...]  # what a pivot table sets before a field it adds up
    of_which: tuple[str, ...]
    missing: frozenset[str]
    hedges: tuple[str, ...]
    measure_words: tuple[str, ...]
    measure_names: frozenset[str]  # whole names that a title may be
    general_measures: frozenset[str]  # of those, too general inside a longer title
    team_words: frozenset[str]  # behind a name they make it a team's
    title_words: frozenset[str]  # what a title says besides its measure
    money_words: tuple[str, ...]
    count_words: tuple[str, ...]
    rate_words: tuple[str, ...]
    unit_words: frozenset[str]
    note_starts: tuple[str, ...]
    meta_keys: frozenset[str]
    period_keys: frozenset[str]
    record_words: tuple[str, ...]  # beside them a date tells of the file, not of the figures
    period_end_words: tuple[str, ...]  # behind or before them a full date ends the period
    unit_line_patterns: tuple[str, ...]
    measure_line_patterns: tuple[str, ...]
    traditional: Mapping[str, str]


_SINGLE = MappingProxyType({"\u00a0": " ", "\u3000": " ", "–": "-", "—": "-", "−": "-", "～": "~"})


class _Folding(dict[int, str]):
    """Characters to their folded form, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code), header_words().traditional)
        return folded


def each(text: str, *signs: Sign) -> dict[str, tuple[Sign, ...]]:
    """Every phrase of a word list with the same signs."""
    return dict.fromkeys(words(text), signs)


def whole(text: str, sign: Sign) -> dict[str, Sign]:
    """Every whole header of a word list with its sign."""
    return dict.fromkeys(words(text), sign)


def fold(text: str) -> str:
    """The text for matching, character for character as long as the original."""
    return text.translate(_FOLDING)


def _folded(char: str, simplified: Mapping[str, str]) -> str:
    char = _SINGLE.get(char, char)
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) != 1 or (char in "¹²³⁴⁵⁶⁷⁸⁹⁰"):
        plain = char
    lowered = plain.lower()
    return simplified.get(plain, lowered if len(lowered) == 1 else plain)


_FOLDING = _Folding()


@lru_cache(maxsize=1)
def header_words() -> HeaderWords:
    """The words of every language, joined."""
    found = [
        import_module(f"drafter.languages.{language}.headers").HEADER_WORDS
        for language in LANGUAGES
    ]
    joined: dict[str, Any] = {}
    for field in fields(HeaderWords):
        parts = [getattr(words, field.name) for words in found]
        joined[field.name] = _joined(parts)
    return HeaderWords(**joined)


def _joined(parts: list[Any]) -> Any:
    if isinstance(parts[0], Mapping):
        return MappingProxyType({key: value for part in parts for key, value in part.items()})
    if isinstance(parts[0], frozenset):
        return frozenset().union(*parts)
    return tuple(item for part in parts for item in part)


@lru_cache(maxsize=4)
def reading_messages(language: LanguageCode) -> Mapping[str, str]:
    """What problems and questions say, by kind, as templates with named places."""
    found: Mapping[str, str] = import_module(
        f"drafter.languages.{language}.reading_messages"
    ).MESSAGES
    return found
