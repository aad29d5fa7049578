"""The formulas of the field: what can be computed from one series by comparing its scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.figures.decimals import EXACT, divide
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.ledger.series import HUNDRED, Series, in_percent


class Operation(StrEnum):
    """What a number says about a series."""

    LEVEL = "level"  # a value of one scenario
    CHANGE = "change"  # a - b; points for a percent series
    GROWTH = "growth"  # (a - b) / b in percent
    ATTAINMENT = "attainment"  # a / b in percent
    REMAINING = "remaining"  # year plan - year to date
    REMAINING_PER_MONTH = "remaining per month"
    RUN_RATE = "run rate"  # year to date / months elapsed
    PROGRESS_GAP = "progress gap"  # year attainment - months elapsed / 12, in points
    TIME_PROGRESS = "time progress"  # months elapsed / 12 in percent
    EARLIER_YTD = "year to date before this month"
    SHARE = "share"
    RATIO = "ratio"
    PRODUCT = "product"
    TOTAL = "total"
    AVERAGE = "average"
    COUNT = "count"
    RANK = "rank"


ACTUAL, PLAN = Scenario.ACTUAL, Scenario.PLAN
PRIOR_MONTH, PRIOR_YEAR = Scenario.PRIOR_MONTH, Scenario.PRIOR_YEAR
YTD, YTD_PLAN = Scenario.YTD_ACTUAL, Scenario.YTD_PLAN
YTD_PRIOR_YEAR, YEAR_PLAN = Scenario.YTD_PRIOR_YEAR, Scenario.YEAR_PLAN

# What is compared with what, in the order in which people do.
COMPARISONS: tuple[tuple[Scenario, Scenario], ...] = (
    (ACTUAL, PLAN),
    (ACTUAL, PRIOR_MONTH),
    (ACTUAL, PRIOR_YEAR),
    (YTD, YTD_PLAN),
    (YTD, YTD_PRIOR_YEAR),
    (YTD, YEAR_PLAN),
)

_NUMBER = {UnitKind.CURRENCY, UnitKind.MEASURE, UnitKind.POINTS}


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived fact (派生数据): its operation, exact value and unit, and what it came from.

    `scenario` is what is looked at, `base` what it is compared with. `value` is unscaled and
    signed (a fall is negative). `formula` is in the contract's scenario names.
    """

    operation: Operation
    value: Decimal
    kind: UnitKind
    unit: str
    formula: str
    series: Series
    scenario: Scenario
    base: Scenario | None = None

    @property
    def operands(self) -> tuple[tuple[int, Scenario], ...]:
        """The facts it rests on: (index of the figure, scenario)."""
        scenarios = [self.scenario] if self.base is None else [self.scenario, self.base]
        return tuple((index, item) for item in scenarios for index in self.series.figures)


def level(series: Series, scenario: Scenario = ACTUAL) -> Derived | None:
    """The value of one scenario."""
    value = series.value(scenario)
    if value is None:
        return None
    return Derived(
        Operation.LEVEL, value, series.kind, series.base, scenario.value, series, scenario
    )


def change(series: Series, base: Scenario, scenario: Scenario = ACTUAL) -> Derived | None:
    """scenario - base, in the series' unit; in points for a percent series."""
    value, other = series.value(scenario), series.value(base)
    if value is None or other is None:
        return None
    kind, unit = (UnitKind.POINTS, "points") if series.is_percent else (series.kind, series.base)
    formula = f"{scenario.value} - {base.value}"
    result = EXACT.subtract(value, other)
    return Derived(Operation.CHANGE, result, kind, unit, formula, series, scenario, base)


def growth(series: Series, base: Scenario, scenario: Scenario = ACTUAL) -> Derived | None:
    """(scenario - base) / |base| in percent; None over zero.

    Over a negative base (a loss) the sign still says better or worse, not the quotient's sign.
    """
    value, other = series.value(scenario), series.value(base)
    result = None
    if value is not None and other is not None:
        result = in_percent(EXACT.subtract(value, other), abs(other))
    if result is None:
        return None
    formula = f"({scenario.value} - {base.value}) / {base.value}"
    return Derived(Operation.GROWTH, result, UnitKind.PERCENT, "%", formula, series, scenario, base)


def attainment(
    series: Series, base: Scenario = PLAN, scenario: Scenario = ACTUAL
) -> Derived | None:
    """scenario / base in percent (完成率 against a plan); None over zero."""
    value, other = series.value(scenario), series.value(base)
    result = in_percent(value, other) if value is not None and other is not None else None
    if result is None:
        return None
    formula = f"{scenario.value} / {base.value}"
    return Derived(
        Operation.ATTAINMENT, result, UnitKind.PERCENT, "%", formula, series, scenario, base
    )


def variance(series: Series) -> Derived | None:
    """actual - plan."""
    return change(series, PLAN)


def relative_variance(series: Series) -> Derived | None:
    """(actual - plan) / plan in percent."""
    return growth(series, PLAN)


def month_on_month(series: Series) -> Derived | None:
    """Growth on the prior month (环比): percent, or points for a percent series."""
    return change(series, PRIOR_MONTH) if series.is_percent else growth(series, PRIOR_MONTH)


def year_on_year(series: Series) -> Derived | None:
    """Growth on the same month last year (同比): percent, or points for a percent series."""
    return change(series, PRIOR_YEAR) if series.is_percent else growth(series, PRIOR_YEAR)


def ytd_year_on_year(series: Series) -> Derived | None:
    """Growth of the year to date on the same months last year; points for a percent series."""
    if series.is_percent:
        return change(series, YTD_PRIOR_YEAR, YTD)
    return growth(series, YTD_PRIOR_YEAR, YTD)


def year_attainment(series: Series) -> Derived | None:
    """Year to date against the year's plan, in percent."""
    return attainment(series, YEAR_PLAN, YTD)


def remaining(series: Series) -> Derived | None:
    """What is left of the year's plan: year_plan - ytd_actual."""
    value, other = series.value(YEAR_PLAN), series.value(YTD)
    if value is None or other is None or series.is_percent:
        return None
    left = EXACT.subtract(value, other)
    formula = "year_plan - ytd_actual"
    return Derived(
        Operation.REMAINING, left, series.kind, series.base, formula, series, YEAR_PLAN, YTD
    )


def remaining_per_month(series: Series, months_left: int) -> Derived | None:
    """What each month left must bring: (year_plan - ytd_actual) / months left."""
    left = remaining(series)
    value = None if left is None else divide(left.value, Decimal(months_left))
    if value is None:
        return None
    formula = f"(year_plan - ytd_actual) / {months_left} months"
    return Derived(
        Operation.REMAINING_PER_MONTH,
        value,
        series.kind,
        series.base,
        formula,
        series,
        YEAR_PLAN,
        YTD,
    )


def run_rate(series: Series, month: int) -> Derived | None:
    """The average month so far: ytd_actual / months elapsed."""
    so_far = series.value(YTD)
    value = None if so_far is None or series.is_percent else divide(so_far, Decimal(month))
    if value is None:
        return None
    formula = f"ytd_actual / {month} months"
    return Derived(Operation.RUN_RATE, value, series.kind, series.base, formula, series, YTD)


def progress_gap(series: Series, month: int) -> Derived | None:
    """Year attainment less the year elapsed (时间进度), in points."""
    reached = year_attainment(series)
    if reached is None:
        return None
    value = EXACT.subtract(reached.value, time_progress(month))
    formula = f"ytd_actual / year_plan - {month} / 12"
    return Derived(
        Operation.PROGRESS_GAP, value, UnitKind.POINTS, "points", formula, series, YTD, YEAR_PLAN
    )


def time_progress(month: int) -> Decimal:
    """The part of the year that has passed at the end of this month, in percent."""
    return EXACT.divide(HUNDRED * month, Decimal(12))


def everything(series: Series, month: int | None) -> Iterator[Derived]:
    """All that follows from one series: levels, comparisons, what the year still asks for."""
    for scenario in series.values:
        found = level(series, scenario)
        if found:
            yield found
    for scenario, base in COMPARISONS:
        for formula in (change, growth, attainment):
            found = formula(series, base, scenario)
            if found:
                yield found
    yield from _of_the_year(series, month)


def _of_the_year(series: Series, month: int | None) -> Iterator[Derived]:
    candidates = [remaining(series)]
    if month is not None:
        candidates.append(run_rate(series, month))
        candidates.append(progress_gap(series, month))
        if month < 12:
            candidates.append(remaining_per_month(series, 12 - month))
    yield from (found for found in candidates if found is not None)
