"""The figures of a report as a table of a page: only the columns that hold something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.report import Figure
from drafter.figures.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in one scenario; `place` is its cell, without the sheet where its row says it."""

    anchor: str
    value: Decimal | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    measure: str
    unit: str
    sheet: str
    members: Mapping[str, str]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """`scenarios` name the columns of `Row.cells`; `values` counts what the cells hold.

    `broken_down` and `several_sheets` say whether those columns are worth showing.
    """

    broken_down: bool
    several_sheets: bool
    scenarios: tuple[Scenario, ...]
    rows: tuple[Row, ...]
    values: int


def figure_table(figures: Sequence[Figure]) -> FigureTable:
    """All figures in their order."""
    scenarios = tuple(
        scenario
        for scenario in Scenario
        if any(figure.value(scenario) is not None for figure in figures)
    )
    rows = tuple(_row(number, figure, scenarios) for number, figure in enumerate(figures))
    return FigureTable(
        broken_down=any(figure.dimensions for figure in figures),
        several_sheets=len({row.sheet for row in rows}) > 1,
        scenarios=scenarios,
        rows=rows,
        values=sum(cell.value is not None for row in rows for cell in row.cells),
    )


def _row(number: int, figure: Figure, scenarios: Sequence[Scenario]) -> Row:
    sheets = {place.rpartition("!")[0] for place in figure.cells.values()}
    sheet = sheets.pop() if len(sheets) == 1 else ""
    cells = tuple(
        Cell(
            cell_anchor(number, scenario),
            figure.value(scenario),
            figure.cells.get(scenario, "").removeprefix(f"{sheet}!"),
        )
        for scenario in scenarios
    )
    return Row(figure.measure, figure.unit.written, sheet, figure.dimensions, cells)


def cell_anchor(figure: int, scenario: Scenario) -> str:
    """The id of a value's cell in the page, for links from the list of figures."""
    return f"cell-{figure}-{scenario.value}"


def figure_name(figure: Figure) -> str:
    """A figure as people name it: the measure and the members it is broken down by."""
    return " · ".join([figure.measure, *figure.dimensions.values()])
