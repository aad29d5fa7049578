"""Values in the reader's language: exact, in a readable scale, with the unit's word.

A table may be in another language than the draft: `CNY 10k` 3085 is "3,085万元" in Chinese and
"CNY 30.85 million" in English. A value of the table is never rounded: a scale that would need
more places than prose allows gives way to a smaller one. Only quotients (rates, shares) are
rounded, and never onto or over a mark that they do not reach: 99.96 % is not "100.0%".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.figures.decimals import EXACT, plain, round_half_up
from drafter.figures.report import Figure
from drafter.figures.unit import Unit, UnitKind
from drafter.languages.phrasing import AmountWords

# What a rounded rate may show only when it is just that.
_MARKS = (Decimal(0), Decimal(100), Decimal(-100))
_CJK = ("\u4e00", "\u9fff")


@dataclass(frozen=True, slots=True)
class AmountStyle:
    """How the amounts of one figure are written: its unit, and the power of ten for money."""

    unit: Unit
    power: int
    words: AmountWords


def style_of(figure: Figure, words: AmountWords) -> AmountStyle:
    """One style for all values of a figure, so that they can be compared at a glance."""
    unscaled = [EXACT.multiply(value, figure.unit.factor) for value in figure.values.values()]
    return AmountStyle(figure.unit, _power(figure.unit, unscaled, words), words)


def style_for(unit: Unit, values: Iterable[Decimal], words: AmountWords) -> AmountStyle:
    """The style of unscaled values that stand in no row: a computed total, a note's figure."""
    return AmountStyle(unit, _power(unit, values, words), words)


def amount(value: Decimal, style: AmountStyle, *, noun: bool = True) -> str:
    """An unscaled value in words; without `noun` a counted thing is its number only."""
    if "/" in style.unit.base:
        bottom = style.unit.base.partition("/")[2]
        name = style.words.units.get(bottom, (bottom, bottom))[0] or bottom
        top = amount(value, replace(style, unit=_top(style.unit)))
        return style.words.per.format(amount=top, noun=name)
    kind = style.unit.kind
    if kind is UnitKind.CURRENCY:
        return _money(value, style)
    if kind is UnitKind.PERCENT:
        return f"{grouped(value)}%"
    if kind is UnitKind.POINTS:
        return _counted(value, style.words.score_points, style.words) if noun else grouped(value)
    return _measured(value, style, noun)


def difference(value: Decimal, style: AmountStyle, *, noun: bool = True) -> str:
    """A difference of two values: percentage points between values in percent."""
    if style.unit.kind is UnitKind.PERCENT:
        return _counted(value, style.words.points, style.words)
    if "/" in style.unit.base:
        return amount(value, replace(style, unit=_top(style.unit)))
    return amount(value, style, noun=noun)


def rate(value: Decimal) -> str:
    """A quotient in percent, to one place; to more where one would show a mark not reached."""
    if value == value.to_integral_value():
        return f"{int(value):,}%"
    places = next((n for n in range(1, 9) if round_half_up(value, n) not in _MARKS), 9)
    return f"{round_half_up(value, places):,.{places}f}%"


def grouped(value: Decimal) -> str:
    """Plain digits with thousands separators and no trailing zeros."""
    whole, _, part = plain(abs(value)).partition(".")
    return ("-" if value < 0 else "") + f"{int(whole):,}" + (f".{part}" if part else "")


def is_counted(unit: Unit, words: AmountWords) -> bool:
    """Whether the unit is a counting noun that its measure's name already says."""
    if unit.kind is UnitKind.POINTS:
        return True
    symbol = unit.base in words.symbols or unit.written in words.symbols
    measured = unit.base in words.measured or "/" in unit.base or unit.factor != 1
    return unit.kind is UnitKind.MEASURE and not symbol and not measured


def is_of_language(unit: Unit, words: AmountWords) -> bool:
    """Whether the unit is written in the language of these words (or alike in all)."""
    chinese = any(_CJK[0] <= char <= _CJK[1] for char in unit.written)
    return chinese == words.cjk


def _power(unit: Unit, values: Iterable[Decimal], words: AmountWords) -> int:
    """The power of ten for a figure's money: the table's own where prose has it."""
    if unit.kind is not UnitKind.CURRENCY:
        return 0
    own = next((p for p, word in words.scales if word and Decimal(10) ** p == unit.factor), None)
    if own is not None:
        return own
    values = [abs(value) for value in values if value]
    for power, _ in reversed(words.scales):
        scale = Decimal(10) ** power
        if values and max(values) >= scale and _fits(values, scale, words.decimals):
            return power
    return 0


def _fits(values: Iterable[Decimal], scale: Decimal, decimals: int) -> bool:
    return all(round_half_up(value / scale, decimals) == value / scale for value in values)


def _money(value: Decimal, style: AmountStyle) -> str:
    words, code = style.words, style.unit.base
    power = _readable(value, style)
    scale = next(word for known, word in words.scales if known == power)
    number = grouped(abs(value).scaleb(-power, context=EXACT))
    sign = "-" if value < 0 else ""
    written = next((mark for mark in words.currency_signs if mark in style.unit.written), None)
    if written is not None:
        name = words.currency_signs[written]
        return words.signed_currency.format(sign=sign, number=number, scale=scale, name=name)
    name = words.currency_names.get(code, code)
    return words.currency.format(sign=sign, number=number, scale=scale, name=name)


def _readable(value: Decimal, style: AmountStyle) -> int:
    """The figure's power, or a smaller one where the amount would start with a zero."""
    usable = [power for power, _ in style.words.scales if power <= style.power]
    for power in reversed(usable):
        if abs(value) >= Decimal(10) ** power:
            return power
    return usable[0] if value else style.power


def _measured(value: Decimal, style: AmountStyle, noun: bool) -> str:
    unit, words = style.unit, style.words
    scaled = EXACT.divide(value, unit.factor)
    native = is_of_language(unit, words)
    name = _noun(unit, words, native)
    if unit.factor == 1:
        return _counted(scaled, name, words) if noun else grouped(scaled)
    if unit.base in words.units or not native:
        return _scaled_count(value, name, words)
    return _counted(scaled, (unit.written, unit.written), words)


def _noun(unit: Unit, words: AmountWords, native: bool) -> tuple[str, str]:
    if unit.base in words.symbols or unit.written in words.symbols:
        return (unit.written, unit.written)
    known = words.units.get(unit.base, ("", ""))
    if native and unit.factor == 1 and known != ("", "") and unit.written.lower() not in known:
        return _singular(unit.written), unit.written
    if native and unit.base not in words.units:
        return _singular(unit.written), unit.written
    return known


def _singular(plural: str) -> str:
    return plural[:-1] if plural.endswith("s") and plural.isascii() and len(plural) > 3 else plural


def _scaled_count(value: Decimal, name: tuple[str, str], words: AmountWords) -> str:
    for power, scale in reversed(words.scales):
        places = value.scaleb(-power, context=EXACT)
        if scale and abs(places) >= 1 and _fits([abs(value)], Decimal(10) ** power, 2):
            number = grouped(places)
            return words.scaled_count.format(number=number, scale=scale, noun=name[1]).strip()
    return _counted(value, name, words)


def _counted(value: Decimal, name: tuple[str, str], words: AmountWords) -> str:
    noun = name[0] if abs(value) == 1 else name[1]
    text = words.counted.format(number=grouped(value), noun=noun)
    return text.strip()


def _top(unit: Unit) -> Unit:
    """What a price or ratio counts above its stroke: the money of `USD/tonne`."""
    written = re.split(r"\s*/\s*|\s+per\s+", unit.written, maxsplit=1)[0]
    return replace(unit, base=unit.base.partition("/")[0], written=written)
