"""What several months show together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drafter.figures.document import parse_report
from drafter.figures.report import Report
from drafter.ledger.trends import Trend, TrendKind, trends


def month(period: str, actual: object, plan: object = None, **more: object) -> Report:
    row = {"measure": "Sales", "unit": "CNY", "actual": actual, "plan": plan, **more}
    return parse_report({"period": period, "language": "en", "figures": [row]})


def kinds(*months: Report) -> dict[TrendKind, int]:
    return {trend.kind: trend.months for trend in trends(months[0], months[1:])}


def test_the_third_miss_in_a_row_with_its_values():
    found = trends(month("2026-10", 8, 10), [month("2026-09", 9, 10), month("2026-08", 7, 10)])
    assert found == (Trend(0, TrendKind.BELOW_PLAN, 3, (Decimal(7), Decimal(9), Decimal(8))),)


def test_two_months_are_no_trend():
    assert kinds(month("2026-10", 8, 10), month("2026-09", 7, 10)) == {}


def test_a_month_that_met_plan_ends_the_trend():
    months = [month("2026-10", 8, 10), month("2026-09", 9, 10), month("2026-08", 10, 10)]
    assert TrendKind.BELOW_PLAN not in kinds(*months, month("2026-07", 1, 10))


def test_a_missing_month_ends_the_trend():
    assert kinds(*(month(each, 8, 10) for each in ("2026-10", "2026-09", "2026-07"))) == {}


def test_the_year_is_no_border():
    months = [month(each, 8, 10) for each in ("2027-01", "2026-12", "2026-11", "2026-10")]
    assert kinds(*months)[TrendKind.BELOW_PLAN] == 4


def test_plan_heeds_polarity():
    months = [
        month(each, 12, 10, measure="Complaints", unit="cases")
        for each in ("2026-10", "2026-09", "2026-08")
    ]
    assert TrendKind.BELOW_PLAN in kinds(*months)


@pytest.mark.parametrize(
    ("actuals", "kind"), [((9, 8, 7, 6), TrendKind.RISING), ((6, 7, 8, 9), TrendKind.FALLING)]
)
def test_a_steady_rise_or_fall_counts_its_steps(actuals, kind):
    names = ("2026-10", "2026-09", "2026-08", "2026-07")
    months = [month(name, actual) for name, actual in zip(names, actuals, strict=True)]
    assert kinds(*months) == {kind: 3}


def test_the_tables_own_prior_month_is_heeded():
    """The oldest month knows what came before it from its own column."""
    months = [month("2026-10", 9), month("2026-09", 8), month("2026-08", 7, prior_month=6)]
    assert kinds(*months) == {TrendKind.RISING: 3}


def test_another_unit_or_a_gap_in_the_row_ends_it():
    months = [month("2026-10", 8, 10), month("2026-09", 8, 10)]
    assert kinds(*months, month("2026-08", 8, 10, unit="USD")) == {}
    assert kinds(*months, month("2026-08", None, 10)) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales (North, Retail): missed plan, 3 months running."),
        ("zh", "Sales（North、Retail）：连续3个月未完成计划。"),
    ],
)
def test_a_trend_reads_as_a_sentence(language, text):
    where = {"region": "North", "channel": "Retail"}
    names = ("2026-10", "2026-09", "2026-08")
    months = [month(name, 8, 10, dimensions=where) for name in names]
    [trend] = trends(months[0], months[1:])
    assert trend.text(months[0], language) == text
