"""A report: one department's month as handed in (月报数据), and its figures (指标)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from drafter.figures.period import Period
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import Unit

LanguageCode = Literal["en", "zh"]
LANGUAGES: tuple[LanguageCode, ...] = ("en", "zh")

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table: a measure, its dimensions, its unit, its values by scenario.

    `values` are in the unit as written (3085 under `万元`), not scaled. Empty `dimensions` mark
    the department's total. `cells` name where each value came from (`Sheet1!D5`).
    """

    measure: str
    unit: Unit
    values: Mapping[Scenario, Decimal]
    dimensions: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    aliases: tuple[str, ...] = ()
    polarity: Polarity | None = None
    cells: Mapping[Scenario, str] = field(default_factory=dict)

    def value(self, scenario: Scenario) -> Decimal | None:
        return self.values.get(scenario)

    @property
    def is_total(self) -> bool:
        return not self.dimensions


@dataclass(frozen=True, slots=True)
class Report:
    """Period, department, language, figures and notes of one month.

    `period` is None only for an import whose month is not yet known: such a report is not
    drafted. `language` is the language of the draft that is wanted; the table may be in another.
    """

    period: Period | None
    department: str
    language: LanguageCode
    figures: tuple[Figure, ...]
    notes: str = ""
