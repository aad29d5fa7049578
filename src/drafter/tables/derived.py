"""Derived columns and rows against what they say they are computed from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.decimals import plain, round_half_up
from drafter.figures.scenario import Scenario
from drafter.languages.headers import Sign
from drafter.tables.entries import Entry
from drafter.tables.facts import Fact
from drafter.tables.findings import Findings
from drafter.tables.formulas import Formula, agrees, formulas_of, written
from drafter.tables.meanings import is_check
from drafter.tables.scenarios import Meaning
from drafter.tables.values import ValueKind

_Pair = tuple[Scenario, Scenario]
_Values = Mapping[Scenario, Fact]
_Computed = dict[tuple[_Pair, Formula], Decimal]

_PLANS: tuple[_Pair, ...] = (
    (Scenario.ACTUAL, Scenario.PLAN),
    (Scenario.YTD_ACTUAL, Scenario.YTD_PLAN),
    (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN),
)
_YEARS: tuple[_Pair, ...] = (
    (Scenario.ACTUAL, Scenario.PRIOR_YEAR),
    (Scenario.YTD_ACTUAL, Scenario.YTD_PRIOR_YEAR),
)
_MONTHS: tuple[_Pair, ...] = ((Scenario.ACTUAL, Scenario.PRIOR_MONTH),)
_PAIRS = {
    Sign.ATTAINMENT: _PLANS,
    Sign.VARIANCE: (*_PLANS, *_YEARS, *_MONTHS),
    Sign.MONTH_ON_MONTH: _MONTHS,
    Sign.YEAR_ON_YEAR: _YEARS,
    Sign.CHANGE: (*_PLANS, *_YEARS, *_MONTHS),
}


@dataclass(frozen=True, slots=True)
class _Checked:
    """A derived value and all that its header may mean."""

    entry: Entry
    computed: _Computed
    values: _Values

    @property
    def agreeing(self) -> list[tuple[_Pair, Formula]]:
        return [
            key for key, expected in self.computed.items() if agrees(self.entry.value, expected)
        ]


def check_derived(
    derived: Sequence[tuple[Entry, Meaning]], facts: Sequence[Fact], findings: Findings
) -> None:
    """Tell of derived values that agree with none of their usual formulas.

    What the other values of the same column agree with is what a wrong one is measured by.
    """
    beside = _facts_beside(facts)
    lines: dict[tuple[object, ...], list[_Checked]] = {}
    for entry, meaning in derived:
        if entry.value.kind is ValueKind.BROKEN:
            findings.tell("broken_derived", entry.place, text=entry.value.text, name=entry.name)
        elif entry.value.kind is ValueKind.NUMBER and not is_check(meaning):
            values = _values_for(entry, beside)
            checked = _Checked(entry, _computed(meaning, values), values)
            if checked.computed:
                lines.setdefault(_line(entry), []).append(checked)
    for line in lines.values():
        _check_line(line, findings)


def _line(entry: Entry) -> tuple[object, ...]:
    """The column, or the row where scenarios stand in rows."""
    number = entry.row if entry.scenario_in_row else entry.column
    return id(entry.block), entry.scenario_in_row, number


def _check_line(line: Sequence[_Checked], findings: Findings) -> None:
    votes = Counter(key for checked in line for key in checked.agreeing)
    for checked in line:
        if checked.agreeing:
            continue
        usual = next((key for key, _ in votes.most_common() if key in checked.computed), None)
        _tell(checked, usual or next(iter(checked.computed)), findings)


def _tell(checked: _Checked, key: tuple[_Pair, Formula], findings: Findings) -> None:
    entry, (pair, formula) = checked.entry, key
    value, expected = entry.value, checked.computed[key]
    places = value.decimals if value.decimals is not None else 2
    percent = "%" if value.percent else ""
    if formula.is_ratio and not value.percent and abs(value.number) < 3:
        expected, places = expected / 100, 4
    actual, base = checked.values[pair[0]], checked.values[pair[1]]
    findings.tell(
        "wrong_derived",
        entry.place,
        header=entry.header or " ".join(entry.row_words),
        shown=plain(value.number) + percent,
        formula=written(formula, actual.number, base.number),
        expected=plain(round_half_up(expected, max(places, 1))) + percent,
    )


_Beside = dict[tuple[object, ...], dict[Scenario, Fact]]


def _facts_beside(facts: Sequence[Fact]) -> _Beside:
    """Facts of a figure by its row, by its column and by itself."""
    found: _Beside = {}
    for fact in facts:
        for key in _keys(fact.entry):
            found.setdefault(key, {}).setdefault(fact.scenario, fact)
    return found


def _keys(entry: Entry) -> list[tuple[object, ...]]:
    figure = (id(entry.block), entry.measure, frozenset(entry.members))
    return [(*figure, "row", entry.row), (*figure, "column", entry.column), figure]


def _values_for(entry: Entry, beside: _Beside) -> _Values:
    """The facts that stand in the same row or column; of a key that stands twice, its own."""
    row, column, figure = (beside.get(key, {}) for key in _keys(entry))
    return max(row, column, key=len) if max(len(row), len(column)) > 1 else figure


def _computed(meaning: Meaning, values: _Values) -> _Computed:
    computed: _Computed = {}
    for pair in _pairs(meaning, values):
        actual, base = values[pair[0]], values[pair[1]]
        of_pair = formulas_of(actual.number, base.number, actual.measure)
        for formula, result in of_pair.items():
            if formula.is_attainment or meaning.derived is not Sign.ATTAINMENT:
                computed[(pair, formula)] = result
    return computed


def _pairs(meaning: Meaning, values: _Values) -> list[_Pair]:
    """The pairs of scenarios that the header may mean.

    Without a span it is the month; the year to date only where no actual of the month stands.
    """
    assert meaning.derived is not None
    known = [
        pair for pair in _PAIRS.get(meaning.derived, ()) if pair[0] in values and pair[1] in values
    ]
    if meaning.span is Sign.YEAR_TO_DATE:
        return [pair for pair in known if pair[0] is Scenario.YTD_ACTUAL]
    if meaning.span is Sign.FULL_YEAR:
        return [pair for pair in known if pair[1] is Scenario.YEAR_PLAN]
    month = [pair for pair in known if pair[0] is Scenario.ACTUAL]
    return known if month or Scenario.ACTUAL not in values else []
