"""The rows that can be cited: the figures of the table, and totals that it does not state."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from drafter.figures.scenario import Scenario
from drafter.languages.measure_words import is_total_member
from drafter.languages.phrasing import AmountWords
from drafter.ledger.ledger import Group, Ledger
from drafter.ledger.series import Series
from drafter.writing.amounts import style_for, style_of
from drafter.writing.figure_words import Row

_COMPARED = (Scenario.ACTUAL, Scenario.YTD_ACTUAL)


def figure_rows(ledger: Ledger, words: AmountWords) -> tuple[Row, ...]:
    """A row for each figure of the report, in the table's order."""
    wholes = _wholes(ledger)
    rows = []
    for index, figure in enumerate(ledger.report.figures):
        members = [name for name in figure.dimensions.values() if not is_total_member(name)]
        row = Row(
            figure.measure,
            " · ".join(members),
            ledger.series(index),
            style_of(figure, words),
            ledger.polarity(index),
            wholes.get(index),
        )
        rows.append(row)
    return tuple(rows)


def total_rows(ledger: Ledger, words: AmountWords) -> Mapping[int, Row]:
    """The computed total of each group that states none, by the group's number (from 0).

    A group may be a part only (three products of many): where two groups break down the same
    measure and their sums differ, only the larger one is taken for the whole.
    """
    rows = {}
    for number, group in enumerate(ledger.groups):
        series = ledger.total(group)
        if group.total is not None or series is None or not is_whole(ledger, group):
            continue
        first = group.members[0]
        style = style_for(ledger.figure(first).unit, series.values.values(), words)
        rows[number] = Row(group.measure, "", series, style, ledger.polarity(first))
    return rows


def is_whole(ledger: Ledger, group: Group) -> bool:
    """Whether the members of a group make up a whole, as far as the table lets know."""
    own = _sum(ledger, group)
    if own is None or _has_other_units(ledger, group):
        return False
    if group.total is not None:
        return own == _level(ledger.series(group.total))
    rivals = [
        total
        for other in ledger.groups
        if other.measure == group.measure and other.dimension != group.dimension
        for total in [_sum(ledger, other)]
        if total is not None
    ]
    return all(own >= rival for rival in rivals)


def _has_other_units(ledger: Ledger, group: Group) -> bool:
    """Whether further members are counted in another unit (lines beside households)."""
    unit = ledger.figure(group.members[0]).unit
    return any(
        figure.measure == group.measure
        and group.dimension in figure.dimensions
        and not figure.unit.comparable(unit)
        for figure in ledger.report.figures
    )


def _wholes(ledger: Ledger) -> Mapping[int, Series]:
    found: dict[int, Series] = {}
    for group in ledger.groups:
        whole = ledger.total(group)
        if whole is not None and is_whole(ledger, group):
            for index in group.members:
                found.setdefault(index, whole)
    return found


def _sum(ledger: Ledger, group: Group) -> Decimal | None:
    series = ledger.sum_of(group.members)
    return None if series is None else _level(series)


def _level(series: Series) -> Decimal | None:
    return next((series.values[key] for key in _COMPARED if key in series.values), None)
