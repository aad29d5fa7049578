"""What the written precision and the hedge of a number allow the true value to be."""

from __future__ import annotations

from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.languages.quantity import Hedge

_NOTHING = Decimal(0)
_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_TENTH = Decimal("0.1")
_QUARTER = Decimal("0.25")
_TWENTIETH = Decimal("0.05")

Interval = tuple[Decimal | None, Decimal | None]


def interval(
    value: Decimal, step: Decimal, hedge: Hedge | None, *, inside: bool = False
) -> Interval:
    """The lowest and highest true value; None is open.

    Without a hedge this is half a `step` to both sides. A hedge speaks of the number as a person
    sees it, so trailing zeros count as unwritten: "about 6,000" is 5,500 to 6,500, but never
    more than a tenth. "Over" and "nearly" reach to the next such number, at most a quarter.
    `inside` marks a hedge between number and unit (20多家), which always reaches that far.
    """
    if value < 0:
        low, high = interval(-value, step, hedge, inside=inside)
        return (None if high is None else -high, None if low is None else -low)
    if hedge is Hedge.AT_LEAST:
        return value, None
    if hedge is Hedge.AT_MOST:
        return None, value
    down, up = _slack(value, step, hedge, inside)
    return EXACT.subtract(value, down), EXACT.add(value, up)


def _slack(
    value: Decimal, step: Decimal, hedge: Hedge | None, inside: bool
) -> tuple[Decimal, Decimal]:
    """How far below and above `value` the truth may lie."""
    half = EXACT.multiply(step, _HALF)
    if hedge is None:
        return half, half
    round_step = _step_without_zeros(value, step)
    if hedge in (Hedge.OVER, Hedge.UNDER):
        reach = round_step if inside else _reach(value, step, round_step)
        return (_NOTHING, reach) if hedge is Hedge.OVER else (reach, _NOTHING)
    tenth = EXACT.multiply(value, _TENTH)
    slack = max(half, min(EXACT.multiply(round_step, _HALF), tenth))
    return (slack, slack) if hedge is Hedge.ABOUT else (slack, _NOTHING)


def _reach(value: Decimal, step: Decimal, round_step: Decimal) -> Decimal:
    """How far "over" and "under" carry: to the next round number, in plain words further."""
    reach = max(step, min(round_step, EXACT.multiply(value, _QUARTER)))
    if value <= EXACT.multiply(round_step, _HUNDRED):
        reach = max(reach, EXACT.multiply(value, _TWENTIETH))
    return reach


def _step_without_zeros(value: Decimal, step: Decimal) -> Decimal:
    """The worth of the last digit that is not zero (`6,000` -> 1000), at least `step`."""
    if not value:
        return step
    digits = EXACT.divide(value, step).as_tuple()
    zeros = len(digits.digits) - len("".join(map(str, digits.digits)).rstrip("0"))
    exponent = int(digits.exponent)
    return step.scaleb(max(0, zeros + exponent), EXACT)
