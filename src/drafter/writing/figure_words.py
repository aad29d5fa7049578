"""What a reference to a row becomes: the values of the ledger in a language's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.figures.scenario import Polarity, Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.phrasing import Phrasing
from drafter.ledger.formulas import (
    ACTUAL,
    PLAN,
    PRIOR_MONTH,
    PRIOR_YEAR,
    YEAR_PLAN,
    YTD,
    YTD_PLAN,
    YTD_PRIOR_YEAR,
    attainment,
    change,
    growth,
)
from drafter.ledger.series import Series
from drafter.writing.amounts import AmountStyle, amount, difference, is_counted, rate
from drafter.writing.references import Form, View

Pair = tuple[Scenario, Scenario]

VALUES: Mapping[View, Scenario] = {
    View.ACTUAL: ACTUAL,
    View.PLAN: PLAN,
    View.PRIOR_MONTH: PRIOR_MONTH,
    View.PRIOR_YEAR: PRIOR_YEAR,
    View.YTD: YTD,
    View.YTD_PLAN: YTD_PLAN,
    View.YTD_PRIOR_YEAR: YTD_PRIOR_YEAR,
    View.YEAR_PLAN: YEAR_PLAN,
}
# (base, scenario) of each comparison.
ATTAINMENTS: Mapping[View, Pair] = {
    View.ATTAINMENT: (PLAN, ACTUAL),
    View.YTD_ATTAINMENT: (YTD_PLAN, YTD),
    View.YEAR_ATTAINMENT: (YEAR_PLAN, YTD),
}
AMOUNTS: Mapping[View, Pair] = {
    View.GAP: (PLAN, ACTUAL),
    View.MOM_AMOUNT: (PRIOR_MONTH, ACTUAL),
    View.YOY_AMOUNT: (PRIOR_YEAR, ACTUAL),
    View.YTD_GAP: (YTD_PLAN, YTD),
    View.YTD_YOY_AMOUNT: (YTD_PRIOR_YEAR, YTD),
    View.REMAINING: (YEAR_PLAN, YTD),
}
RATES: Mapping[View, Pair] = {
    View.GAP_RATE: (PLAN, ACTUAL),
    View.MOM: (PRIOR_MONTH, ACTUAL),
    View.YOY: (PRIOR_YEAR, ACTUAL),
    View.YTD_YOY: (YTD_PRIOR_YEAR, YTD),
}
_GROWTH_IN_POINTS = {View.MOM, View.YOY, View.YTD_YOY}
_AGAINST_PLAN = {View.GAP, View.GAP_RATE, View.YTD_GAP}
_IN_POINTS = (UnitKind.PERCENT, UnitKind.POINTS)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that can be cited: a figure of the table, or the computed total of a group.

    `measure` and `member` are kept as the table writes them; `whole` is what it is part of.
    """

    measure: str
    member: str
    series: Series
    style: AmountStyle
    polarity: Polarity
    whole: Series | None = None

    @property
    def lower_is_better(self) -> bool:
        return self.polarity is Polarity.LOWER_IS_BETTER


def words_of(row: Row, view: View, form: Form, words: Phrasing) -> str | None:
    """What `{F3.view:form}` becomes for this row; None where the row does not give it."""
    if form in (Form.CHANGE, Form.VERB):
        return _changed(row, view, form, words)
    if form is Form.NUMBER:
        return _bare(row, view, words)
    return _size(row, view, words, noun=True)


def delta(row: Row, view: View) -> Decimal | None:
    """The signed size behind a gap or growth view: what it is compared by."""
    if view in AMOUNTS:
        found = change(row.series, *AMOUNTS[view])
    elif view in RATES and row.series.kind in _IN_POINTS:
        found = change(row.series, *RATES[view]) if view in _GROWTH_IN_POINTS else None
    elif view in RATES:
        found = growth(row.series, *RATES[view]) if _is_positive(row, RATES[view]) else None
    else:
        return None
    return None if found is None else found.value


def attained(row: Row, view: View) -> Decimal | None:
    """Attainment in percent, where it means something: not for rates, losses or costs."""
    if row.lower_is_better or row.series.kind in _IN_POINTS:
        return None
    found = attainment(row.series, *ATTAINMENTS[view])
    return found.value if found is not None and _is_positive(row, ATTAINMENTS[view]) else None


def share_of_whole(row: Row) -> Decimal | None:
    """The part of its whole in percent."""
    if row.whole is None or row.series.kind in _IN_POINTS:
        return None
    part, whole = row.series.value(ACTUAL), row.whole.value(ACTUAL)
    return None if part is None or not whole or whole < part else part / whole * 100


def _is_positive(row: Row, pair: Pair) -> bool:
    base, value = row.series.value(pair[0]), row.series.value(pair[1])
    return base is not None and value is not None and base > 0 and value >= 0


def _size(row: Row, view: View, words: Phrasing, *, noun: bool) -> str | None:
    if view in VALUES:
        value = row.series.value(VALUES[view])
        return None if value is None else amount(value, row.style, noun=noun)
    if view in ATTAINMENTS:
        reached = attained(row, view)
        return None if reached is None else rate(reached)
    if view is View.SHARE:
        part = share_of_whole(row)
        return None if part is None else rate(part)
    if view is View.TREND:
        return _trend(row, words)
    return _delta_size(row, view, noun=noun)


def _delta_size(row: Row, view: View, *, noun: bool) -> str | None:
    found = delta(row, view)
    if found is None or not _is_offered(row, view):
        return None
    if view in RATES and row.series.kind not in _IN_POINTS:
        return rate(abs(found))
    return difference(abs(found), row.style, noun=noun)


def _is_offered(row: Row, view: View) -> bool:
    """Amounts of growth repeat the points of a rate; a cost has nothing left to reach."""
    if view in (View.MOM_AMOUNT, View.YOY_AMOUNT, View.YTD_YOY_AMOUNT):
        return row.series.kind not in _IN_POINTS
    if view is View.REMAINING:
        return row.series.kind not in _IN_POINTS and not row.lower_is_better
    return True


def _bare(row: Row, view: View, words: Phrasing) -> str | None:
    if not is_counted(row.style.unit, words.amounts) or view in RATES or view in ATTAINMENTS:
        return None
    full, bare = _size(row, view, words, noun=True), _size(row, view, words, noun=False)
    return bare if bare != full else None


def _changed(row: Row, view: View, form: Form, words: Phrasing) -> str | None:
    found = delta(row, view)
    bare = words.amounts.bare_counts and is_counted(row.style.unit, words.amounts)
    noun = not bare or view in RATES
    size = _delta_size(row, view, noun=noun)
    if found is None or size is None:
        return None
    direction = "flat" if not found else "up" if found > 0 else "down"
    better = ".lower" if view in _AGAINST_PLAN and row.lower_is_better and found else ""
    key, known = f"{view}.{direction}{better}", words.references
    in_points = row.series.kind in _IN_POINTS and f"{key}.points:{form}" in known
    return known[f"{key}{'.points' if in_points else ''}:{form}"].format(size=size)


def _trend(row: Row, words: Phrasing) -> str | None:
    month, year = delta(row, View.MOM), delta(row, View.YOY)
    by_month = _changed(row, View.MOM, Form.CHANGE, words)
    by_year = _changed(row, View.YOY, Form.CHANGE, words)
    if month is None or year is None or by_month is None or by_year is None:
        return None
    kind = "opposed" if month * year < 0 else "same" if month * year > 0 else "mixed"
    year_size = _delta_size(row, View.YOY, noun=True)
    pattern = words.references[f"trend.{kind}"]
    return pattern.format(month=by_month, year=by_year, year_size=year_size)
