"""The manager's notes as single statements, and the figures that stand in them.

Each line is one note, as what stands in a line belongs together; notes written as one paragraph
are taken sentence by sentence. What a note says is kept word for word, only list marks fall away.
The figures are numbered through (`{N1}`, `{N2}` ...), as the product reads them; dates, names and
codes are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.figures.report import LanguageCode, Report
from drafter.languages.phrasing import Phrasing, phrasing
from drafter.languages.quantities import read_quantities
from drafter.languages.quantity import Quantity, QuantityKind

_LIST_MARK = re.compile(
    r"\s*(?:[-*•·‣◦▪–—●]+\s+|[•·‣◦▪●]|[（(]\d{1,2}[)）]\s*|\d{1,2}[)）、]\s*|\d{1,2}[.．](?!\d)\s*"
    r"|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、\s*)"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,2})\s+(?=\D)")
_CJK = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class NoteFigure:
    """A figure of the notes: its number, its place in the notes, and its reading."""

    number: int
    quantity: Quantity
    language: LanguageCode


@dataclass(frozen=True, slots=True)
class Note:
    """One statement of the notes; `start`, `end` are code points into the notes as given."""

    number: int
    start: int
    end: int
    text: str
    language: LanguageCode
    figures: tuple[NoteFigure, ...]


def language_of(text: str, otherwise: LanguageCode) -> LanguageCode:
    """The language a line is written in, by its script."""
    if not text.strip():
        return otherwise
    chinese = len(_CJK.findall(text))
    return "zh" if chinese >= 2 or (chinese and len(text) < 8) else "en"


def notes_of(report: Report) -> tuple[Note, ...]:
    """All statements of a report's notes, in order."""
    found: list[Note] = []
    count = 0
    for start, end in _statements(report.notes, report.language):
        text = report.notes[start:end]
        language = language_of(text, report.language)
        figures = []
        for quantity in read_quantities(text, language):
            if is_business(quantity):
                count += 1
                figures.append(NoteFigure(count, quantity, language))
        found.append(Note(len(found) + 1, start, end, text, language, tuple(figures)))
    return tuple(found)


def is_business(quantity: Quantity) -> bool:
    """Whether a quantity is a business figure: not a date, a name, a code or an idiom."""
    return quantity.why_not is None and quantity.kind is not QuantityKind.DATE


def _statements(notes: str, otherwise: LanguageCode) -> Iterator[tuple[int, int]]:
    lines = notes.splitlines(keepends=True)
    numbered = _numbered(lines)
    filled = [line for line in lines if line.strip()]
    at = 0
    for number, line in enumerate(lines):
        mark = _LIST_MARK.match(line) or (_BARE_NUMBER.match(line) if number in numbered else None)
        start = at + (mark.end() if mark else 0)
        if len(filled) > 2:
            yield from _stripped(notes, start, at + len(line))
        else:
            words = phrasing(language_of(line, otherwise))
            yield from _sentences(notes, start, at + len(line), words)
        at += len(line)


def _numbered(lines: list[str]) -> set[int]:
    """Lines that a bare number counts through (`1 ...`, `2 ...`, `3 ...`): a mark, no figure."""
    found, expected = set(), 1
    for number, line in enumerate(lines):
        match = _BARE_NUMBER.match(line)
        if match and int(match[1]) == expected:
            found.add(number)
            expected += 1
    return found if len(found) > 2 else set()


def _sentences(notes: str, start: int, end: int, words: Phrasing) -> Iterator[tuple[int, int]]:
    begin = start
    for match in re.finditer(words.sentence_breaks, notes[start:end]):
        stop = start + match.end()
        if _is_abbreviation(notes[begin:stop], notes[stop : stop + 1], words):
            continue
        yield from _stripped(notes, begin, stop)
        begin = stop
    yield from _stripped(notes, begin, end)


def _is_abbreviation(text: str, following: str, words: Phrasing) -> bool:
    last = text.rstrip().rsplit(None, 1)[-1].lower().lstrip("(（\"'") if text.strip() else ""
    numbered = following.isdigit() and last in words.numbered_abbreviations
    return numbered or last in words.abbreviations


def _stripped(notes: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = notes[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    if start < end and any(char.isalnum() for char in notes[start:end]):
        yield start, end
