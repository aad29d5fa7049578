"""A series: anything that has one value per scenario - a figure, a sum of figures, a ratio of two.

Every formula of the field (attainment, growth, gap to plan ...) works on a series, so that what
holds for a figure holds for a total or for sales per customer in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.figures.decimals import EXACT, divide
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind

HUNDRED = Decimal(100)


class Build(StrEnum):
    """How a series comes from figures."""

    FIGURE = "figure"
    SUM = "sum"
    AVERAGE = "average"
    RATIO = "ratio"  # a / b: price per tonne, sales per customer
    SHARE = "share"  # a / b in percent: share of the total, conversion
    PRODUCT = "product"  # a x b (in percent: a x b / 100)
    DIFFERENCE = "difference"


@dataclass(frozen=True, slots=True)
class Series:
    """Values by scenario, exact and unscaled (a `万元` figure counts in CNY).

    `kind` and `base` are the unit's; `figures` are the rows it rests on, in order; `parts` the
    series it was built from (empty for a figure).
    """

    build: Build
    kind: UnitKind
    base: str
    values: Mapping[Scenario, Decimal]
    figures: tuple[int, ...]
    parts: tuple[Series, ...] = ()

    def value(self, scenario: Scenario) -> Decimal | None:
        return self.values.get(scenario)

    @property
    def is_percent(self) -> bool:
        return self.kind is UnitKind.PERCENT


def summed(parts: Sequence[Series]) -> Series:
    """The sum of series of one unit, in each scenario that all of them have."""
    first = parts[0]
    values = {
        scenario: sum((part.values[scenario] for part in parts), Decimal(0))
        for scenario in first.values
        if all(scenario in part.values for part in parts)
    }
    return Series(Build.SUM, first.kind, first.base, values, _figures(parts), tuple(parts))


def averaged(parts: Sequence[Series]) -> Series:
    """The plain average over series of one unit."""
    total, count = summed(parts), Decimal(len(parts))
    values = {key: EXACT.divide(value, count) for key, value in total.values.items()}
    return Series(Build.AVERAGE, total.kind, total.base, values, total.figures, tuple(parts))


def ratio(top: Series, bottom: Series) -> Series:
    """top / bottom in each common scenario: in the unit of `top`, per one of `bottom`."""
    return _paired(Build.RATIO, top.kind, top.base, top, bottom, divide)


def share(part: Series, whole: Series) -> Series:
    """part / whole in percent, in each common scenario."""
    return _paired(Build.SHARE, UnitKind.PERCENT, "%", part, whole, in_percent)


def product(left: Series, right: Series) -> Series:
    """left x right in each common scenario; a percent factor counts as hundredths."""
    if left.is_percent and not right.is_percent:
        left, right = right, left
    scale = HUNDRED if right.is_percent else Decimal(1)

    def times(a: Decimal, b: Decimal) -> Decimal | None:
        return EXACT.divide(EXACT.multiply(a, b), scale)

    return _paired(Build.PRODUCT, left.kind, left.base, left, right, times)


def difference(left: Series, right: Series) -> Series:
    """left - right in each common scenario (points between percent series)."""
    kind = UnitKind.POINTS if left.is_percent else left.kind
    base = "points" if left.is_percent else left.base

    def minus(a: Decimal, b: Decimal) -> Decimal | None:
        return EXACT.subtract(a, b)

    return _paired(Build.DIFFERENCE, kind, base, left, right, minus)


def in_percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """part / whole x 100, or None over zero."""
    quotient = divide(part, whole)
    return None if quotient is None else EXACT.multiply(quotient, HUNDRED)


def _paired(
    build: Build,
    kind: UnitKind,
    base: str,
    left: Series,
    right: Series,
    compute: Callable[[Decimal, Decimal], Decimal | None],
) -> Series:
    values = {}
    for scenario, value in left.values.items():
        other = right.values.get(scenario)
        result = None if other is None else compute(value, other)
        if result is not None:
            values[scenario] = result
    return Series(build, kind, base, values, _figures((left, right)), (left, right))


def _figures(parts: Sequence[Series]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(index for part in parts for index in part.figures))
