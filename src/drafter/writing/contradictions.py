"""Where the notes say something else than the table: the product asks, it never chooses.

Two kinds are sure enough to be put: a value that is bound to a measure's name and is not its
actual one, and a direction against last month or last year that the table shows the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind, find_cues
from drafter.languages.phrasing import phrasing
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.writing.catalogue import Catalogue, once_a_catalogue
from drafter.writing.figure_words import delta
from drafter.writing.note_places import names_of, rows_named_in
from drafter.writing.notes import Note, NoteFigure
from drafter.writing.references import View

# A clause with the comma behind it; the point of a decimal ends none.
_WORDS = re.compile(r"[a-z]{4,}")
_CLAUSE = re.compile(r"(?:[^,，;；。.!！?？]|(?<=\d)[.,](?=\d))+[,，;；]?\s*")
_DIRECTIONS = {CueKind.UP: 1, CueKind.DOWN: -1}
_JUDGEMENTS = {CueKind.BETTER: 1, CueKind.WORSE: -1}
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
    """A note, the figure it contradicts, and the view of the figure that says otherwise.

    `start`, `end` are where the note says it (offsets into the note), its comma included.
    """

    note: Note
    figure: int
    view: View
    start: int
    end: int


@once_a_catalogue
def contradictions(catalogue: Catalogue) -> tuple[Contradiction, ...]:
    """All contradictions, in the order of the notes."""
    return tuple(
        Contradiction(note, figure, view, _first(match), match.end())
        for note in catalogue.notes
        for match, kinds in _own_clauses(note, catalogue)
        for figure, view in _in_clause(note, match, kinds, catalogue)
    )


def _first(match: re.Match[str]) -> int:
    """Where a clause starts, the blank before it left to what comes before."""
    return match.end() - len(match[0].lstrip())


def left_out(catalogue: Catalogue) -> Mapping[int, Sequence[tuple[int, int]]]:
    """By the note's number the spans that contradict the table; a draft goes without them."""
    found: dict[int, list[tuple[int, int]]] = {}
    for item in contradictions(catalogue):
        found.setdefault(item.note.number, []).append((item.start, item.end))
    return found


def _own_clauses(note: Note, catalogue: Catalogue) -> Iterator[tuple[re.Match[str], list[CueKind]]]:
    """The clauses that speak of this month's actual values, with their cues."""
    for match in _CLAUSE.finditer(note.text):
        cues = find_cues(match[0], note.language, catalogue.report.period)
        kinds = [cue.kind for cue in cues]
        speaks_of_other = bool(set(kinds) & _ELSEWHERE)
        if speaks_of_other and match.start() == 0:
            # "September target: exports 30,000 t, collections ..." stays with the target.
            return
        if not speaks_of_other:
            yield match, kinds


def _in_clause(
    note: Note, match: re.Match[str], cues: list[CueKind], catalogue: Catalogue
) -> Iterator[tuple[int, View]]:
    start, clause = match.start(), match[0]
    named = rows_named_in(clause, catalogue)
    if not named:
        yield from _in_total(note, start, clause, cues, catalogue)
        yield from _by_all_words(note, start, clause, catalogue)
        return
    bases = [kind for kind in cues if kind in _BASES]
    directions = {_direction(kind, catalogue, named[0]) for kind in cues} - {0}
    if len(directions) == 1 and len(bases) <= 1:
        judged = bool(set(cues) & _JUDGEMENTS.keys())
        # "returns got better" without a base is said against last month.
        view = _BASES[bases[0]] if bases else View.MOM if judged else None
        if view is not None and _runs_against(named, view, directions.pop(), catalogue):
            yield named[0], view
        return
    if not bases and _other_value(note, start, clause, named[0], catalogue) is not None:
        yield named[0], View.ACTUAL


def _direction(kind: CueKind, catalogue: Catalogue, index: int) -> int:
    """Whether a cue says up (1) or down (-1) of a row; better and worse need its polarity."""
    if kind in _DIRECTIONS:
        return _DIRECTIONS[kind]
    judged = _JUDGEMENTS.get(kind, 0)
    return -judged if catalogue.rows[index].lower_is_better else judged


def _runs_against(named: Sequence[int], view: View, direction: int, catalogue: Catalogue) -> bool:
    known = [found for i in named for found in [delta(catalogue.rows[i], view)] if found]
    return bool(known) and all(found * direction < 0 for found in known)


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
) -> Iterator[tuple[int, View]]:
    """`visits are done, 321 in total`: the total of the one row that the note names."""
    named = rows_named_in(note.text[:start], catalogue)
    if CueKind.SUM not in cues or len(named) != 1:
        return
    inside = [f for f in note.figures if start <= f.quantity.start < start + len(clause)]
    if len(inside) == 1 and _differs(inside[0].quantity, named[0], catalogue):
        yield named[0], View.ACTUAL


def _by_all_words(
    note: Note, start: int, clause: str, catalogue: Catalogue
) -> Iterator[tuple[int, View]]:
    """`lost two dealers` against the measure "Dealers lost": its words around one count."""
    inside = [f for f in note.figures if start <= f.quantity.start < start + len(clause)]
    if len(inside) != 1 or inside[0].quantity.kind is not QuantityKind.DIMENSION:
        return
    for index, row in enumerate(catalogue.rows):
        words = _WORDS.findall(row.measure.lower())
        if row.member or len(words) < 2 or row.series.kind is not UnitKind.MEASURE:
            continue
        value = inside[0].quantity.value
        if all(word[:5] in clause.lower() for word in words) and value is not None:
            if value != row.series.value(Scenario.ACTUAL):
                yield index, View.ACTUAL
            return


def _differs(quantity: Quantity, index: int, catalogue: Catalogue) -> bool:
    """Whether a quantity in the row's unit is another value than the row's actual one."""
    unit, low, high = quantity.written_unit, quantity.low, quantity.high
    actual = catalogue.rows[index].series.value(Scenario.ACTUAL)
    if unit is None or quantity.value is None or actual is None:
        return False
    fits = (low is None or low <= actual) and (high is None or actual <= high)
    return unit.comparable(catalogue.report.figures[index].unit) and not fits
