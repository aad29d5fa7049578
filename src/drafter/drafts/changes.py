"""What changed: between two tables of the same month, and between two revisions of a draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum

from drafter.drafts.revision import Revision
from drafter.figures.report import Figure, Report
from drafter.figures.scenario import Scenario
from drafter.writing.sections import SectionKey

# A number with its separators is one piece, so is a word; of Chinese, each character.
_PIECES = re.compile(
    r"[+\-−]?\d[\d,.]*\d\s?%?|[+\-−]?\d\s?%?|[^\W\d_\u3040-\u9fff]+|\s+|.", re.DOTALL
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One value that was added (`old` None), removed (`new` None) or corrected."""

    measure: str
    dimensions: Mapping[str, str]
    unit: str
    scenario: Scenario
    old: Decimal | None
    new: Decimal | None


class PieceKind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that two revisions share, or that only one of them has."""

    kind: PieceKind
    text: str

    @property
    def is_figure(self) -> bool:
        """Whether a number changed here: such changes are shown first."""
        return self.kind is not PieceKind.SAME and _DIGIT.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that is not the same in both revisions, as pieces in reading order."""

    key: SectionKey
    pieces: tuple[Piece, ...]

    @property
    def figures(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.is_figure)


@dataclass(frozen=True, slots=True)
class DraftChanges:
    """What corrected figures changed: in the table, then in the text."""

    figures: tuple[FigureChange, ...]
    sections: tuple[SectionChange, ...]


_RowKey = tuple[str, frozenset[tuple[str, str]], str, int]


def figure_changes(old: Report, new: Report) -> tuple[FigureChange, ...]:
    """Every value that differs; rows are matched by measure, dimensions and unit, not by place."""
    before, after = _rows(old), _rows(new)
    keys = list(before) + [key for key in after if key not in before]
    return tuple(
        FigureChange(row.measure, row.dimensions, row.unit.written, scenario, was, now)
        for key in keys
        for row in [after.get(key) or before[key]]
        for scenario in Scenario
        for was, now in [(_value(before.get(key), scenario), _value(after.get(key), scenario))]
        if was != now
    )


def _rows(report: Report) -> dict[_RowKey, Figure]:
    """The rows by what they are; of equal ones the first, the second ... are told apart."""
    seen: Counter[tuple[str, frozenset[tuple[str, str]], str]] = Counter()
    rows: dict[_RowKey, Figure] = {}
    for figure in report.figures:
        name = (figure.measure, frozenset(figure.dimensions.items()), figure.unit.written)
        rows[(*name, seen[name])] = figure
        seen[name] += 1
    return rows


def _value(figure: Figure | None, scenario: Scenario) -> Decimal | None:
    return figure.value(scenario) if figure else None


def section_changes(old: Revision, new: Revision) -> tuple[SectionChange, ...]:
    """The sections whose text differs, by number, word or Chinese character."""
    return tuple(
        SectionChange(section.key, text_changes(before, section.text))
        for section in new.sections
        for before in [_text_of(old, section.key)]
        if before != section.text
    )


def _text_of(revision: Revision, key: SectionKey) -> str:
    return next((each.text for each in revision.sections if each.key is key), "")


def text_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as one line of pieces: same and removed give `old`, same and added `new`."""
    return tuple(_compared(_PIECES.findall(old), _PIECES.findall(new)))


def _compared(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(PieceKind.SAME, "".join(old[start:end]))
            continue
        if start < end:
            yield Piece(PieceKind.REMOVED, "".join(old[start:end]))
        if new_start < new_end:
            yield Piece(PieceKind.ADDED, "".join(new[new_start:new_end]))
