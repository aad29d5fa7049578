"""Other ways to read a number: with the unit it leaves out, or as a rate on a round base."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from drafter.checking.context import Context
from drafter.checking.frames import Frame
from drafter.checking.matching import Reading, reading_of
from drafter.checking.wording import scale_of
from drafter.figures.unit import UnitKind, parse_unit
from drafter.figures.unit_names import SCALES
from drafter.languages.quantity import Quantity, QuantityKind

_SMALLEST_BASE = 10
_LONGEST_BASE = 12
_IN_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_NEAR = 12  # numbers among which a base is looked for


def elliptic(frame: Frame, reading: Reading) -> Reading | None:
    """A bare number that leaves out the unit before it (`7 basis points and 21 ...`)."""
    before = frame.carried
    if reading.kind is not None or before is None or before.quantity.unit is None:
        return None
    scale, written = scale_of(before.quantity), frame.quantity
    low, high, value = (
        None if end is None else end * scale for end in (written.low, written.high, written.value)
    )
    kind = reading_of(before.quantity).kind
    return Reading(kind, before.quantity.unit, low, high, value)


def in_the_scale_before(frame: Frame, reading: Reading) -> Reading | None:
    """A bare number in the money unit the text last wrote (`CNY 7.4 million; the kits 1.58`)."""
    if reading.kind is not None or frame.in_column:
        return None
    for quantity in reversed(frame.context.counted.within(0, frame.quantity.start)):
        if quantity.kind is QuantityKind.CURRENCY and quantity.unit is not None:
            scale = scale_of(quantity)
            if scale > 1:
                ends = (reading.low, reading.high, reading.value)
                low, high, value = (None if end is None else end * scale for end in ends)
                return Reading(UnitKind.CURRENCY, quantity.unit.partition("/")[0], low, high, value)
    return None


def per_many(frame: Frame, reading: Reading) -> Reading | None:
    """A rate on a round base (`205 per 100 customers`) as a rate on one."""
    block = frame.context.block_of(frame.place)
    numbers = frame.context.quantities.within(block.start, frame.place.clause.end)
    bases = [base for item in numbers[-_NEAR:] if (base := rate_base(frame.context, item))]
    if reading.kind in (UnitKind.PERCENT, UnitKind.POINTS) or not bases:
        return None
    ends = (reading.low, reading.high, reading.value)
    low, high, value = (None if end is None else end / bases[-1] for end in ends)
    return Reading(reading.kind, reading.base, low, high, value)


def compared(frame: Frame, reading: Reading) -> Reading | None:
    """A base that another value is set against (低于83.3%的时间进度): as exact as it is written."""
    quantity = frame.quantity
    if quantity.hedge is None or reading.value is None or quantity.step is None:
        return None
    if not quantity.value or not frame.is_compared_with:
        return None
    half = abs(reading.value / quantity.value) * quantity.step / 2
    return replace(reading, low=reading.value - half, high=reading.value + half)


def of_header(frame: Frame, reading: Reading) -> Reading | None:
    """A bare number of a table in the unit that its column's header states (`CNY million`)."""
    if reading.kind is not None or not frame.in_column:
        return None
    written = frame.before.strip(" *")
    match = _IN_BRACKETS.search(written)
    unit = parse_unit(match[1] if match else written)
    if unit.kind is not UnitKind.CURRENCY:
        return None
    ends = (reading.low, reading.high, reading.value)
    low, high, value = (None if end is None else end * unit.factor for end in ends)
    return Reading(unit.kind, unit.base.partition("/")[0], low, high, value)


def rate_base(context: Context, quantity: Quantity) -> Decimal | None:
    """The round base of a rate that a number states: the 100 of `per 100 customers`."""
    lead = context.text[max(0, quantity.start - 12) : quantity.start]
    match = context.book.rate_base.search(lead + quantity.text[:_LONGEST_BASE])
    if match is None:
        return None
    written = match["base"].replace(",", "")
    value = Decimal(written) if written.isdigit() else dict(SCALES).get(written, Decimal(1))
    return value if value >= _SMALLEST_BASE else None
