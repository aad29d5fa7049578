"""Exact decimals: reading them from documents, writing them back, never through a binary float."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

# Wide enough that sums and products of business figures never round; quotients are cut here.
EXACT = Context(prec=50, rounding=ROUND_HALF_UP)

_PLAIN = re.compile(r"[+-]?(\d{1,30}(\.\d{0,30})?|\.\d{1,30})([eE][+-]?\d{1,3})?", re.ASCII)
_LARGEST_EXPONENT = 30


def parse_decimal(text: str) -> Decimal:
    """Read a plain decimal string exactly.

    ValueError with a message for a person on separators, full-width digits, NaN, Infinity,
    and exponents beyond 10^30.
    """
    if not _PLAIN.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain decimal number")
    value = Decimal(text)
    if value and abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError(f"{text!r} is out of range")
    return value or Decimal(0)


def divide(numerator: Decimal, denominator: Decimal) -> Decimal | None:
    """The quotient to 50 digits, or None over zero."""
    return EXACT.divide(numerator, denominator) if denominator else None


def plain(value: Decimal) -> str:
    """The shortest plain notation: no exponent, no trailing zeros (`1200`, `0.5`)."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def round_half_up(value: Decimal, places: int) -> Decimal:
    """Commercial rounding to so many decimal places (negative: tens, hundreds)."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=EXACT)
