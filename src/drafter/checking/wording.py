"""How a finding is said: the right value in the text's own unit and precision, and a sentence."""

from __future__ import annotations

import re
from decimal import Decimal

from drafter.figures.decimals import EXACT, plain, round_half_up
from drafter.figures.report import LanguageCode
from drafter.figures.scenario import Scenario
from drafter.figures.unit import UnitKind
from drafter.languages.check_phrases import check_phrases
from drafter.languages.measure_words import is_total_member
from drafter.languages.quantity import Quantity, QuantityKind
from drafter.ledger.formulas import Derived, Operation
from drafter.ledger.ledger import Ledger
from drafter.ledger.series import Build, Series

_DIGITS = re.compile(r"\d[\d,，\u2009\u00a0]*(?:\.\d+)?")
_LONGEST_SUM = 4
_HUGE = 30  # powers of ten


def scale_of(quantity: Quantity) -> Decimal:
    """What one of the written number is worth: 10,000 in `17,769万元`, 1 in `17769`."""
    match = _DIGITS.search(quantity.text)
    if match is None and quantity.step and quantity.kind is QuantityKind.POINTS:
        return quantity.step
    if match is None or not quantity.value:
        return Decimal(1)
    written = Decimal(re.sub(r"[^\d.]", "", match[0]))
    return EXACT.divide(abs(quantity.value), written) if written else Decimal(1)


def in_own_unit(quantity: Quantity, value: Decimal) -> str:
    """A value in the text's own unit, to the places the text writes, as plain digits."""
    scale = scale_of(quantity)
    match = _DIGITS.search(quantity.text)
    places = len(match[0].partition(".")[2]) if match else 0
    shown = EXACT.divide(value, scale)
    if shown and abs(shown) < Decimal(1).scaleb(-places):
        places += 2
    if places == 0:
        return plain(_rounded(shown, 0))
    return f"{_rounded(shown, places):f}"


class Wording:
    """Writes labels, workings and sentences in one language."""

    def __init__(self, ledger: Ledger, language: LanguageCode) -> None:
        self.ledger = ledger
        self.phrases = check_phrases(language)

    def sentence(self, key: str, **parts: str) -> str:
        """The sentence for a reason."""
        empty = dict.fromkeys(("shown", "expected", "working", "subject", "found"), "")
        return self.phrases.templates[key].format(**{**empty, **parts})

    def scenario(self, scenario: Scenario) -> str:
        return self.phrases.scenarios[scenario.value]

    def label(self, series: Series) -> str:
        """What a series is called: `South · Sales revenue`, `Sales revenue · total`."""
        if series.build in (Build.RATIO, Build.SHARE):
            return " / ".join(self.label(part) for part in series.parts)
        if series.build is Build.PRODUCT:
            return " × ".join(self.label(part) for part in series.parts)
        if series.build is Build.DIFFERENCE:
            return " - ".join(self.label(part) for part in series.parts)
        figure = self.ledger.figure(series.figures[0])
        members = [name for name in figure.dimensions.values() if not is_total_member(name)]
        if len(series.figures) == 1:
            return " · ".join([*members, figure.measure])
        if len(series.figures) <= _LONGEST_SUM:
            names = [self._short(index) for index in series.figures]
            return f"{self.phrases.joint.join(names)} · {figure.measure}"
        return f"{figure.measure} · {self.phrases.total}"

    def _short(self, index: int) -> str:
        figure = self.ledger.figure(index)
        return " ".join(figure.dimensions.values()) or figure.measure

    def working(self, derived: Derived) -> str:
        """The formula with its numbers and its result: `1,512 / 1,400 = 108 %`."""
        series, operation = derived.series, derived.operation
        result = self.value(derived.value, derived.kind, series)
        if operation is Operation.LEVEL:
            if series.build is Build.FIGURE:
                return f"{self.scenario(derived.scenario)} {result}"
            terms = self.terms(series, derived.scenario)
            return f"{self.scenario(derived.scenario)} {terms} = {result}"
        left = self.number(series, derived.scenario)
        right = "" if derived.base is None else self.number(series, derived.base)
        if operation is Operation.CHANGE:
            return f"{left} - {right} = {result}"
        if operation is Operation.GROWTH:
            return f"({left} - {right}) / {right} = {result}"
        if operation is Operation.ATTAINMENT:
            return f"{left} / {right} = {result}"
        return f"{derived.formula} = {result}"

    def terms(self, series: Series, scenario: Scenario) -> str:
        """How a composite value is put together."""
        sign = {
            Build.RATIO: " / ",
            Build.SHARE: " / ",
            Build.PRODUCT: " × ",
            Build.DIFFERENCE: " - ",
        }.get(series.build, " + ")
        if not series.parts or len(series.parts) > 2 * _LONGEST_SUM:
            return self.number(series, scenario)
        return sign.join(self.number(part, scenario) for part in series.parts)

    def number(self, series: Series, scenario: Scenario) -> str:
        """A value of a series in its table's unit."""
        value = series.value(scenario)
        return "?" if value is None else self.value(value, series.kind, series, bare=True)

    def value(self, value: Decimal, kind: UnitKind, series: Series, *, bare: bool = False) -> str:
        """A value with thousands separators and its unit, to at most four significant places."""
        figure = self.ledger.figure(series.figures[0])
        if kind is UnitKind.PERCENT:
            return f"{_neat(value)} %"
        if kind is UnitKind.POINTS:
            return _neat(value) if bare else f"{_neat(value)} {self.phrases.points}"
        if series.build in (Build.RATIO, Build.PRODUCT):
            return _neat(value) if bare else f"{_neat(value)} {series.base}"
        scaled = EXACT.divide(value, figure.unit.factor)
        return _neat(scaled) if bare else f"{_neat(scaled)} {figure.unit.written}"


def _rounded(value: Decimal, places: int) -> Decimal:
    """Rounded to so many places; a number beyond all business is left as it is."""
    return value if value.adjusted() > _HUGE else round_half_up(value, places)


def _neat(value: Decimal) -> str:
    """Digits with separators: whole numbers as they are, others to two or more places."""
    size = abs(value)
    places = 0 if value == value.to_integral_value() else 2 if size >= 1 else 4
    text = f"{_rounded(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
