"""Claims over a group of siblings: ranks, extremes, how many met plan or grew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.scenario import Polarity, Scenario
from drafter.ledger.formulas import ACTUAL, PLAN, Derived, attainment, change, growth, level
from drafter.ledger.ledger import Group, Ledger
from drafter.ledger.series import Series

Yardstick = Callable[[Series], Derived | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's place in its group: `rank` 1 is the highest value; ties share the better place."""

    figure: int
    value: Decimal
    rank: int
    of: int


def by_level(scenario: Scenario = ACTUAL) -> Yardstick:
    """Rank by the value of a scenario."""
    return lambda series: level(series, scenario)


def by_attainment(base: Scenario = PLAN, scenario: Scenario = ACTUAL) -> Yardstick:
    """Rank by what part of the base was reached."""
    return lambda series: attainment(series, base, scenario)


def by_growth(base: Scenario, scenario: Scenario = ACTUAL) -> Yardstick:
    """Rank by relative growth on the base."""
    return lambda series: growth(series, base, scenario)


def by_change(base: Scenario, scenario: Scenario = ACTUAL) -> Yardstick:
    """Rank by the difference to the base, in amounts."""
    return lambda series: change(series, base, scenario)


def standings(ledger: Ledger, members: Sequence[int], yardstick: Yardstick) -> list[Standing]:
    """The members that have a value, highest first."""
    found = [(index, yardstick(ledger.series(index))) for index in members]
    values = [(index, derived.value) for index, derived in found if derived is not None]
    ordered = sorted(values, key=lambda pair: -pair[1])
    return [
        Standing(index, value, 1 + sum(other > value for _, other in ordered), len(ordered))
        for index, value in ordered
    ]


def met_plan(
    ledger: Ledger, index: int, base: Scenario = PLAN, scenario: Scenario = ACTUAL
) -> bool | None:
    """Whether a figure reached its plan; for cost and the like, whether it stayed within."""
    value, plan = ledger.value(index, scenario), ledger.value(index, base)
    if value is None or plan is None:
        return None
    if ledger.polarity(index) is Polarity.LOWER_IS_BETTER:
        return value <= plan
    return value >= plan


def grew(ledger: Ledger, index: int, base: Scenario, scenario: Scenario = ACTUAL) -> bool | None:
    """Whether a figure is higher than its base."""
    value, other = ledger.value(index, scenario), ledger.value(index, base)
    return None if value is None or other is None else value > other


def how_many_met(
    ledger: Ledger, group: Group, base: Scenario = PLAN, scenario: Scenario = ACTUAL
) -> tuple[int, ...]:
    """The members of a group that met plan."""
    return tuple(index for index in group.members if met_plan(ledger, index, base, scenario))


def how_many_grew(
    ledger: Ledger, group: Group, base: Scenario, scenario: Scenario = ACTUAL
) -> tuple[int, ...]:
    """The members of a group that grew against a base."""
    return tuple(index for index in group.members if grew(ledger, index, base, scenario))
