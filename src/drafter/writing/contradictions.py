"""Where the notes say something else than the table: the product asks, it never chooses.

Two kinds are sure enough to be put: a value given right behind a measure's name that is none of
its values, and a direction against last month or last year that the table shows the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.figures.scenario import Scenario
from drafter.languages.cues import CueKind, find_cues
from drafter.languages.phrasing import phrasing
from drafter.languages.quantity import Quantity
from drafter.writing.catalogue import Catalogue
from drafter.writing.figure_words import delta
from drafter.writing.note_places import names_of, rows_named_in
from drafter.writing.notes import Note, NoteFigure
from drafter.writing.references import View

_CLAUSE = re.compile(r"[^,，;；。.!！?？]+")
_DIRECTIONS = {CueKind.UP: 1, CueKind.DOWN: -1}
_BASES = {CueKind.PRIOR_MONTH: View.MOM, CueKind.PRIOR_YEAR: View.YOY}
# With one of these a clause speaks of something else than this month's actual value.
_ELSEWHERE = {
    CueKind.PLAN,
    CueKind.FUTURE,
    CueKind.OTHER_PERIOD,
    CueKind.YTD,
    CueKind.WHOLE_YEAR,
    CueKind.NOT,
    CueKind.CONDITIONAL,
    CueKind.REMAIN,
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A note, the figure it contradicts, and the view of the figure that says otherwise."""

    note: Note
    figure: int
    view: View


def contradictions(catalogue: Catalogue) -> Iterator[Contradiction]:
    """All contradictions, in the order of the notes."""
    for note in catalogue.notes:
        elsewhere = False
        for match in _CLAUSE.finditer(note.text):
            cues = find_cues(match[0], note.language, catalogue.report.period)
            kinds = [cue.kind for cue in cues]
            speaks_of_other = bool(set(kinds) & _ELSEWHERE)
            # "September target: exports 30,000 t, collections ..." stays with the target.
            elsewhere = elsewhere or (speaks_of_other and match.start() == 0)
            if not elsewhere and not speaks_of_other:
                yield from _in_clause(note, match.start(), match[0], kinds, catalogue)


def _in_clause(
    note: Note, start: int, clause: str, cues: list[CueKind], catalogue: Catalogue
) -> Iterator[Contradiction]:
    named = rows_named_in(clause, catalogue)
    if not named:
        yield from _in_total(note, start, clause, cues, catalogue)
        return
    directions = [kind for kind in cues if kind in _DIRECTIONS]
    bases = [kind for kind in cues if kind in _BASES]
    if len(directions) == 1 and len(bases) == 1:
        view, direction = _BASES[bases[0]], _DIRECTIONS[directions[0]]
        known = [found for i in named for found in [delta(catalogue.rows[i], view)] if found]
        if known and all(found * direction < 0 for found in known):
            yield Contradiction(note, named[0], view)
        return
    if not bases:
        for index in named[:1]:
            if _other_value(note, start, clause, index, catalogue) is not None:
                yield Contradiction(note, index, View.ACTUAL)


def _other_value(
    note: Note, start: int, clause: str, index: int, catalogue: Catalogue
) -> NoteFigure | None:
    """The figure that follows the row's name at once and is none of the row's values."""
    row = catalogue.rows[index]
    if row.series.value(Scenario.ACTUAL) is None or row.member:
        return None
    cues = phrasing(note.language).notes
    figure = catalogue.report.figures[index]
    whole_names = (figure.measure, *figure.aliases)
    for name in names_of(catalogue, index):
        if name.text not in whole_names:
            continue
        at = name.place(clause)
        opening = clause[: max(at, 0)].strip()
        if at < 0 or not re.fullmatch(cues.opens_statement, opening, re.IGNORECASE):
            continue
        end = start + at + len(name.text)
        for found in note.figures:
            quantity = found.quantity
            between = note.text[end : quantity.start] if quantity.start >= end else None
            if between is None:
                continue
            if not re.fullmatch(cues.states_value, between.strip(), re.IGNORECASE):
                break
            return found if _differs(quantity, index, catalogue) else None
    return None


def _in_total(
    note: Note, start: int, clause: str, cues: list[CueKind], catalogue: Catalogue
) -> Iterator[Contradiction]:
    """`visits are done, 321 in total`: the total of the one row that the note names."""
    named = rows_named_in(note.text[:start], catalogue)
    if CueKind.SUM not in cues or len(named) != 1:
        return
    inside = [f for f in note.figures if start <= f.quantity.start < start + len(clause)]
    if len(inside) == 1 and _differs(inside[0].quantity, named[0], catalogue):
        yield Contradiction(note, named[0], View.ACTUAL)


def _differs(quantity: Quantity, index: int, catalogue: Catalogue) -> bool:
    """Whether a quantity in the row's unit is none of the row's values."""
    unit, low, high = quantity.written_unit, quantity.low, quantity.high
    if unit is None or quantity.value is None:
        return False
    values = catalogue.rows[index].series.values.values()
    fits = any((low is None or low <= v) and (high is None or v <= high) for v in values)
    return unit.comparable(catalogue.report.figures[index].unit) and not fits
