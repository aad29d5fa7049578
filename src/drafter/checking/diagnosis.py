"""What is wrong with a number that no allowed fact gives.

One thing at a time is changed - the direction, the scenario, the subject, percent and points, the
power of ten, the last digit - and the first change that makes the number right names the fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from drafter.checking.candidates import Derivations, allowed, facts_of, permits
from drafter.checking.frames import Frame
from drafter.checking.matching import SIGNED, Reading, factors, in_base, same_unit
from drafter.checking.result import Fault
from drafter.checking.subjects import Subject, Subjects
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import QuantityKind
from drafter.ledger.formulas import Derived, Operation
from drafter.ledger.series import Series

_SUBJECTS = 8
_SIBLINGS = 400
_ARITHMETIC = frozenset(
    {
        Operation.ATTAINMENT, Operation.GROWTH, Operation.CHANGE, Operation.REMAINING,
        Operation.REMAINING_PER_MONTH, Operation.RUN_RATE, Operation.PROGRESS_GAP,
    }
)  # fmt: skip
_POWERS = tuple(Decimal(10) ** power for power in (1, 2, 3, 4, -1, -2, -3, -4))


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A fault, the fact that was due, and the fact that the number equals instead (if any)."""

    fault: Fault
    expected: Derived
    found: Derived | None = None


class Diagnosis:
    """Names the fault of a number that no allowed fact supports."""

    def __init__(self, subjects: Subjects, derivations: Derivations) -> None:
        self.subjects = subjects
        self.derivations = derivations
        self.ledger = derivations.ledger

    def of(self, frame: Frame, reading: Reading) -> Suspicion | None:
        """The likeliest fault, or None where nothing of the report is spoken of."""
        subjects = list(islice(self.subjects.of(frame), _SUBJECTS))
        due = [
            derived
            for subject in subjects
            if subject.tier == 0 or len(subjects) < 4
            for derived in facts_of(self.derivations, frame, subject.series)
        ]
        comparable = [item for item in due if same_unit(reading, item.kind, item.unit)]
        hedged = frame.quantity.hedge is not None
        for fault in (
            self._rounding(frame, reading, comparable) if hedged else None,
            self.direction(reading, comparable),
            self._points(frame, reading, subjects),
            self._scenario(frame, reading, subjects, comparable or due),
            self._subject(frame, reading, subjects, comparable or due),
            self._magnitude(reading, due),
            self._rounding(frame, reading, comparable),
        ):
            if fault is not None:
                return fault
        return self._plain(frame, reading, comparable or due)

    def _near(self, reading: Reading, derived: Derived) -> Decimal:
        """How far a fact is from the number, relatively."""
        if reading.value is None or not derived.value:
            return Decimal(10)
        options = factors(reading, self.derivations.factor(derived.series))
        return min(
            abs(abs(derived.value) / scale - abs(reading.value)) / (abs(derived.value) / scale)
            for scale in options
        )

    def _equals(self, reading: Reading, derived: Derived) -> bool:
        """Whether the number is this fact but for its sign."""
        if not same_unit(reading, derived.kind, derived.unit):
            return False
        reading = in_base(reading, derived.unit)
        value = abs(derived.value)
        signs = (value, -value) if reading.value is not None and reading.value < 0 else (value,)
        options = factors(reading, self.derivations.factor(derived.series))
        return any(reading.holds(item / scale) for item in signs for scale in options)

    def direction(self, reading: Reading, due: Sequence[Derived]) -> Suspicion | None:
        """A change that is right but for its sign."""
        for derived in due:
            if derived.operation in SIGNED and derived.value and self._equals(reading, derived):
                return Suspicion(Fault.DIRECTION, derived)
        return None

    def _points(self, frame: Frame, reading: Reading, subjects: list[Subject]) -> Suspicion | None:
        """Percent written for percentage points of a rate, or the other way round."""
        if reading.kind not in (UnitKind.PERCENT, UnitKind.POINTS) or reading.value is None:
            return None
        wanted = Operation.CHANGE if reading.kind is UnitKind.PERCENT else Operation.GROWTH
        for subject in subjects:
            if not subject.series.is_percent:
                continue
            pairs = allowed(frame, subject.series).pairs
            for derived in self.derivations.of(subject.series):
                due = derived.operation is wanted and (derived.scenario, derived.base) in pairs
                if due and reading.holds(abs(derived.value)):
                    expected = self._counterpart(subject.series, derived)
                    return Suspicion(Fault.PERCENT_VS_POINTS, expected, derived)
        return None

    def _counterpart(self, series: Series, derived: Derived) -> Derived:
        other = Operation.CHANGE if derived.operation is Operation.GROWTH else Operation.GROWTH
        for item in self.derivations.of(series):
            if (item.operation, item.scenario, item.base) == (
                other,
                derived.scenario,
                derived.base,
            ):
                return item
        return derived

    def _scenario(
        self, frame: Frame, reading: Reading, subjects: list[Subject], due: list[Derived]
    ) -> Suspicion | None:
        """The right series, but another column or comparison of it."""
        if not due:
            return None
        for subject in subjects:
            for derived in self.derivations.of(subject.series):
                if derived.operation in frame.operations and self._equals(reading, derived):
                    if derived.operation in SIGNED and not self._sign_fits(frame, derived):
                        continue
                    expected = self._due_beside(due, derived)
                    if expected.series is subject.series:
                        return Suspicion(Fault.WRONG_SCENARIO, expected, derived)
        return None

    def _sign_fits(self, frame: Frame, derived: Derived) -> bool:
        sign = self.derivations.rises(frame, derived)
        return not sign or derived.value * sign >= 0

    def _due_beside(self, due: list[Derived], derived: Derived) -> Derived:
        """What was due instead: the same operation on the same series, if the words allow one."""
        same_series = [item for item in due if item.series is derived.series]
        for item in same_series:
            if item.operation is derived.operation:
                return item
        return (same_series or due)[0]

    def _subject(
        self, frame: Frame, reading: Reading, subjects: list[Subject], due: list[Derived]
    ) -> Suspicion | None:
        """The right column, but of a sibling figure."""
        if not due:
            return None
        for series in self._siblings(subjects):
            scope = allowed(frame, series)
            for derived in self.derivations.of(series):
                if permits(frame, derived, scope) and self._equals(reading, derived):
                    same = [item for item in due if item.operation is derived.operation]
                    return Suspicion(Fault.WRONG_SUBJECT, (same or due)[0], derived)
        return None

    def _siblings(self, subjects: list[Subject]) -> Iterator[Series]:
        seen: set[int] = set()
        for subject in subjects[:3]:
            for index in subject.series.figures[:1]:
                measure = self.ledger.figure(index).measure
                for group in self.ledger.groups_named(measure):
                    for member in group.members[:_SIBLINGS]:
                        if member not in seen:
                            seen.add(member)
                            yield self.ledger.series(member)

    def _magnitude(self, reading: Reading, due: list[Derived]) -> Suspicion | None:
        """The right digits, but a power of ten away, or in another unit."""
        if reading.value is None or reading.kind in (UnitKind.PERCENT, UnitKind.POINTS):
            return None
        for derived in due:
            if derived.kind in (UnitKind.PERCENT, UnitKind.POINTS):
                continue
            alike = same_unit(reading, derived.kind, derived.unit)
            value = abs(derived.value)
            powers = _POWERS if alike else (Decimal(1), *_POWERS)
            if any(reading.holds(value * power) for power in powers):
                fault = Fault.MAGNITUDE if alike else Fault.UNIT
                return Suspicion(fault, derived)
        return None

    def _rounding(self, frame: Frame, reading: Reading, due: list[Derived]) -> Suspicion | None:
        """The right fact, a little beyond what rounding allows."""
        quantity = frame.quantity
        if quantity.step is None or quantity.value is None or reading.value is None:
            return None
        step = quantity.step * (abs(reading.value) / abs(quantity.value) if quantity.value else 1)
        slack = step * Decimal("1.2")
        if quantity.hedge is not None:
            slack = max(slack, abs(reading.value) * Decimal("0.01"))
        for derived in sorted(due, key=lambda item: self._near(reading, item)):
            options = factors(reading, self.derivations.factor(derived.series))
            for scale in options:
                gap = abs(abs(derived.value) / scale - abs(reading.value))
                if gap <= slack and (quantity.hedge or derived.operation in _ARITHMETIC):
                    return Suspicion(Fault.ROUNDING, derived)
        return None

    def _plain(self, frame: Frame, reading: Reading, due: list[Derived]) -> Suspicion | None:
        """The fact that was due, by likeness; the fault is the value or the arithmetic."""
        if not due:
            return None
        named = self.subjects.focus(frame)
        if not (named.names_measure or named.names_member or frame.bases[0]):
            return None
        expected = min(due, key=lambda item: self._near(reading, item))
        moved = frame.near(CueKind.UP, CueKind.DOWN) or frame.quantity.kind is QuantityKind.PERCENT
        derived = expected.operation in _ARITHMETIC and moved
        return Suspicion(Fault.ARITHMETIC if derived else Fault.VALUE, expected)
