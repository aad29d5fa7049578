"""Which scenario a value belongs to, from all the labels above it, beside it and over its block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from drafter.figures.period import Period
from drafter.figures.scenario import Scenario
from drafter.languages.headers import DERIVED, Sign
from drafter.tables.labels import Label
from drafter.tables.months import MonthMention, YearMention

_SPANS = (Sign.NEXT, Sign.OTHER_SPAN, Sign.YEAR_TO_DATE, Sign.FULL_YEAR, Sign.THIS_MONTH)
_VERSIONS = (Sign.FORECAST, Sign.PLAN, Sign.ACTUAL)
_SHIFTS = (Sign.PRIOR_MONTH, Sign.PRIOR_YEAR, Sign.LAST_YEAR, Sign.THIS_YEAR)


class Kind(StrEnum):
    SCENARIO = "scenario"
    DERIVED = "derived"
    OUTSIDE = "outside"  # certain, but no scenario of a report: a forecast, August in October
    UNSURE = "unsure"
    BARE = "bare"  # no label says anything
    NO_MONTH = "no month"  # a month by name while the report's own month is unknown


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column, row or cell stands for; `derived` with `span` for derived values.

    `why` is the kind of message for what is outside or unsure.
    """

    kind: Kind
    scenario: Scenario | None = None
    derived: Sign | None = None
    span: Sign = Sign.THIS_MONTH
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Scenario words by what they speak of; an inner label overrides an outer one by facet."""

    span: Sign | None = None
    version: Sign | None = None
    shift: Sign | None = None
    derived: Sign | None = None
    month: MonthMention | None = None
    year: YearMention | None = None
    clash: bool = False

    @property
    def is_empty(self) -> bool:
        return self == Facets()


def facets_of(label: Label) -> Facets:
    """The facets of one label; two words for one facet clash."""
    signs = label.signs
    span = next((sign for sign in _SPANS if sign in signs), None)
    if Sign.THIS_MONTH in signs and Sign.YEAR_TO_DATE in signs:
        return Facets(clash=True)
    versions = [sign for sign in _VERSIONS if sign in signs]
    shifts = [sign for sign in _SHIFTS if sign in signs]
    if Sign.LAST_YEAR in shifts and Sign.PRIOR_YEAR in shifts:
        shifts.remove(Sign.LAST_YEAR)
    derived = next((sign for sign in Sign if sign in DERIVED & signs), None)
    clash = (len(versions) > 1 or len(shifts) > 1 or len(label.months) > 1) and not derived
    month = label.months[0] if label.months else None
    year = label.years[0] if label.years else None
    if month and month.first is not None and span is not Sign.YEAR_TO_DATE:
        span = Sign.YEAR_TO_DATE
    return Facets(
        span,
        versions[0] if versions else None,
        shifts[0] if shifts else None,
        derived,
        month,
        year,
        clash or len(label.years) > 1,
    )


def combine(labels: Iterable[Label]) -> Facets:
    """Outer labels first; what an inner one says of a facet replaces what an outer one said."""
    joined = Facets()
    for label in labels:
        joined = overlay(joined, facets_of(label))
    return joined


def overlay(outer: Facets, inner: Facets) -> Facets:
    """`inner` over `outer`, facet by facet; 同期 under 累计 keeps the outer span."""
    month = inner.month or outer.month
    if inner.month and outer.month and inner.month.year is None:
        month = replace(inner.month, year=outer.month.year)
    return Facets(
        inner.span or outer.span,
        inner.version or outer.version,
        inner.shift or outer.shift,
        inner.derived or outer.derived,
        month,
        inner.year or outer.year,
        inner.clash or outer.clash,
    )


def meaning_of(facets: Facets, period: Period | None) -> Meaning:
    """The scenario that the facets name, given the report's month."""
    if facets.derived is not None:
        return Meaning(Kind.DERIVED, derived=facets.derived, span=facets.span or Sign.THIS_MONTH)
    if facets.clash:
        return Meaning(Kind.UNSURE, why="unclear_header")
    if facets.is_empty:
        return Meaning(Kind.BARE)
    if facets.version is Sign.FORECAST:
        return Meaning(Kind.OUTSIDE, why="forecast")
    if facets.span is Sign.NEXT:
        return Meaning(Kind.OUTSIDE, why="later_month")
    if facets.span is Sign.OTHER_SPAN:
        return Meaning(Kind.OUTSIDE, why="other_span")
    placed = _placed_in_time(facets, period)
    return placed if isinstance(placed, Meaning) else _in_table(placed)


def _placed_in_time(facets: Facets, period: Period | None) -> Facets | Meaning:
    """Months and years turned into a shift against the report's month."""
    if facets.year is not None:
        dated = _by_year(facets, facets.year, period)
        if isinstance(dated, Meaning):
            return dated
        facets = dated
    if facets.month is None:
        return facets
    if facets.span is Sign.FULL_YEAR:
        return replace(facets, month=None)
    if facets.span is Sign.YEAR_TO_DATE:
        return _year_to_date(facets, facets.month, period)
    return _single_month(facets, facets.month, period)


def _by_year(facets: Facets, year: YearMention, period: Period | None) -> Facets | Meaning:
    """`2025` beside a month or a year to date is a shift; `FY26` is the full year."""
    if facets.month is not None and not year.fiscal:
        return replace(facets, month=replace(facets.month, year=year.year), year=None)
    if period is None:
        return Meaning(Kind.NO_MONTH)
    months_known = facets.span in (Sign.YEAR_TO_DATE, Sign.THIS_MONTH)
    if year.fiscal and not months_known:
        if period.year in (year.year, year.second):
            return replace(facets, span=Sign.FULL_YEAR, year=None)
        if year.year == period.year - 1:
            return Meaning(Kind.OUTSIDE, why="other_year")
        return Meaning(Kind.UNSURE, why="year_only")
    if facets.span is Sign.FULL_YEAR:
        if year.year == period.year:
            return replace(facets, year=None)
        return Meaning(Kind.OUTSIDE, why="other_year")
    if not months_known and facets.shift is None:
        return Meaning(Kind.UNSURE, why="year_only")
    if year.year == period.year:
        return replace(facets, year=None)
    if year.year == period.year - 1:
        return replace(facets, year=None, shift=Sign.PRIOR_YEAR)
    return Meaning(Kind.OUTSIDE, why="other_year")


def _year_to_date(facets: Facets, month: MonthMention, period: Period | None) -> Facets | Meaning:
    """A year to date must begin in January and end in the report's month."""
    if period is None:
        return Meaning(Kind.NO_MONTH)
    if month.month != period.month:
        return Meaning(Kind.UNSURE, why="other_months")
    if month.first not in (None, 1):
        return Meaning(Kind.UNSURE, why="fiscal_months")
    if month.year in (None, period.year):
        return replace(facets, month=None)
    if month.year == period.year - 1 and facets.shift in (None, Sign.PRIOR_YEAR, Sign.LAST_YEAR):
        return replace(facets, month=None, shift=Sign.PRIOR_YEAR)
    return Meaning(Kind.OUTSIDE, why="other_year")


def _single_month(facets: Facets, month: MonthMention, period: Period | None) -> Facets | Meaning:
    if period is None:
        return Meaning(Kind.NO_MONTH)
    named = Period(month.year or _likely_year(month.month, period), month.month)
    shifted = facets.shift in (Sign.PRIOR_YEAR, Sign.LAST_YEAR)
    if shifted and month.year is None:
        named = named.shifted(-12)
    now = replace(facets, month=None, shift=None, span=Sign.THIS_MONTH)
    if named == period:
        # `2026-10` over a block, PM or PY over its column: the shift counts from that month.
        return replace(now, shift=facets.shift)
    if named == period.previous and facets.shift in (None, Sign.PRIOR_MONTH):
        return replace(now, shift=Sign.PRIOR_MONTH)
    if named == period.shifted(-12) and facets.shift in (None, Sign.PRIOR_YEAR, Sign.LAST_YEAR):
        return replace(now, shift=Sign.PRIOR_YEAR)
    return Meaning(Kind.OUTSIDE, why="later_month" if named > period else "other_month")


def _likely_year(month: int, period: Period) -> int:
    """A month without a year is the latest one that is not long after the report's month."""
    if month == 1 and period.month == 12:
        return period.year + 1
    return period.year if month <= period.month + 2 else period.year - 1


_CURRENT = {
    (Sign.THIS_MONTH, Sign.ACTUAL): Scenario.ACTUAL,
    (Sign.THIS_MONTH, Sign.PLAN): Scenario.PLAN,
    (Sign.YEAR_TO_DATE, Sign.ACTUAL): Scenario.YTD_ACTUAL,
    (Sign.YEAR_TO_DATE, Sign.PLAN): Scenario.YTD_PLAN,
    (Sign.FULL_YEAR, Sign.PLAN): Scenario.YEAR_PLAN,
}


def _in_table(facets: Facets) -> Meaning:
    """Span x version x shift as one of the eight scenarios."""
    span, version, shift = facets.span, facets.version, facets.shift
    if span is None and shift is Sign.LAST_YEAR:
        return Meaning(Kind.UNSURE, why="last_year")
    if span is None and version is None and shift is Sign.THIS_YEAR:
        return Meaning(Kind.UNSURE, why="year_only")
    if span is Sign.FULL_YEAR and version is None and shift is None:
        return Meaning(Kind.UNSURE, why="unclear_header")
    if shift is Sign.PRIOR_MONTH:
        if span in (None, Sign.THIS_MONTH) and version is not Sign.PLAN:
            return Meaning(Kind.SCENARIO, Scenario.PRIOR_MONTH)
        return Meaning(Kind.OUTSIDE, why="no_scenario")
    if shift in (Sign.PRIOR_YEAR, Sign.LAST_YEAR):
        return _last_years(span, version)
    found = _CURRENT.get((span or Sign.THIS_MONTH, version or Sign.ACTUAL))
    if found is None:
        return Meaning(Kind.OUTSIDE, why="no_scenario")
    return Meaning(Kind.SCENARIO, found)


def _last_years(span: Sign | None, version: Sign | None) -> Meaning:
    if version is Sign.PLAN or span is Sign.FULL_YEAR:
        return Meaning(Kind.OUTSIDE, why="no_scenario")
    if span is Sign.YEAR_TO_DATE:
        return Meaning(Kind.SCENARIO, Scenario.YTD_PRIOR_YEAR)
    return Meaning(Kind.SCENARIO, Scenario.PRIOR_YEAR)
