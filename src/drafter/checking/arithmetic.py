"""Arithmetic over the numbers of the text itself: `6 events ... 410 guests ... about 68 each`.

The operands are the numbers stated shortly before, each of which has its own verdict; the
operation must be named by the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from drafter.checking.frames import Frame
from drafter.checking.matching import Reading, reading_of
from drafter.figures.decimals import divide
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity
from drafter.ledger.series import HUNDRED

_LAST = 7  # operands looked at
_MOVES = (CueKind.UP, CueKind.DOWN, CueKind.ABOVE, CueKind.BELOW, CueKind.REMAIN)


@dataclass(frozen=True, slots=True)
class Worked:
    """A value worked out from numbers of the text, with its working as text."""

    value: Decimal
    working: str


def worked_out(frame: Frame, reading: Reading, operands: Sequence[Quantity]) -> Worked | None:
    """The first named operation over earlier numbers of the text that gives this number."""
    items = [item for item in operands[-_LAST:] if item.value is not None]
    for found in _possible(frame, reading, items):
        if reading.holds(found.value):
            return found
    return None


def _possible(frame: Frame, reading: Reading, items: Sequence[Quantity]) -> Iterator[Worked]:
    if reading.kind is UnitKind.PERCENT:
        yield from _parts(frame, items, reading)
        return
    if reading.kind is UnitKind.POINTS:
        yield from _gaps(items, reading, points=True)
        return
    alike = [item for item in items if _alike(reading, item)]
    if frame.anywhere(CueKind.SUM, CueKind.TOTAL):
        yield from _sums(alike)
    if frame.anywhere(*_MOVES):
        yield from _gaps(alike, reading)
    if frame.anywhere(CueKind.PER, CueKind.AVERAGE, CueKind.MONTHLY):
        yield from _quotients(items, reading)


def _alike(reading: Reading, item: Quantity) -> bool:
    other = reading_of(item)
    return other.kind is reading.kind or reading.kind is None or other.kind is None


def _sums(items: Sequence[Quantity]) -> Iterator[Worked]:
    for length in range(2, len(items) + 1):
        chosen = items[-length:]
        total = sum((item.value for item in chosen if item.value is not None), Decimal(0))
        yield Worked(total, " + ".join(item.text for item in chosen))
    for length in range(2, len(items)):
        chosen = items[:length]
        total = sum((item.value for item in chosen if item.value is not None), Decimal(0))
        yield Worked(total, " + ".join(item.text for item in chosen))


def _gaps(items: Sequence[Quantity], reading: Reading, *, points: bool = False) -> Iterator[Worked]:
    for left, right in _pairs(items):
        if points and (left.unit != "%" or right.unit != "%"):
            continue
        if left.value is not None and right.value is not None and left.unit == right.unit:
            yield Worked(abs(left.value - right.value), f"{left.text} - {right.text}")


def _quotients(items: Sequence[Quantity], reading: Reading) -> Iterator[Worked]:
    for left, right in _pairs(items):
        for top, bottom in ((left, right), (right, left)):
            if top.value is None or bottom.value is None or bottom.unit in ("%", "points"):
                continue
            if reading.kind is not None and reading_of(top).kind not in (reading.kind, None):
                continue
            value = divide(top.value, bottom.value)
            if value is not None:
                yield Worked(value, f"{top.text} / {bottom.text}")


def _parts(frame: Frame, items: Sequence[Quantity], reading: Reading) -> Iterator[Worked]:
    moves = frame.direction_cue is not None
    for left, right in _pairs(items):
        if left.unit in ("%", "points") or right.unit in ("%", "points"):
            continue
        for top, bottom in ((left, right), (right, left)):
            if top.value is None or bottom.value is None or not bottom.value:
                continue
            if reading_of(top).kind is not reading_of(bottom).kind and not reading.is_multiple:
                continue
            part = HUNDRED * top.value / bottom.value
            if not moves or reading.is_multiple:
                yield Worked(part, f"{top.text} / {bottom.text}")
            if moves:
                yield Worked(abs(part - HUNDRED), f"{top.text} / {bottom.text} - 1")


def _pairs(items: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Neighbours first, then all pairs, the latest first."""
    yield from pairwise(reversed(items))
    for at in range(len(items) - 1, 0, -1):
        for other in range(at - 2, -1, -1):
            yield items[at], items[other]
