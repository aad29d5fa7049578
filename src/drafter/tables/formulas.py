"""The formulas that derived columns usually hold, and whether a shown value agrees with one."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from drafter.figures.decimals import EXACT, divide, plain
from drafter.languages.measure_words import measure_words, names_any
from drafter.tables.values import Value


class Formula(StrEnum):
    """`a` is the actual, `b` what it is held against; ratios are in percent."""

    RATIO = "{a} / {b}"
    GROWTH = "{a} / {b} - 1"
    GROWTH_OF_SIZE = "({a} - {b}) / |{b}|"
    DIFFERENCE = "{a} - {b}"
    SHORTFALL = "{b} - {a}"
    INVERSE = "{b} / {a}"
    MIRRORED = "2 - {a} / {b}"

    @property
    def is_ratio(self) -> bool:
        return self not in (Formula.DIFFERENCE, Formula.SHORTFALL)

    @property
    def is_attainment(self) -> bool:
        return self in (Formula.RATIO, Formula.INVERSE, Formula.MIRRORED)


def written(formula: Formula, a: Decimal, b: Decimal) -> str:
    """The formula with its numbers: `572.8 / 640`."""
    return formula.value.format(a=plain(a), b=plain(b))


def formulas_of(a: Decimal, b: Decimal, measure: str) -> dict[Formula, Decimal]:
    """The results of all formulas; upside-down ones only where lower is better."""
    difference = EXACT.subtract(a, b)
    found: dict[Formula, Decimal] = {}
    ratio = divide(EXACT.multiply(a, Decimal(100)), b)
    if ratio is not None:
        found[Formula.RATIO] = ratio
        found[Formula.GROWTH] = ratio - 100
        if b < 0:
            found[Formula.GROWTH_OF_SIZE] = 100 - ratio
    found[Formula.DIFFERENCE] = difference
    found[Formula.SHORTFALL] = -difference
    if ratio is not None and any(
        names_any(measure, words.lower_is_better) for words in measure_words()
    ):
        found[Formula.MIRRORED] = 200 - ratio
        inverse = divide(EXACT.multiply(b, Decimal(100)), a)
        if inverse is not None:
            found[Formula.INVERSE] = inverse
    return found


def agrees(value: Value, expected: Decimal) -> bool:
    """Equal as far as the value is shown; a ratio may be shown as 0.985, 98.5 or 98.5 %."""
    places = value.decimals
    if places is None:
        places = max(0, -int(value.number.normalize().as_tuple().exponent))
    allowed = Decimal(1).scaleb(-min(places, 6))
    if abs(value.number - expected) <= allowed:
        return True
    if value.percent or value.unit is not None:
        return False
    return abs(value.number * 100 - expected) <= allowed * 100
