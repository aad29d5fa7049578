"""Putting a quantity together from its reading and the words around it."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.figures.unit import Unit, UnitKind
from drafter.languages.grammar import Reading
from drafter.languages.interval import interval
from drafter.languages.quantity import Hedge, Quantity, QuantityKind
from drafter.languages.surroundings import Prefix, Suffix

_ONE = Decimal(1)
_KINDS = {
    UnitKind.CURRENCY: QuantityKind.CURRENCY,
    UnitKind.PERCENT: QuantityKind.PERCENT,
    UnitKind.POINTS: QuantityKind.POINTS,
    UnitKind.MEASURE: QuantityKind.DIMENSION,
}


def ignored(text: str, start: int, reading: Reading) -> Quantity:
    """What only looks like a quantity: a date, a code, a list number."""
    end, value = reading.end, reading.value
    return Quantity(
        start,
        end,
        text[start:end],
        reading.kind,
        value,
        None,
        value,
        value,
        why_not=reading.why_not,
    )


def closed(text: str, start: int, reading: Reading, hedge: Hedge | None) -> Quantity:
    """A form that says its unit itself: 八成, a third, doubled, second."""
    low, high = reading.low, reading.high
    if reading.value is not None and reading.step is not None and low is None:
        low, high = interval(reading.value, reading.step, hedge)
    return Quantity(
        start,
        reading.end,
        text[start : reading.end],
        reading.kind,
        reading.value,
        reading.unit.base if reading.unit else None,
        low,
        high,
        hedge,
        reading.step,
        reading.unit,
    )


def assembled(
    text: str,
    start: int,
    reading: Reading,
    prefix: Prefix,
    suffix: Suffix,
    hedge: Hedge | None,
    negative: bool,
) -> Quantity:
    """A bare number with the sign, currency, scale, unit and hedge that stand around it."""
    unit = _unit(text[prefix.start : start], prefix, suffix)
    begin, end, bracketed = _brackets(text, prefix.start, suffix.end)
    factor = unit.factor if unit is not None else suffix.factor
    kind, value, step = _kind(unit, suffix), None, None
    if reading.value is None:
        kind = QuantityKind.RANGE
        low, high = _scaled(reading.low, factor), _scaled(reading.high, factor)
    else:
        value = EXACT.multiply(reading.value, factor)
        step = EXACT.multiply(reading.step or _ONE, factor)
        if prefix.plus_minus:
            kind, low, high, value = QuantityKind.RANGE, -value, value, None
        else:
            value = -value if negative or bracketed else value
            low, high = interval(value, step, hedge, inside=suffix.hedge is not None)
    base = unit.base or None if unit is not None else None
    return Quantity(begin, end, text[begin:end], kind, value, base, low, high, hedge, step, unit)


def _scaled(bound: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if bound is None else EXACT.multiply(bound, factor)


def _unit(before: str, prefix: Prefix, suffix: Suffix) -> Unit | None:
    """The unit that currency, scale and unit words say together, without the number."""
    behind = suffix.unit
    if prefix.currency is None:
        return behind
    if behind is not None and behind.kind in (UnitKind.PERCENT, UnitKind.POINTS):
        return behind
    factor = behind.factor if behind is not None else suffix.factor
    priced = behind is not None and "/" in behind.base
    base = behind.base if behind is not None and priced else prefix.currency
    written = f"{before.strip(' +-−–')} {behind.written if behind is not None else ''}".strip()
    return Unit(UnitKind.CURRENCY, base, factor, written)


def _kind(unit: Unit | None, suffix: Suffix) -> QuantityKind:
    if suffix.multiple:
        return QuantityKind.MULTIPLE
    if unit is None or not unit.base:
        return QuantityKind.NUMBER
    return _KINDS[unit.kind]


_CELL_BEFORE = re.compile(
    r"(?:\A|\n|\||[:：]|\b(?:of|at|to|was|is|by|from|=))[ \t*]*[¥$€£]?\s?\Z", re.IGNORECASE
)
_CELL_AFTER = re.compile(r"[)）][ \t*]*(?:\Z|\n|\||[,.;，。；])")


def _brackets(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """The accountant's negative: brackets around the number alone, in a cell or behind "of"."""
    if start == 0 or text[start - 1] not in "(（" or text[end : end + 1] not in (")", "）"):
        return start, end, False
    opened = start - 1
    before = _CELL_BEFORE.search(text, max(0, opened - 8), opened)
    if before is None or _CELL_AFTER.match(text, end) is None:
        return start, end, False
    return opened, end + 1, True
