"""The ledger of one report: every series and everything that follows from it, when asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.figures.report import Figure, Report
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import Unit, UnitKind
from drafter.languages.measure_words import is_total_member
from drafter.ledger.measures import is_additive, is_part_of_whole, polarity_of
from drafter.ledger.series import Build, Series, averaged, summed


@dataclass(frozen=True, slots=True)
class Group:
    """Sibling figures: one measure and unit, broken down by the same dimension(s).

    `members` are figure indexes in the table's order, without the total row; `total` is the row
    that states the whole, where the table has one. `dimension` is what tells the members apart;
    `fixed` are the dimensions (and members) that all of them share.
    """

    measure: str
    dimension: str
    members: tuple[int, ...]
    total: int | None
    fixed: tuple[tuple[str, str], ...] = ()


class Ledger:
    """Facts and derived facts of one report, computed when first asked for and kept.

    Build it once a report. Figures are named by their index in `report.figures`.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self._series: dict[int, Series] = {}
        self._totals: dict[Group, Series | None] = {}
        self._groups: tuple[Group, ...] | None = None
        self._groups_of: dict[int, list[Group]] = defaultdict(list)
        self._additive: dict[str, bool] = {}
        self._groups_named: dict[str, list[Group]] | None = None

    @property
    def month(self) -> int | None:
        """The month of the year (1 to 12), or None while the period is unknown."""
        return self.report.period.month if self.report.period else None

    def figure(self, index: int) -> Figure:
        return self.report.figures[index]

    def value(self, index: int, scenario: Scenario) -> Decimal | None:
        """The exact unscaled value of a fact."""
        return self.series(index).value(scenario)

    def series(self, index: int) -> Series:
        """The series of one figure."""
        found = self._series.get(index)
        if found is None:
            figure = self.figure(index)
            factor, unit = figure.unit.factor, figure.unit
            values = {
                scenario: EXACT.multiply(value, factor) for scenario, value in figure.values.items()
            }
            found = Series(Build.FIGURE, unit.kind, _counted_in(unit), values, (index,))
            self._series[index] = found
        return found

    def polarity(self, index: int) -> Polarity:
        """Whether more is better: as the figure says, else as its name lets know."""
        figure = self.figure(index)
        return figure.polarity or polarity_of(figure.measure)

    def is_additive(self, index: int) -> bool:
        """Whether figures of this measure may be summed: never rates, prices, averages."""
        figure = self.figure(index)
        if figure.unit.kind is UnitKind.PERCENT:
            return is_part_of_whole(figure.measure)
        if figure.unit.kind is UnitKind.POINTS:
            return False
        known = self._additive.get(figure.measure)
        if known is None:
            known = self._additive[figure.measure] = is_additive(figure.measure)
        return known and "/" not in figure.unit.base

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups of two or more siblings, in the table's order."""
        if self._groups is None:
            self._groups = tuple(_grouped(self.report.figures))
            for group in self._groups:
                for index in group.members:
                    self._groups_of[index].append(group)
        return self._groups

    def groups_of(self, index: int) -> Sequence[Group]:
        """The groups that a figure is a member of."""
        _ = self.groups
        return self._groups_of.get(index, ())

    def total(self, group: Group) -> Series | None:
        """The whole of a group: its total row, else the sum where the measure adds up."""
        if group not in self._totals:
            self._totals[group] = self._total(group)
        return self._totals[group]

    def _total(self, group: Group) -> Series | None:
        stated = None if group.total is None else self.series(group.total)
        if not self.is_additive(group.members[0]):
            return stated
        added = summed([self.series(index) for index in group.members])
        if stated is None:
            return added if added.values else None
        # A stated total may lack a column that its members have.
        extra = {key: value for key, value in added.values.items() if key not in stated.values}
        if not extra:
            return stated
        return Series(
            Build.SUM, stated.kind, stated.base, {**extra, **stated.values}, added.figures
        )

    def total_of(self, index: int) -> Series | None:
        """The whole that a figure is part of, by its first group; None for a lone figure."""
        groups = self.groups_of(index)
        return self.total(groups[0]) if groups else None

    def sum_of(self, indexes: Sequence[int]) -> Series | None:
        """The sum of several figures of one additive unit; None where they do not add up."""
        parts = [self.series(index) for index in indexes]
        same_unit = len({(part.kind, part.base) for part in parts}) == 1
        if not parts or not same_unit or not all(self.is_additive(index) for index in indexes):
            return None
        return summed(parts)

    def average_of(self, indexes: Sequence[int]) -> Series | None:
        """The plain average of several figures of one unit."""
        parts = [self.series(index) for index in indexes]
        if not parts or len({(part.kind, part.base) for part in parts}) != 1:
            return None
        return averaged(parts)

    def groups_named(self, measure: str) -> Sequence[Group]:
        """The groups of one measure."""
        if self._groups_named is None:
            self._groups_named = defaultdict(list)
            for group in self.groups:
                self._groups_named[group.measure].append(group)
        return self._groups_named.get(measure, ())

    def is_whole(self, index: int) -> bool:
        """Whether a figure is the department's total of its measure: no named member at all."""
        return all(is_total_member(name) for name in self.figure(index).dimensions.values())

    def completed(self, index: int) -> Series:
        """A figure's series; where it is a group's total row, with what only its members state."""
        figure = self.figure(index)
        for group in self.groups_named(figure.measure):
            if group.total == index:
                return self.total(group) or self.series(index)
        return self.series(index)

    def member(self, group: Group, index: int) -> str:
        """What a member of a group is called."""
        return self.figure(index).dimensions.get(group.dimension, "")


def _counted_in(unit: Unit) -> str:
    """What a value counts in: a price per something (`USD/tonnes`) counts in its currency."""
    return unit.base.partition("/")[0] if unit.kind is UnitKind.CURRENCY else unit.base


@dataclass(frozen=True, slots=True)
class _Siblings:
    """What makes figures members of one group."""

    measure: str
    unit: tuple[UnitKind, str]
    fixed: tuple[tuple[str, str], ...]
    dimension: str


def _grouped(figures: Sequence[Figure]) -> Iterator[Group]:
    """Groups by each dimension in turn, with all other dimensions held fixed."""
    rows: dict[_Siblings, list[int]] = defaultdict(list)
    wholes: dict[tuple[object, ...], int] = {}
    for index, figure in enumerate(figures):
        named = {key: name for key, name in figure.dimensions.items() if not is_total_member(name)}
        unit = (figure.unit.kind, figure.unit.base)
        wholes.setdefault((figure.measure, unit, tuple(sorted(named.items()))), index)
        for dimension in named:
            fixed = tuple(sorted((k, v) for k, v in named.items() if k != dimension))
            rows[_Siblings(figure.measure, unit, fixed, dimension)].append(index)
    for key, members in rows.items():
        if len(members) > 1:
            total = wholes.get((key.measure, key.unit, key.fixed))
            yield Group(key.measure, key.dimension, tuple(members), total, key.fixed)
