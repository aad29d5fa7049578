"""The formulas of the field on series, groups, totals and polarity."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.figures.period import Period
from drafter.figures.report import Figure, Report
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import parse_unit
from drafter.ledger import claims, formulas
from drafter.ledger.ledger import Ledger
from drafter.ledger.measures import is_additive, polarity_of
from drafter.ledger.series import ratio, share

COLUMNS = tuple(Scenario)


def row(measure: str, unit: str, dimensions: dict[str, str], *values: str) -> Figure:
    known = {
        scenario: Decimal(value) for scenario, value in zip(COLUMNS, values, strict=False) if value
    }
    return Figure(measure, parse_unit(unit), known, dimensions)


@pytest.fixture
def ledger() -> Ledger:
    rows = (
        row("Sales", "CNY 10k", {"region": "North"}, "1286", "1200", "1241", "1118", "11842", "11600", "10655", "14200"),
        row("Sales", "CNY 10k", {"region": "East"}, "1904", "1950", "1868", "1790", "18115", "18700", "17240", "22600"),
        row("Churn rate", "%", {}, "1.08", "1.50", "1.31", "1.62"),
        row("Headcount", "people", {}, "48", "50", "47", "44"),
        row("Claims", "cases", {"region": "North"}, "3", "5"),
        row("Claims", "cases", {"region": "East"}, "7", "5"),
    )  # fmt: skip
    return Ledger(Report(Period(2026, 10), "Desk", "en", rows))


def test_values_are_unscaled_and_exact(ledger: Ledger) -> None:
    assert ledger.value(0, Scenario.ACTUAL) == Decimal(12_860_000)


def test_attainment_variance_and_growth(ledger: Ledger) -> None:
    north = ledger.series(0)
    reached, gap = formulas.attainment(north), formulas.variance(north)
    grown = formulas.year_on_year(north)
    assert reached is not None
    assert round(reached.value, 2) == Decimal("107.17")
    assert gap is not None
    assert gap.value == 860_000
    assert grown is not None
    assert round(grown.value, 2) == Decimal("15.03")
    assert reached.operands == ((0, Scenario.ACTUAL), (0, Scenario.PLAN))


def test_a_rate_moves_in_points(ledger: Ledger) -> None:
    moved = formulas.month_on_month(ledger.series(2))
    assert moved is not None
    assert (moved.value, moved.unit) == (Decimal("-0.23"), "points")


def test_what_the_year_still_asks_for(ledger: Ledger) -> None:
    north = ledger.series(0)
    left = formulas.remaining_per_month(north, 2)
    ahead = formulas.progress_gap(north, 10)
    assert left is not None
    assert left.value == 11_790_000
    assert ahead is not None
    assert round(ahead.value, 2) == Decimal("0.06")


def test_totals_are_sums_of_what_adds_up(ledger: Ledger) -> None:
    group = next(group for group in ledger.groups if group.measure == "Sales")
    total = ledger.total(group)
    assert total is not None
    assert total.value(Scenario.ACTUAL) == 31_900_000
    assert ledger.sum_of([2]) is None
    part = share(ledger.series(0), total).value(Scenario.ACTUAL)
    assert part is not None
    assert round(part, 1) == Decimal("40.3")


def test_a_total_row_is_no_member() -> None:
    rows = (
        row("Sales", "USD", {"region": "Total"}, "30"),
        row("Sales", "USD", {"region": "A"}, "10"),
        row("Sales", "USD", {"region": "B"}, "20"),
    )
    ledger = Ledger(Report(Period(2026, 1), "Desk", "en", rows))
    assert [(group.members, group.total) for group in ledger.groups] == [((1, 2), 0)]


def test_ratios_of_two_measures(ledger: Ledger) -> None:
    per_head = ratio(ledger.series(0), ledger.series(3))
    grown = formulas.month_on_month(per_head)
    assert round(per_head.values[Scenario.ACTUAL], 0) == 267_917
    assert grown is not None
    assert grown.value > 0


def test_ranks_and_counts(ledger: Ledger) -> None:
    sales, complaints = ledger.groups
    places = claims.standings(ledger, sales.members, claims.by_attainment())
    assert [(place.figure, place.rank) for place in places] == [(0, 1), (1, 2)]
    assert claims.how_many_met(ledger, sales) == (0,)
    assert claims.how_many_met(ledger, complaints) == (4,)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("NPL ratio", Polarity.LOWER_IS_BETTER),
        ("Inventory days", Polarity.LOWER_IS_BETTER),
        ("库存周转天数", Polarity.LOWER_IS_BETTER),
        ("当月欠费回收率", Polarity.HIGHER_IS_BETTER),
        ("Net sales", Polarity.HIGHER_IS_BETTER),
        ("Headcount", Polarity.NEUTRAL),
        ("销售费用", Polarity.LOWER_IS_BETTER),
    ],
)
def test_polarity_by_name(measure: str, expected: Polarity) -> None:
    assert polarity_of(measure) is expected


@pytest.mark.parametrize(
    ("measure", "expected"),
    [("Average price", False), ("出租率", False), ("Sales revenue", True), ("新增客户", True)],
)
def test_rates_and_prices_do_not_add_up(measure: str, expected: bool) -> None:
    assert is_additive(measure) is expected
