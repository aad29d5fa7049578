"""Numbers and tables as the pages show them: grouped, exact, in their columns."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.figures.decimals import plain
from drafter.figures.report import Figure
from drafter.figures.scenario import Scenario
from drafter.figures.unit import parse_unit
from drafter.web.figure_table import figure_name, figure_table
from drafter.web.rendering import grouped


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("17769.5"), "17,769.5"),
        (Decimal(-1234567), "−1,234,567"),
        (Decimal("0.05"), "0.05"),
        ("123.4", "123.4"),
        ("12345.60", "12,345.60"),
        ("the fall", "the fall"),
        ("", ""),
        ("１２３", "１２３"),
        ("1,234", "1,234"),
    ],
)
def test_grouping(value: Decimal | str, text: str) -> None:
    assert grouped(value) == text


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1e12, max_value=1e12)
)
def test_grouping_changes_no_digit(value: Decimal) -> None:
    assert grouped(value).replace(",", "").replace("−", "-") == plain(value)


def test_only_columns_that_hold_something_are_shown() -> None:
    unit = parse_unit("万元")
    figures = (
        Figure("销售额", unit, {Scenario.ACTUAL: Decimal("1.5")}, {"区域": "华东"}),
        Figure("回款", unit, {Scenario.YEAR_PLAN: Decimal(0)}, cells={Scenario.YEAR_PLAN: "S!B2"}),
    )
    table = figure_table(figures)
    assert table.scenarios == (Scenario.ACTUAL, Scenario.YEAR_PLAN)
    assert table.values == 2
    assert [cell.value for cell in table.rows[1].cells] == [None, Decimal(0)]
    assert table.rows[1].cells[1].place == "B2"
    assert table.rows[0].cells[0].anchor != table.rows[1].cells[0].anchor
    assert figure_name(figures[0]) == "销售额 · 华东"


def test_cells_of_several_sheets_name_their_sheet() -> None:
    unit = parse_unit("USD")
    figures = [
        Figure("Sales", unit, {Scenario.ACTUAL: Decimal(1)}, cells={Scenario.ACTUAL: place})
        for place in ("North!B2", "South!B2")
    ]
    table = figure_table(figures)
    assert table.several_sheets
    assert [(row.sheet, row.cells[0].place) for row in table.rows] == [
        ("North", "B2"),
        ("South", "B2"),
    ]
