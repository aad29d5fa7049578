"""Columns and rows that are derived whatever their name: their values follow from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from drafter.figures.scenario import Scenario
from drafter.tables.entries import Entry
from drafter.tables.formulas import Formula, agrees, formulas_of
from drafter.tables.values import ValueKind

_FEWEST = 2
_Beside = Mapping[tuple[object, ...], Mapping[Scenario, Entry]]

_PAIRS = (
    (Scenario.ACTUAL, Scenario.PLAN),
    (Scenario.ACTUAL, Scenario.PRIOR_MONTH),
    (Scenario.ACTUAL, Scenario.PRIOR_YEAR),
    (Scenario.YTD_ACTUAL, Scenario.YTD_PLAN),
    (Scenario.YTD_ACTUAL, Scenario.YTD_PRIOR_YEAR),
    (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN),
)


def follows_from(
    line: Sequence[Entry], placed: Sequence[tuple[Entry, Scenario]]
) -> dict[int, str] | None:
    """The measure of which each entry of a line is derived, by id; None when the line is not.

    At least two values and three of four must agree with one formula over one pair of scenarios
    of one measure in the same row (or, for scenarios in rows, the same column).
    """
    numbers = [entry for entry in line if entry.value.kind is ValueKind.NUMBER]
    across = not line[0].scenario_in_row
    beside = _beside(placed, across)
    votes: Counter[tuple[object, ...]] = Counter()
    for entry in numbers:
        for measure in {item.measure for item, _ in placed}:
            values = beside.get((_at(entry, across), measure), {})
            votes.update(_agreeing(entry, measure or "", values))
    best = votes.most_common(1)
    if not best or best[0][1] < _FEWEST or best[0][1] * 4 < len(numbers) * 3:
        return None
    measure = str(best[0][0][0])
    return {id(entry): measure for entry in line}


def _at(entry: Entry, across: bool) -> int:
    return entry.row if across else entry.column


def _beside(placed: Sequence[tuple[Entry, Scenario]], across: bool) -> _Beside:
    found: dict[tuple[object, ...], dict[Scenario, Entry]] = {}
    for entry, scenario in placed:
        if entry.value.kind is ValueKind.NUMBER:
            found.setdefault((_at(entry, across), entry.measure), {})[scenario] = entry
    return found


def _agreeing(
    entry: Entry, measure: str, values: Mapping[Scenario, Entry]
) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for pair in _PAIRS:
        if pair[0] not in values or pair[1] not in values:
            continue
        actual, base = values[pair[0]].value.number, values[pair[1]].value.number
        for formula, expected in formulas_of(actual, base, measure).items():
            # Zero follows from too many things, and so does a base that equals the actual.
            told = expected != 0 and actual != base and formula is not Formula.SHORTFALL
            if told and agrees(entry.value, expected):
                found.add((measure, pair, formula))
    return found
