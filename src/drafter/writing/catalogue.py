"""All that a draft of one report may cite, and what each reference becomes in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from drafter.figures.report import Report
from drafter.languages.phrasing import Phrasing, phrasing
from drafter.ledger.ledger import Group, Ledger
from drafter.writing.amounts import amount, style_for
from drafter.writing.claims import Claim, claims_of
from drafter.writing.figure_words import Row, words_of
from drafter.writing.notes import Note, NoteFigure, notes_of
from drafter.writing.references import Form, Reference, Target, View
from drafter.writing.rows import figure_rows, total_rows

Kept = TypeVar("Kept")


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The rows, claims and note figures of one report, seen in the draft's language.

    `rows[i]` is the figure `F{i+1}`; `totals` and `claims` are by their number in a reference.
    Two catalogues are never equal: what is computed once a catalogue is kept by its identity.
    """

    report: Report
    ledger: Ledger
    words: Phrasing
    rows: tuple[Row, ...]
    totals: Mapping[int, Row]
    claims: Mapping[int, Claim]
    notes: tuple[Note, ...]

    def text_of(self, reference: Reference) -> str | None:
        """What a reference becomes; None where the report has nothing for it."""
        if reference.target is Target.CLAIM:
            claim = self.claims.get(reference.number)
            return claim.text if claim else None
        if reference.target is Target.NOTE:
            return self._note_text(reference)
        row = self.row(reference.target, reference.number)
        if row is None:
            return None
        return words_of(row, reference.view or View.ACTUAL, reference.form, self.words)

    def row(self, target: Target, number: int) -> Row | None:
        """The row behind `F3` or `T1`."""
        if target is Target.FIGURE:
            return self.rows[number - 1] if 1 <= number <= len(self.rows) else None
        return self.totals.get(number)

    def references_of(self, target: Target, number: int) -> Iterator[tuple[Reference, str]]:
        """Every reference to a row with what it becomes, sizes first."""
        for view in View:
            for form in (Form.SIZE, Form.CHANGE, Form.VERB, Form.NUMBER):
                reference = Reference(target, number, view, form)
                text = self.text_of(reference)
                if text is not None:
                    yield reference, text

    def note_figure(self, number: int) -> tuple[Note, NoteFigure] | None:
        for note in self.notes:
            for figure in note.figures:
                if figure.number == number:
                    return note, figure
        return None

    def total_number(self, group: Group) -> Reference | None:
        """The reference to the whole of a group: its total row, or the computed total."""
        if group.total is not None:
            return Reference(Target.FIGURE, group.total + 1, View.ACTUAL)
        number = self.ledger.groups.index(group) + 1
        return Reference(Target.TOTAL, number, View.ACTUAL) if number in self.totals else None

    def _note_text(self, reference: Reference) -> str | None:
        found = self.note_figure(reference.number)
        if found is None:
            return None
        note, figure = found
        quantity = figure.quantity
        written = note.text[quantity.start : quantity.end]
        translated = note.language != self.report.language and reference.form is Form.SIZE
        unit = quantity.written_unit
        if not translated or quantity.value is None or quantity.hedge or unit is None:
            return written
        style = style_for(unit, [quantity.value], self.words.amounts)
        return amount(quantity.value, style)


def once_a_catalogue(compute: Callable[[Catalogue], Kept]) -> Callable[[Catalogue], Kept]:
    """A pure function of a catalogue, computed once and kept as long as the catalogue lives."""
    known: WeakKeyDictionary[Catalogue, Kept] = WeakKeyDictionary()

    @wraps(compute)
    def ask(catalogue: Catalogue) -> Kept:
        if catalogue not in known:
            known[catalogue] = compute(catalogue)
        return known[catalogue]

    return ask


def build_catalogue(report: Report) -> Catalogue:
    """Everything that a draft of this report may cite; build it once a report."""
    words = phrasing(report.language)
    ledger = Ledger(report)
    rows = figure_rows(ledger, words.amounts)
    totals = {number + 1: row for number, row in total_rows(ledger, words.amounts).items()}
    claims = claims_of(ledger, rows, words)
    return Catalogue(report, ledger, words, rows, totals, claims, notes_of(report))
