"""The figures of a report as a table of a page: only the columns that hold something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.report import Figure
from drafter.figures.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in one scenario; `place` is its cell in the file (`Sheet1!D5`)."""

    anchor: str
    value: Decimal | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    measure: str
    unit: str
    members: Mapping[str, str]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """`scenarios` name the columns of `Row.cells`; `values` counts what the cells hold."""

    broken_down: bool
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
    rows = tuple(
        Row(
            figure.measure,
            figure.unit.written,
            figure.dimensions,
            tuple(
                Cell(
                    cell_anchor(number, scenario),
                    figure.value(scenario),
                    figure.cells.get(scenario, ""),
                )
                for scenario in scenarios
            ),
        )
        for number, figure in enumerate(figures)
    )
    held = sum(cell.value is not None for row in rows for cell in row.cells)
    return FigureTable(any(figure.dimensions for figure in figures), scenarios, rows, held)


def cell_anchor(figure: int, scenario: Scenario) -> str:
    """The id of a value's cell in the page, for links from the list of figures."""
    return f"cell-{figure}-{scenario.value}"


def figure_name(figure: Figure) -> str:
    """A figure as people name it: the measure and the members it is broken down by."""
    return " · ".join([figure.measure, *figure.dimensions.values()])
