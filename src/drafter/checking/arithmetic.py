"""Arithmetic over numbers that the text itself names: `6 events ... 410 guests ... about 68 each`.

Operands are the numbers stated shortly before, remarks of the notes that speak of the same, and
plain facts of the measures that the sentence names. The operation must be named by the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from drafter.checking.frames import DIRECTIONS, Frame
from drafter.checking.matching import Reading
from drafter.figures.decimals import divide
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.series import HUNDRED

_TELLING = 100  # a bare number below this is a count, not an amount
_LAST = 8  # operands of one kind that are looked at
_MOVES = (*DIRECTIONS, CueKind.REMAIN)
_PERIODS = frozenset({"months", "days", "weeks"})


@dataclass(frozen=True, slots=True)
class Operand:
    """A number that words may calculate with: its value, unit, and how it is shown."""

    value: Decimal
    kind: UnitKind | None
    base: str | None
    text: str

    @property
    def is_rate(self) -> bool:
        return self.kind in (UnitKind.PERCENT, UnitKind.POINTS)


@dataclass(frozen=True, slots=True)
class Worked:
    """A value worked out, with its working as text."""

    value: Decimal
    working: str


def worked_out(frame: Frame, reading: Reading, operands: Sequence[Operand]) -> Worked | None:
    """The first named operation over the operands (latest last) that gives this number."""
    for found in _possible(frame, reading, operands):
        if reading.holds(found.value):
            return found
    return None


def _possible(frame: Frame, reading: Reading, items: Sequence[Operand]) -> Iterator[Worked]:
    plain = [item for item in items if not item.is_rate and item.value]
    if reading.kind is UnitKind.PERCENT and frame.whole is not None:
        yield from _parts_of(frame.whole, plain)
    elif reading.kind is UnitKind.PERCENT:
        yield from _parts(frame, reading, plain)
    elif reading.kind is UnitKind.POINTS:
        rates = [item for item in items if item.kind is UnitKind.PERCENT][-_LAST:]
        yield from _gaps(rates)
    else:
        yield from _values(frame, reading, plain)


def _values(frame: Frame, reading: Reading, items: Sequence[Operand]) -> Iterator[Worked]:
    every = [item for item in items if _alike(reading, item)]
    alike = _same_first(reading, every)
    if frame.anywhere(CueKind.SUM, CueKind.TOTAL):
        yield from _sums(every[-_LAST:])
    if frame.near(*_MOVES):
        yield from _gaps(alike)
    if frame.anywhere(CueKind.PER, CueKind.AVERAGE, CueKind.MONTHLY, CueKind.RATE):
        yield from _quotients(frame, reading, items)
    if reading.kind is UnitKind.CURRENCY and frame.anywhere(CueKind.PER):
        yield from _products(reading, items[-_LAST:])
    if frame.near(CueKind.EXCEPT, CueKind.REMAIN):
        yield from _rests(alike)
    if reading.base in _PERIODS:
        yield from _coverage(items)


def _alike(reading: Reading, item: Operand) -> bool:
    if reading.kind is None:
        return True
    if item.kind is None:
        return item.value >= _TELLING
    return item.kind is reading.kind and (
        item.kind is UnitKind.MEASURE or item.base == reading.base
    )


def _same_first(reading: Reading, items: Sequence[Operand]) -> Sequence[Operand]:
    """The latest operands in the number's very unit, else the latest of its kind."""
    same = [item for item in items if reading.base is None or item.base == reading.base]
    return (same if len(same) > 1 else items)[-_LAST:]


def _sums(items: Sequence[Operand]) -> Iterator[Worked]:
    for start in range(len(items) - 2, -1, -1):
        for end in range(len(items), start + 1, -1):
            chosen = items[start:end]
            total = sum((item.value for item in chosen), Decimal(0))
            yield Worked(total, " + ".join(item.text for item in chosen))
    for left, right in _pairs(items):
        yield Worked(left.value + right.value, f"{right.text} + {left.text}")


def _gaps(items: Sequence[Operand]) -> Iterator[Worked]:
    for left, right in _pairs(items):
        counts = left.kind is right.kind is UnitKind.MEASURE
        if counts or left.base == right.base or None in (left.kind, right.kind):
            yield Worked(abs(left.value - right.value), f"{left.text} - {right.text}")


def _rests(items: Sequence[Operand]) -> Iterator[Worked]:
    """What is left of a whole after the parts that were named behind it."""
    for at in range(len(items) - 3, -1, -1):
        parts = items[at + 1 :]
        rest = items[at].value - sum((item.value for item in parts), Decimal(0))
        yield Worked(rest, " - ".join(item.text for item in items[at:]))


def _quotients(frame: Frame, reading: Reading, items: Sequence[Operand]) -> Iterator[Worked]:
    tops = _same_first(reading, [item for item in items if _alike(reading, item)])
    counts = [item for item in items if item.kind in (UnitKind.MEASURE, None)]
    if frame.anywhere(CueKind.RATE) and reading.base is None:
        counts = list(items)
    if frame.near(CueKind.MONTHLY):
        counts = [item for item in counts if item.base in _PERIODS]
    for top in reversed(tops):
        for bottom in reversed(counts[-2 * _LAST :]):
            value = divide(top.value, bottom.value)
            if value is not None and top is not bottom:
                yield Worked(value, f"{top.text} / {bottom.text}")


def _products(reading: Reading, items: Sequence[Operand]) -> Iterator[Worked]:
    """A price times how many were sold (`2,600 sets at 66 each`)."""
    for left, right in _pairs(items):
        if UnitKind.CURRENCY in (left.kind, right.kind) and left.kind is not right.kind:
            price = left if left.kind is UnitKind.CURRENCY else right
            if price.base == reading.base:
                yield Worked(left.value * right.value, f"{right.text} x {left.text}")


def _coverage(items: Sequence[Operand]) -> Iterator[Worked]:
    """How many months a stock lasts: stock / a month's sales."""
    for left, right in _pairs(items[-2 * _LAST :]):
        for top, bottom in ((left, right), (right, left)):
            value = divide(top.value, bottom.value)
            if top.base == bottom.base and value is not None:
                yield Worked(value, f"{top.text} / {bottom.text}")


def _parts_of(whole: Quantity, items: Sequence[Operand]) -> Iterator[Worked]:
    """Parts of the number that is named behind (`65 % of the 103 million`)."""
    for item in reversed(items):
        part = None if whole.value is None else divide(HUNDRED * item.value, whole.value)
        if part is not None and item.base == whole.unit:
            yield Worked(part, f"{item.text} / {whole.text}")


def _parts(frame: Frame, reading: Reading, items: Sequence[Operand]) -> Iterator[Worked]:
    moves = frame.direction_cue is not None and not frame.is_a_part
    for left, right in _pairs(items[-2 * _LAST :]):
        if left.kind is not right.kind and None not in (left.kind, right.kind):
            continue
        if left.kind is UnitKind.CURRENCY and left.base != right.base:
            continue
        for top, bottom in ((left, right), (right, left)):
            part = divide(HUNDRED * top.value, bottom.value)
            if part is None or top.value == bottom.value:
                continue
            if not moves or reading.is_multiple:
                yield Worked(part, f"{top.text} / {bottom.text}")
            else:
                yield Worked(abs(part - HUNDRED), f"{top.text} / {bottom.text} - 1")


def _pairs(items: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    """All pairs, the latest first."""
    for at in range(len(items) - 1, 0, -1):
        for other in range(at - 1, -1, -1):
            yield items[at], items[other]
