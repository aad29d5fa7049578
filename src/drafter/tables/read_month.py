"""Grids of cells to a month: figures, problems, questions, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from drafter.figures.period import Period
from drafter.figures.report import Figure, LanguageCode
from drafter.tables.accounting import tell_left_over
from drafter.tables.assembling import assemble
from drafter.tables.blocks import Sheet, take_apart
from drafter.tables.chat import read_chat
from drafter.tables.derived import check_derived
from drafter.tables.duplicates import without_duplicates
from drafter.tables.facts import Fact, Unknown, read_facts
from drafter.tables.findings import Findings
from drafter.tables.grid import Grid, GridKind
from drafter.tables.meanings import Sorted, sort_entries
from drafter.tables.month_notes import notes_of
from drafter.tables.number_texts import Notation, notation_of
from drafter.tables.reading import MonthReading
from drafter.tables.report_document import read_report_document
from drafter.tables.report_month import decide_period, evidence_of
from drafter.tables.sheets import SheetReading, read_sheets, tell_uncalculated
from drafter.tables.totals import check_totals

_NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


def read_month(
    grids: Sequence[Grid],
    *,
    answers: Mapping[str, str] = _NO_ANSWERS,
    period: Period | None = None,
) -> MonthReading:
    """What the tables say of one month.

    `answers` are {question id: answer}; `period` is the month where it is known already.
    InvalidReport for a report document that breaks its contract.
    """
    documents = [grid for grid in grids if grid.kind is GridKind.REPORT]
    if documents:
        return read_report_document(documents[0].text, answers, period)
    if len({grid.source for grid in grids}) > 1:
        grids = [replace(grid, is_one_of_several_files=True) for grid in grids]
    language = language_of(grids)
    findings = Findings(language, answers)
    sheets = [take_apart(grid, _notation(grid)) for grid in grids]
    month = decide_period(
        [evidence_of(sheet) for sheet in sheets],
        period,
        [grid.source for grid in grids],
        findings,
    )
    readings = read_sheets(sheets, month, language, findings)
    facts = _facts(readings, month, findings)
    figures, notes = assemble(facts), notes_of(sheets, readings)
    if not any(sheet.blocks for sheet in sheets):
        figures, notes = _read_texts(sheets, month, language, findings)
    return MonthReading(
        month,
        language,
        figures,
        notes,
        findings.problems,
        findings.questions,
    )


def _facts(
    readings: Sequence[SheetReading], month: Period | None, findings: Findings
) -> list[Fact]:
    facts: list[Fact] = []
    unknown: list[Unknown] = []
    sorted_blocks: list[Sorted] = []
    for reading in readings:
        for entries in reading.blocks:
            block = sort_entries(entries, month, findings)
            sorted_blocks.append(block)
            known, open_values = read_facts(block.placed, findings)
            facts += known
            unknown += open_values
    taken = [fact.entry for fact in facts]
    facts = without_duplicates(facts, findings)
    facts = check_totals(facts, unknown, findings)
    for block in sorted_blocks:
        check_derived(block.derived, facts, findings)
    tell_uncalculated(readings, findings)
    if month is not None:  # until then the question for the month stands for what waits
        taken += [entry for block in sorted_blocks for entry, _ in block.derived]
        tell_left_over(readings, taken, findings)
    return facts


def _notation(grid: Grid) -> Notation:
    texts = [cell.text for cell in grid.cells.values() if cell.text]
    return notation_of(texts, semicolons=grid.semicolons)


def _read_texts(
    sheets: Sequence[Sheet], month: Period | None, language: LanguageCode, findings: Findings
) -> tuple[tuple[Figure, ...], str]:
    """Without any table: figures in running text, or the question where they are."""
    figures: list[Figure] = []
    notes: list[str] = []
    asked = len(findings.questions)
    for sheet in sheets:
        reading = read_chat(sheet.grid, month, language, findings)
        figures += reading.figures
        notes += reading.notes
    if not figures and len(findings.questions) == asked:
        for sheet in sheets:
            rows = sorted(sheet.grid.rows)
            if rows:
                place = sheet.grid.named(f"L{rows[0]}-L{rows[-1]}")
                findings.ask("no_table", (sheet.grid.name, "no table"), place)
    return tuple(figures), "\n".join(notes)


def language_of(grids: Sequence[Grid]) -> LanguageCode:
    """The language that most of the words in the cells are in."""
    chinese = latin = 0
    for grid in grids:
        for text in (grid.text, *(cell.text or "" for cell in grid.cells.values())):
            chinese += sum("\u4e00" <= char <= "\u9fff" for char in text)
            latin += sum(char.isascii() and char.isalpha() for char in text)
    # A Chinese character says about as much as four letters.
    return "zh" if chinese * 4 > latin else "en"
