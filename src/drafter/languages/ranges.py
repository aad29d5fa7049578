"""Joining two neighbouring numbers that name one range: 3–5万, between 4 % and 6 %, 15至20家."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from drafter.figures.decimals import EXACT
from drafter.languages.grammar import NumberGrammar
from drafter.languages.quantity import Quantity, QuantityKind

_DASH = r"\s?[-–—―~～−－]{1,2}\s?"
_JOINABLE = frozenset(
    {
        QuantityKind.NUMBER,
        QuantityKind.PERCENT,
        QuantityKind.POINTS,
        QuantityKind.CURRENCY,
        QuantityKind.DIMENSION,
        QuantityKind.MULTIPLE,
    }
)
_WIDEST_JOINT = 10
# A mark that stands behind its number stands behind the last one of a range.
_MARKED_BEHIND = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})


class Joints:
    """The words and dashes that join two ends, of the given grammars."""

    def __init__(self, grammars: tuple[NumberGrammar, ...]) -> None:
        words = "|".join(joiner for grammar in grammars for joiner in grammar.joiners)
        self.dash = re.compile(_DASH)
        self.word = re.compile(words, re.IGNORECASE)
        self.and_ = re.compile(r"\s(?:and)\s|\s?[和与到至]\s?", re.IGNORECASE)
        openers = "|".join(opener for grammar in grammars for opener in grammar.openers)
        self.opener = re.compile(rf"(?:{openers})\s?\Z", re.IGNORECASE)
        self.movement = re.compile(
            "|".join(f"(?:{grammar.not_a_range_after})" for grammar in grammars), re.IGNORECASE
        )


def join_ranges(text: str, quantities: Iterable[Quantity], joints: Joints) -> Iterable[Quantity]:
    """The quantities with every range joined into one."""
    held: Quantity | None = None
    for quantity in quantities:
        joined = _joined(text, held, quantity, joints) if held is not None else None
        if joined is not None:
            held = joined
            continue
        if held is not None:
            yield held
        held = quantity
    if held is not None:
        yield held


def _joined(text: str, left: Quantity, right: Quantity, joints: Joints) -> Quantity | None:
    if right.start - left.end > _WIDEST_JOINT or not (_is_end(left) and _is_end(right)):
        return None
    between = text[left.end : right.start]
    opened = joints.opener.search(text, max(0, left.start - 10), left.start)
    if opened is not None and joints.and_.fullmatch(between):
        start = opened.start()
    elif joints.dash.fullmatch(between) or (
        joints.word.fullmatch(between)
        and not joints.movement.search(text, max(0, left.start - 14), left.start)
    ):
        start = left.start
    else:
        return None
    return _range(text, start, left, right)


def _is_end(quantity: Quantity) -> bool:
    return quantity.value is not None and quantity.why_not is None and quantity.kind in _JOINABLE


def _range(text: str, start: int, left: Quantity, right: Quantity) -> Quantity | None:
    """One quantity from the two ends; each takes from the other the scale and unit it lacks."""
    assert left.value is not None
    assert right.value is not None
    if left.kind is not right.kind and not _is_bare(left) and not _is_bare(right):
        return None
    if left.unit is not None and right.unit is not None and left.unit != right.unit:
        return None
    if left.kind in _MARKED_BEHIND and _is_bare(right):
        return None  # "rose 5% to 1,204": a change and the level it led to
    low, high = left.value, right.value
    if left.text[-1].isdecimal() and not _crosses(low, right, high):
        low = EXACT.multiply(low, _factor(right))
    if right.unit is None and _factor(right) == 1 and high <= low:
        high = EXACT.multiply(high, _factor(left))
    if not low < high:
        return None
    named = right if right.unit is not None else left
    return replace(
        named,
        start=start,
        end=right.end,
        text=text[start : right.end],
        kind=QuantityKind.RANGE,
        value=None,
        low=low,
        high=high,
        hedge=left.hedge or right.hedge,
        step=None,
    )


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.NUMBER


def _factor(quantity: Quantity) -> Decimal:
    return quantity.written_unit.factor if quantity.written_unit is not None else Decimal(1)


def _crosses(low: Decimal, right: Quantity, high: Decimal) -> bool:
    """Whether the left end, read in the right one's scale, would lie above it (500 to 2万)."""
    return EXACT.multiply(low, _factor(right)) >= high
