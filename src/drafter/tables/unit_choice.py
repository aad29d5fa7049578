"""The unit of every value, and its number in that unit; what does not fit is trouble to ask about.

In order: what the cell says (`$1.2m`, `38.6%`), what its row, header or corner declares, what a
line above the table gives for all amounts of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.figures.decimals import EXACT, plain
from drafter.figures.unit import PERCENT, Unit, UnitKind, parse_unit
from drafter.languages.headers import fold, header_words
from drafter.languages.measure_words import names_any
from drafter.tables.entries import Entry
from drafter.tables.meanings import LEAVE_OUT, Placed
from drafter.tables.unit_texts import scaled_name
from drafter.tables.values import Value

_ALIKE = Decimal(6)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number in its unit."""

    number: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a number has no certain unit: the kind of question, its cells and options."""

    kind: str
    unit: Unit | None = None
    options: tuple[str, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()


def reckon(placed: Sequence[Placed]) -> Iterator[tuple[Placed, Reckoned | Trouble]]:
    """Every value of a block with its number and unit, in order."""
    by_measure: dict[str, list[Placed]] = {}
    for item in placed:
        by_measure.setdefault(item.entry.measure or "", []).append(item)
    found: dict[int, Reckoned | Trouble] = {}
    for group in by_measure.values():
        first = {id(item): _first_reading(item.entry, group) for item in group}
        found |= _one_scale(group, _asked_together(group, first))
    for item in placed:
        yield item, found[id(item)]


def _asked_together(
    group: Sequence[Placed], first: Mapping[int, Reckoned | Trouble]
) -> dict[int, Reckoned | Trouble]:
    """One question for all values of a measure that lack a unit, and only for those."""
    cells = tuple(
        item.entry.key
        for item in group
        if isinstance(trouble := first[id(item)], Trouble) and trouble.kind == "unit"
    )
    return {
        key: replace(found, cells=cells)
        if isinstance(found, Trouble) and found.kind == "unit"
        else found
        for key, found in first.items()
    }


def _first_reading(entry: Entry, group: Sequence[Placed]) -> Reckoned | Trouble:
    value = entry.value
    unit = entry.unit or _line_unit(entry, group)
    if value.noun and not _is_shared(value, unit, group):
        # `3 pending` is no count of pendings.
        return Trouble("unreadable_number", unit or value.unit, (plain(value.number), LEAVE_OUT))
    if unit is None:
        return _by_cell(entry, group)
    if unit.kind is UnitKind.PERCENT:
        return _under_percent(entry, unit, group)
    if value.percent:
        if entry.unit is None:
            return Reckoned(value.number, PERCENT)
        return Trouble("percent_unit", unit, (LEAVE_OUT,))
    if value.shown_in != 1:
        return _shown_larger(entry, unit, group)
    return _in_unit(value, unit)


def _line_unit(entry: Entry, group: Sequence[Placed]) -> Unit | None:
    """The unit of the line above, when this measure is of its kind and no other unit fits."""
    if any(item.entry.value.percent for item in group):
        return None
    fitting = [unit for unit in entry.line_units if _fits(unit, fold(entry.measure or ""))]
    return fitting[0] if len(fitting) == 1 else None


def money_of_scale(scale: str, measure: str) -> Unit | None:
    """万, 亿 alone beside a measure of money are 万元, 亿元."""
    if scale not in ("万", "亿") or not names_any(fold(measure), header_words().money_words):
        return None
    return parse_unit(f"{scale}元")


def can_be_money(measure: str) -> bool:
    """Whether nothing in a measure's name speaks against money."""
    return _fits(Unit(UnitKind.CURRENCY, "CNY"), fold(measure))


def _fits(unit: Unit, name: str) -> bool:
    words = header_words()
    if names_any(name, words.rate_words):
        return unit.kind is UnitKind.PERCENT
    money = names_any(name, words.money_words)
    counts = names_any(name, words.count_words) and not money
    if unit.kind is UnitKind.CURRENCY:
        return not counts
    return counts or not money


def _by_cell(entry: Entry, group: Sequence[Placed]) -> Reckoned | Trouble:
    """No label gives a unit: the cell's own, or that of the measure's other cells."""
    value = entry.value
    if value.percent:
        return Reckoned(value.number, PERCENT)
    if value.unit is not None:
        return Reckoned(EXACT.multiply(value.number, value.scale), _named(value.unit))
    money = money_of_scale("万", entry.measure or "") if value.scale == 10_000 else None
    if money is not None:
        return Reckoned(value.number, money)
    own = {item.entry.value.unit for item in group if item.entry.value.unit}
    if value.scale != 1 and own and len({(unit.kind, unit.base) for unit in own}) == 1:
        # 860万 beside 1.2亿元: the siblings say of what.
        sibling = next(iter(own))
        if sibling.kind is UnitKind.CURRENCY:
            return Reckoned(value.number, _of_scale(value.scale, sibling))
    if len(own) == 1 and not any(item.entry.value.percent for item in group):
        return Trouble("unit", next(iter(own)), (next(iter(own)).written,))
    options = ("%",) if any(item.entry.value.percent for item in group) else ()
    rivals = [unit for unit in entry.line_units if _fits(unit, fold(entry.measure or ""))]
    return Trouble("unit", None, (*options, *(unit.written for unit in rivals)))


def _is_shared(value: Value, unit: Unit | None, group: Sequence[Placed]) -> bool:
    """A house's own counting word stands behind more than one number, or is the declared unit."""
    assert value.unit is not None
    if unit is not None:
        return value.unit.comparable(unit)
    return sum(1 for item in group if item.entry.value.unit == value.unit) > 1


def _of_scale(scale: Decimal, sibling: Unit) -> Unit:
    name = {10_000: "万", 100_000_000: "亿"}.get(int(scale))
    if name and sibling.written.endswith("元"):
        return parse_unit(f"{name}元")
    return Unit(sibling.kind, sibling.base, scale, f"{sibling.base} {int(scale):,}s")


def _under_percent(entry: Entry, unit: Unit, group: Sequence[Placed]) -> Reckoned | Trouble:
    """15.3 under % is 15.3 %; 0.153 may be meant as 15.3 % unless its neighbours are alike."""
    value = entry.value
    if value.percent or value.number == 0 or abs(value.number) > 1:
        return Reckoned(value.number, unit)
    beside = [
        abs(item.entry.value.number)
        for item in group
        if item.entry is not entry
        and item.entry.value.number
        and (item.entry.row == entry.row or item.entry.members == entry.members)
    ]
    certain = [
        number
        for item, number in (
            (item, abs(item.entry.value.number)) for item in group if item.entry is not entry
        )
        if item.entry.value.percent or number > 1
    ]
    near = [number for number in certain if number in beside]
    if near and all(number / _ALIKE < abs(value.number) for number in near):
        return Reckoned(value.number, unit)
    hundredfold = plain(EXACT.multiply(value.number, Decimal(100)))
    return Trouble("fraction", unit, (plain(value.number), hundredfold, LEAVE_OUT))


def _shown_larger(entry: Entry, unit: Unit, group: Sequence[Placed]) -> Reckoned | Trouble:
    """A format that hides thousands: the header's unit is the one that is shown."""
    value = entry.value
    if unit.factor >= value.shown_in:
        return Reckoned(EXACT.divide(value.number, value.shown_in), unit)
    cells = tuple(item.entry.key for item in group)
    return Trouble("scaled_format", unit, (unit.written, LEAVE_OUT), cells)


def _in_unit(value: Value, unit: Unit) -> Reckoned | Trouble:
    """The cell's own unit or scale, converted into the declared unit."""
    if value.unit is None:
        if value.scale == 1:
            return Reckoned(value.number, unit)
        own = EXACT.multiply(value.number, value.scale)
        return Reckoned(EXACT.divide(own, unit.factor), unit)
    if not value.unit.comparable(unit):
        return Trouble("unit_conflict", unit, (LEAVE_OUT,))
    if value.unit.kind is UnitKind.CURRENCY and value.unit.factor == 1 < unit.factor:
        # A currency sign beside a scaled header is decoration: ¥2,500 under 万元 is 2,500 万元.
        return Reckoned(value.number, unit)
    own = EXACT.multiply(value.number, value.unit.factor)
    return Reckoned(EXACT.divide(own, unit.factor), unit)


def _named(unit: Unit) -> Unit:
    written = scaled_name(unit.written)
    return Unit(unit.kind, unit.base, unit.factor, written)


def _one_scale(
    group: Sequence[Placed], first: dict[int, Reckoned | Trouble]
) -> dict[int, Reckoned | Trouble]:
    """`$1.2m` beside `$980k`: all values of a measure in the smallest unit among its cells."""
    units = [
        first_reading.unit
        for first_reading in first.values()
        if isinstance(first_reading, Reckoned) and first_reading.unit.kind is not UnitKind.PERCENT
    ]
    if len({(unit.base, unit.factor) for unit in units}) < 2:
        return first
    if len({(unit.kind, unit.base) for unit in units}) > 1:
        return first
    smallest = min(units, key=lambda unit: unit.factor)
    declared = {item.entry.unit for item in group if item.entry.unit}
    if declared:
        return first
    return {
        key: _converted(found, smallest) if isinstance(found, Reckoned) else found
        for key, found in first.items()
    }


def _converted(found: Reckoned, unit: Unit) -> Reckoned:
    if not found.unit.comparable(unit):
        return found
    own = EXACT.multiply(found.number, found.unit.factor)
    return Reckoned(EXACT.divide(own, unit.factor), unit)
