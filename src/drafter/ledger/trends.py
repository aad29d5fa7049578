"""What several months show together: missed plan, met plan, rose or fell, for so many in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.figures.report import Figure, LanguageCode, Report
from drafter.figures.scenario import Scenario
from drafter.languages.remark_words import trend_words
from drafter.ledger.claims import met_plan
from drafter.ledger.ledger import Ledger

# Two months are a coincidence; the field speaks of a trend from the third on.
FEWEST_MONTHS = 3


class TrendKind(StrEnum):
    BELOW_PLAN = "below_plan"
    MET_PLAN = "met_plan"
    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Trend:
    """A figure of the newest report, and for how many months in a row this has been so.

    `values` are the actuals of these months in the figure's unit, the oldest first.
    """

    figure: int
    kind: TrendKind
    months: int
    values: tuple[Decimal, ...]

    def text(self, report: Report, language: LanguageCode) -> str:
        """The trend as a sentence; `report` is the one it was found in."""
        words = trend_words(language)
        figure = report.figures[self.figure]
        members = words["member_join"].join(figure.dimensions.values())
        pattern = words["subject"] if members else "{measure}"
        subject = pattern.format(measure=figure.measure, members=members)
        return words[self.kind.value].format(subject=subject, months=self.months)


def trends(report: Report, earlier: Sequence[Report]) -> tuple[Trend, ...]:
    """The trends that end in this report's month.

    `earlier` are the department's months before, the latest first; a month that is missing ends
    every trend. Whether plan was met heeds the figure's polarity.
    """
    months = [Ledger(each) for each in _unbroken(report, earlier)]
    if len(months) < FEWEST_MONTHS:
        return ()
    found = []
    for index in range(len(report.figures)):
        line = _line(months, index)
        for kind in TrendKind:
            length = _running(line, kind)
            if length >= FEWEST_MONTHS:
                values = tuple(_actual(*place) for place in reversed(line[:length]))
                found.append(Trend(index, kind, length, values))
    return tuple(found)


_Place = tuple[Ledger, int]


def _unbroken(report: Report, earlier: Sequence[Report]) -> list[Report]:
    """This month and those right before it, the latest first."""
    chain = [report]
    for candidate in earlier:
        last = chain[-1].period
        if last is None or candidate.period != last.previous:
            break
        chain.append(candidate)
    return chain


def _line(months: Sequence[Ledger], index: int) -> list[_Place]:
    """The same figure through the months, until one lacks it or counts it in another unit."""
    figure = months[0].report.figures[index]
    line: list[_Place] = []
    for ledger in months:
        place = next(
            (at for at, other in enumerate(ledger.report.figures) if _same(figure, other)), None
        )
        if place is None or ledger.report.figures[place].value(Scenario.ACTUAL) is None:
            break
        line.append((ledger, place))
    return line


def _same(one: Figure, other: Figure) -> bool:
    return (
        one.measure == other.measure
        and dict(one.dimensions) == dict(other.dimensions)
        and one.unit == other.unit
    )


def _running(line: Sequence[_Place], kind: TrendKind) -> int:
    """For how many of the latest months the kind holds without a break."""
    for count, place in enumerate(line):
        before = line[count + 1] if count + 1 < len(line) else None
        if not _holds(place, before, kind):
            return count
    return len(line)


def _holds(place: _Place, before: _Place | None, kind: TrendKind) -> bool:
    ledger, index = place
    if kind in (TrendKind.BELOW_PLAN, TrendKind.MET_PLAN):
        return met_plan(ledger, index) is (kind is TrendKind.MET_PLAN)
    base = ledger.report.figures[index].value(Scenario.PRIOR_MONTH)
    if base is None:
        base = _actual(*before) if before else None
    if base is None:
        return False
    step = _actual(ledger, index) - base
    return step > 0 if kind is TrendKind.RISING else step < 0


def _actual(ledger: Ledger, index: int) -> Decimal:
    value = ledger.report.figures[index].value(Scenario.ACTUAL)
    if value is None:
        raise ValueError("a line of months holds only months with an actual")
    return value
