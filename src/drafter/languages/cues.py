"""Cue words: what the words around a number say about it (scenario, direction, operation, base).

The words are data of each language (`languages/<code>/cues.py`); this module only finds them.
A third language adds its folder and touches nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import cast

from drafter.figures.period import Period
from drafter.figures.report import LanguageCode


class CueKind(StrEnum):
    """What a cue word speaks of."""

    PLAN = "plan"
    PRIOR_MONTH = "prior_month"
    PRIOR_YEAR = "prior_year"
    YTD = "ytd"
    WHOLE_YEAR = "whole_year"  # the full year: its plan, or the year to date in December
    CURRENT = "current"
    FUTURE = "future"
    OTHER_PERIOD = "other_period"
    ELAPSED = "elapsed"  # the part of the year gone (时间进度)
    UP = "up"
    DOWN = "down"
    ABOVE = "above"
    BELOW = "below"
    BETTER = "better"
    WORSE = "worse"
    FLAT = "flat"
    ATTAIN = "attain"
    SHARE = "share"
    PER = "per"
    RATE = "rate"
    AVERAGE = "average"
    REMAIN = "remain"
    MONTHLY = "monthly"
    SUM = "sum"
    EXCEPT = "except"
    TOTAL = "total"
    CONDITIONAL = "conditional"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word with its place; `words` is what stands there."""

    start: int
    end: int
    kind: CueKind
    words: str


_YEAR = re.compile(r"(?<![\d.,])20\d\d(?![\d.,]\d|\d)")

MonthReader = Callable[[re.Match[str], Period], CueKind | None]


@dataclass(frozen=True, slots=True)
class CueBook:
    """A language's cues.

    `patterns` map regular expressions to kinds, first match wins; `month` finds names of months,
    which `read_month` sets against the reporting month. The `before_*` patterns look at the words
    that end right where a number starts: a plain value (`was 17`, `to 17`), the end of a move
    (`to 17`), its start (`from 23`), a change (`by 6`), a year. `states_base` and
    `states_base_after` tell that the number itself is the plan or the earlier value. `suffix` are
    words behind a number that still belong to it where cue words go before numbers; `binding`
    finds, between two numbers, the word that opens the second one's phrase; `per_after` follows a
    number that is a rate (`24 a dinner`); `out_of` is all
    that stands between a part and its whole (`14 of 16`); `before_compared` ends before a value
    that another is set against; `beside` joins a value and an earlier one of the same thing;
    `rate_base` is the round base of a rate (`per 100`); `part_before` and `part_after` tell that
    a number is a part of something; `compares` marks a column that compares; `base_follows` is
    true where cue words go behind numbers.
    """

    patterns: tuple[tuple[CueKind, str], ...]
    month: re.Pattern[str]
    read_month: MonthReader
    month_number: Callable[[str], int | None]
    months: re.Pattern[str]
    count_of: Callable[[str], int | None]
    before_level: re.Pattern[str]
    before_end: re.Pattern[str]
    before_change: re.Pattern[str]
    before_start: re.Pattern[str]
    states_base: re.Pattern[str]
    states_base_after: re.Pattern[str]
    suffix: re.Pattern[str]
    binding: re.Pattern[str]
    per_after: re.Pattern[str]
    rate_base: re.Pattern[str]
    before_year: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    compares: re.Pattern[str]
    out_of: re.Pattern[str]
    before_compared: re.Pattern[str]
    beside: re.Pattern[str]
    base_follows: bool
    coordination: re.Pattern[str]
    in_turn: re.Pattern[str]
    list_joint: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Finder:
    pattern: re.Pattern[str]
    kinds: Mapping[str, CueKind]


@lru_cache(maxsize=8)
def cue_book(language: LanguageCode) -> CueBook:
    """The cue words of a language."""
    return cast("CueBook", import_module(f"drafter.languages.{language}.cues").CUE_BOOK)


@lru_cache(maxsize=8)
def _finder(language: LanguageCode) -> _Finder:
    kinds, parts = {}, []
    for number, (kind, pattern) in enumerate(cue_book(language).patterns):
        kinds[f"c{number}"] = kind
        parts.append(f"(?P<c{number}>{pattern})")
    # The look at the first character spares trying every cue in the middle of a word.
    start = r"(?<![A-Za-z](?=[A-Za-z]))(?=\S)"
    return _Finder(re.compile(f"{start}(?:{'|'.join(parts)})", re.IGNORECASE), kinds)


def find_cues(text: str, language: LanguageCode, period: Period | None) -> list[Cue]:
    """All cue words of a text in order; months are set against the reporting month."""
    finder = _finder(language)
    found = [
        Cue(match.start(), match.end(), finder.kinds[cast("str", match.lastgroup)], match[0])
        for match in finder.pattern.finditer(text)
    ]
    if period is not None:
        months = _months(text, cue_book(language), period)
        found += [*months, *_years(text, months, period)]
        found += _spans(text, cue_book(language), period)
        found.sort(key=lambda cue: cue.start)
    return list(_without_ends(found))


def _without_ends(found: list[Cue]) -> Iterator[Cue]:
    """Without months that only begin or end the span of a cue (`January to September`)."""
    span: Cue | None = None
    for cue in found:
        if cue.kind is CueKind.YTD:
            span = cue
        elif (span is not None and cue.start < span.end) or (
            span is not None and cue.kind is CueKind.CURRENT and cue.start - span.end <= 2
        ):
            continue
        yield cue


def _months(text: str, book: CueBook, period: Period) -> list[Cue]:
    found = []
    for match in book.month.finditer(text):
        kind = book.read_month(match, period)
        if kind is not None:
            found.append(Cue(match.start(), match.end(), kind, match[0]))
    return found


def _spans(text: str, book: CueBook, period: Period) -> list[Cue]:
    """As many months as have passed (`Eleven months: 22.8 million`): the year to date."""
    return [
        Cue(match.start(), match.end(), CueKind.YTD, match[0])
        for match in book.months.finditer(text)
        if book.count_of(match["count"]) == period.month > 1
    ]


def _years(text: str, months: list[Cue], period: Period) -> list[Cue]:
    """Years that stand alone: a later one, or the one before."""
    kinds = {period.year - 1: CueKind.PRIOR_YEAR}
    found = []
    for match in _YEAR.finditer(text):
        year = int(match[0])
        kind = kinds.get(year) or (CueKind.FUTURE if year > period.year else None)
        inside = any(cue.start <= match.start() < cue.end for cue in months)
        if kind is not None and not inside:
            found.append(Cue(match.start(), match.end(), kind, match[0]))
    return found


def set_against(month: int, year: int | None, period: Period) -> CueKind:
    """What a named month is to the reporting month; without a year the nearest is meant."""
    if year is None:
        year = period.year if month <= period.month else period.year - 1
        if (month - period.month) % 12 in (1, 2, 3) and month != period.previous.month:
            year = period.year + (month < period.month)
    named = Period(year, month)
    if named == period:
        return CueKind.CURRENT
    if named == period.previous:
        return CueKind.PRIOR_MONTH
    if named == period.shifted(-12):
        return CueKind.PRIOR_YEAR
    return CueKind.FUTURE if named > period else CueKind.OTHER_PERIOD
