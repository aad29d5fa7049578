"""Whether a written number may stand for a value: unit, scale, sign and rounding."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.figures.unit import UnitKind, steps_between
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.formulas import Derived, Operation
from drafter.ledger.series import HUNDRED

SIGNED = frozenset({Operation.CHANGE, Operation.GROWTH, Operation.PROGRESS_GAP})

ANY_CURRENCY = "any currency"  # of `cents`, which many currencies have
_SMALL_COIN = re.compile(r"\bcents?$", re.IGNORECASE)

# Units that are never another's word; counting nouns (shops, outlets, 家, 户) may be.
STRICT_UNITS = frozenset(
    {
        "tonnes", "kilograms", "kWh", "MWh", "GWh", "kW", "MW", "kVA", "litres", "square metres",
        "days", "hours", "minutes", "months", "km",
    }
)  # fmt: skip


# Packages that hold one another: a box is no case.
PACKAGES = frozenset(
    {
        "cases", "boxes", "bottles", "bags", "pallets", "cartons", "crates", "packs",
        "件", "盒", "箱", "瓶", "袋", "桶", "罐", "包",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity ready for comparison: what kind of value it can be, and its interval.

    `kind` None is a bare number, which may stand in any unit. `signed` keeps a written sign.
    """

    kind: UnitKind | None
    base: str | None
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    is_multiple: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether a true value lies in what was written."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def reading_of(quantity: Quantity) -> Reading:
    """The comparable form of a quantity; fractions and multiples become percent."""
    scale = Decimal(1)
    kind, base = _KINDS.get(quantity.kind), quantity.unit
    if kind is UnitKind.CURRENCY and base is not None:
        base = base.partition("/")[0]
        if _SMALL_COIN.search(quantity.text):
            base = ANY_CURRENCY
    if quantity.kind in (QuantityKind.FRACTION, QuantityKind.MULTIPLE):
        kind, base = UnitKind.PERCENT, "%"
        scale = Decimal(1) if quantity.unit == "%" else HUNDRED
    elif quantity.unit == "%":
        kind = UnitKind.PERCENT
    elif quantity.unit == "points":
        kind = UnitKind.POINTS
    elif kind is None and quantity.unit:
        kind = UnitKind.MEASURE
    return Reading(
        kind,
        base,
        _times(quantity.low, scale),
        _times(quantity.high, scale),
        _times(quantity.value, scale),
        quantity.kind is QuantityKind.MULTIPLE,
    )


_KINDS = {
    QuantityKind.PERCENT: UnitKind.PERCENT,
    QuantityKind.POINTS: UnitKind.POINTS,
    QuantityKind.CURRENCY: UnitKind.CURRENCY,
    QuantityKind.DIMENSION: UnitKind.MEASURE,
}


def _times(value: Decimal | None, scale: Decimal) -> Decimal | None:
    return None if value is None else value * scale


def same_unit(reading: Reading, kind: UnitKind, base: str) -> bool:
    """Whether a value of this unit may be written so."""
    if reading.kind is None:
        return kind is not UnitKind.PERCENT
    if reading.kind is not kind:
        scores = {reading.kind, kind} == {UnitKind.POINTS, UnitKind.MEASURE}
        return scores and base in _SCORES and reading.base in _SCORES
    if kind is UnitKind.CURRENCY and reading.base == ANY_CURRENCY:
        return True
    if kind is UnitKind.MEASURE and base != reading.base:
        if reading.base is not None and steps_between(reading.base, base) is not None:
            return True
        if base in PACKAGES and reading.base in PACKAGES:
            return False
        return base not in STRICT_UNITS and reading.base not in STRICT_UNITS
    return kind in (UnitKind.PERCENT, UnitKind.POINTS) or reading.base == base


_SCORES = frozenset({"score", "points"})


def in_base(reading: Reading, base: str) -> Reading:
    """The reading in another unit of the same thing: 16 MW as 16,000 kW."""
    if reading.kind is not UnitKind.MEASURE or reading.base in (None, base):
        return reading
    steps = steps_between(reading.base or "", base)
    if steps is None or steps == 1:
        return reading
    low, high, value = (_times(end, steps) for end in (reading.low, reading.high, reading.value))
    return replace(reading, base=base, low=low, high=high, value=value)


def factors(reading: Reading, factor: Decimal) -> tuple[Decimal, ...]:
    """What to multiply a written number with: a bare one may stand in its table's unit."""
    if reading.kind is None and factor != 1:
        return (factor, Decimal(1))
    return (Decimal(1),)


def matches(reading: Reading, value: Decimal, factor: Decimal = Decimal(1)) -> bool:
    """Whether the written number covers a value, in its own or its table's unit."""
    return any(reading.holds(value / scale) for scale in factors(reading, factor))


def signed_value(derived: Derived, direction: int, reading: Reading) -> tuple[Decimal, ...]:
    """The value as the words say it: a fall of 6 % is a growth of -6.

    Without a direction word a change may be written with its sign or without; a loss may be
    written as a positive number.
    """
    value = derived.value
    if derived.operation not in SIGNED:
        if value < 0 and derived.operation is Operation.LEVEL:
            return (value, -value)
        return (value,)
    if reading.value is not None and reading.value < 0:
        return (value, -value) if direction < 0 else (value,)
    if direction:
        return (value * direction,)
    return (abs(value),)
