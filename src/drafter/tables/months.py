"""Months, ranges of months and full dates in titles and headers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.languages.headers import fold, header_words

_CHINESE_DIGITS = dict(
    zip("〇零一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_YEAR_ONLY = re.compile(
    r"(?<![\d./-])(?:fy ?'?)?(?P<year>20\d{2})(?:/(?P<second>\d{2}|20\d{2}))?(?![\d.%])(?: ?年度?)?"
    r"|fy ?'?(?P<short>\d{2})(?:/(?P<next>\d{2}))?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class MonthMention:
    """A month in a text, `start` to `end`; `first` opens a range, `day` makes it a full date."""

    start: int
    end: int
    month: int
    year: int | None = None
    first: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year without a month; `fiscal`: written with FY; `second`: the year it ends in."""

    start: int
    end: int
    year: int
    fiscal: bool = False
    second: int | None = None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in header_words().month_patterns)


@lru_cache(maxsize=8192)
def find_months(text: str) -> tuple[MonthMention, ...]:
    """Every month of a text in order; full dates are given with their day."""
    folded, taken = fold(text), [False] * len(text)
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(folded):
            if any(taken[match.start() : match.end()]):
                continue
            mention = _mention(match)
            if mention is not None:
                found.append(mention)
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    return tuple(sorted(found, key=lambda mention: mention.start))


def _mention(match: re.Match[str]) -> MonthMention | None:
    parts = match.groupdict()
    month = _month(parts.get("month") or parts.get("name"))
    if month is None:
        return None
    first = _month(parts.get("first")) if parts.get("first") else None
    day = parts.get("day")
    return MonthMention(
        match.start(),
        match.end(),
        month,
        _year(parts),
        first,
        int(day) if day and day.isdigit() else (1 if day else None),
    )


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    number = int(text) if text.isdigit() else header_words().month_names.get(text)
    return number if number and 1 <= number <= 12 else None


def _year(parts: dict[str, str | None]) -> int | None:
    roc = parts.get("roc")
    if roc:
        return int(roc) + 1911
    written = parts.get("year")
    if not written:
        return None
    if not written.isascii():
        digits = "".join(str(_CHINESE_DIGITS[char]) for char in written)
        return int(digits)
    return int(written) + 2000 if len(written) == 2 else int(written)


def find_years(text: str, months: tuple[MonthMention, ...] = ()) -> tuple[YearMention, ...]:
    """Years that belong to no month: `2026`, `FY26`, `2026/27`."""
    folded = fold(text)
    found = []
    for match in _YEAR_ONLY.finditer(folded):
        if any(item.start < match.end() and match.start() < item.end for item in months):
            continue
        short = match["year"] is None
        year = int(match["short"]) + 2000 if short else int(match["year"])
        second = match["next"] if short else match["second"]
        found.append(
            YearMention(
                match.start(),
                match.end(),
                year,
                match[0].startswith("fy"),
                (int(second) % 100 + 2000) if second else None,
            )
        )
    return tuple(found)
