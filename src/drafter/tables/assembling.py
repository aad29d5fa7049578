"""Facts to figures: one row a measure and its members, values by scenario, in table order."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.figures.report import Figure
from drafter.figures.scenario import Scenario
from drafter.figures.unit import Unit
from drafter.tables.facts import Fact


def assemble(facts: Sequence[Fact]) -> tuple[Figure, ...]:
    """Figures in the order of their first value; only usable facts count."""
    groups: dict[tuple[object, str], list[Fact]] = {}
    for fact in facts:
        if fact.usable:
            groups.setdefault((fact.figure_key, fact.unit.base), []).append(fact)
    return tuple(_figure(group) for group in groups.values())


def _figure(group: Sequence[Fact]) -> Figure:
    first = group[0]
    unit = min((fact.unit for fact in group), key=lambda unit: unit.factor)
    values = {}
    cells = {}
    for scenario in Scenario:
        for fact in group:
            if fact.scenario is scenario and scenario not in values:
                values[scenario] = _in(fact, unit)
                cells[scenario] = fact.entry.place
    return Figure(first.measure, unit, values, dict(first.members), cells=cells)


def _in(fact: Fact, unit: Unit) -> Decimal:
    if fact.unit.factor == unit.factor:
        return fact.number
    return EXACT.divide(EXACT.multiply(fact.number, fact.unit.factor), unit.factor)
