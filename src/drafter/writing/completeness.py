"""Which notes a text used: every note is in it, or is listed as not used."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.figures.report import Report
from drafter.languages.quantities import read_quantities
from drafter.writing.notes import Note, is_business, notes_of

_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_CJK = re.compile(r"[\u4e00-\u9fff]+")
# How much of a note's wording must be found again: less is needed where its figures are there.
_WORDING, _WORDING_WITH_FIGURES = 0.6, 0.3


def unused_notes(report: Report, text: str) -> tuple[str, ...]:
    """The notes, as given, that the text leaves out."""
    pieces = _pieces(text)
    values = {
        quantity.value
        for quantity in read_quantities(text, report.language)
        if quantity.value is not None
    }
    return tuple(note.text for note in notes_of(report) if not _is_used(note, text, pieces, values))


def _is_used(note: Note, text: str, pieces: set[str], values: set[Decimal]) -> bool:
    if note.text.rstrip(".。;；!！") in text:
        return True
    own = _pieces(note.text)
    covered = len(own & pieces) / len(own) if own else 0.0
    figures = [f.quantity.value for f in note.figures if is_business(f.quantity)]
    known = [value for value in figures if value is not None]
    if known and all(value in values for value in known):
        return covered >= _WORDING_WITH_FIGURES
    return covered >= _WORDING


def _pieces(text: str) -> set[str]:
    """Words by their stem, and pairs of characters where words are not set apart."""
    lowered = text.lower()
    words = {word[:6] for word in _WORD.findall(lowered) if len(word) > 2}
    pairs = {run[i : i + 2] for run in _CJK.findall(lowered) for i in range(len(run) - 1)}
    return words | pairs
