"""Reading every number of a text, in digits or words, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from importlib import import_module

from drafter.figures.decimals import EXACT
from drafter.figures.report import LANGUAGES, LanguageCode
from drafter.figures.unit import Unit, UnitKind
from drafter.languages.form_scanner import FormScanner
from drafter.languages.grammar import NumberGrammar, Reading
from drafter.languages.interval import interval
from drafter.languages.notation import DIGIT_FORM, FIRST_FORMS, LAST_FORMS, code_form
from drafter.languages.quantity import Hedge, Quantity, QuantityKind
from drafter.languages.ranges import Joints, join_ranges
from drafter.languages.surroundings import Prefix, Suffix, Surroundings

_KINDS = {
    UnitKind.CURRENCY: QuantityKind.CURRENCY,
    UnitKind.PERCENT: QuantityKind.PERCENT,
    UnitKind.POINTS: QuantityKind.POINTS,
    UnitKind.MEASURE: QuantityKind.DIMENSION,
}
_STUCK_LETTERS = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?<!-)")


def read_quantities(text: str, language: LanguageCode) -> tuple[Quantity, ...]:
    """All quantities of `text` in order; they never overlap and cover every digit.

    `language` is the language of the text; numbers of the other languages are read in it too, and
    only where both could read the same words does the language decide.
    """
    return _reader(language).read(text)


@lru_cache(maxsize=8)
def _reader(language: LanguageCode) -> QuantityReader:
    ordered = (language, *(code for code in LANGUAGES if code != language))
    return QuantityReader(
        tuple(import_module(f"drafter.languages.{code}.numbers").GRAMMAR for code in ordered)
    )


class QuantityReader:
    """The grammars of a text's languages, the text's own language first, ready to read."""

    def __init__(self, grammars: tuple[NumberGrammar, ...]) -> None:
        glued = re.compile("|".join(grammar.glued_units for grammar in grammars), re.IGNORECASE)
        forms = (
            *FIRST_FORMS,
            *(form for grammar in grammars for form in grammar.forms),
            code_form(glued),
            *LAST_FORMS,
            DIGIT_FORM,
        )
        self._scan_forms = FormScanner(forms)
        self._joints = Joints(grammars)
        self._around = Surroundings(grammars)

    def read(self, text: str) -> tuple[Quantity, ...]:
        return tuple(join_ranges(text, self._scan(text), self._joints))

    def _scan(self, text: str) -> Iterator[Quantity]:
        triangle_means_up = "▼" in text
        floor = 0
        while (found := self._scan_forms.next(text, floor)) is not None:
            start, reading = found
            quantity = self._quantity(text, start, reading, floor, triangle_means_up)
            yield quantity
            floor = max(quantity.end, reading.end)

    def _quantity(
        self, text: str, start: int, reading: Reading, floor: int, triangle_means_up: bool
    ) -> Quantity:
        if reading.why_not is not None:
            return Quantity(
                start,
                reading.end,
                text[start : reading.end],
                reading.kind,
                reading.value,
                None,
                reading.low if reading.low is not None else reading.value,
                reading.high if reading.high is not None else reading.value,
                why_not=reading.why_not,
            )
        if not reading.open:
            return self._closed(text, start, reading, floor)
        return self._open(text, start, reading, floor, triangle_means_up)

    def _closed(self, text: str, start: int, reading: Reading, floor: int) -> Quantity:
        """A form that says its unit itself: 八成, a third, doubled, second."""
        hedge = reading.hedge or self._hedge(text, start, reading.end, floor)
        low, high = reading.low, reading.high
        if reading.value is not None and reading.step is not None and low is None:
            low, high = interval(reading.value, reading.step, hedge)
        return Quantity(
            start,
            reading.end,
            text[start : reading.end],
            reading.kind,
            reading.value,
            reading.unit.base if reading.unit else None,
            low,
            high,
            hedge,
            reading.step,
            reading.unit,
        )

    def _hedge(self, text: str, start: int, end: int, floor: int) -> Hedge | None:
        before = self._around.hedge_before(text, start, floor)
        return before or self._around.hedge_after(text, end)

    def _open(
        self, text: str, start: int, reading: Reading, floor: int, triangle_means_up: bool
    ) -> Quantity:
        prefix = self._around.prefix(text, start, floor)
        suffix = self._around.suffix(
            text, reading.end, reading.value or Decimal(0), prefix.currency
        )
        stuck = _STUCK_LETTERS.match(text, suffix.end) if text[suffix.end - 1].isdecimal() else None
        if stuck is not None and suffix.end == reading.end:
            return _code(text, start, stuck.end())
        outer = self._hedge(text, prefix.start, suffix.end, floor)
        return _assembled(text, reading, prefix, suffix, outer, triangle_means_up)


def _code(text: str, start: int, end: int) -> Quantity:
    return Quantity(
        start, end, text[start:end], QuantityKind.NUMBER, None, None, None, None, why_not="code"
    )


def _assembled(
    text: str,
    reading: Reading,
    prefix: Prefix,
    suffix: Suffix,
    outer: Hedge | None,
    triangle_means_up: bool,
) -> Quantity:
    unit = _unit(text, prefix, suffix)
    start, end, negative = _brackets(text, prefix, suffix)
    negative = negative or prefix.negative or (prefix.triangle and not triangle_means_up)
    factor = unit.factor if unit is not None else suffix.factor
    hedge = suffix.hedge or outer or reading.hedge
    kind = _kind(unit, suffix)
    base = unit.base if unit is not None and unit.base else None
    quantity = Quantity(
        start, end, text[start:end], kind, None, base, None, None, hedge, None, unit
    )
    if reading.value is None:
        low, high = (
            None if bound is None else EXACT.multiply(bound, factor)
            for bound in (reading.low, reading.high)
        )
        return replace(quantity, kind=QuantityKind.RANGE, low=low, high=high)
    value = EXACT.multiply(reading.value, factor)
    step = EXACT.multiply(reading.step or Decimal(1), factor)
    if prefix.plus_minus:
        return replace(quantity, kind=QuantityKind.RANGE, low=-value, high=value, step=step)
    value = -value if negative else value
    low, high = interval(value, step, hedge, inside=suffix.hedge is not None)
    return replace(quantity, value=value, low=low, high=high, step=step)


def _unit(text: str, prefix: Prefix, suffix: Suffix) -> Unit | None:
    if prefix.currency is None:
        return suffix.unit
    if suffix.unit is not None and suffix.unit.kind in (UnitKind.PERCENT, UnitKind.POINTS):
        return suffix.unit
    factor = suffix.unit.factor if suffix.unit is not None else suffix.factor
    base = prefix.currency
    if suffix.unit is not None and "/" in suffix.unit.base:
        base = suffix.unit.base
    return Unit(UnitKind.CURRENCY, base, factor, text[prefix.start : suffix.end].strip())


def _kind(unit: Unit | None, suffix: Suffix) -> QuantityKind:
    if suffix.multiple:
        return QuantityKind.MULTIPLE
    if unit is None or not unit.base:
        return QuantityKind.NUMBER
    return _KINDS[unit.kind]


_CELL_BEFORE = re.compile(
    r"(?:\A|\n|\||[:：]|\b(?:of|at|to|was|is|by|from|=))[ \t*]*[¥$€£]?\s?\Z", re.IGNORECASE
)
_CELL_AFTER = re.compile(r"[)）][ \t*]*(?:\Z|\n|\||[,.;，。；])")


def _brackets(text: str, prefix: Prefix, suffix: Suffix) -> tuple[int, int, bool]:
    """The accountant's negative: brackets around the number alone, in a cell or behind "of"."""
    start, end = prefix.start, suffix.end
    if start == 0 or text[start - 1] not in "(（" or text[end : end + 1] not in (")", "）"):
        return start, end, False
    opened = start - 1
    before = _CELL_BEFORE.search(text, max(0, opened - 8), opened)
    if before is None or _CELL_AFTER.match(text, end) is None:
        return start, end, False
    return opened, end + 1, True
