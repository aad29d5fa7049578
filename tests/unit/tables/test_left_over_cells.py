"""No value cell of a table disappears without a word."""

from __future__ import annotations

from drafter.figures.period import Period
from drafter.readers import read_file
from drafter.tables.accounting import tell_left_over
from drafter.tables.blocks import take_apart
from drafter.tables.findings import Findings
from drafter.tables.number_texts import Notation
from drafter.tables.sheets import read_sheets

_TEXT = "Region,Revenue (EUR),Revenue plan (EUR),Remarks\nEast,10,12,late\nWest,20,21,\n"


def _left_over(taken_columns: set[int], told: str = "") -> list[str]:
    (grid,) = read_file("month.csv", _TEXT.encode())
    findings = Findings("en", {})
    readings = read_sheets([take_apart(grid, Notation.POINT)], Period(2026, 9), "en", findings)
    entries = [entry for reading in readings for block in reading.blocks for entry in block]
    if told:
        findings.tell("average_row", told, name="told")
    before = len(findings.problems)
    taken = [entry for entry in entries if entry.column in taken_columns]
    tell_left_over(readings, taken, findings)
    return [problem.cells for problem in findings.problems[before:]]


def test_what_became_figures_is_not_told() -> None:
    assert _left_over({2, 3}) == []


def test_a_column_that_nothing_took_is_told_once() -> None:
    assert _left_over({2}) == ["C2:C3"]


def test_what_a_problem_names_already_is_not_told_again() -> None:
    assert _left_over({2}, told="C2:C3") == []


def test_a_table_that_nothing_took_is_told_as_a_whole() -> None:
    assert _left_over(set()) == ["B2:C3"]
