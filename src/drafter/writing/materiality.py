"""Which figures belong to which section, and which of them matter first.

A row matters by how far it is from its plan and from last year, misses more than surpluses, and
by how much of the whole it carries; totals come before their parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from drafter.figures.report import LANGUAGES, Figure
from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.measure_words import names_any
from drafter.languages.phrasing import FigureCues, phrasing
from drafter.writing.catalogue import Catalogue, once_a_catalogue
from drafter.writing.figure_words import Row, attained, delta, share_of_whole
from drafter.writing.references import View
from drafter.writing.sections import SectionKey

_HUNDRED = Decimal(100)
# A rate on a handful of things is large and means little.
_HANDFUL = 20
_MISS_WEIGHT = Decimal(2)


def section_of(figure: Figure, polarity: Polarity) -> SectionKey:
    """The section that owes its reader this figure; results when no word says otherwise."""
    cues = [phrasing(language).figures for language in LANGUAGES]
    if _dimension_in(figure, [words.product_dimensions for words in cues]):
        return SectionKey.PRODUCTS
    if _dimension_in(figure, [words.customer_dimensions for words in cues]):
        return SectionKey.CUSTOMERS
    for key in (
        SectionKey.TEAM,
        SectionKey.CUSTOMERS,
        SectionKey.ACTIVITIES,
        SectionKey.PROBLEMS,
        SectionKey.PRODUCTS,
    ):
        if any(names_any(figure.measure, _words(words, key)) for words in cues):
            return key
    if figure.unit.base == "people":
        return SectionKey.TEAM
    return SectionKey.PROBLEMS if polarity is Polarity.LOWER_IS_BETTER else SectionKey.RESULTS


@once_a_catalogue
def figures_by_section(catalogue: Catalogue) -> Mapping[SectionKey, tuple[int, ...]]:
    """The figure indexes of each section, in the table's order."""
    found: dict[SectionKey, list[int]] = {key: [] for key in SectionKey}
    for index, figure in enumerate(catalogue.report.figures):
        found[section_of(figure, catalogue.ledger.polarity(index))].append(index)
    return {key: tuple(indexes) for key, indexes in found.items()}


def by_materiality(catalogue: Catalogue, indexes: Sequence[int]) -> list[int]:
    """The figures that matter most first; the table's order decides ties."""
    return sorted(indexes, key=lambda index: -weight(catalogue, index))


def weight(catalogue: Catalogue, index: int) -> Decimal:
    """How much a figure matters, in points of percent; a total gets a hundred on top."""
    row = catalogue.rows[index]
    against_plan = distance_from_plan(row)
    yearly = delta(row, View.YOY) or Decimal(0)
    found = abs(against_plan) * (_MISS_WEIGHT if against_plan < 0 else 1) + abs(yearly) / 2
    if is_warning(row):
        found += 10
    share = share_of_whole(row)
    if share is not None:
        found = found * (share / _HUNDRED + Decimal("0.5"))
    value = row.series.value(Scenario.ACTUAL)
    if row.series.kind is UnitKind.MEASURE and value is not None and abs(value) < _HANDFUL:
        found = found / 3
    if row.polarity is Polarity.NEUTRAL:
        found = found / 4
    is_whole = any(group.total == index for group in catalogue.ledger.groups)
    return found + (_HUNDRED if is_whole else 0)


def distance_from_plan(row: Row) -> Decimal:
    """How far from plan in percent, negative when worse; zero without a plan."""
    relative = delta(row, View.GAP_RATE)
    if relative is None:
        reached = attained(row, View.YTD_ATTAINMENT)
        relative = reached - _HUNDRED if reached is not None else delta(row, View.GAP)
    if relative is None:
        return Decimal(0)
    return -relative if row.lower_is_better else relative


def is_miss(row: Row) -> bool:
    """Whether a row is worse than its plan, of the month or, without one, of the year to date."""
    gap = delta(row, View.GAP)
    if gap is None:
        gap = delta(row, View.YTD_GAP)
    return gap is not None and (gap > 0 if row.lower_is_better else gap < 0)


def is_warning(row: Row) -> bool:
    """Better on the month but worse on the year: a warning that the summary must carry."""
    month, year = delta(row, View.MOM), delta(row, View.YOY)
    if not month or not year or row.polarity is Polarity.NEUTRAL:
        return False
    return (month < 0 < year) if row.lower_is_better else (year < 0 < month)


def _dimension_in(figure: Figure, lists: Sequence[Sequence[str]]) -> bool:
    names = [key.strip().lower() for key in figure.dimensions]
    return any(names_any(name, words) for name in names for words in lists)


def _words(cues: FigureCues, key: SectionKey) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(cues, key.value)
    return found
