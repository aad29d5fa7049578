"""Candidates: the facts and derived facts that the words of a frame allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.checking.frames import Frame
from drafter.checking.matching import SIGNED, Reading, in_base, matches, same_unit, signed_value
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.cues import CueKind
from drafter.languages.quantity import QuantityKind
from drafter.ledger.formulas import Derived, Operation, everything
from drafter.ledger.ledger import Ledger
from drafter.ledger.series import HUNDRED, Build, Series

_EARLIER = (Scenario.PRIOR_MONTH, Scenario.PRIOR_YEAR, Scenario.YTD_PRIOR_YEAR)
_COMPARED = frozenset({Operation.CHANGE, Operation.GROWTH, Operation.ATTAINMENT})


class Derivations:
    """All that follows from a series, kept for each series."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._kept: dict[int, tuple[Series, list[Derived]]] = {}

    def of(self, series: Series) -> list[Derived]:
        kept = self._kept.get(id(series))
        if kept is None:
            kept = (series, list(everything(series, self.ledger.month)))
            self._kept[id(series)] = kept
        return kept[1]

    def factor(self, series: Series) -> Decimal:
        """How many of the base one unit of the series' table is."""
        return self.ledger.figure(series.figures[0]).unit.factor

    def rises(self, frame: Frame, derived: Derived) -> int:
        """The sign that the words give to a change of this series; 0 where they give none."""
        if frame.quantity.text.startswith("+"):
            return 1
        sign, cue = frame.direction
        if cue in (CueKind.BETTER, CueKind.WORSE):
            polarity = self.polarity(derived.series)
            if polarity is Polarity.NEUTRAL:
                return 0
            return sign if polarity is Polarity.HIGHER_IS_BETTER else -sign
        return sign

    def polarity(self, series: Series) -> Polarity:
        return self.ledger.polarity(series.figures[0])


@dataclass(frozen=True, slots=True)
class Allowed:
    """The scenarios and comparisons that a frame allows for one series."""

    levels: frozenset[Scenario]
    pairs: frozenset[tuple[Scenario, Scenario]]


def allowed(frame: Frame, series: Series) -> Allowed:
    """What a frame allows; a series that only knows the year to date is read so."""
    levels, pairs = frame.level_scenarios, frame.pairs
    if Scenario.ACTUAL not in series.values and Scenario.ACTUAL in levels:
        levels |= {Scenario.YTD_ACTUAL}
    if Scenario.PLAN in levels and Scenario.PLAN not in series.values:
        levels |= {Scenario.YTD_PLAN, Scenario.YEAR_PLAN}
    if Scenario.YTD_PLAN in levels and Scenario.YTD_PLAN not in series.values:
        levels |= {Scenario.YEAR_PLAN}
    values = series.values
    missing = [pair for pair in pairs if pair[0] not in values or pair[1] not in values]
    if not missing:
        return Allowed(levels, pairs)
    if any(base is Scenario.PLAN for _, base in missing):
        pairs |= {
            (Scenario.YTD_ACTUAL, Scenario.YTD_PLAN),
            (Scenario.YTD_ACTUAL, Scenario.YEAR_PLAN),
        }
    if any(base is Scenario.YEAR_PLAN for _, base in missing):
        pairs |= {(Scenario.ACTUAL, Scenario.PLAN)}
    if any(base is Scenario.PRIOR_YEAR for _, base in missing):
        pairs |= {(Scenario.YTD_ACTUAL, Scenario.YTD_PRIOR_YEAR)}
    return Allowed(levels, pairs)


def permits(frame: Frame, derived: Derived, scope: Allowed) -> bool:
    """Whether the words of a frame allow this fact to be meant."""
    operation = derived.operation
    if operation not in frame.operations:
        return False
    if operation is Operation.LEVEL:
        return derived.scenario in scope.levels
    if operation in _COMPARED:
        times = frame.quantity.kind is QuantityKind.MULTIPLE
        if (
            operation is Operation.ATTAINMENT
            and not (frame.bases[0] or times)
            and (derived.base in _EARLIER)
        ):
            return False
        if derived.series.is_percent and not _compares_rates(frame, operation):
            return False
        if not _applies(derived.series.build, operation):
            return False
        return (derived.scenario, derived.base) in scope.pairs
    if operation is Operation.RUN_RATE:
        return frame.anywhere(CueKind.MONTHLY, CueKind.AVERAGE)
    if operation is Operation.REMAINING_PER_MONTH:
        return frame.anywhere(CueKind.MONTHLY, CueKind.AVERAGE, CueKind.REMAIN, CueKind.FUTURE)
    if operation is Operation.PROGRESS_GAP:
        return frame.anywhere(CueKind.ELAPSED)
    return True


def _applies(build: Build, operation: Operation) -> bool:
    """Whether an operation makes sense on a composed series: shares move in points only."""
    if build is Build.SHARE:
        return operation is Operation.CHANGE
    return build is not Build.RATIO or operation is not Operation.ATTAINMENT


def _compares_rates(frame: Frame, operation: Operation) -> bool:
    """Whether the words speak of a rate's own growth or attainment, which few do."""
    if operation is Operation.CHANGE:
        return True
    if operation is Operation.GROWTH:
        return frame.direction_cue is not None or frame.in_column
    return frame.anywhere(CueKind.ATTAIN)


def fits(derivations: Derivations, frame: Frame, reading: Reading, derived: Derived) -> bool:
    """Whether the number may stand for this fact: unit, sign, rounding."""
    if not _unit_fits(frame, reading, derived):
        return False
    if derived.operation in SIGNED and derived.value < 0 and frame.quantity.text[:1] == "+":
        return False
    if _rounds_a_miss_away(frame, reading, derived):
        return False
    reading = in_base(reading, derived.unit)
    factor = derivations.factor(derived.series)
    direction = derivations.rises(frame, derived)
    if reading.kind is UnitKind.PERCENT or derived.kind in (UnitKind.PERCENT, UnitKind.POINTS):
        factor = Decimal(1)
    return any(
        matches(reading, value, factor) for value in signed_value(derived, direction, reading)
    )


def _rounds_a_miss_away(frame: Frame, reading: Reading, derived: Derived) -> bool:
    """99.6 % of plan is not the plan: `100 %` of it is only said of what has reached it."""
    reached = derived.operation is Operation.ATTAINMENT and derived.value < HUNDRED
    return reached and reading.value == HUNDRED and frame.quantity.hedge is None


def _unit_fits(frame: Frame, reading: Reading, derived: Derived) -> bool:
    if same_unit(reading, derived.kind, derived.unit):
        return True
    # In a table the header may carry the percent sign.
    return (
        reading.kind is None
        and derived.kind is UnitKind.PERCENT
        and frame.context.in_table(frame.place)
    )


def facts_of(derivations: Derivations, frame: Frame, series: Series) -> Iterator[Derived]:
    """The facts of one series that the frame's words allow, whatever their value."""
    scope = allowed(frame, series)
    for derived in derivations.of(series):
        if permits(frame, derived, scope):
            yield derived


def is_composite(series: Series) -> bool:
    """Whether a series is more than a figure or a total."""
    return series.build not in (Build.FIGURE, Build.SUM)
