"""Derived columns and rows against what they say they are computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from drafter.figures.decimals import EXACT, divide, plain, round_half_up
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.headers import Sign
from drafter.languages.measure_words import measure_words, names_any
from drafter.tables.entries import Entry
from drafter.tables.facts import Fact
from drafter.tables.findings import Findings
from drafter.tables.meanings import is_check
from drafter.tables.scenarios import Meaning
from drafter.tables.values import ValueKind

_Pair = tuple[Scenario, Scenario]
_Values = Mapping[Scenario, Fact]

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


def check_derived(
    derived: Sequence[tuple[Entry, Meaning]], facts: Sequence[Fact], findings: Findings
) -> None:
    """Tell of derived values that agree with none of their usual formulas."""
    figures: dict[tuple[int, object], dict[Scenario, Fact]] = {}
    for fact in facts:
        figures.setdefault(_key(fact.entry), {}).setdefault(fact.scenario, fact)
    for entry, meaning in derived:
        if entry.value.kind is ValueKind.BROKEN:
            findings.tell("broken_derived", entry.place, text=entry.value.text, name=entry.name)
        elif entry.value.kind is ValueKind.NUMBER and not is_check(meaning):
            _check(entry, meaning, figures.get(_key(entry), {}), findings)


def _key(entry: Entry) -> tuple[int, object]:
    return id(entry.block), (entry.measure, frozenset(entry.members))


def _check(entry: Entry, meaning: Meaning, values: _Values, findings: Findings) -> None:
    pairs = _pairs(meaning, values)
    candidates = [found for pair in pairs for found in _formulas(meaning, pair, values)]
    if not candidates or any(_agrees(entry, found) for _, found in candidates):
        return
    formula, expected = candidates[0]
    places = entry.value.decimals if entry.value.decimals is not None else 2
    percent = "%" if entry.value.percent else ""
    if not entry.value.percent and "/" in formula and abs(entry.value.number) < 3:
        expected, places = expected / 100, 4
    findings.tell(
        "wrong_derived",
        entry.place,
        header=entry.header,
        shown=plain(entry.value.number) + percent,
        formula=formula,
        expected=plain(round_half_up(expected, max(places, 1))) + percent,
    )


def _pairs(meaning: Meaning, values: _Values) -> list[_Pair]:
    """The pairs of scenarios that the header may mean, those of its own span first."""
    assert meaning.derived is not None
    known = [
        pair for pair in _PAIRS.get(meaning.derived, ()) if pair[0] in values and pair[1] in values
    ]
    if meaning.span is Sign.YEAR_TO_DATE:
        return [pair for pair in known if pair[0] is Scenario.YTD_ACTUAL]
    if meaning.span is Sign.FULL_YEAR:
        return [pair for pair in known if pair[1] is Scenario.YEAR_PLAN]
    return known


def _formulas(meaning: Meaning, pair: _Pair, values: _Values) -> Iterator[tuple[str, Decimal]]:
    """(formula, result) of what a header of this kind usually shows; ratios in percent."""
    actual, base = values[pair[0]], values[pair[1]]
    a, b = actual.number, base.number
    ratio = divide(EXACT.multiply(a, Decimal(100)), b)
    if meaning.derived is Sign.ATTAINMENT:
        if ratio is not None:
            yield f"{plain(a)} / {plain(b)}", ratio
            if _lower_is_better(actual.measure):
                yield f"2 - {plain(a)} / {plain(b)}", 200 - ratio
                inverse = divide(EXACT.multiply(b, Decimal(100)), a)
                if inverse is not None:
                    yield f"{plain(b)} / {plain(a)}", inverse
        return
    difference = EXACT.subtract(a, b)
    if ratio is not None:
        yield f"{plain(a)} / {plain(b)} - 1", ratio - 100
        yield f"({plain(a)} - {plain(b)}) / |{plain(b)}|", (ratio - 100) * (1 if b > 0 else -1)
        yield f"{plain(a)} / {plain(b)}", ratio
    yield f"{plain(a)} - {plain(b)}", difference
    yield f"{plain(b)} - {plain(a)}", -difference


def _lower_is_better(measure: str) -> bool:
    return any(names_any(measure, words.lower_is_better) for words in measure_words())


def _agrees(entry: Entry, expected: Decimal) -> bool:
    """Equal as far as the value is shown; a ratio may be shown as 0.985, 98.5 or 98.5 %."""
    value = entry.value
    shown = {value.number}
    if not value.percent and value.unit is None:
        shown.add(value.number * 100)
        if entry.unit is not None and entry.unit.kind is UnitKind.PERCENT:
            shown.add(value.number)
    places = value.decimals
    if places is None:
        places = max(0, -int(value.number.normalize().as_tuple().exponent))
    allowed = Decimal(1).scaleb(-min(places, 6))
    if not value.percent and value.decimals is not None:
        allowed = max(allowed, Decimal(1).scaleb(-places))
    return any(
        abs(number - expected) <= (allowed * 100 if number != value.number else allowed)
        for number in shown
    )
