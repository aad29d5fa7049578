"""Ranges over a group: `attainment ranged between 94 % and 103 %`, 增幅在8%～16%之间."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from drafter.checking.claim_frames import (
    Families,
    Family,
    Pair,
    evidence_of,
    frame_at,
    growth_pairs,
    plan_pairs,
)
from drafter.checking.frames import Frame
from drafter.checking.judging import Judge
from drafter.checking.result import Fault, Mention, Verdict
from drafter.checking.verdicts import mention_of
from drafter.languages.cues import CueKind
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.formulas import attainment, growth
from drafter.ledger.series import Series


class Ranges:
    """Finds and judges the ranges of a draft that speak of a group."""

    def __init__(self, judge: Judge, families: Families) -> None:
        self.judge = judge
        self.context = judge.context
        self.families = families

    def mentions(self) -> Iterator[Mention]:
        """Ranges in percent whose ends are the lowest and the highest of some group."""
        for quantity in self.context.counted:
            if quantity.kind is QuantityKind.RANGE and quantity.unit == "%":
                frame = frame_at(self.context, quantity.start, quantity.end)
                yield from self._mention(quantity, frame)

    def _mention(self, quantity: Quantity, frame: Frame) -> Iterator[Mention]:
        if quantity.low is None or quantity.high is None:
            return
        nearest: tuple[Family, Pair, Decimal, Decimal] | None = None
        for family in self.families.in_question(frame, self.families.all):
            for pair, values in self._values(frame, self._left(frame, family)):
                low, high = min(values), max(values)
                if self._fits(quantity, low, high):
                    yield self._said(quantity, family, pair, low, high, None)
                    return
                nearest = nearest or (family, pair, low, high)
        if nearest is not None:
            yield self._said(quantity, *nearest, Fault.VALUE)

    def _left(self, frame: Frame, family: Family) -> list[int]:
        """The members but those that the sentence leaves aside."""
        if not frame.anywhere(CueKind.EXCEPT):
            return list(family.members)
        sentence = frame.place.sentence
        out = {
            index
            for hit in self.context.hits.within(sentence.start, sentence.end)
            for name in hit.names
            for index in name.figures
            if name.dimension == family.dimension
        }
        return [index for index in family.members if index not in out]

    def _values(self, frame: Frame, members: list[int]) -> Iterator[tuple[Pair, list[Decimal]]]:
        ledger = self.context.ledger
        if not members:
            return
        first = ledger.series(members[0])
        grows = frame.anywhere(*_MOVES) and not frame.near(CueKind.ATTAIN)
        pairs = growth_pairs(frame, first) if grows else plan_pairs(frame, first)
        for pair in pairs:
            found = [self._value(ledger.series(index), pair, grows) for index in members]
            values = [value for value in found if value is not None]
            if len(values) == len(members):
                yield pair, values

    def _value(self, series: Series, pair: Pair, grows: bool) -> Decimal | None:
        scenario, base = pair
        derived = growth(series, base, scenario) if grows else attainment(series, base, scenario)
        return None if derived is None else derived.value

    def _fits(self, quantity: Quantity, low: Decimal, high: Decimal) -> bool:
        """All values lie within the range, and its ends are not far from them."""
        half = (quantity.step or Decimal(1)) / 2
        start, end = quantity.low, quantity.high
        if start is None or end is None:
            return False
        inside = low >= start - half and high <= end + half
        return inside and low - start <= 3 * half + _LOOSE and end - high <= 3 * half + _LOOSE

    def _said(
        self,
        quantity: Quantity,
        family: Family,
        pair: Pair,
        low: Decimal,
        high: Decimal,
        fault: Fault | None,
    ) -> Mention:
        expected = f"{low:.1f} - {high:.1f}"
        wording = self.judge.wording
        key = "count_ok" if fault is None else "count"
        said = wording.sentence(key, working=f"{expected} %", shown=quantity.text)
        verdict = Verdict.SUPPORTED if fault is None else Verdict.CONTRADICTED
        evidence = evidence_of(family.members, pair)
        reason = "range" if fault is None else fault.value
        return mention_of(quantity, verdict, reason, said, expected, evidence)


_MOVES = (CueKind.UP, CueKind.DOWN, CueKind.PRIOR_MONTH, CueKind.PRIOR_YEAR)
_LOOSE = Decimal(1)  # a range may be drawn a point wider than its values
